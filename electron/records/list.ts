import type { RecordRow } from '../../shared/contract/records.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { fromCells, toCell } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Cell, Field } from '../../shared/records/field.ts'
import { recordsTexts } from '../../shared/texts/records-core.ts'
import { type Session, sealedElsewhere } from '../feature.ts'
import { checkedKey, type Reader } from '../store/reader.ts'
import { typeWord } from '../store/search/search-index.ts'
import { matchExpression } from '../store/search/search-words.ts'

export type Cursor = { readonly value: Cell; readonly row: number }
export type ListInput = {
  readonly type: string
  readonly search: string
  readonly filters: Readonly<Record<string, string | number | boolean | null>>
  readonly sort: { readonly field: string; readonly descending: boolean } | null
  readonly after: Cursor | null
  readonly limit: number
}
type Row = Readonly<Record<string, Cell>> & { readonly id: string; readonly _row: number }

/** Exact counts stop being worth their time here. */
const countedAtMost = 10_000

/** Errors: `UnknownType`; `Sealed` where this connection holds ciphertext alone. */
export const definitionFor = (reader: Reader, type: string): Result<AnyDefinition> => {
  const definition = reader.catalogue.get(type)
  if (definition === undefined || definition.internal)
    return fail('UnknownType', recordsTexts.unknownType, { record: type })
  return !definition.isSealed ? ok(definition) : fail(sealedElsewhere, recordsTexts.unknownType)
}

/** The titles of the records that a row points at, by field. */
export const titlesOf = (
  reader: Reader,
  definition: AnyDefinition,
  values: Readonly<Record<string, unknown>>,
): Record<string, string> => {
  const titles: Record<string, string> = {}
  for (const [key, field] of Object.entries(definition.fields) as [string, Field][]) {
    const id = values[key]
    if (field.facts.kind !== 'reference' || typeof id !== 'string') continue
    const target = reader.catalogue.get(field.facts.target)
    const found = target === undefined ? null : reader.find(target.type, id)
    titles[key] =
      target === undefined || found === null ? recordsTexts.goneReference : reader.titleOf(target, found)
  }
  return titles
}

const shown = (definition: AnyDefinition, values: Record<string, unknown>): Record<string, unknown> => {
  const { id: _id, ...rest } = values
  for (const [key, field] of Object.entries(definition.fields) as [string, Field][]) {
    if (field.facts.kind === 'bytes' || field.facts.isConfidential) delete rest[key]
  }
  return rest
}

export const recordRowOf = (reader: Reader, definition: AnyDefinition, row: Row): RecordRow => {
  const values = fromCells(definition, row) as { id: string }
  return {
    id: row.id,
    title: reader.titleOf(definition, values),
    values: shown(definition, values),
    titles: titlesOf(reader, definition, values),
  }
}

type Clause = { readonly sql: string; readonly values: readonly Cell[] }

const scopeClause = (definition: AnyDefinition, session: Session): Clause[] =>
  session.opds === null || definition.scope === null
    ? []
    : [
        {
          sql: `"${definition.scope}" in (select value from json_each(?))`,
          values: [JSON.stringify(session.opds)],
        },
      ]

/** Live records of a type that the officer may see, oldest first. */
export const visibleRows = (reader: Reader, session: Session, definition: AnyDefinition): readonly Row[] => {
  const scope = scopeClause(definition, session)
  const sql = `select * from "${definition.type}" where ${whereOf(scope)} order by _row`
  return reader.rows<Row>(sql, ...scope.flatMap(({ values }) => values))
}

const filterClauses = (definition: AnyDefinition, filters: ListInput['filters']): Clause[] =>
  Object.entries(filters).map(([key, value]) => {
    const made =
      key === 'id'
        ? { cell: String(value) }
        : toCell(definition.fields[checkedKey(definition, key)] as Field, value)
    // A value that the field cannot hold is in no row.
    return made === null ? { sql: '0', values: [] } : { sql: `"${key}" is ?`, values: [made.cell] }
  })

