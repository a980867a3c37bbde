import type { Seen } from '../../shared/commit/header.ts'
import { fromCells } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Cell, Field } from '../../shared/records/field.ts'
import type { Catalogue, Records } from '../../shared/records/index.ts'
import type { RefusedCommit } from './judging/refused.ts'
import { lastSeqsSql } from './log.ts'
import type { Sqlite } from './open.ts'
import { Statements } from './statements.ts'

/** Prepared SQL over the projections of one database, and records as the program sees them. */
export class Reader {
  readonly statements: Statements
  readonly catalogue: Catalogue

  constructor(sqlite: Sqlite, catalogue: Catalogue) {
    this.catalogue = catalogue
    this.statements = new Statements(sqlite)
  }

  /** Where the log of the file and what is this device's own are read: elsewhere than opened sealed records. */
  get file(): Reader {
    return this
  }

  /** Refused changes of sealed records: known only where they are open. */
  refusedSealed(): readonly RefusedCommit[] {
    return []
  }

  rows<T>(sql: string, ...parameters: unknown[]): T[] {
    return this.statements.get(sql).all(...parameters) as T[]
  }

  row<T>(sql: string, ...parameters: unknown[]): T | undefined {
    return this.statements.get(sql).get(...parameters) as T | undefined
  }

  /** Last seq of each device's log that this connection sees now. */
  vector(): Seen {
    return Object.fromEntries(
      this.rows<{ device: string; seq: number }>(lastSeqsSql).map(({ device, seq }) => [device, seq]),
    )
  }

  definition(type: string): AnyDefinition {
    const found = this.catalogue.get(type)
    if (found === undefined) throw new TypeError(`unknown record type ${type}`)
    return found
  }

  /** What a record is called, also by what it refers to; a title says nothing of a title's own references. */
  titleOf(definition: AnyDefinition, values: Readonly<Record<string, unknown>>): string {
    return definition.title(values, (field) => {
      const target = this.catalogue.get((definition.fields[field] as Field | undefined)?.facts.target ?? '')
      const found = target === undefined ? null : this.find(target.type, String(values[field]))
      return target === undefined || found === null ? '' : target.title(found)
    })
  }

  /** A live record as the program sees it, or null. */
  find<T extends keyof Records & string>(type: T, id: string): Records[T] | null
  find(type: string, id: string): Record<string, unknown> | null
  find(type: string, id: string): Record<string, unknown> | null {
    const row = this.row<Record<string, Cell>>(
      `select * from "${this.definition(type).type}" where id = ? and _deleted = 0`,
      id,
    )
    return row === undefined ? null : fromCells(this.definition(type), row)
  }

  /** Live records where the named fields have the given cells, oldest first. */
  where<T extends keyof Records & string>(
    type: T,
    match: Partial<Record<keyof Records[T] & string, Cell>>,
  ): Records[T][]
  where(type: string, match: Readonly<Record<string, Cell>>): Record<string, unknown>[]
  where(type: string, match: Readonly<Record<string, Cell>>): Record<string, unknown>[] {
    const definition = this.definition(type)
    const keys = Object.keys(match)
    const tests = keys.map((key) => ` and "${checkedKey(definition, key)}" is ?`).join('')
    const sql = `select * from "${definition.type}" where _deleted = 0${tests} order by _row`
    return this.rows<Record<string, Cell>>(sql, ...keys.map((key) => match[key])).map((row) =>
      fromCells(definition, row),
    )
  }
}

export const checkedKey = (definition: AnyDefinition, key: string): string => {
  if (key !== 'id' && !Object.hasOwn(definition.fields, key))
    throw new TypeError(`${definition.type} has no field ${key}`)
  return key
}
