import { type Dot, sameDot } from '../../shared/clock/dots.ts'
import { agreedBefore, headsOf, knows, type RestsOn, restsOnIn } from '../../shared/clock/heads.ts'
import { parseRecordId } from '../../shared/commit/id.ts'
import { deletedKey } from '../../shared/commit/part.ts'
import type { Cells } from '../../shared/records/cell.ts'
import { type AnyDefinition, unitOf } from '../../shared/records/define.ts'
import type { Cell } from '../../shared/records/field.ts'
import type { LockAct } from './locks.ts'
import type { Step } from './past.ts'
import { officersIn } from './sealed/sealed-named.ts'

/** Cells by the unit that shares their clock. */
export const unitsIn = (definition: AnyDefinition, cells: Cells): ReadonlyMap<string, Cells> => {
  const units = new Map<string, Record<string, Cell>>()
  for (const [key, cell] of Object.entries(cells)) {
    const unit = unitOf(definition, key)
    const known = units.get(unit)
    if (known === undefined) units.set(unit, { [key]: cell })
    else known[key] = cell
  }
  return units
}

/** By unit the steps that changed it, each with the cells of that unit alone. */
export const stepsByUnit = (
  definition: AnyDefinition,
  steps: readonly Step[],
): ReadonlyMap<string, readonly Step[]> => {
  const byUnit = new Map<string, Step[]>()
  for (const step of steps)
    for (const [unit, cells] of unitsIn(definition, step.cells)) {
      const known = byUnit.get(unit) ?? []
      known.push({ ...step, cells })
      byUnit.set(unit, known)
    }
  return byUnit
}

/** Before anybody wrote a unit. A record that nobody made is not there. */
const emptyUnit = (definition: AnyDefinition, unit: string): Cells =>
  unit === deletedKey
    ? { [deletedKey]: 1 }
    : Object.fromEntries((definition.together[unit]?.fields ?? [unit]).map((key) => [key, null]))

/** What a field was for whoever made a step: as the step says, else the newest value that its author knew. */
const valueAt = (steps: readonly Step[], shown: Step, key: string): Cell => {
  if (Object.hasOwn(shown.cells, key)) return shown.cells[key] as Cell
  const known = steps.filter((one) => Object.hasOwn(one.cells, key) && knows(shown, one))
  return headsOf(known)[0]?.cells[key] ?? null
}

/** All of a unit: a step holds part of it where a version made it that did not know the rest. */
export const wholeUnit = (
  definition: AnyDefinition,
  unit: string,
  steps: readonly Step[],
  shown: Step,
): Cells =>
  Object.fromEntries(
    (definition.together[unit]?.fields ?? [unit]).map((key) => [key, valueAt(steps, shown, key)]),
  )

export type Merged = {
  /**
   * Changes that stand beside each other, newest first; more than one is a dispute. A lock act among them stands with the cells
   * that it said again (`restatedBy`).
   */
  readonly heads: readonly Step[]
  readonly cells: Cells
}

/** Named apart: those whom all name, so that nobody comes back who was taken out meanwhile; where that is nobody, the newest. */
const agreedReaders = (unit: string, heads: readonly Step[]): Cells => {
  const lists = heads.map(({ cells }) => officersIn(cells[unit]))
  const agreed = (lists[0] ?? []).filter((officer) => lists.every((list) => list.includes(officer)))
  return { [unit]: agreed.length > 0 ? JSON.stringify(agreed) : (heads[0]?.cells[unit] ?? null) }
}

/** What a unit shows of steps none of which met a lock. */
const cellsShown = (definition: AnyDefinition, unit: string, steps: readonly Step[]): Cells => {
  const heads = headsOf(steps)
  if (heads.length > 1 && unit === definition.readers) return agreedReaders(unit, heads)
  const isDecided = definition.together[unit]?.decided === true
  const shown = heads.length > 1 && isDecided ? agreedBefore(steps, heads) : heads[0]
  return shown ? wholeUnit(definition, unit, steps, shown) : emptyUnit(definition, unit)
}

const wroteUnit = (steps: readonly Step[], { device, seq }: Dot): boolean =>
  steps.some((step) => step.device === device && step.seq === seq)

/** The steps of one unit, the acts that close it, and what each act says again, as far as it was reckoned already. */
type Merging = {
  readonly definition: AnyDefinition
  readonly unit: string
  readonly steps: readonly Step[]
  readonly locks: readonly LockAct[]
  readonly restsOn: RestsOn
  readonly restated: Map<LockAct, Step>
}

