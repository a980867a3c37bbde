import { openDoubts } from './importDoubts.ts'
import type { ImportFile } from './importModel.ts'
import { cellNumber, fundingOf } from './sheet.ts'

export type SourceSum = { readonly source: string; readonly amount: number }
export type ImportTotals = {
  readonly rows: number
  readonly refused: number
  readonly withoutCost: number
  /** What is still to be checked. */
  readonly marks: number
  readonly total: number
  readonly bySource: readonly SourceSum[]
}

const bySourceOf = (file: ImportFile): SourceSum[] => {
  const sums = new Map<string, number>()
  for (const row of file.sheet.rows)
    for (const { source, amount } of fundingOf(row, file.parsed.get(row.id)?.resources.funding))
      sums.set(source, (sums.get(source) ?? 0) + amount)
  return [...sums].map(([source, amount]) => ({ source, amount })).sort((a, b) => b.amount - a.amount)
}

const known = new WeakMap<ImportFile, ImportTotals>()

/** Sums of the rows that are taken, whole rupiah; the parts by source always make the whole. */
export const totalsOf = (file: ImportFile): ImportTotals => {
  const found = known.get(file) ?? countTotals(file)
  known.set(file, found)
  return found
}

const countTotals = (file: ImportFile): ImportTotals => {
  const { rows } = file.sheet
  const present = new Set(rows.map(({ id }) => id))
  const amounts = rows.map((row) => cellNumber(row, 'amount'))
  const total = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)
  return {
    rows: rows.length,
    refused: [...file.bases.keys()].filter((id) => !present.has(id)).length,
    withoutCost: rows.filter(({ cells }) => (cells.amount ?? null) === null).length,
    marks: openDoubts(file).length,
    total,
    bySource: bySourceOf(file),
  }
}
