import type { Cell } from '../../shared/records/field.ts'

/** A record as its table has it: what stands beside its fields, and their cells. */
export type CurrentRow = Readonly<Record<string, Cell>> & {
  readonly id: string
  /** Order of arrival on this device, and the type (`rowNumber`). */
  readonly _row: number
  readonly _deleted: number
  /** Clocks of the units that differ from the row's own (shared/clock/dots.ts). */
  readonly _clock: Uint8Array | null
}

const mostTypes = 256

/** Newest greatest over all types; the type can be read back from it, so that the search index needs no mapping. */
export const rowNumber = (counter: number, typeNumber: number): number => counter * mostTypes + typeNumber
export const counterOf = (row: number): number => Math.floor(row / mostTypes)
export const typeNumberOf = (row: number): number => row % mostTypes
export const typeNumberSql = `(_row % ${mostTypes})`
