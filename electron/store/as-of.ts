import { covers, decodeClocks } from '../../shared/clock/dots.ts'
import type { Seen } from '../../shared/commit/header.ts'
import { parseRecordId } from '../../shared/commit/id.ts'
import { deletedKey } from '../../shared/commit/part.ts'
import type { Cells } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { closingItself, holderOf, type LockAct, lockActsIn, lockHolders } from './locks.ts'
import { cellsOf, mergeRecord } from './merge.ts'
import type { PastOf, Step } from './past.ts'
import { pastOf } from './past.ts'
import type { CurrentRow } from './projection.ts'
import type { Reader } from './reader.ts'
import { recordSql } from './statements.ts'

const locksOf = (past: PastOf, holder: AnyDefinition, id: string): LockAct[] =>
  lockActsIn(holder, past(holder.type, id))

/** The lock acts among what was seen, of the record itself and of those that it belongs to. */
const locksSeen = (
  reader: Reader,
  past: PastOf,
  definition: AnyDefinition,
  steps: readonly Step[],
  seen: Seen,
): LockAct[] => {
  const closing =
    definition.lock === null
      ? lockHolders(definition, steps).flatMap((id) =>
          locksOf(past, holderOf(reader.catalogue, definition), id),
        )
      : closingItself(definition, lockActsIn(definition, steps))
  return closing.filter((act) => covers(seen, act))
}

/** From the log, whatever came since. */
const fromLog = (
  reader: Reader,
  past: PastOf,
  definition: AnyDefinition,
  id: string,
  seen: Seen,
): Cells | null => {
  const steps = past(definition.type, id).filter((step) => covers(seen, step))
  if (steps.length === 0) return null
  return cellsOf(mergeRecord(definition, id, steps, locksSeen(reader, past, definition, steps, seen)))
}

/** Nothing was changed that was not seen: the row is as it was then. */
const isAsSeen = (row: CurrentRow, seen: Seen): boolean => {
  const made = parseRecordId(row.id)
  return (
    made !== null &&
    covers(seen, made) &&
    [...decodeClocks(row._clock).values()].flat().every((dot) => covers(seen, dot))
  )
}

/**
 * A record as it was for whoever had seen this much of the log, deleted or not; null where it was not made yet. Whoever asks
 * about many gives one `past`, so that a commit is unpacked once.
 */
export const rowAsOf = (
  reader: Reader,
  type: string,
  id: string,
  seen: Seen,
  past = pastOf(reader),
): Cells | null => {
  const definition = reader.definition(type)
  const row = reader.row<CurrentRow>(recordSql(definition), id)
  if (row === undefined && !definition.sealed) return null
  if (row === undefined || !isAsSeen(row, seen)) return fromLog(reader, past, definition, id, seen)
  return { ...row, [deletedKey]: row._deleted }
}

/** The same, null where it was deleted. */
export const recordAsOf = (reader: Reader, type: string, id: string, seen: Seen): Cells | null => {
  const row = rowAsOf(reader, type, id, seen)
  return row?.[deletedKey] === 1 ? null : row
}
