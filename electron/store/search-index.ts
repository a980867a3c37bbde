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

const textOf = (keys: readonly string[], cells: Readonly<Record<string, Cell>>): string => {
  const parts: string[] = []
  for (const key of keys) {
    const cell = cells[key]
    if (cell !== null && cell !== undefined && cell !== '') parts.push(String(cell))
  }
  return parts.join('\n')
}

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
    for (const [row, text] of this.fresh) if (!this.stale.has(row) && text !== '') insert.run(row, text)
    for (const [row, definition] of this.stale) this.reindex(row, definition)
    this.clear()
  }

  private reindex(row: number, definition: AnyDefinition): void {
    this.statements.get('delete from _search where rowid = ?').run(row)
    const select = this.statements.get(`select * from "${definition.type}" where _row = ? and _deleted = 0`)
    const cells = select.get(row) as Record<string, Cell> | undefined
    const text = cells === undefined ? '' : textOf(this.keys.get(definition.type) ?? [], cells)
    if (text !== '') this.statements.get(insertSql).run(row, text)
  }
}
