import { type Dot, decodeClocks, isOnlyDot, sameDot } from '../../shared/clock/dots.ts'
import { knownTo } from '../../shared/clock/heads.ts'
import { type Seen, sealedPart } from '../../shared/commit/header.ts'
import { deletedKey, type RowChange } from '../../shared/commit/part.ts'
import { type Failure, fail, type Result } from '../../shared/contract/result.ts'
import { type Cells, fromCells } from '../../shared/records/cell.ts'
import { type AnyDefinition, unitOf } from '../../shared/records/define.ts'
import type { Cell, Field } from '../../shared/records/field.ts'
import { storeTexts } from '../../shared/texts/store.ts'
import { mergedAsOf, rowAsOf } from './as-of.ts'
import { sameCells } from './disputes.ts'
import { commitAt, type StoredCommit } from './log.ts'
import { unitsIn } from './merge.ts'
import { CommitCache, type PastOf, pastOf } from './past.ts'
import type { Reader } from './reader.ts'
import type { CurrentRow } from './row.ts'
import { recordSql } from './statements.ts'
import type { Actor, Committed, Store } from './store.ts'
import type { Transaction } from './transaction.ts'

type Restoration = {
  readonly type: string
  readonly id: string
  readonly cells: Readonly<Record<string, Cell>>
}

const namedAtMost = 3

/**
 * A new commit that restores every cell of the undone one. Refused whole, with the records named, where another commit's change
 * stands in one of its units, later or unseen by it, where it settled a dispute, where another record points at one that would
 * go, where a rule of a feature or the officer's roles forbid the change, or where the type has no undo.
 */
export const undo = (store: Store, actor: Actor, commit: string): Result<Committed<number>> => {
  const [device = '', seq = ''] = commit.split('.')
  const stored = commitAt(store.reader.statements, device, Number(seq))
  if (stored === null) return fail('CommitNotFound', storeTexts.commitNotFound, { commit })
  return store.commit(actor, storeTexts.undoReason(stored.reason), (tx) => {
    const plan = planUndo(tx, stored)
    if (!plan.ok) return tx.refuse(plan.error)
    const restored = restoreAll(tx, plan.value)
    if (tx.changes.length > 0) tx.facts['undoes'] = commit
    return restored
  })
}

const restoreAll = (tx: Transaction, restorations: readonly Restoration[]): number => {
  for (const { type, id, cells } of restorations) tx.restore(type, id, cells)
  return new Set(restorations.map(({ id }) => id)).size
}

const planUndo = (tx: Transaction, stored: StoredCommit): Result<Restoration[]> => {
  const reader = tx.read
  const commits = new CommitCache(reader)
  const { changes, header } = commits.read(stored)
  const isSealed = header.parts.some(({ kind }) => kind === sealedPart)
  if (
    isSealed ||
    changes.length === 0 ||
    changes.some(({ type }) => reader.catalogue.get(type)?.undoable !== true)
  ) {
    return fail('NoUndo', storeTexts.undoForbidden)
  }
  // Rights come first: a refusal names no record of an OPD that the officer may not see.
  for (const { type, id } of changes) tx.requireRight(type, id)
  const rows = new Map(changes.map(({ type, id }) => [id, currentRow(reader, type, id)]))
  const blocked = changes.filter((change) =>
    isChangedByOthers(reader, change, rows.get(change.id) ?? null, stored),
  )
  if (blocked.length > 0) return refuseChanged(reader, blocked, rows)
  const made = new Set(changes.flatMap(({ id, operation }) => (operation === 'create' ? [id] : [])))
  const pointing = pointersTo(reader, changes, made)
  if (pointing.length > 0) {
    const titles = pointing.map(({ definition, row }) =>
      tx.mayChange(definition, row)
        ? titleOf(reader, definition, row)
        : storeTexts.undoElsewhere(definition.label),
    )
    return fail('StillReferenced', storeTexts.undoReferenced(named(titles)), { records: titles })
  }
  const changed = changes.filter(({ id, operation }) => operation === 'create' || !made.has(id))
  const past = pastOf(reader, commits)
  const settled = changed.filter((change) => hasSettled(reader, past, change, knownTo(header)))
  if (settled.length > 0)
    return fail('NoUndo', storeTexts.undoSettled(named(titlesOf(reader, settled, rows))))
  const asBefore = (type: string, id: string) => rowAsOf(reader, type, id, knownTo(header), past)
  return { ok: true, value: changed.map((change) => restorationOf(change, asBefore)) }
}

