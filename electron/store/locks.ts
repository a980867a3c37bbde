import { decodeClocks, dotsOf, sameDot } from '../../shared/clock/dots.ts'
import { knows, type Stamp } from '../../shared/clock/heads.ts'
import { parseRecordId } from '../../shared/commit/id.ts'
import type { Cells } from '../../shared/records/cell.ts'
import { type AnyDefinition, unitOf } from '../../shared/records/define.ts'
import type { Catalogue } from '../../shared/records/index.ts'
import type { PastOf, Step } from './past.ts'
import type { CurrentRow } from './row.ts'

/** A step that put a record into a state which closes it, or what belongs to it, to changes. */
export type LockAct = Stamp & { readonly state: string }

/**
 * The acts among the steps of a record whose definition knows locks: `lock.children` are all states that close anything,
 * `lock.itself` those of them that close the record too.
 */
export const lockActsIn = (definition: AnyDefinition, steps: readonly Step[]): LockAct[] => {
  const { lock } = definition
  if (lock === null) return []
  return steps.flatMap(({ device, seq, hlc, seen, cells }) => {
    const state = cells[lock.field]
    return typeof state === 'string' && lock.children.includes(state)
      ? [{ device, seq, hlc, seen, state }]
      : []
  })
}

/** Whether neither of two steps says to have known the other. By way of others they may have: then a record is merged anew for nothing. */
const seemApart = (a: Stamp, b: Stamp): boolean => !knows(a, b) && !knows(b, a)

/** The acts that close the record itself. */
const closingItself = (definition: AnyDefinition, acts: readonly LockAct[]): LockAct[] =>
  acts.filter(({ state }) => definition.lock?.itself.includes(state))

/** Ids of the records whose locks close this one too, among everything that its steps said. */
const lockHolders = (definition: AnyDefinition, steps: readonly { readonly cells: Cells }[]): string[] => {
  const { lockedWith } = definition
  if (lockedWith === null) return []
  const named = steps
    .map(({ cells }) => cells[lockedWith])
    .filter((id): id is string => typeof id === 'string')
  return [...new Set(named)]
}

/** The acts that close a record: its own, and those of the records that it belongs to. `actsOf`: the acts of one record. */
export const actsClosing = (
  catalogue: Catalogue,
  definition: AnyDefinition,
  id: string,
  steps: readonly { readonly cells: Cells }[],
  actsOf: (definition: AnyDefinition, id: string) => readonly LockAct[],
): readonly LockAct[] => {
  if (definition.lock !== null) return closingItself(definition, actsOf(definition, id))
  return lockHolders(definition, steps).flatMap((holder) => actsOf(holderOf(catalogue, definition), holder))
}

/** The type whose locks close records of this type too. Throws where the definitions have none. */
export const holderOf = (
  catalogue: Catalogue,
  { type, fields, lockedWith }: AnyDefinition,
): AnyDefinition => {
  const holder = catalogue.get(fields[lockedWith ?? '']?.facts.target)
  if (holder === undefined) throw new TypeError(`${type} is locked with a type that is not there`)
  return holder
}

const holdsUnknown = (row: CurrentRow, act: LockAct): boolean =>
  [parseRecordId(row.id), ...[...decodeClocks(row._clock).values()].flat()].some(
    (dot) => dot !== null && !knows(act, dot),
  )

/** Types that changed, with those whose records a lock of one of them closes. */
export const withLocked = (catalogue: Catalogue, types: ReadonlySet<string>): string[] => {
  const isClosed = (definition: AnyDefinition): boolean =>
    definition.lockedWith !== null && types.has(holderOf(catalogue, definition).type)
  return [...catalogue.values()]
    .filter((definition) => types.has(definition.type) || isClosed(definition))
    .map(({ type }) => type)
}

/** The rows as they stand. */
export type Rows = {
  readonly current: (definition: AnyDefinition, id: string) => CurrentRow | null
  /** Those of a type that are `lockedWith` a record. */
  readonly lockedWith: (definition: AnyDefinition, holder: string) => readonly CurrentRow[]
}

/** A record that a lock closes. */
export type Closed = { readonly definition: AnyDefinition; readonly row: CurrentRow }

/**
 * The lock acts of records, read from the log once and kept until one of them is changed.
 *
 * A lock and a change that do not know of each other meet in two orders: the change arrives after the lock (`unknownTo`), or the
 * lock after the change (`metBy`). Either way the record is merged anew, and `mergeRecord` makes the change a proposal.
 */
export class LockBook {
  private readonly catalogue: Catalogue
  private readonly past: PastOf
  private readonly rows: Rows
  private readonly acts = new Map<string, readonly LockAct[]>()

  constructor(catalogue: Catalogue, past: PastOf, rows: Rows) {
    this.catalogue = catalogue
    this.past = past
    this.rows = rows
  }

  forget(): void {
    this.acts.clear()
  }

  /** Adds what a step of a record that knows locks did; the step need not be in the log yet. */
  note(definition: AnyDefinition, id: string, step: Step): readonly LockAct[] {
    if (definition.lock === null || !Object.hasOwn(step.cells, definition.lock.field)) return []
    const made = lockActsIn(definition, [step])
    const known = this.of(definition, id).filter((act) => !sameDot(act, step))
    this.acts.set(id, [...known, ...made])
    return made
  }

  closing(
    definition: AnyDefinition,
    id: string,
    steps: readonly { readonly cells: Cells }[],
  ): readonly LockAct[] {
    return actsClosing(this.catalogue, definition, id, steps, (of, at) => this.of(of, at))
  }

  /** Locks on a record of which a step did not know, nor they of it. */
  unknownTo(definition: AnyDefinition, row: Cells & { readonly id: string }, step: Step): readonly LockAct[] {
    if (definition.lock === null && definition.lockedWith === null) return []
    return this.closing(definition, row.id, [{ cells: row }, step]).filter((lock) => seemApart(step, lock))
  }

  /** Records closed by an act of this one that hold a change of which it did not know. */
  metBy(act: LockAct, definition: AnyDefinition, id: string): Closed[] {
    const holder = closingItself(definition, [act]).length > 0 ? this.rows.current(definition, id) : null
    const children = [...this.catalogue.values()]
      .filter(
        (child) => child.lockedWith !== null && holderOf(this.catalogue, child).type === definition.type,
      )
      .flatMap((child) => this.rows.lockedWith(child, id).map((row) => ({ definition: child, row })))
    return [...(holder === null ? [] : [{ definition, row: holder }]), ...children].filter(({ row }) =>
      holdsUnknown(row, act),
    )
  }

  private of(definition: AnyDefinition, id: string): readonly LockAct[] {
    const known = this.acts.get(id)
    if (known !== undefined) return known
    const found = this.wasEverClosed(definition, id)
      ? lockActsIn(definition, this.past(definition.type, id))
      : []
    this.acts.set(id, found)
    return found
  }

  /** Most records never left the state in which they were made: that needs no look into the log. */
  private wasEverClosed(definition: AnyDefinition, id: string): boolean {
    const row = this.rows.current(definition, id)
    const { lock } = definition
    const made = parseRecordId(id)
    if (row === null || lock === null || made === null) return false
    const dots = dotsOf(id, decodeClocks(row._clock), unitOf(definition, lock.field))
    return (
      dots.length > 1 || !sameDot(dots[0] ?? made, made) || lock.children.includes(String(row[lock.field]))
    )
  }
}
