import { dayBefore } from '../../format/date.ts'
import type { Records } from '../../records/index.ts'

/** What becomes of a role when its officer moves: it stays, goes over, is lent for a time, or ends. */
export const roleFates = ['tetap', 'alih', 'pinjam', 'akhir'] as const
export type RoleFate = (typeof roleFates)[number]

type Role = Pick<Records['role'], 'officer' | 'role' | 'opd' | 'from' | 'until' | 'actingFor' | 'lentBy'>

/** `on`: the first day on which the other one has it; `until`: of a loan, its last. ISO dates. */
export type Handing = {
  readonly to: string
  readonly on: string
  readonly until: string | null
  readonly reason: string | null
  readonly letter: string | null
}
type Given = Partial<Records['role']>
export type RoleSteps = {
  /** A role that begins; made before the other one ends, so that nobody is left without an admin between them. */
  readonly gives: Given | null
  /** The last day of the role that is handed over. */
  readonly ends: string | null
}

const later = (a: string | null, b: string): string => (a !== null && a > b ? a : b)
const earlier = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b < a) ? b : a

/** A role that was lent goes on as one of the same lender. A day that is over already is not put off. */
export const roleSteps = (
  role: Role,
  fate: RoleFate,
  { to, on, until, reason, letter }: Handing,
): RoleSteps => {
  const { opd, actingFor } = role
  const ground = { reason, letter }
  const begins = { officer: to, role: role.role, opd, actingFor, from: later(role.from, on), ...ground }
  const ends = earlier(role.until, dayBefore(on))
  switch (fate) {
    case 'tetap':
      return { gives: null, ends: null }
    case 'akhir':
      return { gives: null, ends }
    case 'alih':
      return { gives: { ...begins, until: role.until, lentBy: role.lentBy }, ends }
    case 'pinjam':
      return { gives: { ...begins, until: earlier(role.until, until), lentBy: role.officer }, ends: null }
    default:
      return fate satisfies never
  }
}

/** Why a role cannot be handed over so; null where it can. A loan has an end. */
export const handingFault = (
  fate: RoleFate,
  role: Pick<Role, 'lentBy' | 'until'>,
  { on, until }: Pick<Handing, 'on' | 'until'>,
): 'noEnd' | 'backwards' | 'lentOn' | null => {
  if (fate !== 'pinjam') return null
  if (role.lentBy !== null) return 'lentOn'
  if (until === null) return 'noEnd'
  return until < on ? 'backwards' : null
}
