import type { AnyDefinition } from '../../shared/records/define.ts'
import { allowed, grantsOn } from '../../shared/rules/access/index.ts'
import { today, useSession } from '../app/session.ts'

/** Whether the officer may change records of this type at all; of one OPD's records the core decides. */
export const useMayWrite = (definition: AnyDefinition): boolean => {
  const { session } = useSession()
  const grants = grantsOn(session.grants, today())
  return definition.scope === null
    ? allowed({ definition, opd: null }, grants)
    : grants.some(({ role }) => definition.writers.includes(role))
}
