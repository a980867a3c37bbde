import type { Seen } from '../../../shared/commit/header.ts'
import { ok, type Result } from '../../../shared/contract/result.ts'
import { dayBefore, longDate } from '../../../shared/format/date.ts'
import {
  endingOf,
  renamedOf,
  type SotkChange,
  type SotkTarget,
} from '../../../shared/rules/opd/sotk-change.ts'
import { opdSotkTexts } from '../../../shared/texts/opd-sotk.ts'
import type { CommandContext } from '../../feature.ts'
import type { Reader } from '../../store/reader.ts'
import type { Transaction } from '../../store/transaction.ts'
import { type LivingRecord, livingOf } from './living.ts'
import { checkedOpds, heirsOf, nameOf, type Opds } from './register.ts'

type Move = { readonly type: string; readonly to: number }
type Input = { readonly change: SotkChange; readonly moves: readonly Move[]; readonly seen: Seen }
type Changed = { readonly commit: string; readonly seq: number; readonly moved: number }

const { reason } = opdSotkTexts

const reasonOf = (change: SotkChange, opds: Opds): string => {
  const day = longDate(change.on)
  const from = endingOf(change).map((id) => nameOf(opds, id))
  const heirs = heirsOf(change, opds)
  const [first = ''] = change.from.map((id) => nameOf(opds, id))
  const [heir = ''] = heirs
  switch (change.kind) {
    case 'nama':
      return reason.nama(first, heir, day)
    case 'gabung':
      return reason.gabung(from, heir, day)
    case 'pecah':
      return reason.pecah(first, heirs, day)
    case 'bubar':
      return reason.bubar(first, day)
    default:
      return change.kind satisfies never
  }
}

const rename = (
  tx: Transaction,
  { from: [id = ''], to: [target], on, basis }: SotkChange,
  opds: Opds,
): void => {
  const opd = opds.get(id)
  if (opd === undefined || target === undefined) return
  const named = renamedOf(opd, target)
  tx.update('opd', id, basis === '' ? named : { ...named, basis })
  const before = { nameBefore: opd.name, codeBefore: opd.code }
  tx.create('opdSuccession', { from: id, to: id, kind: 'nama', on, basis: basis || null, ...before })
}

const begin = (tx: Transaction, target: SotkTarget, { on, basis }: SotkChange): string => {
  const told = Object.fromEntries(
    (['code', 'name', 'short', 'head'] as const).flatMap((key) =>
      target[key].trim() === '' ? [] : [[key, target[key].trim()]],
    ),
  )
  return (
    target.id ?? tx.create('opd', { ...told, active: true, begins: on, ...(basis === '' ? {} : { basis }) })
  )
}

/** A row for each pair of an OPD and what it became; a part that keeps its OPD is one of them, so that a split says all that came of it. */
const remember = (tx: Transaction, change: SotkChange, heirs: readonly string[], opds: Opds): void => {
  const { kind, on, basis } = change
  const ended = kind === 'pecah' ? change.from : endingOf(change)
  for (const from of ended) {
    const before = { nameBefore: opds.get(from)?.name ?? null, codeBefore: opds.get(from)?.code ?? null }
    for (const to of heirs.length === 0 ? [null] : heirs)
      tx.create('opdSuccession', { from, to, kind, on, basis: basis || null, ...before })
  }
}

/** Files go with the record that they belong to, so that whoever keeps it keeps them. */
const moveFiles = (
  tx: Transaction,
  reader: Reader,
  owner: string,
  from: readonly string[],
  to: string,
): void => {
  for (const { id, opd } of reader.where('attachment', { owner }))
    if (opd !== null && from.includes(opd)) tx.update('attachment', id, { opd: to })
}

const moveAll = (
  tx: Transaction,
  reader: Reader,
  {
    type,
    records,
    heir,
    from,
  }: { type: string; records: readonly LivingRecord[]; heir: string; from: readonly string[] },
): number => {
  const moved = records.filter(({ fields }) => fields.length > 0)
  for (const { id, fields } of moved) {
    tx.update(type, id, Object.fromEntries(fields.map((field) => [field, heir])))
    moveFiles(tx, reader, id, from, heir)
  }
  return moved.length
}

const perform = (tx: Transaction, reader: Reader, { change, moves }: Input, opds: Opds): number => {
  if (change.kind === 'nama') {
    rename(tx, change, opds)
    return 0
  }
  const living = new Map(livingOf(reader, change).map((one) => [one.definition.type, one]))
  const heirs = change.to.map((target) => begin(tx, target, change))
  for (const id of endingOf(change)) tx.update('opd', id, { active: false, ends: dayBefore(change.on) })
  remember(tx, change, heirs, opds)
  return moves.reduce((count, { type, to }) => {
    const [register, heir] = [living.get(type), heirs[to]]
    // A part that keeps its OPD keeps what it had.
    if (register === undefined || heir === undefined || change.from.includes(heir)) return count
    return count + moveAll(tx, reader, { type, records: register.records, heir, from: change.from })
  }, 0)
}

/** A change of the structure as one commit; nothing is deleted. Errors: those of `sotkFault`, `Stale`, `Forbidden`. */
export const changeSotk = (context: CommandContext, input: Input): Result<Changed> => {
  const { store, reader, actor, session } = context
  const opds = checkedOpds(reader, input.change, session.today)
  if (!opds.ok) return opds
  const done = store.commit(
    actor,
    reasonOf(input.change, opds.value),
    (tx) => perform(tx, reader, input, opds.value),
    input.seen,
  )
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq, moved: done.value.value }) : done
}
