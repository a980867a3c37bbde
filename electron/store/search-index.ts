import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Cell, Field } from '../../shared/records/field.ts'
import type { Catalogue } from '../../shared/records/index.ts'
import type { Sqlite } from './open.ts'
import { Statements } from './statements.ts'

/** Keys whose text is found by search; none of a sealed type or a confidential field. */
export const searchableKeys = (definition: AnyDefinition): string[] =>
  definition.sealed
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

/** A word that stands in every record of one type and that nobody can type: private-use characters are no words to a reader. */
export const typeWord = (typeNumber: number): string => `\uE000${typeNumber}`

const marked = (row: number, text: string): string => `${typeWord(row % typesPerRow)}\n${text}`

const insertSql = 'insert into _search (rowid, body) values (?, ?)'

/** Full-text index over all records, brought up to date once per commit: triggers per row would quarter the writes. */
export class SearchIndex {
  private readonly statements: Statements
  private readonly keys: ReadonlyMap<string, readonly string[]>
  private readonly fresh = new Map<number, string>()
  private readonly stale = new Map<number, AnyDefinition>()

  constructor(db: Sqlite, catalogue: Catalogue) {
    this.statements = new Statements(db)
    this.keys = new Map(
      [...catalogue.values()].map((definition) => [definition.type, searchableKeys(definition)]),
    )
  }

  clear(): void {
    this.fresh.clear()
    this.stale.clear()
  }

  added(definition: AnyDefinition, row: number, cells: Readonly<Record<string, Cell>>): void {
    const keys = this.keys.get(definition.type) ?? []
    if (keys.length > 0) this.fresh.set(row, textOf(keys, cells))
  }

  changed(definition: AnyDefinition, row: number, columns: readonly string[]): void {
    const keys = this.keys.get(definition.type) ?? []
    const concerns = columns.some((column) => column === '_deleted' || keys.includes(column))
    if (keys.length > 0 && concerns) this.stale.set(row, definition)
  }

  flush(): void {
    const insert = this.statements.get(insertSql)
    for (const [row, text] of this.fresh)
      if (text !== '' && !this.stale.has(row)) insert.run(row, marked(row, text))
    for (const [row, definition] of this.stale) this.reindex(row, definition)
    this.clear()
  }

  private reindex(row: number, definition: AnyDefinition): void {
    this.statements.get('delete from _search where rowid = ?').run(row)
    const select = this.statements.get(`select * from "${definition.type}" where _row = ? and _deleted = 0`)
    const cells = select.get(row) as Record<string, Cell> | undefined
    const text = cells === undefined ? '' : textOf(this.keys.get(definition.type) ?? [], cells)
    if (text !== '') this.statements.get(insertSql).run(row, marked(row, text))
  }
}
