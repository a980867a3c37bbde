import { fromCells } from '../../../shared/records/cell.ts'
import type { AnyDefinition } from '../../../shared/records/define.ts'
import type { Cell } from '../../../shared/records/field.ts'
import type { Reader } from '../reader.ts'
import { typeNumberOf } from '../row.ts'
import { searchableKeys, textOf, typeWord } from './search-index.ts'
import { type Candidate, rank } from './search-rank.ts'
import { matchExpression, wordsOf } from './search-words.ts'

export type Found = {
  readonly type: string
  readonly id: string
  readonly title: string
  readonly row: Readonly<Record<string, unknown>>
}

/** Ranking all hits of a common word takes half a second in a million rows: only the newest of all, and of each type, compete. */
const newest = 300
const newestOfType = 50
/** How far back the hits of other OPDs are passed over. */
const lookedAtMost = 50_000
const hitsSql =
  'select rowid as row from _search where _search match ? and rowid < ? order by rowid desc limit ?'

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
  const definition = types.get(typeNumberOf(row))
  if (definition === undefined || definition.scope === null) return definition !== undefined
  const sql = `select 1 from "${definition.type}" where _row = ? and "${definition.scope}" in (select value from json_each(?))`
  return reader.row(sql, row, opds) !== undefined
}

/** The newest rows that match and that an officer of these OPDs may see (null: all OPDs). */
const newestRows = (
  reader: Reader,
  types: Types,
  match: string,
  opds: readonly string[] | null,
  most: number,
): number[] => {
  const within: number[] = []
  const scope = JSON.stringify(opds)
  let before = Number.MAX_SAFE_INTEGER
  for (let looked = 0; looked < lookedAtMost && within.length < most; ) {
    const hits = reader.rows<Hit>(hitsSql, match, before, opds === null ? most : 1000)
    if (hits.length === 0) break
    looked += hits.length
    before = hits.at(-1)?.row ?? 0
    for (const { row } of hits) if (opds === null || isWithin(reader, types, scope, row)) within.push(row)
  }
  return within.slice(0, most)
}

/** The few OPDs must be found beside a million budget rows that name them: where the newest hits are not all, each type adds its own. */
const competing = (
  reader: Reader,
  types: Types,
  match: string,
  opds: readonly string[] | null,
): ReadonlySet<number> => {
  const rows = new Set(newestRows(reader, types, match, opds, newest))
  if (rows.size < newest) return rows
  for (const n of types.keys())
    for (const row of newestRows(reader, types, `${typeWord(n)} AND (${match})`, opds, newestOfType))
      rows.add(row)
  return rows
}

const candidatesOf = (reader: Reader, definition: AnyDefinition, rows: readonly number[]): Candidate[] => {
  const keys = searchableKeys(definition)
  const columns = keys.map((key) => `, "${key}"`).join('')
  const sql = `select _row${columns} from "${definition.type}" where _deleted = 0 and _row in (select value from json_each(?))`
  return reader
    .rows<Record<string, Cell> & { readonly _row: number }>(sql, JSON.stringify(rows))
    .map((cells) => ({ row: cells._row, text: textOf(keys, cells) }))
}

const load = (reader: Reader, types: Types, row: number): Found[] => {
  const definition = types.get(typeNumberOf(row))
  if (definition === undefined) return []
  const cells = reader.row<Record<string, Cell>>(`select * from "${definition.type}" where _row = ?`, row)
  if (cells === undefined) return []
  const values = fromCells(definition, cells) as { id: string }
  return [{ type: definition.type, id: values.id, title: reader.titleOf(definition, values), row: values }]
}

/** Best among the newest hits over all record types, `ofType` of one at most; `opds` limits types with an OPD to those (null: all). */
export const searchRecords = (
  reader: Reader,
  text: string,
  limit: number,
  opds: readonly string[] | null,
  ofType = limit,
): Found[] => {
  const match = matchExpression(reader, text)
  if (match === null) return []
  const types = typesOf(reader)
  const rows = [...competing(reader, types, match, opds)]
  const byType = Map.groupBy(rows, (row) => typeNumberOf(row))
  const candidates = [...byType].flatMap(([n, some]) => {
    const definition = types.get(n)
    return definition === undefined ? [] : candidatesOf(reader, definition, some)
  })
  const counts = new Map<number, number>()
  const hasRoom = (row: number): boolean => {
    const n = typeNumberOf(row)
    counts.set(n, (counts.get(n) ?? 0) + 1)
    return (counts.get(n) ?? 0) <= ofType
  }
  return rank(candidates, wordsOf(text))
    .filter(hasRoom)
    .slice(0, limit)
    .flatMap((row) => load(reader, types, row))
}
