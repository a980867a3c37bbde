import type { InputOf, OutputOf } from '../../../shared/contract/call.ts'
import type { opdRegister, opdSotkPreview } from '../../../shared/contract/opd.ts'

export type Opd = OutputOf<typeof opdRegister>['opds'][number]
export type Change = InputOf<typeof opdSotkPreview>
export type Preview = OutputOf<typeof opdSotkPreview>
export type Kind = Change['kind']
/** An OPD that takes over, as it is being typed: `isNew` says which half of it counts. */
export type Target = Change['to'][number] & { readonly key: string; readonly isNew: boolean }
export type Draft = {
  readonly kind: Kind
  readonly on: string | null
  readonly basis: string
  readonly from: readonly string[]
  readonly to: readonly Target[]
}

export const blankTarget = (key: string): Target => ({
  key,
  isNew: true,
  id: null,
  code: '',
  name: '',
  short: '',
  head: '',
})

/** An OPD that is to be renamed begins with what it is called. */
const named = (opd: Opd | undefined): Target =>
  opd === undefined
    ? blankTarget('1')
    : { key: '1', isNew: true, id: null, code: opd.code, name: opd.name, short: opd.short, head: opd.head }

const targetsFor = (kind: Kind, from: readonly string[], opds: readonly Opd[]): readonly Target[] => {
  if (kind === 'bubar') return []
  if (kind === 'pecah') return [blankTarget('1'), blankTarget('2')]
  return [kind === 'nama' ? named(opds.find(({ id }) => id === from[0])) : blankTarget('1')]
}

export const newDraft = (opd: string | null, opds: readonly Opd[]): Draft => {
  const from = opd !== null && opds.some(({ id, active }) => id === opd && active) ? [opd] : []
  return { kind: 'nama', on: null, basis: '', from, to: targetsFor('nama', from, opds) }
}

/** Another kind asks for other OPDs; day and basis stay. */
export const withKind = (draft: Draft, kind: Kind, opds: readonly Opd[]): Draft => {
  const from = kind === 'gabung' ? draft.from : draft.from.slice(0, 1)
  return { ...draft, kind, from, to: targetsFor(kind, from, opds) }
}

export const withFrom = (draft: Draft, from: readonly string[], opds: readonly Opd[]): Draft => ({
  ...draft,
  from,
  to: draft.kind === 'nama' ? targetsFor('nama', from, opds) : draft.to,
})

/** What the core is asked; null while the day is missing. */
export const changeOf = ({ kind, on, basis, from, to }: Draft): Change | null =>
  on === null
    ? null
    : {
        kind,
        on,
        basis: basis.trim(),
        from: [...from],
        to: to.map(({ isNew, id, code, name, short, head }) =>
          isNew ? { id: null, code, name, short, head } : { id, code: '', name: '', short: '', head: '' },
        ),
      }

/** Registers that move, each to a place among those that take over; null stays. */
export type Moves = Readonly<Record<string, number | null>>

/** All that lives on moves; where the OPD itself lives on, it keeps what it had until somebody says otherwise. */
export const usualMoves = ({ from, to }: Change, { registers }: Preview): Moves => {
  const itself = to.findIndex(({ id }) => id !== null && from.includes(id))
  return Object.fromEntries(
    registers.flatMap(({ type, moved }) => (moved > 0 ? [[type, Math.max(0, itself)]] : [])),
  )
}

/** Records that would move by these choices. */
export const movedBy = ({ kind, from, to }: Change, { registers }: Preview, moves: Moves): number =>
  registers.reduce((sum, { type, moved }) => {
    const at = moves[type] ?? null
    const id = at === null ? null : (to[at]?.id ?? null)
    const staysThere = kind === 'pecah' && id !== null && from.includes(id)
    return at === null || staysThere ? sum : sum + moved
  }, 0)
