import type { z } from 'zod'
import { type Failure, fail, ok, type Result } from '../../shared/contract/result.ts'
import type { recordMany, recordSaveMany, refusedRows } from '../../shared/contract/sheet.ts'
import { fromCells } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Field } from '../../shared/records/field.ts'
import { recordsTexts } from '../../shared/texts/records-core.ts'
import type { CommandContext, QueryContext } from '../feature.ts'
import { RefusedWrite } from '../store/failures.ts'
import type { Transaction } from '../store/transaction.ts'
import { editable, titleFor } from './editable.ts'
import { definitionFor, isListed, recordRowOf } from './list.ts'
import { vectorOf } from './vector.ts'
import { rowFor } from './visible.ts'

type Input = z.output<typeof recordSaveMany.input>
type Saved = z.input<typeof recordSaveMany.output>
type Row = Input['rows'][number]
type Refused = z.output<typeof refusedRows>[number]
type Counts = { created: number; changed: number }

/** Errors: `UnknownType`, `UnknownField`. */
export const manyRecords = (
  { reader, session }: QueryContext,
  { type, field, ids }: z.output<typeof recordMany.input>,
): Result<z.input<typeof recordMany.output>> => {
  const definition = definitionFor(reader, type)
  if (!definition.ok) return definition
  if (!isListed(definition.value, field))
    return fail('UnknownField', recordsTexts.unknownField(field), { field })
  const rows = ids.flatMap((id) => {
    const row = rowFor(reader, definition.value, id, session)
    if (row === null) return []
    const { values, titles, ...rest } = recordRowOf(reader, definition.value, row)
    const title = titles[field]
    return [
      {
        ...rest,
        values: { [field]: values[field] ?? null },
        titles: title === undefined ? {} : { [field]: title },
      },
    ]
  })
  return ok({ rows, seen: vectorOf(reader) })
}

/** How many of those that stand in the way are named. */
const namedAtMost = 100
const toldAtMost = 3

const namesOf = (refused: readonly Refused[]): string => {
  const first = refused
    .slice(0, toldAtMost)
    .map(({ title }) => `“${title}”`)
    .join(', ')
  return refused.length > toldAtMost ? recordsTexts.andMore(first, refused.length - toldAtMost) : first
}

/** One sentence for all of them; the officer sees each beside it. */
const failureOf = (refused: readonly Refused[]): Failure => {
  const stale = refused.filter(({ type }) => type === 'Stale')
  const [first] = refused
  const message =
    stale.length > 0
      ? recordsTexts.staleRows(stale.length, namesOf(stale))
      : recordsTexts.refusedRows(refused.length, namesOf(refused), first?.message ?? '')
  return {
    type: stale.length > 0 ? 'Stale' : (first?.type ?? ''),
    message,
    rows: refused.slice(0, namedAtMost),
  }
}

const titleOf = (
  { store, session }: CommandContext,
  definition: AnyDefinition,
  { id, values }: Row,
): string => {
  const reader = store.readerFor(definition.type)
  const row = id === null ? null : rowFor(reader, definition, id, session)
  return titleFor(reader, definition, row === null ? values : fromCells(definition, row))
}

const writeOne = (
  context: CommandContext,
  tx: Transaction,
  definition: AnyDefinition,
  { id, values }: Row,
): void => {
  const { type } = definition
  if (id === null) return void tx.create(type, values)
  const isThere = rowFor(context.store.readerFor(type), definition, id, context.session) !== null
  if (!isThere) tx.refuse(fail('NotFound', recordsTexts.notFound, { record: id }).error)
  tx.update(type, id, values)
}

/** Writes each row and gives those that stand in the way. A row that is refused leaves nothing: the transaction checks it before it writes. */
export const writeRows = (
  context: CommandContext,
  tx: Transaction,
  definition: AnyDefinition,
  rows: readonly Row[],
): readonly Refused[] => {
  const refused: Refused[] = []
  for (const row of rows) {
    try {
      writeOne(context, tx, definition, row)
    } catch (error) {
      if (!(error instanceof RefusedWrite)) throw error
      const { type, message } = error.failure
      refused.push({ id: row.id ?? '', title: titleOf(context, definition, row), type, message })
    }
  }
  return refused
}

/** Refuses the whole commit where rows stand in the way; else how many were made and changed so far. */
export const settleRows = (tx: Transaction, refused: readonly Refused[]): Counts => {
  if (refused.length > 0) tx.refuse(failureOf(refused))
  const created = tx.changes.filter(({ operation }) => operation === 'create').length
  return { created, changed: tx.changes.length - created }
}

const labelsOf = (definition: AnyDefinition, rows: readonly Row[]): string =>
  [...new Set(rows.flatMap(({ values }) => Object.keys(values)))]
    .map((key) => (definition.fields[key] as Field | undefined)?.facts.label ?? key)
    .join(', ')

const reasonOf = (definition: AnyDefinition, { rows, source }: Input): string => {
  const { plural } = definition
  const created = rows.filter(({ id }) => id === null).length
  return source === null
    ? recordsTexts.savedMany(plural, labelsOf(definition, rows), rows.length)
    : recordsTexts.imported(plural, source, created, rows.length - created)
}

/** Many records as one commit: all of them, or none and the names of those that stand in the way. */
export const saveMany = (context: CommandContext, input: Input): Result<Saved> => {
  const { store, actor } = context
  const definition = editable(store.readerFor(input.type), input.type)
  if (!definition.ok) return definition
  const done = store.commit(
    actor,
    reasonOf(definition.value, input),
    (tx) => settleRows(tx, writeRows(context, tx, definition.value, input.rows)),
    input.seen,
  )
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq, ...done.value.value }) : done
}