/** What a lock act says again of a unit: what it then showed to whoever locked. */
const restatedBy = (merging: Merging, lock: LockAct): Step => {
  const { steps, locks, restsOn, restated } = merging
  const known = restated.get(lock)
  if (known !== undefined) return known
  const before = steps.filter((step) => restsOn(lock, step))
  const earlier = locks.filter((other) => other !== lock && restsOn(lock, other))
  const found = { ...lock, cells: mergeSteps(merging, before, earlier).cells }
  restated.set(lock, found)
  return found
}

/**
 * A step that did not know of a lock, nor the lock of it, is a proposal: it stands beside what the lock says again until
 * somebody who knows both writes the unit. So a lock that wrote nothing in the unit becomes a head of it all the same, and its
 * dot then stands in the row's clocks.
 */
const mergeSteps = (merging: Merging, steps: readonly Step[], locks: readonly LockAct[]): Merged => {
  const { definition, unit, restsOn } = merging
  const isApart = (step: Step, lock: LockAct): boolean => !restsOn(step, lock) && !restsOn(lock, step)
  const met = locks.filter((lock) => steps.some((step) => isApart(step, lock)))
  if (met.length === 0) return { heads: headsOf(steps), cells: cellsShown(definition, unit, steps) }
  const restated = met.filter((lock) => !wroteUnit(steps, lock)).map((lock) => restatedBy(merging, lock))
  // Proposals stand among the heads; shown is what was settled and what the locks say again.
  const settled = steps.filter((step) => !met.some((lock) => isApart(step, lock)))
  return {
    heads: headsOf([...steps, ...restated]),
    cells: cellsShown(definition, unit, [...settled, ...restated]),
  }
}

/**
 * What a unit shows after all of its steps: the newest of those that nobody knew later; of a decided unit that is disputed,
 * what everybody in the dispute had seen. Locks that a step did not know turn it into a proposal.
 */
export const mergeUnit = (
  definition: AnyDefinition,
  unit: string,
  steps: readonly Step[],
  locks: readonly LockAct[] = [],
  restsOn = restsOnIn([...steps, ...locks]),
): Merged => mergeSteps({ definition, unit, steps, locks, restsOn, restated: new Map() }, steps, locks)

/** Where the making of a record itself met a lock, the record as a whole is the proposal, and its fields are not. */
const locksOn = (
  unit: string,
  making: Step | undefined,
  locks: readonly LockAct[],
  restsOn: RestsOn,
): readonly LockAct[] =>
  unit === deletedKey || making === undefined
    ? locks
    : locks.filter((lock) => restsOn(making, lock) || restsOn(lock, making))

/**
 * A change that a deletion did not know, nor it of the deletion, stands beside it: whoever wrote it took the record to be there.
 * The record stays deleted until somebody decides.
 */
const withChangesUnseen = (merged: Merged, steps: readonly Step[], restsOn: RestsOn): Merged => {
  const deletions = merged.heads.filter(({ cells }) => cells[deletedKey] === 1)
  const isUnseen = (step: Step): boolean =>
    !Object.hasOwn(step.cells, deletedKey) &&
    // Of a change that this version cannot read at all nothing stands in the row that a deletion could meet.
    Object.keys(step.cells).length > 0 &&
    deletions.some((one) => !restsOn(one, step) && !restsOn(step, one))
  // A lock that the deletion met stands there already.
  const isHead = (step: Step): boolean => merged.heads.some((head) => sameDot(head, step))
  const unseen = deletions.length === 0 ? [] : steps.filter((step) => isUnseen(step) && !isHead(step))
  if (unseen.length === 0) return merged
  const there = unseen.map((step) => ({ ...step, cells: { [deletedKey]: 0 } }))
  return { heads: headsOf([...merged.heads, ...there]), cells: merged.cells }
}

/** Every unit of a record after all of its steps. `locks`: the acts that close it, except for the unit that tells of them. */
export const mergeRecord = (
  definition: AnyDefinition,
  id: string,
  steps: readonly Step[],
  locks: readonly LockAct[],
): ReadonlyMap<string, Merged> => {
  const made = parseRecordId(id)
  const making = steps.find((step) => made !== null && sameDot(step, made))
  const lockUnit = definition.lock === null ? null : unitOf(definition, definition.lock.field)
  // Of all of the record: who knew a step of another unit knew what that rests on.
  const restsOn = restsOnIn([...steps, ...locks])
  return new Map(
    [...stepsByUnit(definition, steps)].map(([unit, ofUnit]) => {
      const own = unit === lockUnit ? [] : locksOn(unit, making, locks, restsOn)
      const merged = mergeUnit(definition, unit, ofUnit, own, restsOn)
      return [unit, unit === deletedKey ? withChangesUnseen(merged, steps, restsOn) : merged]
    }),
  )
}

export const cellsOfMerged = (units: ReadonlyMap<string, Merged>): Cells =>
  Object.assign({}, ...[...units.values()].map(({ cells }) => cells)) as Cells
