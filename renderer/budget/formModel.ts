import type { BudgetRowShape, budgetSaveRows } from '../../shared/contract/budget.ts'
import type { InputOf } from '../../shared/contract/call.ts'
import { readDurationText, readResources } from '../../shared/rules/budget/reread.ts'
import type { GridRow, Rows } from '../ui/grid/types.ts'
import { durationWords } from './durationWords.ts'
import { type WrongCell, wrongInRow } from './moneyCell.ts'
import { type Base, type Bases, cellNumber, cellText, type Sheet } from './sheet.ts'
import { differentCells } from './sheetEdits.ts'

type SaveInput = InputOf<typeof budgetSaveRows>
export type RowValues = SaveInput['updated'][number]['values']
type Seen = SaveInput['seen']

const orNull = (text: string): string | null => (text === '' ? null : text)

export const cellsOfRow = (row: BudgetRowShape): GridRow['cells'] => ({
  output: orNull(row.output),
  subOutput: orNull(row.subOutput),
  stage: orNull(row.stage),
  method: orNull(row.method),
  implementer: orNull(row.implementer),
  duration: orNull(row.duration),
  durationRead: orNull(durationWords(readDurationText(row.duration).durationValue)),
  resources: orNull(row.resources),
  source: orNull(row.source),
  amount: row.amount,
  other: orNull(row.other),
  volume: row.volume,
  measure: orNull(row.measure),
  unitPrice: row.unitPrice,
  note: orNull(row.note),
})

/** What stands in the store, as a sheet and as what edits are told from. */
export type Stored = {
  readonly sheet: Sheet
  readonly bases: Bases
  readonly positions: ReadonlyMap<string, number>
}

export const storedOf = (rows: readonly BudgetRowShape[]): Stored => {
  const bases = new Map<string, Base>()
  const marks = new Map<string, BudgetRowShape['marks']>()
  const grid = rows.map((row): GridRow => {
    const cells = cellsOfRow(row)
    bases.set(row.id, { cells, marks: row.marks, corrected: row.corrected, disputed: row.disputed })
    if (row.marks.length > 0) marks.set(row.id, row.marks)
    return { id: row.id, cells }
  })
  return {
    sheet: { rows: grid, marks, typed: new Map() },
    bases,
    positions: new Map(rows.map(({ id, position }) => [id, position])),
  }
}

const textKeys = [
  'output',
  'subOutput',
  'stage',
  'method',
  'implementer',
  'duration',
  'resources',
  'measure',
  'note',
] as const
const numberKeys = ['volume', 'unitPrice'] as const

/** A text among the numbers is no number that could be stored, and no emptiness either. */
const isWrong = (row: GridRow, column: string): boolean =>
  wrongInRow(row).some((wrong) => wrong.column === column)

/** The amount goes along only where it is not what the importer reads from the text. */
const typedAmount = (row: GridRow, base: Base | undefined): { amount?: number | null } => {
  if (isWrong(row, 'amount')) return {}
  const amount = cellNumber(row, 'amount')
  const text = cellText(row, 'resources')
  const untouched = base !== undefined && text === String(base.cells.resources ?? '')
  const expected = untouched ? (base.cells.amount ?? null) : readResources(text).amount
  return amount === expected ? {} : { amount }
}

const valuesOf = (row: GridRow, keys: ReadonlySet<string>): RowValues => ({
  ...Object.fromEntries(textKeys.filter((key) => keys.has(key)).map((key) => [key, cellText(row, key)])),
  ...Object.fromEntries(
    numberKeys.filter((key) => keys.has(key) && !isWrong(row, key)).map((key) => [key, cellNumber(row, key)]),
  ),
})

const valuesOfChange = (row: GridRow, base: Base): RowValues => ({
  ...valuesOf(row, new Set(differentCells(row, base.cells))),
  ...typedAmount(row, base),
})

const allKeys: ReadonlySet<string> = new Set([...textKeys, ...numberKeys])
const filled = (row: GridRow): ReadonlySet<string> =>
  new Set([...allKeys].filter((key) => (row.cells[key] ?? null) !== null))

const step = 1024

/**
 * A place for each row in the order of the grid: those of the store keep theirs; new ones stand between their neighbours,
 * and where there is no room the rows after them move. Whole numbers, ascending.
 */
export const positionsOf = (rows: Rows, known: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
  const places = new Map<string, number>()
  let last = 0
  rows.forEach((row, at) => {
    const own = known.get(row.id)
    const place = own !== undefined && own > last ? own : placeBetween(rows, at, last, known)
    places.set(row.id, place)
    last = place
  })
  return places
}

const placeBetween = (rows: Rows, at: number, last: number, known: ReadonlyMap<string, number>): number => {
  for (let next = at + 1; next < rows.length; next += 1) {
    const place = known.get(rows[next]?.id ?? '')
    if (place === undefined) continue
    const room = (place - last) / (next - at + 1)
    return room >= 1 ? last + Math.floor(room) : last + 1
  }
  return last + step
}

/** What Simpan sends, or null where nothing differs from the store. */
export const saveInput = (
  form: string,
  seen: Seen,
  sheet: Sheet,
  { bases, positions }: Stored,
): SaveInput | null => {
  const places = positionsOf(sheet.rows, positions)
  const present = new Set(sheet.rows.map(({ id }) => id))
  const created: SaveInput['created'] = []
  const updated: SaveInput['updated'] = []
  for (const row of sheet.rows) {
    const base = bases.get(row.id)
    const place = places.get(row.id) ?? 0
    if (base === undefined) {
      const values = { ...valuesOf(row, filled(row)), ...typedAmount(row, undefined) }
      created.push({ key: row.id, position: place, values })
      continue
    }
    const values = valuesOfChange(row, base)
    const moved = place !== positions.get(row.id)
    if (Object.keys(values).length > 0 || moved)
      updated.push({ id: row.id, position: moved ? place : null, values })
  }
  const removed = [...bases.keys()].filter((id) => !present.has(id))
  if (created.length + updated.length + removed.length === 0) return null
  return { form, seen, created, updated, removed }
}

/** Rows that differ from the store, also where a number in them cannot be stored yet. */
export const changeCount = (input: SaveInput | null, wrong: readonly WrongCell[] = []): number =>
  new Set([
    ...(input?.created ?? []).map(({ key }) => key),
    ...(input?.updated ?? []).map(({ id }) => id),
    ...(input?.removed ?? []),
    ...wrong.map(({ row }) => row),
  ]).size
