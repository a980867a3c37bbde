import type { Statement } from 'better-sqlite3-multiple-ciphers'
import {
  type Clocks,
  type Dot,
  decodeClocks,
  dotsOf,
  encodeClocks,
  sameDot,
  setDots,
} from '../../shared/clock/dots.ts'
import { knows } from '../../shared/clock/heads.ts'
import type { Seen } from '../../shared/commit/header.ts'
import { deletedKey, type RowChange } from '../../shared/commit/part.ts'
import type { Cells } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Cell } from '../../shared/records/field.ts'
import type { Catalogue } from '../../shared/records/index.ts'
import { mergeUnit, type PastOf, type Step, stepsOfUnit, unitsIn } from './merge.ts'
import type { Sqlite } from './open.ts'
import { SearchIndex, typesPerRow } from './search-index.ts'
import { Statements } from './statements.ts'
import { asNow } from './upcast.ts'

export type CurrentRow = Readonly<Record<string, Cell>> & {
  readonly id: string
  readonly _row: number
  readonly _deleted: number
  readonly _clock: Uint8Array | null
}

/** The commit that a change comes from, as far as projecting needs it. */
export type Origin = {
  readonly device: string
  readonly seq: number
  readonly hlc: number
  readonly seen: Seen
  readonly arrival: number
  /** Version of the definitions with which it was made. */
  readonly definitions: number
}

/** `values` is filled anew for each row: thousands of rows make no thousands of lists. */
type Insert = { readonly statement: Statement; readonly keys: readonly string[]; readonly values: Cell[] }

/** Turns row changes into rows. The same path serves an officer's save, a rebuild and commits of other devices. */
export class Projector {
  readonly search: SearchIndex
  readonly statements: Statements
  private readonly db: Sqlite
  private readonly catalogue: Catalogue
  private readonly past: PastOf
  private readonly typeNumbers: ReadonlyMap<string, number>
  private readonly inserts = new Map<string, Insert>()
  private touchStatement: Statement | undefined
  private counter: number

  constructor(db: Sqlite, catalogue: Catalogue, past: PastOf) {
    this.db = db
    this.catalogue = catalogue
    this.past = past
    this.statements = new Statements(db)
    const numbers = db.prepare('select n, type from _type').all() as { n: number; type: string }[]
    this.typeNumbers = new Map(numbers.map(({ n, type }) => [type, n]))
    this.search = new SearchIndex(db, catalogue)
    this.counter = this.greatestCounter()
  }

  /** Forgets what a rolled-back transaction had pending. */
  reset(): void {
    this.search.clear()
    this.counter = this.greatestCounter()
  }

  current(definition: AnyDefinition, id: string): CurrentRow | null {
    return (
      (this.statements.get(`select * from "${definition.type}" where id = ?`).get(id) as
        | CurrentRow
        | undefined) ?? null
    )
  }

  /**
   * A change of a type that this version does not know stays in the log and projects after an upgrade.
   * `known`: the row as the caller has it, null where it cannot be there yet.
   */
  apply(logged: RowChange, origin: Origin, known?: CurrentRow | null): void {
    const definition = this.catalogue.get(logged.type)
    if (definition === undefined) this.defer()
    if (definition === undefined || definition.sealed) return
    const change = asNow(definition, logged, origin.definitions)
    if (change !== logged && knowsLess(change, logged)) this.defer()
    const row = known === undefined ? this.current(definition, change.id) : known
    if (row === null) this.insert(definition, change, origin)
    else this.update(definition, row, change, origin)
  }

  /** What is not understood waits in the log: the next upgrade then projects it anew. */
  private defer(): void {
    this.statements.get(`insert or ignore into _meta (key, value) values ('deferred', '1')`).run()
  }

  private insert(definition: AnyDefinition, change: RowChange, origin: Origin): void {
    const { statement, keys, values } = this.insertFor(definition)
    this.counter += 1
    const row = this.counter * typesPerRow + (this.typeNumbers.get(definition.type) ?? 0)
    const deleted = change.cells[deletedKey] === 1 ? 1 : 0
    values[0] = row
    values[1] = change.id
    values[2] = deleted
    values[3] = clockOfStub(definition, change, origin)
    for (let n = 0; n < keys.length; n += 1) values[n + 4] = change.cells[keys[n] as string] ?? null
    statement.run(values)
    this.search.added(definition, row)
    if (change.operation === 'update') this.touch(change.id, origin.arrival)
  }

