import type { AnyDefinition } from '../../shared/records/define.ts'
import { allowed, grantsOn } from '../../shared/rules/access/index.ts'
import { today, useSession } from '../app/session.ts'
import { useOnlyRead } from '../app/useOnlyRead.ts'

/** Whether the officer may change records of this type at all, and the data can be written; of one OPD's records the core decides. */
export const useMayWrite = (definition: AnyDefinition): boolean => {
  const { session } = useSession()
  const isOnlyRead = useOnlyRead()
  const grants = grantsOn(session.grants, today())
  if (isOnlyRead) return false
  return definition.scope === null
    ? allowed({ definition, opd: null }, grants)
    : grants.some(({ role }) => definition.writers.includes(role))
}
