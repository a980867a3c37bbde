import type { Audience, RoleName } from '../../contract/call.ts'
import type { AnyDefinition } from '../../records/define.ts'

/** A role of an officer: for one OPD or all (null), within dates (ISO, inclusive; null = open). */
export type Grant = {
  readonly role: RoleName
  readonly opd: string | null
  readonly from: string | null
  readonly until: string | null
}

/** Grants that hold on a day (ISO date). */
export const grantsOn = (grants: readonly Grant[], day: string): Grant[] =>
  grants.filter(({ from, until }) => (from === null || from <= day) && (until === null || day <= until))

const seesAll = (grants: readonly Grant[]): boolean => grants.some(({ opd }) => opd === null)

/** OPDs that the officer may see: null for all. Source: Penjelasan Pasal 14 ayat (2), access by category and level of authority. */
export const visibleOpds = (grants: readonly Grant[]): readonly string[] | null =>
  seesAll(grants) ? null : grants.flatMap(({ opd }) => (opd === null ? [] : [opd]))

/** Admin for all OPDs, by grants that hold. */
export const isWholeAdmin = (grants: readonly Grant[]): boolean =>
  grants.some(({ role, opd }) => role === 'admin' && opd === null)

/** Whether a call of the contract is open to an officer. `grants` are those that hold now; null without a session. */
export const mayCall = (audience: Audience, grants: readonly Grant[] | null): boolean => {
  if (audience === 'public') return true
  if (grants === null) return false
  if (audience === 'session') return grants.length > 0
  if ('whole' in audience)
    return grants.some(({ role, opd }) => opd === null && audience.whole.includes(role))
  return grants.some(({ role }) => audience.includes(role))
}

/** `opd`: the OPD of the record, null where its type has none. */
export type Change = {
  readonly definition: Pick<AnyDefinition, 'writers' | 'scope'>
  readonly opd: string | null
}

/** Whether an officer with these grants may make a change: called before writing, and for every commit of another device. */
export const allowed = (change: Change, grants: readonly Grant[]): boolean =>
  grants.some(
    (grant) =>
      change.definition.writers.includes(grant.role) &&
      (grant.opd === null || (change.definition.scope !== null && grant.opd === change.opd)),
  )
