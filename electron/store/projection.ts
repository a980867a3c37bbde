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
import { type AnyDefinition, fieldsOfUnit } from '../../shared/records/define.ts'
import type { Cell } from '../../shared/records/field.ts'
import type { Catalogue } from '../../shared/records/index.ts'
import { type LockAct, LockBook } from './locks.ts'
import { cellsOfMerged, mergeRecord, unitsIn } from './merge.ts'
import type { Sqlite } from './open.ts'
import type { PastOf, Step } from './past.ts'
import { type CurrentRow, counterOf, rowNumber } from './row.ts'
import { SearchIndex } from './search/search-index.ts'
import { recordSql, Statements } from './statements.ts'
import type { UnreadReason } from './unread.ts'
import { readAsNow } from './upcast.ts'

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

type Update = {
  readonly definition: AnyDefinition
  readonly keys: readonly string[]
  readonly columns: readonly string[]
  readonly sql: string
}

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, n) => one === b[n])

const nothingApplied = () => ({ origin: { device: '', seq: 0 }, steps: new Map<string, Step>() })

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
  private lastUpdate: Update | undefined
  private counter: number
  private readonly locks: LockBook
  private applying: { readonly origin: Dot; readonly steps: Map<string, Step> } = nothingApplied()

  constructor(db: Sqlite, catalogue: Catalogue, past: PastOf) {
    this.db = db
    this.catalogue = catalogue
    this.past = past
    this.statements = new Statements(db)
    const numbers = db.prepare('select n, type from _type').all() as { n: number; type: string }[]
    this.typeNumbers = new Map(numbers.map(({ n, type }) => [type, n]))
    this.search = new SearchIndex(db, catalogue)
    this.locks = new LockBook(catalogue, past, {
      current: (definition, id) => this.current(definition, id),
      lockedWith: (definition, holder) => this.lockedWith(definition, holder),
    })
    this.counter = this.greatestCounter()
  }

  /** Forgets what a rolled-back transaction had pending. */
  reset(): void {
    this.search.clear()
    this.locks.forget()
    this.applying = nothingApplied()
    this.counter = this.greatestCounter()
  }

  current(definition: AnyDefinition, id: string): CurrentRow | null {
    return (this.statements.get(recordSql(definition)).get(id) as CurrentRow | undefined) ?? null
  }

  private lockedWith({ type, lockedWith }: AnyDefinition, holder: string): readonly CurrentRow[] {
    return this.statements
      .get(`select * from "${type}" where "${lockedWith}" = ?`)
      .all(holder) as CurrentRow[]
  }

  private mustHave(definition: AnyDefinition, id: string): CurrentRow {
    const row = this.current(definition, id)
    if (row === null) throw new TypeError(`${definition.type} ${id} is not there`)
    return row
  }

  /** A change from the log: what this version cannot read of it is noted, and projects after an upgrade. */
  apply(logged: RowChange, origin: Origin): void {
    const { type, id } = logged
    const definition = this.catalogue.get(type)
    if (definition === undefined) this.noteUnread(origin, { reason: 'type', type, record: '', key: '' })
    // What is sealed comes in sealed parts alone, and is projected beside the file.
    if (definition === undefined || definition.isSealed) return
    const { change, unread } = readAsNow(definition, logged, origin.definitions)
    for (const { reason, key } of unread)
      this.noteUnread(origin, { reason, type, record: reason === 'value' ? id : '', key })
    this.project(definition, change, origin, this.current(definition, id))
  }

  /** A change in terms of today's definition. `row`: as the caller has it, null where it is not there yet. */
  project(definition: AnyDefinition, change: RowChange, origin: Origin, row: CurrentRow | null): void {
    if (row === null) this.insert(definition, change, origin)
    else this.update(definition, row, change, origin)
  }

  /** What cannot be read waits in the log: an upgrade then projects all of it anew. */
  noteUnread({ arrival }: Origin, { reason, type, record, key }: NoteOfUnread): void {
    this.statements
      .get('insert or ignore into _unread (arrival, type, record, key, reason) values (?, ?, ?, ?, ?)')
      .run(arrival, type, record, key, reason)
  }

  private insert(definition: AnyDefinition, change: RowChange, origin: Origin): void {
    const { statement, keys, values } = this.insertFor(definition)
    this.counter += 1
    const row = rowNumber(this.counter, this.typeNumbers.get(definition.type) ?? 0)
    const deleted = change.cells[deletedKey] === 1 ? 1 : 0
    values[0] = row
    values[1] = change.id
    values[2] = deleted
    values[3] = clockOfUnmade(definition, change, origin)
    for (let n = 0; n < keys.length; n += 1) values[n + 4] = change.cells[keys[n] as string] ?? null
    statement.run(values)
    this.search.added(definition, row)
    // The id of a record names the commit that made it.
    if (change.operation === 'update') this.touch(change.id, origin.arrival)
    const step = this.noteStep(change, origin)
    const acts = this.locks.note(definition, change.id, step)
    if (this.locks.unknownTo(definition, { ...change.cells, id: change.id }, step).length > 0)
      this.mergeAnew(definition, this.mustHave(definition, change.id))
    this.meetLocks(definition, change.id, acts)
  }

  private update(definition: AnyDefinition, row: CurrentRow, change: RowChange, origin: Origin): void {
    const step = this.noteStep(change, origin)
    this.touch(change.id, origin.arrival)
    const clocks = decodeClocks(row._clock)
    const units = [...unitsIn(definition, change.cells).keys()]
    if (this.knowsAllItMeets(definition, row, clocks, step, change.cells))
      this.replace(definition, row, clocks, units, { ...step, cells: change.cells })
    else this.mergeAnew(definition, row)
    this.meetLocks(definition, change.id, this.locks.note(definition, change.id, step))
  }

  /**
   * Whether a change ends as `mergeAnew` would, without a look into the log: who knows every head of a unit knows, by way of them, all
   * that was ever written there, and is its only head; who knows the deletion, or deleting knows every unit, leaves nothing
   * beside a deletion; units are written whole; and no lock stands that the change did not know.
   */
  private knowsAllItMeets(
    definition: AnyDefinition,
    row: CurrentRow,
    clocks: Clocks,
    step: Step,
    cells: Cells,
  ): boolean {
    const units = [...unitsIn(definition, cells).keys(), ...unitsMet(clocks, cells)]
    return (
      units.every((unit) => dotsOf(row.id, clocks, unit).every((dot) => knows(step, dot))) &&
      hasWholeUnits(definition, cells) &&
      this.locks.unknownTo(definition, row, step).length === 0
    )
  }

  /** The usual change: whoever made it knew all that it replaces. */
  private replace(
    definition: AnyDefinition,
    row: CurrentRow,
    clocks: Clocks,
    units: readonly string[],
    step: Step,
  ): void {
    const wasDisputed = isDisputed(clocks)
    for (const unit of units) setDots(row.id, clocks, unit, [step])
    this.write(definition, row, clocks, step.cells)
    if (wasDisputed) this.noteDispute(definition, row.id, isDisputed(clocks))
  }

  /**
   * Notes and gives what the commit that is applied now did to a record so far: a commit of this device is projected before it is in
   * the log. `mergeAnew` reads it, also of a record that a lock of the same commit met.
   */
  private noteStep({ type, id, operation, cells }: RowChange, origin: Origin): Step {
    if (!sameDot(this.applying.origin, origin)) this.applying = { origin, steps: new Map() }
    const name = `${type} ${id}`
    const before = this.applying.steps.get(name)?.cells ?? (operation === 'create' ? { [deletedKey]: 0 } : {})
    const step = { ...origin, cells: { ...before, ...cells } }
    this.applying.steps.set(name, step)
    return step
  }

  /** Changes that came before a lock of which they did not know become proposals. */
  private meetLocks(definition: AnyDefinition, id: string, acts: readonly LockAct[]): void {
    for (const act of acts)
      for (const met of this.locks.metBy(act, definition, id)) this.mergeAnew(met.definition, met.row)
  }

  /** All units of a record from all that was ever done to it. */
  private mergeAnew(definition: AnyDefinition, row: CurrentRow): void {
    const own = this.applying.steps.get(`${definition.type} ${row.id}`)
    const past = this.past(definition.type, row.id)
    const steps = own === undefined ? past : [...past.filter((one) => !sameDot(one, own)), own]
    const merged = mergeRecord(definition, row.id, steps, this.locks.closing(definition, row.id, steps))
    const clocks = decodeClocks(row._clock)
    for (const [unit, { heads }] of merged) setDots(row.id, clocks, unit, heads)
    this.write(definition, row, clocks, cellsOfMerged(merged))
    this.noteDispute(definition, row.id, isDisputed(clocks))
  }

  private write(definition: AnyDefinition, row: CurrentRow, clocks: Clocks, cells: Cells): void {
    const keys = Object.keys(cells)
    const { sql, columns } = this.updateOf(definition, keys)
    this.statements.get(sql).run(encodeClocks(clocks), ...keys.map((key) => cells[key] as Cell), row._row)
    this.search.changed(definition, row._row, columns)
  }

  /** Changes of a commit come in runs that set the same keys. */
  private updateOf(definition: AnyDefinition, keys: readonly string[]): Update {
    const last = this.lastUpdate
    if (last?.definition === definition && isSameList(last.keys, keys)) return last
    const columns = keys.map((key) => (key === deletedKey ? '_deleted' : key))
    const sets = columns.map((column) => `, "${column}" = ?`).join('')
    const sql = `update "${definition.type}" set _clock = ?${sets} where _row = ?`
    this.lastUpdate = { definition, keys, columns, sql }
    return this.lastUpdate
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
    return counterOf(Math.max(0, ...rows))
  }
}

