import type { InputOf, OutputOf } from '../../shared/contract/call.ts'
import type { handoverPreview, handoverRun } from '../../shared/contract/handover.ts'
import type { RoleFate } from '../../shared/rules/people/handover.ts'

export type Preview = OutputOf<typeof handoverPreview>
export type Role = Preview['roles'][number]
export type Fate = { readonly fate: RoleFate; readonly until: string | null }

/** What an officer chose to hand over; what was not chosen goes as usual. */
export type Chosen = {
  readonly on: string
  readonly letter: string
  readonly reason: string
  readonly fates: Readonly<Record<string, Fate>>
  /** Views and duties that stay. */
  readonly kept: ReadonlySet<string>
}
export const untouched = (day: string): Chosen => ({
  on: day,
  letter: '',
  reason: '',
  fates: {},
  kept: new Set(),
})

/** Roles go along with who had them, but nobody becomes an admin, and no loan goes on, unless that is said. */
export const usualFate = ({ role, lentBy }: Pick<Role, 'role' | 'lentBy'>): Fate => ({
  fate: role === 'admin' || lentBy !== '' ? 'tetap' : 'alih',
  until: null,
})
export const fateOf = (role: Role, { fates }: Pick<Chosen, 'fates'>): Fate =>
  fates[role.id] ?? usualFate(role)

/** What would be written. */
export const handedOf = (preview: Preview, chosen: Chosen) => {
  const roles = preview.mayRoles
    ? preview.roles
        .map((role) => ({ id: role.id, ...fateOf(role, chosen) }))
        .filter(({ fate }) => fate !== 'tetap')
    : []
  const views = preview.views.map(({ id }) => id).filter((id) => !chosen.kept.has(id))
  const duties = preview.mayDuties
    ? preview.duties.filter(({ name, count }) => count > 0 && !chosen.kept.has(name))
    : []
  return { roles, views, duties }
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

export const inputOf = (
  preview: Preview,
  chosen: Chosen,
  { from, to }: { from: string; to: string },
): InputOf<typeof handoverRun> => {
  const { roles, views, duties } = handedOf(preview, chosen)
  return {
    from,
    to,
    on: chosen.on,
    letter: orNull(chosen.letter),
    reason: orNull(chosen.reason),
    roles,
    views,
    duties: duties.map(({ name }) => name),
    seen: preview.seen,
  }
}
