import { fromCells } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Cell } from '../../shared/records/field.ts'
import type { Reader } from './reader.ts'

export type Found = {
  readonly type: string
  readonly id: string
  readonly title: string
  readonly row: Readonly<Record<string, unknown>>
}

const newest = 300
const typesPerRow = 256

/** Every word must occur, the last one may be unfinished. Quoting makes any input a valid expression. */
export const matchExpression = (text: string): string | null => {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu)
  if (words === null) return null
  return words.map((word, at) => (at === words.length - 1 ? `"${word}"*` : `"${word}"`)).join(' ')
}

// Ranking all hits of a common word takes half a second in a million rows: rank only the newest.
const newestSql = `
  select rowid as row from _search where _search match @match
    and rowid >= (select min(rowid) from (select rowid from _search where _search match @match order by rowid desc limit ${newest}))
  order by bm25(_search), rowid desc limit @limit`
const amongSql = `
  select rowid as row from _search where _search match @match and rowid in (select value from json_each(@rows))
  order by bm25(_search), rowid desc limit @limit`
const olderSql =
  'select rowid as row from _search where _search match ? and rowid < ? order by rowid desc limit 1000'
/** How far back the hits of other OPDs are passed over. */
const lookedAtMost = 50_000

type Types = ReadonlyMap<number, AnyDefinition>
type Hit = { readonly row: number }

const typesOf = (reader: Reader): Types =>
  new Map(
    reader.rows<{ n: number; type: string }>('select n, type from _type').flatMap(({ n, type }) => {
      const definition = reader.catalogue.get(type)
      return definition === undefined ? [] : [[n, definition] as const]
    }),
  )

const isWithin = (reader: Reader, types: Types, opds: string, row: number): boolean => {
  const definition = types.get(row % typesPerRow)
  if (definition === undefined || definition.scope === null) return definition !== undefined
  const sql = `select 1 from "${definition.type}" where _row = ? and "${definition.scope}" in (select value from json_each(?))`
  return reader.row(sql, row, opds) !== undefined
}

/** Rows of the newest 300 hits that an officer of these OPDs may see. */
const newestWithin = (reader: Reader, types: Types, match: string, opds: readonly string[]): number[] => {
  const within: number[] = []
  let before = Number.MAX_SAFE_INTEGER
  for (let looked = 0; looked < lookedAtMost && within.length < newest; ) {
    const hits = reader.rows<Hit>(olderSql, match, before)
    if (hits.length === 0) break
    looked += hits.length
    before = hits.at(-1)?.row ?? 0
    within.push(
      ...hits.map(({ row }) => row).filter((row) => isWithin(reader, types, JSON.stringify(opds), row)),
    )
  }
  return within.slice(0, newest)
}

const load = (reader: Reader, types: Types, row: number): Found[] => {
  const definition = types.get(row % typesPerRow)
  if (definition === undefined) return []
  const cells = reader.row<Record<string, Cell>>(
    `select * from "${definition.type}" where _row = ? and _deleted = 0`,
    row,
  )
  if (cells === undefined) return []
  const values = fromCells(definition, cells) as { id: string }
  return [{ type: definition.type, id: values.id, title: definition.title(values), row: values }]
}

/** Best among the newest 300 hits over all record types; `opds` limits types with an OPD to those (null: all). */
export const searchRecords = (
  reader: Reader,
  text: string,
  limit: number,
  opds: readonly string[] | null,
): Found[] => {
  const match = matchExpression(text)
  if (match === null) return []
  const types = typesOf(reader)
  const rows = opds === null ? null : JSON.stringify(newestWithin(reader, types, match, opds))
  const hits =
    rows === null
      ? reader.statements.get(newestSql).all({ match, limit })
      : reader.statements.get(amongSql).all({ match, limit, rows })
  return (hits as Hit[]).flatMap(({ row }) => load(reader, types, row))
}
