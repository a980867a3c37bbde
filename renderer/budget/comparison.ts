import type { BudgetRowShape } from '../../shared/contract/budget.ts'
import {
  type ComparedRow,
  compareRows,
  type RowDifference,
  sameRows,
} from '../../shared/rules/budget/compare.ts'
import { measuredOf } from '../../shared/rules/budget/measure.ts'
import type { ImportFile } from './importModel.ts'
import { cellNumber, cellText } from './sheet.ts'

/** Rows without partner are held against each other by their words only so far: the window stays quick with 12,000 rows. */
const similarPairsAtMost = 40_000

export type ComparedForm = {
  readonly same: boolean
  readonly added: number
  readonly removed: number
  readonly changed: number
  /** Whole rupiah. */
  readonly before: number
  readonly after: number
  readonly differences: readonly RowDifference[]
}

const rowsOf = ({ sheet, parsed }: ImportFile): readonly ComparedRow[] =>
  sheet.rows.map((row) => {
    const { volume, measure, unitPrice } = measuredOf(parsed.get(row.id)?.extra ?? {})
    return {
      output: cellText(row, 'output'),
      subOutput: cellText(row, 'subOutput'),
      stage: cellText(row, 'stage'),
      method: cellText(row, 'method'),
      implementer: cellText(row, 'implementer'),
      duration: cellText(row, 'duration'),
      resources: cellText(row, 'resources'),
      amount: cellNumber(row, 'amount'),
      source: cellText(row, 'source'),
      volume,
      measure,
      unitPrice,
    }
  })

const sumOf = (rows: readonly ComparedRow[]): number =>
  rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0)

/** What saving the file as a new version would change. */
export const compareFile = (file: ImportFile, present: readonly BudgetRowShape[]): ComparedForm => {
  const rows = rowsOf(file)
  const same = sameRows(present, rows)
  const differences = same ? [] : compareRows(present, rows, similarPairsAtMost).differences
  const count = (kind: RowDifference['kind']) => differences.filter((each) => each.kind === kind).length
  return {
    same,
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    before: sumOf(present),
    after: sumOf(rows),
    differences,
  }
}
