import type { RoleName } from '../../contract/call.ts'
import type { FormStatus } from '../../records/budget.ts'
import type { Grant } from '../access/index.ts'

/** What an officer can do with a form beside editing its rows. Diskominfo recommends, it does not approve. */
export type Step = 'examine' | 'sendBack' | 'recommend' | 'lock' | 'unlock'

type Rule = {
  readonly from: readonly FormStatus[]
  readonly to: FormStatus
  readonly roles: readonly RoleName[]
}

/**
 * diterima → diperiksa → dikembalikan | direkomendasikan → dikunci. A recommendation can be taken back (to diperiksa) until the
 * lock; only an admin opens a lock again, since the sums of a locked form have been given out.
 */
export const steps: Readonly<Record<Step, Rule>> = {
  examine: {
    from: ['diterima', 'dikembalikan', 'direkomendasikan'],
    to: 'diperiksa',
    roles: ['admin', 'perencana', 'verifikator'],
  },
  sendBack: { from: ['diterima', 'diperiksa'], to: 'dikembalikan', roles: ['admin', 'verifikator'] },
  recommend: { from: ['diterima', 'diperiksa'], to: 'direkomendasikan', roles: ['admin', 'verifikator'] },
  lock: { from: ['direkomendasikan'], to: 'dikunci', roles: ['admin', 'verifikator'] },
  unlock: { from: ['dikunci'], to: 'direkomendasikan', roles: ['admin'] },
}

/** Rows may change in these states: what was recommended or locked stays as it was seen by who recommended it. */
export const editableStatuses: readonly FormStatus[] = ['diterima', 'diperiksa', 'dikembalikan']
const editors: readonly RoleName[] = ['admin', 'perencana', 'verifikator']

export const stepOf = (from: FormStatus, to: FormStatus): Step | null =>
  (Object.keys(steps) as Step[]).find((step) => steps[step].to === to && steps[step].from.includes(from)) ??
  null

/** The step that a move back undoes: only to a state in which rows may change, since nothing was said about them there. */
export const stepBack = (from: FormStatus, to: FormStatus): Step | null =>
  editableStatuses.includes(to)
    ? ((Object.keys(steps) as Step[]).find(
        (step) => steps[step].to === from && steps[step].from.includes(to),
      ) ?? null)
    : null

/** Whether one of the roles is held for this OPD or for all. */
export const holds = (grants: readonly Grant[], roles: readonly RoleName[], opd: string): boolean =>
  grants.some((grant) => roles.includes(grant.role) && (grant.opd === null || grant.opd === opd))

export type FormState = { readonly status: FormStatus; readonly current: boolean; readonly opd: string }
export type May = { readonly [S in Step]: boolean } & { readonly edit: boolean }

/** What the officer's roles and the form's state allow now. A version that is not used any more is only looked at. */
export const mayOf = ({ status, current, opd }: FormState, grants: readonly Grant[]): May => {
  const can = (step: Step): boolean =>
    current && steps[step].from.includes(status) && holds(grants, steps[step].roles, opd)
  return {
    edit: current && editableStatuses.includes(status) && holds(grants, editors, opd),
    examine: can('examine'),
    sendBack: can('sendBack'),
    recommend: can('recommend'),
    lock: can('lock'),
    unlock: can('unlock'),
  }
}
