import { valueAt } from './model.ts'
import type { CellValue, Columns, Range, Rows } from './types.ts'

/** As Excel shows it for a selection: `count` of cells that hold something; sum and average of the numbers. */
export type Summary = {
  readonly cells: number
  readonly count: number
  readonly numbers: number
  readonly sum: number
}

export const summarise = (rows: Rows, columns: Columns, { top, left, bottom, right }: Range): Summary => {
  let [count, numbers, sum] = [0, 0, 0]
  for (let at = top; at <= bottom; at += 1)
    for (let column = left; column <= right; column += 1) {
      const value = valueAt(rows[at], columns[column]?.key ?? '')
      if (value === null || value === '') continue
      count += 1
      if (typeof value !== 'number') continue
      numbers += 1
      sum += value
    }
  return { cells: (bottom - top + 1) * (right - left + 1), count, numbers, sum }
}

/** Sums of the columns that have one, by key; text in a money column counts as nothing. */
export const totalsOf = (rows: Rows, columns: Columns): Readonly<Record<string, CellValue>> =>
  Object.fromEntries(
    columns
      .filter(({ kind, total }) => total ?? kind === 'money')
      .map(({ key }) => [key, rows.reduce((sum, row) => sum + numberAt(valueAt(row, key)), 0)]),
  )

const numberAt = (value: CellValue) => (typeof value === 'number' ? value : 0)
