import { parseRecordId } from '../commit/id.ts'
import { largestCell } from '../commit/part.ts'
import { fail, ok, type Result } from '../contract/result.ts'
import { storeTexts } from '../texts/store.ts'
import type { AnyDefinition } from './define.ts'
import type { Cell, Field, FieldFacts, FieldKind } from './field.ts'

const isoDate = /^\d{4}-\d{2}-\d{2}$/
const isoMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/
/** Whether such a day was ever in a calendar: no 31 February. */
export const realDay = (value: string): boolean => {
  const at = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value)
}

const isWhen = (value: string): boolean =>
  /^\d{4}(-\d{2}){0,2}$/.test(value) && realDay(`${value}-01-01`.slice(0, 10))

/** Rupiah of one cell: ten thousand times the budget of a city, and a million of them still add up in SQLite. */
export const mostMoney = 1e13

/** Half a surrogate pair cannot be written as UTF-8: what is stored would not be what was typed. */
const isText = (value: unknown): value is string => typeof value === 'string' && value.isWellFormed()

const accepts: Record<FieldKind, (value: unknown, field: Field) => boolean> = {
  text: isText,
  longText: isText,
  integer: (value) => Number.isSafeInteger(value),
  money: (value) => Number.isSafeInteger(value) && Math.abs(value as number) <= mostMoney,
  date: (value) => typeof value === 'string' && isoDate.test(value) && realDay(value),
  when: (value) => typeof value === 'string' && isWhen(value),
  time: (value) => typeof value === 'string' && isoMoment.test(value),
  boolean: (value) => typeof value === 'boolean',
  choice: (value, field) => typeof value === 'string' && Object.hasOwn(field.facts.choices, value),
  reference: (value) => typeof value === 'string' && parseRecordId(value) !== null,
  structure: (value, { facts }) => fits(value, facts),
  bytes: (value) => value instanceof Uint8Array,
}

/** A program value as the store keeps it, or null for a value that does not fit the field. */
export const toCell = (field: Field, value: unknown): { readonly cell: Cell } | null => {
  const cell = cellOf(field, value)
  return cell === undefined ? null : { cell }
}

/** Undefined for a value that does not fit the field. */
const cellOf = (field: Field, value: unknown): Cell | undefined => {
  if (value === null || value === undefined) return null
  const { kind } = field.facts
  if (!accepts[kind](value, field)) return undefined
  if (kind === 'boolean') return value === true ? 1 : 0
  return kind === 'structure' ? JSON.stringify(value) : (value as Cell)
}

/** SQLite reads JSON to a depth of a thousand, people to one of a few. */
const deepest = 32
const isDeeper = (value: unknown, left: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (left === 0 || Object.values(value).some((inner) => isDeeper(inner, left - 1)))

const fits = (value: unknown, { holds }: FieldFacts): boolean =>
  !isDeeper(value, deepest) && holds?.safeParse(value).success === true

const isHeld = (cell: Cell, facts: FieldFacts): boolean => {
  try {
    return typeof cell === 'string' && fits(JSON.parse(cell), facts)
  } catch {
    return false
  }
}

/** Characters of a text: as many as a cell of Excel holds. Lists and search read them all. */
export const mostText = 32_767
/** Of a text of many lines. */
export const mostLongText = 262_144

/** Characters or bytes. */
const longestOf = ({ kind }: FieldFacts): number =>
  kind === 'text' ? mostText : kind === 'longText' ? mostLongText : largestCell

const isTooLong = ({ facts }: Field, cell: Cell): boolean =>
  (typeof cell === 'string' || cell instanceof Uint8Array) && cell.length > longestOf(facts)

/** Whether a stored cell is one that this field can hold: what other devices write was checked by their program alone. */
export const isReadable = (field: Field, cell: Cell): boolean => {
  if (cell === null) return true
  const { kind } = field.facts
  if (kind === 'boolean') return cell === 0 || cell === 1
  if (isTooLong(field, cell)) return false
  return kind === 'structure' ? isHeld(cell, field.facts) : accepts[kind](cell, field)
}

export const fromCell = (field: Field, cell: Cell): unknown => {
  if (cell === null) return null
  if (field.facts.kind === 'boolean') return cell === 1
  if (field.facts.kind === 'structure') return JSON.parse(String(cell))
  return cell
}

export type Cells = Readonly<Record<string, Cell>>

/** Checks kinds only: what is missing is a finding, never a refusal. Error: `UnknownField`, `WrongKind`, `TooLong` with field. */
export const toCells = (
  definition: AnyDefinition,
  values: Readonly<Record<string, unknown>>,
): Result<Cells> => {
  const cells: Record<string, Cell> = {}
  for (const key in values) {
    const value = values[key]
    const field = Object.hasOwn(definition.fields, key) ? definition.fields[key] : undefined
    if (field === undefined)
      return fail('UnknownField', storeTexts.unknownField(key), { record: definition.type, field: key })
    const cell = cellOf(field, value)
    if (cell === undefined) {
      return fail('WrongKind', storeTexts.wrongKind(field.facts.label), {
        record: definition.type,
        field: key,
      })
    }
    if (isTooLong(field, cell))
      return fail('TooLong', storeTexts.tooLong(field.facts.label), { record: definition.type, field: key })
    cells[key] = cell
  }
  return ok(cells)
}

/** A row of SQLite as the program sees it. */
export const fromCells = (
  definition: AnyDefinition,
  row: Readonly<Record<string, Cell>>,
): Record<string, unknown> => {
  const values: Record<string, unknown> = { id: row['id'] }
  for (const key in definition.fields) {
    values[key] = fromCell(definition.fields[key] as Field, row[key] ?? null)
  }
  return values
}

/** Bytes by what they hold. */
export const sameCell = (a: Cell, b: Cell): boolean =>
  a instanceof Uint8Array && b instanceof Uint8Array
    ? a.length === b.length && a.every((byte, at) => byte === b[at])
    : a === b
