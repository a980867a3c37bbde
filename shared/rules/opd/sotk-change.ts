import { longDate } from '../../format/date.ts'
import type { Records } from '../../records/index.ts'
import { opdSotkTexts } from '../../texts/opd-sotk.ts'
import type { Succession } from './sotk.ts'

/** An OPD that takes over: one of the register, or (`id` null) a new one. Of a change of name: how it is called from now on. */
export type SotkTarget = {
  readonly id: string | null
  readonly code: string
  readonly name: string
  readonly short: string
  readonly head: string
}
/** nama: one OPD, one new name. gabung: several into one. pecah: one into several. bubar: one, into nothing. */
export type SotkChange = {
  readonly kind: NonNullable<Records['opdSuccession']['kind']>
  /** ISO date from which it holds. */
  readonly on: string
  readonly basis: string
  readonly from: readonly string[]
  readonly to: readonly SotkTarget[]
}
type Opd = Pick<Records['opd'], 'id' | 'code' | 'name' | 'short' | 'head' | 'active'>
export type SotkFault = {
  readonly type: string
  readonly message: string
  readonly field: 'on' | 'from' | 'to'
}

const { refusal } = opdSotkTexts
const loose = (text: string | null): string => (text ?? '').trim().toLowerCase()

/** OPDs that end by a change: all that it comes from, but those that live on in it. */
export const endingOf = ({ kind, from, to }: SotkChange): readonly string[] =>
  kind === 'nama' ? [] : from.filter((id) => !to.some((target) => target.id === id))

/** A recorded change by which an OPD came to its end; a split in which a part keeps the OPD is none. */
export const endOf = (id: string, successions: readonly Succession[]): Succession | null => {
  const own = successions.filter(({ from, kind }) => from === id && kind !== 'nama')
  return own.some(({ to }) => to === id) ? null : (own[0] ?? null)
}

type Known = { readonly opds: ReadonlyMap<string, Opd>; readonly successions: readonly Succession[] }

const countFault = ({ kind, from, to }: SotkChange): SotkFault | null => {
  const several = kind === 'gabung' && to[0]?.id === null
  if (from.length === 0 || (several && from.length < 2))
    return { type: 'Incomplete', message: several ? refusal.fewFrom : refusal.noFrom, field: 'from' }
  if (kind === 'pecah' && to.length < 2) return { type: 'Incomplete', message: refusal.fewTo, field: 'to' }
  if (kind === 'gabung' && endingOf({ kind, from, to, on: '', basis: '' }).length === 0)
    return { type: 'Incomplete', message: refusal.itself, field: 'to' }
  return to.some(({ id, name }) => id === null && name.trim() === '') || (kind !== 'bubar' && to.length === 0)
    ? { type: 'Incomplete', message: refusal.noName, field: 'to' }
    : null
}

const fromFault = ({ kind, from, on }: SotkChange, { opds, successions }: Known): SotkFault | null => {
  if (from.some((id) => !opds.has(id))) return { type: 'NotFound', message: refusal.notFound, field: 'from' }
  for (const id of from) {
    const end = endOf(id, successions)
    const name = opds.get(id)?.name ?? ''
    if (end !== null)
      return { type: 'AlreadyEnded', message: refusal.ended(name, longDate(end.on ?? '')), field: 'from' }
  }
  const later = successions.find(
    (row) => row.kind === 'nama' && from.includes(row.from ?? '') && (row.on ?? '') > on,
  )
  return kind === 'nama' && later !== undefined
    ? { type: 'LaterChange', message: refusal.later(longDate(later.on ?? '')), field: 'on' }
    : null
}

/** How an OPD is called after a change of name; what is left empty stays as it was. */
export const renamedOf = (opd: Opd, { name, code, short, head }: SotkTarget) => ({
  name: name.trim(),
  code: code.trim() || opd.code,
  short: short.trim() || opd.short,
  head: head.trim() || opd.head,
})

const sameNames = (opd: Opd, target: SotkTarget): boolean => {
  const after = renamedOf(opd, target)
  return after.name === opd.name && after.code === opd.code && after.short === opd.short
}

/** A code may be given again once the OPD that had it is gone. */
const sharedCode = (change: SotkChange, { opds }: Known): string | null => {
  const gone = new Set(change.kind === 'nama' ? change.from : endingOf(change))
  const taken = [...opds.values()].filter(({ id, active }) => !gone.has(id) && active !== false)
  const codes = new Set(taken.map(({ code }) => loose(code)))
  for (const { id, code } of change.to) {
    if (id !== null || loose(code) === '') continue
    if (codes.has(loose(code))) return code.trim()
    codes.add(loose(code))
  }
  return null
}

const toFault = (change: SotkChange, known: Known): SotkFault | null => {
  const { kind, from, to } = change
  const ids = to.flatMap(({ id }) => (id === null ? [] : [id]))
  if (ids.some((id) => !known.opds.has(id)))
    return { type: 'NotFound', message: refusal.notFound, field: 'to' }
  if (new Set(ids).size < ids.length) return { type: 'Incomplete', message: refusal.twice, field: 'to' }
  const over = ids.find((id) => known.opds.get(id)?.active === false || endOf(id, known.successions) !== null)
  if (over !== undefined)
    return { type: 'AlreadyEnded', message: refusal.inactive(known.opds.get(over)?.name ?? ''), field: 'to' }
  const [opd, target] = [known.opds.get(from[0] ?? ''), to[0]]
  if (kind === 'nama' && opd !== undefined && target !== undefined && sameNames(opd, target))
    return { type: 'NothingChanged', message: refusal.same, field: 'to' }
  const code = sharedCode(change, known)
  return code === null ? null : { type: 'CodeTaken', message: refusal.codeTaken(code), field: 'to' }
}

/** What holds a change back, and beside which field it is said; null: nothing. `today`: ISO date. */
export const sotkFault = (change: SotkChange, known: Known, today: string): SotkFault | null =>
  change.on > today
    ? { type: 'NotYet', message: refusal.notYet, field: 'on' }
    : (countFault(change) ?? fromFault(change, known) ?? toFault(change, known))
