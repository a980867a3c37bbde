import { covers, type Dot, decodeClocks, dotsOf } from '../../shared/clock/dots.ts'
import { millisecondsOf } from '../../shared/clock/hlc.ts'
import { formatRecordId } from '../../shared/commit/id.ts'
import { deletedKey, type RowChange } from '../../shared/commit/part.ts'
import { type Failure, fail } from '../../shared/contract/result.ts'
import { type Cells, sameCell, toCells } from '../../shared/records/cell.ts'
import { type AnyDefinition, fieldsOfUnit, unitOf } from '../../shared/records/define.ts'
import type { Cell } from '../../shared/records/field.ts'
import type { Records } from '../../shared/records/index.ts'
import type { Grant } from '../../shared/rules/access/index.ts'
import { storeTexts } from '../../shared/texts/store.ts'
import { settledState, statesAsOf } from './as-of.ts'
import { RefusedWrite } from './failures.ts'
import {
  type AuthorsView,
  faultOf,
  isMadeBy,
  ownersFault,
  type Rule,
  type RuledChange,
  recordRightFault,
  rightsFault,
  stateSaid,
  withdrawsLock,
} from './judging/lawful.ts'
import { recoveryEvent } from './judging/recovery.ts'
import type { Origin, Projector } from './projection.ts'
import type { Reader } from './reader.ts'
import type { CurrentRow } from './row.ts'

const refuse = (failed: { readonly error: Failure }): never => {
  throw new RefusedWrite(failed.error)
}

type Values<T extends string> = T extends keyof Records
  ? Partial<Omit<Records[T], 'id'>>
  : Readonly<Record<string, unknown>>

/** A rule of this device, before it writes. What others wrote in the meantime is none of its business. */
export type Guard = (
  change: RuledChange & {
    readonly row: CurrentRow | null
    readonly reader: Reader
    /** Milliseconds since 1970. */
    readonly now: number
  },
) => Failure | null

type Context = {
  readonly reader: Reader
  readonly projector: Projector
  readonly origin: Origin
  readonly officer: string
  readonly grants: readonly Grant[]
  readonly rules: readonly Rule[]
  readonly guards: readonly Guard[]
  /** Null while there is no workspace. */
  readonly elsewhere: Elsewhere | null
  /** The reader that knows records of a type. */
  readonly readerOf: (type: string) => Reader
  /** Where changes of sealed records are projected; null while nobody may read any. */
  readonly sealed: Side | null
}
type Side = { readonly projector: Projector; readonly origin: Origin }
/**
 * What other devices will judge this commit by: what its author knew. `asKnown`: records as its author knew them, deleted or not, and
 * their states; null where the author knew all that is here.
 */
export type Elsewhere = {
  readonly grants: readonly Grant[]
  readonly asKnown: { readonly row: RuledChange['look']; readonly states: RuledChange['states'] } | null
  /** As in `AuthorsView`. */
  readonly rowAsChainKnew: AuthorsView['rowAsChainKnew']
}

/** The only way to write: what it changes is applied at once and logged, signed and indexed when the commit ends. */
export class Transaction {
  readonly changes: RowChange[] = []
  /** Signed with the commit: what it is about, beside its reason. */
  readonly facts: Record<string, string> = {}
  readonly read: Reader
  private readonly context: Context
  /** By record: the cells that this commit set so far. */
  private readonly changedHere = new Map<string, Cells>()
  private made = 0

  constructor(context: Context) {
    this.context = context
    this.read = context.reader
  }

  /** Makes a record and gives its id. Values of unknown fields or wrong kinds refuse the whole commit. */
  create<T extends string>(type: T, values: Values<T>): string {
    const definition = this.read.definition(type)
    const cells = this.cellsOf(definition, values as Record<string, unknown>)
    this.check(definition, null, cells)
    this.made += 1
    const id = formatRecordId(this.context.origin.device, this.context.origin.seq, this.made)
    this.apply(definition, { type, id, operation: 'create', cells }, null)
    return id
  }

  /** Changes the given fields. A value that the officer had not seen refuses the whole commit (`Stale`). */
  update<T extends string>(type: T, id: string, values: Values<T>): void {
    const definition = this.read.definition(type)
    const row = this.mustExist(definition, id)
    this.change(definition, row, this.cellsOf(definition, values as Record<string, unknown>))
  }

