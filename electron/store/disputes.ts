import { sameDot } from '../../shared/clock/dots.ts'
import { agreedBefore } from '../../shared/clock/heads.ts'
import { deletedKey } from '../../shared/commit/part.ts'
import { type Cells, sameCell } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Cell } from '../../shared/records/field.ts'
import type { Catalogue } from '../../shared/records/index.ts'
import { actsClosing, type LockAct, lockActsIn } from './locks.ts'
import { commitAt, type StoredCommit } from './log.ts'
import { mergeRecord, stepsByUnit, wholeUnit } from './merge.ts'
import type { PastOf, Step } from './past.ts'
import { pastOf } from './past.ts'
import type { Reader } from './reader.ts'
import type { CurrentRow } from './row.ts'

/** What one officer made of a unit, and why. */
export type Proposed = Step & Pick<StoredCommit, 'officer' | 'capacity' | 'reason'>

/** A unit that was changed by commits that did not know of each other, or of the lock that one of them is. */
export type DisputedUnit = {
  readonly unit: string
  /** Fields that share its clock; `$deleted` alone for the state of the record itself. */
  readonly keys: readonly string[]
  readonly isDecided: boolean
  /** Newest first, each with all of the keys. */
  readonly heads: readonly Proposed[]
  /** The newest that all of them had seen; null where nothing was agreed. */
  readonly agreed: Proposed | null
}

export type Dispute = {
  readonly definition: AnyDefinition
  readonly row: CurrentRow
  readonly units: readonly DisputedUnit[]
}

/** Records with a unit that has more than one head, of one type or of all; `disputesOf` leaves out those where nothing is to be decided. */
export const disputedRecords = (
  reader: Reader,
  type: string | null = null,
): { readonly id: string; readonly type: string }[] =>
  reader.rows('select record as id, type from _dispute where ? is null or type = ?', type, type)

/** Cells as the row has them, those of a unit that was never written empty. */
export const cellsOfUnit = (keys: readonly string[], cells: Cells): Record<string, Cell> =>
  Object.fromEntries(keys.map((key) => [key, cells[key] ?? null]))

/** What the record shows of a unit while it is disputed. */
export const shownOf = ({ row }: Pick<Dispute, 'row'>, { keys }: Pick<DisputedUnit, 'keys'>): Cells =>
  cellsOfUnit(keys, { ...row, [deletedKey]: row._deleted })

export const sameCells = (keys: readonly string[], a: Cells, b: Cells): boolean =>
  keys.every((key) => sameCell(a[key] ?? null, b[key] ?? null))

/** Whoever made a step: of a lock act, who locked. */
const proposedBy = (reader: Reader, step: Step): Proposed => {
  const stored = commitAt(reader.statements, step.device, step.seq)
  const { officer = '', capacity = '', reason = '' } = stored ?? {}
  return { ...step, officer, capacity, reason }
}

const unitOfHeads = (
  reader: Reader,
  definition: AnyDefinition,
  unit: string,
  heads: readonly Step[],
  ofUnit: readonly Step[],
): DisputedUnit => {
  const others = ofUnit.filter((step) => !heads.some((head) => sameDot(head, step)))
  const all = [...others, ...heads]
  const agreed = agreedBefore(all, heads)
  const keys = definition.together[unit]?.fields ?? [unit]
  const whole = (step: Step): Proposed =>
    proposedBy(reader, { ...step, cells: wholeUnit(definition, unit, all, step) })
  return {
    unit,
    keys,
    isDecided: definition.together[unit]?.decided === true,
    heads: heads.map(whole),
    agreed: agreed === null ? null : whole(agreed),
  }
}

/** The acts that close a record; those of each are read once. */
const locksBy = (catalogue: Catalogue, past: PastOf) => {
  const known = new Map<string, readonly LockAct[]>()
  const actsOf = (definition: AnyDefinition, id: string): readonly LockAct[] => {
    const acts = known.get(id) ?? lockActsIn(definition, past(definition.type, id))
    known.set(id, acts)
    return acts
  }
  return (definition: AnyDefinition, id: string, steps: readonly Step[]): readonly LockAct[] =>
    actsClosing(catalogue, definition, id, steps, actsOf)
}

/** Two officers who wrote the same leave nothing to decide, unless the record shows neither. */
const isToDecide = (row: CurrentRow, unit: DisputedUnit): boolean =>
  unit.heads.some(({ cells }) => !sameCells(unit.keys, cells, shownOf({ row }, unit)))

/** Of a deleted record only whether it should be is still a question. */
const isStillAsked = (row: CurrentRow, unit: string): boolean => row._deleted === 0 || unit === deletedKey

/** What is to be decided about these records of one type; a record of which nothing is left out. Each commit is read once. */
export const disputesOf = (reader: Reader, definition: AnyDefinition, ids: readonly string[]): Dispute[] => {
  if (ids.length === 0) return []
  const rows = reader.rows<CurrentRow>(
    `select * from "${definition.type}" where id in (select value from json_each(?))`,
    JSON.stringify(ids),
  )
  const past = pastOf(reader)
  const locksOf = locksBy(reader.catalogue, past)
  return rows.flatMap((row) => {
    const steps = past(definition.type, row.id)
    const byUnit = stepsByUnit(definition, steps)
    const units = [...mergeRecord(definition, row.id, steps, locksOf(definition, row.id, steps))]
      .filter(([unit, { heads }]) => heads.length > 1 && isStillAsked(row, unit))
      .map(([unit, { heads }]) => unitOfHeads(reader, definition, unit, heads, byUnit.get(unit) ?? []))
      .filter((unit) => isToDecide(row, unit))
    return units.length === 0 ? [] : [{ definition, row, units }]
  })
}

/** What is to be decided about one record, whatever its type; null where nothing is. */
export const disputeOf = (reader: Reader, id: string): Dispute | null => {
  const found = reader.row<{ type: string }>('select type from _dispute where record = ?', id)
  const definition = found === undefined ? undefined : reader.catalogue.get(found.type)
  return definition === undefined ? null : (disputesOf(reader, definition, [id])[0] ?? null)
}

/** Fields of a record that are disputed: those of each unit in which anything differs. */
export const disputedFields = (reader: Reader, id: string): string[] => {
  const dispute = disputeOf(reader, id)
  return dispute === null ? [] : dispute.units.flatMap((unit) => differingKeys(dispute, unit))
}

/** Fields in which anything that stands beside each other differs. */
export const differingKeys = (dispute: Dispute, unit: DisputedUnit): readonly string[] => {
  const shown = shownOf(dispute, unit)
  const keys = unit.keys.filter((key) => unit.heads.some(({ cells }) => !sameCells([key], shown, cells)))
  // Several who wrote the same against what was agreed differ in nothing among themselves.
  return keys.length === 0 ? unit.keys : keys
}
