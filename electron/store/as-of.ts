import { covers, decodeClocks, dotsOf } from '../../shared/clock/dots.ts'
import { allKnown, type Stamp } from '../../shared/clock/heads.ts'
import type { Seen } from '../../shared/commit/header.ts'
import { parseRecordId } from '../../shared/commit/id.ts'
import { deletedKey } from '../../shared/commit/part.ts'
import type { Cells } from '../../shared/records/cell.ts'
import { type AnyDefinition, unitOf } from '../../shared/records/define.ts'
import { actsClosing, type LockAct, lockActsIn } from './locks.ts'
import { cellsOfMerged, type Merged, mergeRecord } from './merge.ts'
import { type PastOf, pastOf } from './past.ts'
import type { Reader } from './reader.ts'
import type { CurrentRow } from './row.ts'
import { recordSql } from './statements.ts'

/** The units of a record from the log, for whoever knew this much of it; none where it was not made yet. */
export const mergedAsOf = (
  reader: Reader,
  past: PastOf,
  definition: AnyDefinition,
  id: string,
  known: Seen,
): ReadonlyMap<string, Merged> => {
  const steps = past(definition.type, id)
  const actsOf = (of: AnyDefinition, at: string): LockAct[] => lockActsIn(of, past(of.type, at))
  const acts = actsClosing(reader.catalogue, definition, id, steps, actsOf)
  // Who knew a lock knew what it rests on, also of this record.
  const reached = new Set<Stamp>(allKnown<Stamp>([...steps, ...acts], known))
  const isReached = (one: Stamp): boolean => reached.has(one)
  return mergeRecord(definition, id, steps.filter(isReached), acts.filter(isReached))
}

/** Nothing was changed that was not seen: the row is as it was then. */
export const isAsKnown = (row: Pick<CurrentRow, 'id' | '_clock'>, known: Seen): boolean => {
  const made = parseRecordId(row.id)
  return (
    made !== null &&
    covers(known, made) &&
    [...decodeClocks(row._clock).values()].flat().every((dot) => covers(known, dot))
  )
}

/**
 * A record as it was for whoever knew this much of the log, deleted or not; null where it was not made yet. Whoever asks
 * about many gives one `past`, so that a commit is unpacked once.
 */
export const rowAsOf = (
  reader: Reader,
  type: string,
  id: string,
  known: Seen,
  past = pastOf(reader),
): Cells | null => {
  const definition = reader.definition(type)
  const row = reader.row<CurrentRow>(recordSql(definition), id)
  if (row === undefined) return null
  if (isAsKnown(row, known)) return { ...row, [deletedKey]: row._deleted }
  const merged = mergedAsOf(reader, past, definition, id, known)
  return merged.size === 0 ? null : cellsOfMerged(merged)
}

/** The states of a record that knows locks, as in `RuledChange`, for whoever knew this much of the log. */
export const statesAsOf = (
  reader: Reader,
  type: string,
  id: string,
  known: Seen,
  past = pastOf(reader),
): readonly string[] => {
  const definition = reader.definition(type)
  const { lock } = definition
  const row = lock === null ? undefined : reader.row<CurrentRow>(recordSql(definition), id)
  if (lock === null || row === undefined) return []
  const settled = isAsKnown(row, known) ? settledState(definition, row) : null
  if (settled !== null) return [settled]
  const heads =
    mergedAsOf(reader, past, definition, id, known).get(unitOf(definition, lock.field))?.heads ?? []
  return heads.map(({ cells }) => String(cells[lock.field]))
}

/** The state that a row shows; null where several are in dispute, or its definition knows no locks. */
export const settledState = (definition: AnyDefinition, row: CurrentRow): string | null => {
  const { lock } = definition
  if (lock === null) return null
  const dots = dotsOf(row.id, decodeClocks(row._clock), unitOf(definition, lock.field))
  return dots.length === 1 ? String(row[lock.field]) : null
}

/** As `rowAsOf`, null where it was deleted. */
export const liveAsOf = (reader: Reader, type: string, id: string, known: Seen): Cells | null => {
  const row = rowAsOf(reader, type, id, known)
  return row?.[deletedKey] === 1 ? null : row
}