  remove(type: string, id: string): void {
    const definition = this.read.definition(type)
    this.change(definition, this.mustExist(definition, id), { [deletedKey]: 1 })
  }

  mayChange(definition: AnyDefinition, row: CurrentRow): boolean {
    return this.rightFault(definition, row) === null
  }

  private rightFault(definition: AnyDefinition, row: CurrentRow): Failure | null {
    const { officer, grants } = this.context
    return isMadeBy(definition, row, officer) ? null : recordRightFault(definition, row, grants)
  }

  /** Refuses the whole commit where the officer may not change this record at all. */
  requireRight(type: string, id: string): void {
    const definition = this.read.definition(type)
    const row = this.current(definition, id)
    const fault = row === null ? null : this.rightFault(definition, row)
    if (fault !== null) throw new RefusedWrite(fault)
  }

  /** Writes cells as they stand in the log, of a record deleted or not: to undo, or to decide what is disputed. */
  restore(type: string, id: string, cells: Cells): void {
    const definition = this.read.definition(type)
    const row = this.current(definition, id)
    if (row === null)
      throw new RefusedWrite(fail('NotFound', storeTexts.notFound(definition.label), { record: id }).error)
    this.change(definition, row, cells)
  }

  refuse(failure: Failure): never {
    throw new RefusedWrite(failure)
  }

  private change(definition: AnyDefinition, row: CurrentRow, cells: Cells): void {
    const changed = onlyDifferent(definition, row, cells)
    if (Object.keys(changed).length > 0) this.write(definition, row, changed)
  }

  private write(definition: AnyDefinition, row: CurrentRow, changed: Cells): void {
    const cells = withWholeUnits(definition, row, changed)
    if (withdrawsLock(definition, this.changedHere.get(row.id), cells))
      throw new TypeError('a lock and its end are two commits')
    this.check(definition, row, cells)
    this.checkSeen(definition, row, changed)
    this.apply(definition, { type: definition.type, id: row.id, operation: 'update', cells }, row)
  }

  private apply(definition: AnyDefinition, change: RowChange, row: CurrentRow | null): void {
    this.changes.push(change)
    this.changedHere.set(change.id, { ...this.changedHere.get(change.id), ...change.cells })
    const { projector, origin } = this.side(definition)
    projector.project(definition, change, origin, row)
  }

  private side(definition: AnyDefinition): Side {
    if (!definition.isSealed) return this.context
    return this.context.sealed ?? refuse(fail('NotFound', storeTexts.notFound(definition.label)))
  }

  private current(definition: AnyDefinition, id: string): CurrentRow | null {
    return this.side(definition).projector.current(definition, id)
  }

  private cellsOf(definition: AnyDefinition, values: Readonly<Record<string, unknown>>): Cells {
    const cells = toCells(definition, values)
    return cells.ok ? cells.value : refuse(cells)
  }

  private mustExist(definition: AnyDefinition, id: string): CurrentRow {
    const row = this.current(definition, id)
    if (row === null || row._deleted === 1)
      return refuse(fail('NotFound', storeTexts.notFound(definition.label), { record: id }))
    return row
  }

  private readonly look = (type: string, id: string): Cells | null => {
    const row = this.current(this.read.definition(type), id)
    return row === null || row._deleted === 1 ? null : row
  }

  private readonly states = (type: string, id: string): readonly string[] => {
    const said = stateSaid(this.read.catalogue, type, this.changedHere.get(id))
    const definition = this.read.definition(type)
    const row = said === null && definition.lock !== null ? this.current(definition, id) : null
    if (row === null) return said ?? []
    const settled = settledState(definition, row)
    return settled === null
      ? statesAsOf(this.context.readerOf(type), type, id, this.read.vector())
      : [settled]
  }

