import { splitBySource } from '../budget/funding.ts'
import type { Funding } from '../budget/parsed.ts'
import type { ReportRow } from '../budget/report.ts'

type Row = Omit<ReportRow, 'source' | 'continued'> & { readonly funding: readonly Funding[] }

/** The lines that print a row: one, or one for each source of its money. Their amounts add up to that of the row. */
export const linesOf = ({ funding, ...row }: Row): ReportRow[] => {
  if (row.amount === null) return [{ ...row, source: '' }]
  return splitBySource(row.amount, funding).map((part, at) => ({
    ...row,
    source: part.source,
    amount: part.amount,
    ...(at === 0 ? {} : { continued: true, corrected: undefined }),
  }))
}