  private update(definition: AnyDefinition, row: CurrentRow, change: RowChange, origin: Origin): void {
    const clocks = decodeClocks(row._clock)
    const wasDisputed = isDisputed(clocks)
    this.touch(change.id, origin.arrival)
    const cells: Record<string, Cell> = {}
    for (const [unit, written] of unitsIn(definition, change.cells))
      Object.assign(cells, this.merge(definition, row, clocks, unit, { ...origin, cells: written }))
    this.write(definition, row, clocks, cells)
    if (wasDisputed || isDisputed(clocks)) this.noteDispute(definition, change.id, isDisputed(clocks))
  }

  private write(definition: AnyDefinition, row: CurrentRow, clocks: Clocks, cells: Cells): void {
    const keys = Object.keys(cells)
    const columns = keys.map((key) => (key === deletedKey ? '_deleted' : key))
    const sql = `update "${definition.type}" set _clock = ?${columns.map((column) => `, "${column}" = ?`).join('')} where _row = ?`
    this.statements.get(sql).run(encodeClocks(clocks), ...keys.map((key) => cells[key] as Cell), row._row)
    this.search.changed(definition, row._row, columns)
  }

  /** Brings a change into the clock of its unit and gives the cells that the unit then shows. */
  private merge(definition: AnyDefinition, row: CurrentRow, clocks: Clocks, unit: string, step: Step): Cells {
    const heads = dotsOf(row.id, clocks, unit)
    if (heads.every((head) => knows(step, head))) {
      setDots(row.id, clocks, unit, [step])
      return step.cells
    }
    const past = this.past(row.id).filter((one) => !sameDot(one, step))
    const merged = mergeUnit(definition, unit, [...stepsOfUnit(definition, past, unit), step])
    setDots(row.id, clocks, unit, merged.heads)
    return merged.cells
  }

  private noteDispute(definition: AnyDefinition, id: string, disputed: boolean): void {
    if (disputed)
      this.statements
        .get('insert or ignore into _dispute (record, type) values (?, ?)')
        .run(id, definition.type)
    else this.statements.get('delete from _dispute where record = ?').run(id)
  }

  private touch(record: string, arrival: number): void {
    this.touchStatement ??= this.db.prepare('insert or ignore into _touch (record, arrival) values (?, ?)')
    this.touchStatement.run(record, arrival)
  }

  private insertFor(definition: AnyDefinition): Insert {
    const known = this.inserts.get(definition.type)
    if (known !== undefined) return known
    const keys = Object.keys(definition.fields)
    const columns = ['_row', 'id', '_deleted', '_clock', ...keys].map((key) => `"${key}"`)
    const sql = `insert into "${definition.type}" (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`
    const made = { statement: this.db.prepare(sql), keys, values: [] }
    this.inserts.set(definition.type, made)
    return made
  }

  private greatestCounter(): number {
    const rows = [...this.catalogue.values()].map(({ type }) => {
      const found = this.db.prepare(`select max(_row) as row from "${type}"`).get() as { row: number | null }
      return found.row ?? 0
    })
    return Math.floor(Math.max(0, ...rows) / typesPerRow)
  }
}

const knowsLess = (change: RowChange, logged: RowChange): boolean =>
  Object.keys(change.cells).length < Object.keys(logged.cells).length

const isDisputed = (clocks: Clocks): boolean => [...clocks.values()].some((dots) => dots.length > 1)

/** Only a row whose making has not arrived needs a clock of its own. */
const clockOfStub = (definition: AnyDefinition, change: RowChange, origin: Origin): Uint8Array | null =>
  change.operation === 'create'
    ? null
    : encodeClocks(
        new Map([...unitsIn(definition, change.cells).keys()].map((unit) => [unit, [dotOf(origin)]])),
      )

const dotOf = ({ device, seq }: Dot): Dot => ({ device, seq })
