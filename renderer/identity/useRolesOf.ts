import { recordList } from '../../shared/contract/records.ts'
import { role as roleDefinition } from '../../shared/records/core.ts'
import { useAnswer } from '../app/client.tsx'
import { today } from '../app/session.ts'
import { heldRole } from './roles.ts'

const { type } = roleDefinition

/** Roles of an officer, and those that the officer lends to others. */
export const useRolesOf = (officer: string) => {
  const asked = { records: [type, 'opd', 'officer'], keep: true }
  const own = useAnswer(recordList, { type, filters: { officer }, limit: 200 }, asked)
  const lent = useAnswer(recordList, { type, filters: { lentBy: officer }, limit: 200 }, asked)
  return {
    roles: (own.data?.rows ?? []).map((row) => heldRole(row, today())),
    loans: (lent.data?.rows ?? []).map((row) => heldRole(row, today(), 'lender')),
    failure: own.failure ?? lent.failure,
    isPending: own.isPending || lent.isPending,
  }
}
