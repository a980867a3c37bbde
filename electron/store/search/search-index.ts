import type { AnyDefinition } from '../../../shared/records/define.ts'
import type { Cell, Field } from '../../../shared/records/field.ts'
import type { Catalogue } from '../../../shared/records/index.ts'
import type { Sqlite } from '../open.ts'
import { typeNumberSql } from '../row.ts'
import { Statements } from '../statements.ts'

/** Keys whose text is found by search; none of a sealed type or a confidential field. */
export const searchableKeys = (definition: AnyDefinition): string[] =>
  definition.isSealed
    ? []
    : Object.keys(definition.fields).filter((key) => {
        const { isSearchable, isConfidential } = (definition.fields[key] as Field).facts
        return isSearchable && !isConfidential
      })

/** The words of a record that search finds, field by field. */
export const textOf = (keys: readonly string[], cells: Readonly<Record<string, Cell>>): string => {
  let text = ''
  for (const key of keys) {
    const cell = cells[key]
    if (cell === null || cell === undefined || cell === '') continue
    text = text === '' ? String(cell) : `${text}\n${cell}`
  }
  return text
}

/** No words to a reader: characters from here on are for private use. */
export const typeMark = 0xe000

/** A word that stands in every record of one type and that nobody can type: private-use characters are no words to a reader. */
export const typeWord = (typeNumber: number): string => `${String.fromCharCode(typeMark)}${typeNumber}`

/** Rows of a type that are not deleted, with the words that search finds them by, read from the table itself. */
const wordsSql = (definition: AnyDefinition, keys: readonly string[]): string => {
  const words = keys.map((key) => `nullif("${key}", '')`).join(', ')
  return `select _row, concat_ws(char(10), ${words}) as words from "${definition.type}" where _deleted = 0`
}

/** What the index holds of them: the rows are there already. */
const insertSql = (definition: AnyDefinition, keys: readonly string[], which: string): string =>
  `insert into _search (rowid, body)
    select _row, char(${typeMark}) || ${typeNumberSql} || char(10) || replace(words, char(${typeMark}), ' ')
    from (${wordsSql(definition, keys)} and _row ${which}) where words <> ''`

const these = 'in (select value from json_each(?))'

/** Rows of a type that the index must hold; null where search finds none of the type. */
export const indexedRowsSql = (definition: AnyDefinition): string | null => {
  const keys = searchableKeys(definition)
  return keys.length === 0 ? null : `select _row from (${wordsSql(definition, keys)}) where words <> ''`
}

/** A type of which search finds records. */
type Indexed = { readonly keys: readonly string[]; readonly insertFrom: string; readonly insertThese: string }

const indexedOf = (catalogue: Catalogue): ReadonlyMap<string, Indexed> => {
  const all = [...catalogue.values()].map((definition) => ({ definition, keys: searchableKeys(definition) }))
  return new Map(
    all
      .filter(({ keys }) => keys.length > 0)
      .map(({ definition, keys }) => [
        definition.type,
        {
          keys,
          insertFrom: insertSql(definition, keys, '>= ?'),
          insertThese: insertSql(definition, keys, these),
        },
      ]),
  )
}

/**
 * Full-text index over all records, brought up to date once per commit: triggers per row would quarter the writes. Rows go in
 * by one statement for all: each statement makes the index write out what it holds in memory.
 */
export class SearchIndex {
  private readonly statements: Statements
  private readonly indexed: ReadonlyMap<string, Indexed>
  /** By type the first row that is new since the last flush; later rows have greater numbers. */
  private readonly firstNew = new Map<string, number>()
  /** By type the older rows whose words changed. */
  private readonly stale = new Map<string, Set<number>>()

  constructor(db: Sqlite, catalogue: Catalogue) {
    this.statements = new Statements(db)
    this.indexed = indexedOf(catalogue)
  }

  clear(): void {
    this.firstNew.clear()
    this.stale.clear()
  }

  added({ type }: AnyDefinition, row: number): void {
    if (this.indexed.has(type) && !this.firstNew.has(type)) this.firstNew.set(type, row)
  }

  changed({ type }: AnyDefinition, row: number, columns: readonly string[]): void {
    const keys = this.indexed.get(type)?.keys
    if (keys === undefined || row >= (this.firstNew.get(type) ?? Number.POSITIVE_INFINITY)) return
    if (!columns.some((column) => column === '_deleted' || keys.includes(column))) return
    const rows = this.stale.get(type) ?? new Set()
    this.stale.set(type, rows.add(row))
  }

  flush(): void {
    for (const [type, { insertFrom, insertThese }] of this.indexed) {
      const [first, stale] = [this.firstNew.get(type), this.stale.get(type)]
      if (first !== undefined) this.statements.get(insertFrom).run(first)
      if (stale === undefined) continue
      const rows = JSON.stringify([...stale])
      this.statements.get(`delete from _search where rowid ${these}`).run(rows)
      this.statements.get(insertThese).run(rows)
    }
    this.clear()
  }
}
