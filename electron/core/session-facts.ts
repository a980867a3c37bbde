import type { SessionFacts } from '../../shared/contract/session.ts'
import { roleLabels } from '../../shared/records/core.ts'
import type { Records } from '../../shared/records/index.ts'
import { type Grant, grantsOn, visibleOpds } from '../../shared/rules/access/index.ts'
import type { Session } from '../feature.ts'
import type { Reader } from '../store/reader.ts'

/** Days are those of western Indonesia: UTC+7, no summer time. */
export const todayIn = (now: number): string => new Date(now + 7 * 3_600_000).toISOString().slice(0, 10)

const grantOf = ({ role, opd, from, until }: Records['role']): Grant[] =>
  role === null ? [] : [{ role, opd, from, until }]

const capacityOf = (roles: readonly Records['role'][]): string => {
  const acting = roles.flatMap(({ actingFor }) =>
    actingFor === null || actingFor === '' ? [] : [`Plt. ${actingFor}`],
  )
  const names = roles.flatMap(({ role }) => (role === null ? [] : [roleLabels[role]]))
  return [...new Set([...acting, ...names])].join(', ')
}

/** The officer as the log knows them now; null where unknown or no longer on duty. */
export const factsOf = (
  reader: Reader,
  officer: Records['officer'] | null,
  now: number,
): SessionFacts | null => {
  if (officer === null || officer.active === false) return null
  const roles = reader.where('role', { officer: officer.id })
  const today = todayIn(now)
  const current = roles.filter((role) => grantOf(role).some((grant) => grantsOn([grant], today).length > 0))
  return {
    officer: officer.id,
    nip: officer.nip ?? '',
    name: officer.name ?? '',
    position: officer.position ?? '',
    capacity: capacityOf(current),
    grants: roles.flatMap(grantOf).map((grant) => ({ ...grant })),
    mustChangePassword: reader
      .where('credential', { officer: officer.id })
      .some(({ mustChange }) => mustChange),
  }
}

/** The session at a moment: only grants that hold today. */
export const sessionAt = (facts: SessionFacts, now: number): Session => {
  const today = todayIn(now)
  const grants = grantsOn(facts.grants, today)
  return { ...facts, grants: grants.map((grant) => ({ ...grant })), today, opds: visibleOpds(grants) }
}
