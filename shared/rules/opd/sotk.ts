import type { Records } from '../../records/index.ts'

/** What became of an OPD, as the register keeps it; ISO dates compare as text. */
export type Succession = Pick<
  Records['opdSuccession'],
  'from' | 'to' | 'kind' | 'on' | 'nameBefore' | 'codeBefore'
>
type Named = { readonly id: string; readonly name: string; readonly code: string }

const byDay = (a: Succession, b: Succession): number =>
  (a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : 0

/** Name and code of an OPD on a day: those that its first change of name after that day replaced, else those of now. */
export const opdNameOn = (
  opd: Named,
  successions: readonly Succession[],
  day: string,
): { readonly name: string; readonly code: string } => {
  const later = successions
    .filter(({ kind, from, on }) => kind === 'nama' && from === opd.id && on !== null && on > day)
    .toSorted(byDay)
  return {
    name: later.find(({ nameBefore }) => nameBefore !== null)?.nameBefore ?? opd.name,
    code: later.find(({ codeBefore }) => codeBefore !== null)?.codeBefore ?? opd.code,
  }
}

const followed = (
  id: string,
  successions: readonly Succession[],
  day: string,
  since: string,
): readonly string[] => {
  const ends = successions
    .filter(
      (row) => row.kind !== 'nama' && row.from === id && (row.on ?? '') >= since && (row.on ?? '') <= day,
    )
    .toSorted(byDay)
  const [first] = ends
  if (first === undefined) return [id]
  const own = new Set(ends.filter(({ on }) => on === first.on))
  // Without these rows: a part that lives on, or an OPD that came back later, is followed once.
  const rest = successions.filter((row) => !own.has(row))
  const heirs = [...own].flatMap(({ to }) => (to === null ? [] : [to]))
  return heirs.flatMap((heir) => followed(heir, rest, day, first.on ?? ''))
}

/** What an OPD had become by a day: itself; one after a merger; several after a split; none after its end. */
export const successorOn = (
  opdId: string,
  successions: readonly Succession[],
  day: string,
): readonly string[] => [...new Set(followed(opdId, successions, day, ''))]

export type OpdView = 'saatItu' | 'sekarang'

/**
 * The OPD under which a sum stands: that of then, or what became of it by today. Nobody knows which part of a sum went to which
 * of several OPDs: after a split it stays with the one of then.
 */
export const seriesKey = (
  opdId: string,
  successions: readonly Succession[],
  view: OpdView,
  today: string,
): string => {
  if (view === 'saatItu') return opdId
  const [only, ...others] = successorOn(opdId, successions, today)
  return only === undefined || others.length > 0 ? opdId : only
}
