import { covers, decodeClocks } from '../../shared/clock/dots.ts'
import type { Seen } from '../../shared/commit/header.ts'
import { parseRecordId } from '../../shared/commit/id.ts'
import { deletedKey } from '../../shared/commit/part.ts'
import type { Cells } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { pastOf } from './history.ts'
import { mergeUnit, type Step, stepsOfUnit, unitsIn } from './merge.ts'
import type { CurrentRow } from './projection.ts'
import type { Reader } from './reader.ts'

const unitsOf = (definition: AnyDefinition, steps: readonly Step[]): ReadonlySet<string> =>
  new Set(steps.flatMap(({ cells }) => [...unitsIn(definition, cells).keys()]))

/** From the log, whatever came since. */
const fromLog = (reader: Reader, definition: AnyDefinition, id: string, seen: Seen): Cells | null => {
  const steps = pastOf(reader)(id).filter((step) => covers(seen, step))
  if (steps.length === 0) return null
  return Object.assign(
    {},
    ...[...unitsOf(definition, steps)].map(
      (unit) => mergeUnit(definition, unit, stepsOfUnit(definition, steps, unit)).cells,
    ),
  ) as Cells
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

/** A record as it was for whoever had seen this much of the log, deleted or not; null where it was not made yet. */
export const rowAsOf = (reader: Reader, type: string, id: string, seen: Seen): Cells | null => {
  const definition = reader.definition(type)
  const row = reader.row<CurrentRow>(`select * from "${definition.type}" where id = ?`, id)
  if (row === undefined || !isAsSeen(row, seen)) return fromLog(reader, definition, id, seen)
  return { ...row, [deletedKey]: row._deleted }
}

/** The same, null where it was deleted. */
export const recordAsOf = (reader: Reader, type: string, id: string, seen: Seen): Cells | null => {
  const row = rowAsOf(reader, type, id, seen)
  return row?.[deletedKey] === 1 ? null : row
}