/** `record` is empty where it is about all records of the commit. */
type NoteOfUnread = {
  readonly reason: UnreadReason
  readonly type: string
  readonly record: string
  readonly key: string
}

/** Whether units are written whole: an earlier version may not have known all of their fields. */
const hasWholeUnits = (definition: AnyDefinition, cells: Cells): boolean => {
  for (const key in cells)
    if (!fieldsOfUnit(definition, key).every((field) => Object.hasOwn(cells, field))) return false
  return true
}

/** Units that a change meets beside its own: whoever deletes a record replaces all of it. */
const unitsMet = (clocks: Clocks, cells: Cells): Iterable<string> => {
  if (Object.hasOwn(cells, deletedKey)) return clocks.keys()
  return clocks.has(deletedKey) ? [deletedKey] : []
}

const isDisputed = (clocks: Clocks): boolean => [...clocks.values()].some((dots) => dots.length > 1)

/** A change of a record that this log did not make is refused where it is judged; a rebuild by old verdicts may still meet one. */
const clockOfUnmade = (definition: AnyDefinition, change: RowChange, origin: Origin): Uint8Array | null =>
  change.operation === 'create'
    ? null
    : encodeClocks(
        new Map([...unitsIn(definition, change.cells).keys()].map((unit) => [unit, [dotOf(origin)]])),
      )

const dotOf = ({ device, seq }: Dot): Dot => ({ device, seq })
