import { ByteReader, ByteWriter } from '../commit/bytes.ts'
import type { Seen } from '../commit/header.ts'
import { parseRecordId } from '../commit/id.ts'

/** A commit by its device and place: the clock of a cell is the dot of the commit that set it. Time itself is the HLC (hlc.ts). */
export type Dot = { readonly device: string; readonly seq: number }

/**
 * A unit is what shares one clock: a field, a group of fields that the definition keeps together, or `$deleted`
 * (shared/records/define.ts).
 *
 * Clocks of the units of a row that differ from the row's own, which is the commit that made it. More than one dot: the
 * unit was changed by commits that did not know of each other; the newest comes first.
 */
export type Clocks = Map<string, readonly Dot[]>

export const covers = (seen: Seen, dot: Dot): boolean => (seen[dot.device] ?? 0) >= dot.seq
/** Whether whoever had seen the one had seen all of the other. */
export const coversAll = (seen: Seen, other: Seen): boolean =>
  Object.entries(other).every(([device, seq]) => covers(seen, { device, seq }))
export const sameDot = (a: Dot, b: Dot): boolean => a.seq === b.seq && a.device === b.device

/** Null where every unit has the row's own clock: nothing is stored for a fresh row. */
export const encodeClocks = (clocks: Clocks): Uint8Array | null => {
  const entries = [...clocks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([unit, dots]) => dots.map((dot) => [unit, dot] as const))
  if (entries.length === 0) return null
  const out = new ByteWriter().varint(entries.length)
  for (const [unit, dot] of entries) out.text(unit).text(dot.device).varint(dot.seq)
  return out.finish()
}

export const decodeClocks = (blob: Uint8Array | null): Clocks => {
  const clocks: Clocks = new Map()
  if (blob === null) return clocks
  const from = new ByteReader(blob)
  for (const [unit, dot] of from.list(
    () => [from.text(), { device: from.text(), seq: from.varint() }] as const,
  ))
    clocks.set(unit, [...(clocks.get(unit) ?? []), dot])
  return clocks
}

/** Sets the dots of a unit, newest first; the commit that made the row alone needs no entry. */
export const setDots = (id: string, clocks: Clocks, unit: string, dots: readonly Dot[]): void => {
  const made = parseRecordId(id)
  const [only] = dots
  if (made !== null && dots.length === 1 && only !== undefined && sameDot(made, only)) clocks.delete(unit)
  else
    clocks.set(
      unit,
      dots.map(({ device, seq }) => ({ device, seq })),
    )
}

/** The dots of a unit, newest first: its entry, else the commit named in the record id. */
export const dotsOf = (id: string, clocks: Clocks, unit: string): readonly Dot[] => {
  const entry = clocks.get(unit)
  if (entry !== undefined) return entry
  const made = parseRecordId(id)
  if (made === null) throw new TypeError(`not a record id: ${id}`)
  return [made]
}

/** Whether nobody else's change stands beside that of this commit. */
export const isOnlyDot = (id: string, clocks: Clocks, unit: string, dot: Dot): boolean => {
  const dots = dotsOf(id, clocks, unit)
  return dots.length === 1 && sameDot(dots[0] as Dot, dot)
}
