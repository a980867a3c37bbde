import { fromCells } from '../../shared/records/cell.ts'
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
const rankedSql = `
  select rowid as row from _search where _search match @match
    and rowid >= (select min(rowid) from (select rowid from _search where _search match @match order by rowid desc limit ${newest}))
  order by bm25(_search), rowid desc limit @limit`

/** Best among the newest 300 hits over all record types; `opds` limits types with an OPD to those (null: all). */
export const searchRecords = (
  reader: Reader,
  text: string,
  limit: number,
  opds: readonly string[] | null,
): Found[] => {
  const match = matchExpression(text)
  if (match === null) return []
  const types = new Map(
    reader.rows<{ n: number; type: string }>('select n, type from _type').map(({ n, type }) => [n, type]),
  )
  const hits = reader.statements.get(rankedSql).all({ match, limit: limit * 2 }) as { row: number }[]
  return hits.flatMap(({ row }) => load(reader, types.get(row % typesPerRow), row, opds)).slice(0, limit)
}

const load = (
  reader: Reader,
  type: string | undefined,
  row: number,
  opds: readonly string[] | null,
): Found[] => {
  const definition = type === undefined ? undefined : reader.catalogue.get(type)
  if (definition === undefined) return []
  const cells = reader.row<Record<string, Cell>>(
    `select * from "${definition.type}" where _row = ? and _deleted = 0`,
    row,
  )
  if (cells === undefined) return []
  if (opds !== null && definition.scope !== null && !opds.includes(String(cells[definition.scope]))) return []
  const values = fromCells(definition, cells) as { id: string }
  return [{ type: definition.type, id: values.id, title: definition.title(values), row: values }]
}
