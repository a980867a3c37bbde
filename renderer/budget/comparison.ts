import type { BudgetRowShape } from '../../shared/contract/budget.ts'
import { type ComparedRow, compareRows, type RowDifference } from '../../shared/rules/budget/compare.ts'
import { measuredOf } from '../../shared/rules/budget/measure.ts'
import type { GridRow } from '../ui/index.ts'
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

const known = new WeakMap<GridRow, ComparedRow>()

const rowOf = (row: GridRow, extra: Readonly<Record<string, string>> | undefined): ComparedRow => {
  const { volume, measure, unitPrice } = measuredOf(extra ?? {})
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
}

const rowsOf = ({ sheet, parsed }: ImportFile): readonly ComparedRow[] =>
  sheet.rows.map((row) => {
    const made = known.get(row) ?? rowOf(row, parsed.get(row.id)?.extra)
    known.set(row, made)
    return made
  })

const sumOf = (rows: readonly ComparedRow[]): number =>
  rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0)

/** What saving the file as a new version would change. */
export const compareFile = (file: ImportFile, present: readonly BudgetRowShape[]): ComparedForm => {
  const rows = rowsOf(file)
  const { differences } = compareRows(present, rows, similarPairsAtMost)
  const count = (kind: RowDifference['kind']) => differences.filter((each) => each.kind === kind).length
  return {
    same: differences.length === 0,
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    before: sumOf(present),
    after: sumOf(rows),
    differences,
  }
}
