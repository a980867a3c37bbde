import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Cell, Field } from '../../shared/records/field.ts'
import type { Catalogue } from '../../shared/records/index.ts'
import type { Sqlite } from './open.ts'
import { Statements } from './statements.ts'

/** Keys whose text is found by search; none of a sealed type or a confidential field. */
export const searchableKeys = (definition: AnyDefinition): string[] =>
  definition.sealed !== null
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

export const typesPerRow = 256
const typeMark = 0xe000

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
    select _row, char(${typeMark}) || (_row % ${typesPerRow}) || char(10) || words
    from (${wordsSql(definition, keys)} and _row ${which} ?) where words <> ''`

/** Rows of a type that the index must hold; null where search finds none of the type. */
export const indexedRowsSql = (definition: AnyDefinition): string | null => {
  const keys = searchableKeys(definition)
  return keys.length === 0 ? null : `select _row from (${wordsSql(definition, keys)}) where words <> ''`
}

/** Full-text index over all records, brought up to date once per commit: triggers per row would quarter the writes. */
export class SearchIndex {
  private readonly statements: Statements
  private readonly keys: ReadonlyMap<string, readonly string[]>
  /** The first row that is new since the last flush; later rows have greater numbers. */
  private readonly firstNew = new Map<AnyDefinition, number>()
  private readonly stale = new Map<number, AnyDefinition>()

  constructor(db: Sqlite, catalogue: Catalogue) {
    this.statements = new Statements(db)
    this.keys = new Map(
      [...catalogue.values()].map((definition) => [definition.type, searchableKeys(definition)]),
    )
  }

  clear(): void {
    this.firstNew.clear()
    this.stale.clear()
  }

  added(definition: AnyDefinition, row: number): void {
    if (!this.firstNew.has(definition)) this.firstNew.set(definition, row)
  }

  changed(definition: AnyDefinition, row: number, columns: readonly string[]): void {
    if (row >= (this.firstNew.get(definition) ?? Number.POSITIVE_INFINITY)) return
    const keys = this.keysOf(definition)
    if (columns.some((column) => column === '_deleted' || keys.includes(column)))
      this.stale.set(row, definition)
  }

  flush(): void {
    for (const [definition, row] of this.firstNew) this.index(definition, '>=', row)
    for (const [row, definition] of this.stale) {
      this.statements.get('delete from _search where rowid = ?').run(row)
      this.index(definition, '=', row)
    }
    this.clear()
  }

  private index(definition: AnyDefinition, which: '>=' | '=', row: number): void {
    const keys = this.keysOf(definition)
    if (keys.length > 0) this.statements.get(insertSql(definition, keys, which)).run(row)
  }

  private keysOf(definition: AnyDefinition): readonly string[] {
    return this.keys.get(definition.type) ?? []
  }
}