  private check(definition: AnyDefinition, row: CurrentRow | null, cells: Cells): void {
    const { officer, grants, rules, guards, origin } = this.context
    const { look, states } = this
    const time = millisecondsOf(origin.hlc)
    const change = { definition, id: row?.id ?? null, row, cells, look, states, time, officer, grants }
    const fault = faultOf(change, rules) ?? this.faultElsewhere(change)
    if (fault !== null) throw new RefusedWrite(fault)
    for (const guard of guards) {
      const failure = guard({ ...change, row, reader: this.read, now: time })
      if (failure !== null) throw new RefusedWrite(failure)
    }
  }

  /** What other devices would refuse must not be written here: they judge by what the officer's screen had seen. */
  private faultElsewhere(change: RuledChange): Failure | null {
    const { elsewhere, rules } = this.context
    if (elsewhere === null || this.facts['event'] === recoveryEvent) return null
    const { grants, asKnown, rowAsChainKnew } = elsewhere
    // The rules were asked with these very rows; the grants alone may be others.
    if (asKnown === null) return rightsFault({ ...change, grants })
    const rowElsewhere = (type: string, id: string): Cells | null => {
      const own = this.changedHere.get(id)
      const known = asKnown.row(type, id)
      return own === undefined ? known : { ...known, ...own }
    }
    const look = (type: string, id: string): Cells | null => {
      const found = rowElsewhere(type, id)
      return found?.[deletedKey] === 1 ? null : found
    }
    const states = (type: string, id: string): readonly string[] =>
      stateSaid(this.read.catalogue, type, this.changedHere.get(id)) ?? asKnown.states(type, id)
    const { definition, id } = change
    const known = id === null ? null : rowElsewhere(definition.type, id)
    const isOwn = id === null || this.changedHere.has(id)
    const chainKnew = isOwn ? null : (rowAsChainKnew?.(definition.type, id) ?? null)
    return (
      faultOf({ ...change, row: known, look, states, grants }, rules) ??
      (chainKnew === null ? null : ownersFault({ ...change, row: chainKnew, grants }))
    )
  }

  /** Also what this device wrote after the screen was loaded is unseen. */
  private checkSeen(definition: AnyDefinition, row: CurrentRow, changed: Cells): void {
    const clocks = decodeClocks(row._clock)
    const { seen, device, seq } = this.context.origin
    const unseen = (dot: Dot): boolean => !covers(seen, dot) && !(dot.device === device && dot.seq === seq)
    // Whoever deletes a record replaces all of it.
    const removed = changed[deletedKey] === 1 && [...clocks.values()].flat().some(unseen)
    const stale = Object.keys(changed).filter((key) =>
      dotsOf(row.id, clocks, unitOf(definition, key)).some(unseen),
    )
    if (removed || stale.length > 0) refuse(staleFailure(definition, row, changed, stale))
  }
}

/** What says something new; where a unit is in dispute, also what it shows already: whoever writes that knows all that was proposed, and it stands alone after it. */
const onlyDifferent = (definition: AnyDefinition, row: CurrentRow, cells: Cells): Record<string, Cell> => {
  const changed: Record<string, Cell> = {}
  const clocks = decodeClocks(row._clock)
  for (const [key, cell] of Object.entries(cells)) {
    const current = key === deletedKey ? row._deleted : (row[key] ?? null)
    const isDisputed = dotsOf(row.id, clocks, unitOf(definition, key)).length > 1
    if (isDisputed || !sameCell(current, cell)) changed[key] = cell
  }
  return changed
}

/** Fields of one unit are written together, also those that stay: whichever commit wins the unit, its values fit each other. */
const withWholeUnits = (definition: AnyDefinition, row: CurrentRow, changed: Cells): Cells => {
  const whole: Record<string, Cell> = {}
  for (const key of Object.keys(changed)) {
    for (const field of fieldsOfUnit(definition, key)) {
      whole[field] = Object.hasOwn(changed, field) ? (changed[field] as Cell) : (row[field] ?? null)
    }
  }
  return whole
}

const staleFailure = (definition: AnyDefinition, row: CurrentRow, changed: Cells, stale: readonly string[]) =>
  fail('Stale', storeTexts.stale(definition.label), {
    record: row.id,
    differences: stale.map((key) => ({
      field: key,
      label: definition.fields[key]?.facts.label ?? storeTexts.deletedField,
      theirs: key === deletedKey ? row._deleted : (row[key] ?? null),
      yours: changed[key] ?? null,
    })),
  })