const searchClause = (reader: Reader, definition: AnyDefinition, text: string): Clause[] => {
  const match = matchExpression(reader, text)
  if (match === null) return []
  const { n } = reader.row<{ n: number }>('select n from _type where type = ?', definition.type) as {
    n: number
  }
  return [{ sql: '_search match ?', values: [`${typeWord(n)} AND (${match})`] }]
}

/** The index leads where words are searched, so that a page needs no more of its hits than it shows. */
const sourceOf = (definition: AnyDefinition, search: readonly Clause[]): string =>
  search.length === 0
    ? `"${definition.type}"`
    : `_search cross join "${definition.type}" on _row = _search.rowid`

/** Pages by key: the row after the last one shown, never by counting from the start. */
const cursorClause = (field: string, descending: boolean, after: Cursor | null): Clause[] => {
  if (after === null) return []
  const beyond = descending ? '<' : '>'
  if (field === '_row') return [{ sql: `_row ${beyond} ?`, values: [after.row] }]
  const tie = `("${field}" is ? and _row ${beyond} ?)`
  if (after.value === null)
    return descending
      ? [{ sql: tie, values: [null, after.row] }]
      : [{ sql: `(${tie} or "${field}" is not null)`, values: [null, after.row] }]
  const further = descending ? `("${field}" < ? or "${field}" is null)` : `"${field}" > ?`
  return [{ sql: `(${tie} or ${further})`, values: [after.value, after.row, after.value] }]
}

/** What is not shown orders and narrows no list either: it could be guessed from what is left. */
export const isListed = (definition: AnyDefinition, key: string): boolean => {
  if (key === 'id') return true
  const field = Object.hasOwn(definition.fields, key) ? (definition.fields[key] as Field) : null
  return field !== null && !field.facts.isConfidential && field.facts.kind !== 'bytes'
}

const whereOf = (clauses: readonly Clause[]): string =>
  ['_deleted = 0', ...clauses.map(({ sql }) => sql)].join(' and ')

export const listRecords = (reader: Reader, session: Session, input: ListInput) => {
  const found = definitionFor(reader, input.type)
  if (!found.ok) return found
  const definition = found.value
  const unknown = [...(input.sort === null ? [] : [input.sort.field]), ...Object.keys(input.filters)].find(
    (key) => !isListed(definition, key),
  )
  if (unknown !== undefined)
    return fail('UnknownField', recordsTexts.unknownField(unknown), { field: unknown })
  const field = input.sort === null ? '_row' : checkedKey(definition, input.sort.field)
  const descending = input.sort?.descending ?? true
  const search = searchClause(reader, definition, input.search)
  const source = sourceOf(definition, search)
  const narrowing = [
    ...scopeClause(definition, session),
    ...filterClauses(definition, input.filters),
    ...search,
  ]
  const clauses = [...narrowing, ...cursorClause(field, descending, input.after)]
  const direction = descending ? 'desc' : 'asc'
  const order =
    field === '_row'
      ? `${search.length === 0 ? '_row' : '_search.rowid'} ${direction}`
      : `"${field}" ${direction}, _row ${direction}`
  const sql = `select "${definition.type}".* from ${source} where ${whereOf(clauses)} order by ${order} limit ?`
  const rows = reader.rows<Row>(sql, ...clauses.flatMap(({ values }) => values), input.limit + 1)
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  const next =
    rows.length > input.limit && last !== undefined
      ? { value: field === '_row' ? null : plainCell(last[field]), row: last._row }
      : null
  const total = input.after === null ? countOf(reader, source, narrowing) : null
  return ok({ rows: page.map((row) => recordRowOf(reader, definition, row)), next, total })
}

const plainCell = (cell: Cell | undefined): string | number | null =>
  cell instanceof Uint8Array || cell === undefined ? null : cell

const countOf = (reader: Reader, source: string, clauses: readonly Clause[]): number | null => {
  const sql = `select count(*) as n from (select 1 from ${source} where ${whereOf(clauses)} limit ${countedAtMost + 1})`
  const { n } = reader.row<{ n: number }>(sql, ...clauses.flatMap(({ values }) => values)) as { n: number }
  return n > countedAtMost ? null : n
}
