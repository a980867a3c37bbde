import { ByteReader, ByteWriter } from '../commit/bytes.ts'
import type { Seen } from '../commit/header.ts'
import { parseRecordId } from '../commit/id.ts'

/** The clock of a cell: the commit that set it. */
export type Dot = { readonly device: string; readonly seq: number }

/** Dots of the units that were set by another commit than the one that made the row. */
export type Exceptions = Map<string, Dot>

export const covers = (seen: Seen, dot: Dot): boolean => (seen[dot.device] ?? 0) >= dot.seq
export const sameDot = (a: Dot, b: Dot): boolean => a.seq === b.seq && a.device === b.device

/** Null where no unit differs from the row's default dot: nothing is stored for a fresh row. */
export const encodeExceptions = (exceptions: Exceptions): Uint8Array | null => {
  if (exceptions.size === 0) return null
  const out = new ByteWriter().varint(exceptions.size)
  const sorted = [...exceptions].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [unit, dot] of sorted) out.text(unit).text(dot.device).varint(dot.seq)
  return out.finish()
}

export const decodeExceptions = (blob: Uint8Array | null): Exceptions => {
  if (blob === null) return new Map()
  const from = new ByteReader(blob)
  return new Map(from.list(() => [from.text(), { device: from.text(), seq: from.varint() }] as const))
}

/** Sets the dot of a unit; the commit that made the row needs no exception. */
export const setDot = (id: string, exceptions: Exceptions, unit: string, dot: Dot): void => {
  const made = parseRecordId(id)
  if (made !== null && sameDot(made, dot)) exceptions.delete(unit)
  else exceptions.set(unit, dot)
}

/** The dot of a unit: its exception, else the commit named in the record id. */
export const dotOf = (id: string, exceptions: Exceptions, unit: string): Dot => {
  const exception = exceptions.get(unit)
  if (exception !== undefined) return exception
  const made = parseRecordId(id)
  if (made === null) throw new TypeError(`not a record id: ${id}`)
  return made
}
