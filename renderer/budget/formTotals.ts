import type { Rows } from '../ui/grid/types.ts'
import { cellNumber, fundingOf, type Sheet } from './sheet.ts'

export type FormTotals = {
  readonly rows: number
  readonly withoutCost: number
  /** Open doubts, as the core counts them. */
  readonly marked: number
  readonly notes: number
  readonly total: number
  readonly bySource: readonly { readonly source: string; readonly amount: number }[]
}

const bySource = (rows: Rows) => {
  const sums = new Map<string, number>()
  for (const row of rows)
    for (const { source, amount } of fundingOf(row)) sums.set(source, (sums.get(source) ?? 0) + amount)
  return [...sums].map(([source, amount]) => ({ source, amount })).sort((a, b) => b.amount - a.amount)
}

/** Live sums of the grid, whole rupiah; the parts by source always make the whole. */
export const formTotals = ({ rows, marks }: Sheet): FormTotals => ({
  rows: rows.length,
  withoutCost: rows.filter((row) => (row.cells.amount ?? null) === null).length,
  marked: rows.reduce((count, { id }) => count + (marks.get(id)?.length ?? 0), 0),
  notes: rows.filter(({ cells }) => (cells.note ?? '') !== '').length,
  total: rows.reduce((sum, row) => sum + (cellNumber(row, 'amount') ?? 0), 0),
  bySource: bySource(rows),
})