const currentRow = (reader: Reader, type: string, id: string): CurrentRow | null =>
  reader.row<CurrentRow>(recordSql(reader.definition(type)), id) ?? null

const isChangedByOthers = (reader: Reader, change: RowChange, row: CurrentRow | null, dot: Dot): boolean => {
  if (row === null) return true
  const clocks = decodeClocks(row._clock)
  if (change.operation === 'create') return [...clocks.values()].flat().some((other) => !sameDot(other, dot))
  const definition = reader.definition(change.type)
  return Object.keys(change.cells).some((key) => !isOnlyDot(row.id, clocks, unitOf(definition, key), dot))
}

/** Whether a change took one of several values that stood beside each other: undone, one of them would stand as if nobody had doubted it. */
const hasSettled = (
  reader: Reader,
  past: PastOf,
  { type, id, operation, cells }: RowChange,
  known: Seen,
): boolean => {
  if (operation === 'create') return false
  const definition = reader.definition(type)
  const merged = mergedAsOf(reader, past, definition, id, known)
  return [...unitsIn(definition, cells).keys()].some((unit) => {
    const [first, ...others] = merged.get(unit)?.heads ?? []
    const keys = definition.together[unit]?.fields ?? [unit]
    return others.some((head) => !sameCells(keys, head.cells, first?.cells ?? {}))
  })
}

/** What the author of the undone commit had before. `asBefore`: a record as that author knew it. */
const restorationOf = (
  { type, id, operation, cells: changed }: RowChange,
  asBefore: (type: string, id: string) => Cells | null,
): Restoration => {
  if (operation === 'create') return { type, id, cells: { [deletedKey]: 1 } }
  const before = asBefore(type, id) ?? {}
  const cells = Object.fromEntries(
    Object.keys(changed).map((key) => [key, before[key] ?? (key === deletedKey ? 0 : null)]),
  )
  return { type, id, cells }
}

const titleOf = (reader: Reader, definition: AnyDefinition, row: CurrentRow): string => {
  const title = reader.titleOf(definition, fromCells(definition, row))
  return `${definition.label} “${title}”`
}

const titlesOf = (
  reader: Reader,
  changes: readonly RowChange[],
  rows: ReadonlyMap<string, CurrentRow | null>,
): string[] =>
  changes.map(({ type, id }) => {
    const row = rows.get(id) ?? null
    return row === null ? type : titleOf(reader, reader.definition(type), row)
  })

const named = (titles: readonly string[]): string => {
  const shown = [...new Set(titles)].slice(0, namedAtMost)
  return shown.join(', ')
}

const refuseChanged = (
  reader: Reader,
  blocked: readonly RowChange[],
  rows: ReadonlyMap<string, CurrentRow | null>,
): { ok: false; error: Failure } => {
  return fail('ChangedLater', storeTexts.undoLater(named(titlesOf(reader, blocked, rows))), {
    records: [...new Set(blocked.map(({ id }) => id))],
  })
}

const referencesTo = (
  reader: Reader,
  types: ReadonlySet<string>,
): { definition: AnyDefinition; key: string }[] =>
  [...reader.catalogue.values()].flatMap((definition) =>
    Object.keys(definition.fields)
      .filter((key) => types.has((definition.fields[key] as Field).facts.target))
      .map((key) => ({ definition, key })),
  )

/** Live records that point at one the commit made; not where the commit itself pointed them there, since its undo points them back. */
const pointersTo = (
  reader: Reader,
  changes: readonly RowChange[],
  made: ReadonlySet<string>,
): { readonly definition: AnyDefinition; readonly row: CurrentRow }[] => {
  const types = new Set(changes.flatMap(({ type, operation }) => (operation === 'create' ? [type] : [])))
  const ids = JSON.stringify([...made])
  return referencesTo(reader, types).flatMap(({ definition, key }) => {
    const pointed = changes.filter(({ type, cells }) => type === definition.type && Object.hasOwn(cells, key))
    const own = JSON.stringify([...made, ...pointed.map(({ id }) => id)])
    const sql = `select * from "${definition.type}" where _deleted = 0 and "${key}" in (select value from json_each(?))
      and id not in (select value from json_each(?)) limit ${namedAtMost}`
    return reader.rows<CurrentRow>(sql, ids, own).map((row) => ({ definition, row }))
  })
}
