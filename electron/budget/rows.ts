import type { BudgetRowShape } from '../../shared/contract/budget.ts'
import type { CorrectedCell, RowMark, SettledMark } from '../../shared/records/budget.ts'
import type { ComparedRow } from '../../shared/rules/budget/compare.ts'
import { amountWords } from '../../shared/rules/budget/corrections.ts'
import type { Reader } from '../store/reader.ts'

/** A row as SQLite keeps it; structures are JSON text. */
export type StoredRow = {
  readonly id: string
  readonly form: string
  readonly opd: string
  readonly position: number | null
  readonly output: string | null
  readonly subOutput: string | null
  readonly stage: string | null
  readonly method: string | null
  readonly implementer: string | null
  readonly duration: string | null
  readonly resources: string | null
  readonly resourcesOther: string | null
  readonly usulanAmount: number | null
  readonly usulanSource: string | null
  readonly usulanFunding: string | null
  readonly volume: number | null
  readonly measure: string | null
  readonly unitPrice: number | null
  readonly extra: string | null
  readonly marks: string | null
  readonly settled: string | null
  readonly corrected: string | null
  readonly note: string | null
}

/** Rows of a form in the order of the form. */
export const rowsOfForm = (reader: Reader, form: string): StoredRow[] =>
  reader.rows<StoredRow>(
    'select * from budgetRow where form = ? and _deleted = 0 order by position, _row',
    form,
  )

export const marksOf = (row: Pick<StoredRow, 'marks'>): RowMark[] =>
  row.marks === null ? [] : (JSON.parse(row.marks) as RowMark[])

/** What a row says, without nulls where there is no text. */
export const saidBy = (row: StoredRow): ComparedRow => ({
  output: row.output ?? '',
  subOutput: row.subOutput ?? '',
  stage: row.stage ?? '',
  method: row.method ?? '',
  implementer: row.implementer ?? '',
  duration: row.duration ?? '',
  resources: row.resources ?? '',
  amount: row.usulanAmount,
  source: row.usulanSource ?? '',
  volume: row.volume,
  measure: row.measure ?? '',
  unitPrice: row.unitPrice,
})

export const settledOf = (row: Pick<StoredRow, 'settled'>): SettledMark[] =>
  row.settled === null ? [] : (JSON.parse(row.settled) as SettledMark[])

/** Corrections before saving of which the cell still does not say again what the file said. */
export const correctedOf = (row: StoredRow): CorrectedCell[] => {
  if (row.corrected === null) return []
  const { amount, ...texts } = saidBy(row)
  const now: Readonly<Record<string, unknown>> = { ...texts, amount: amountWords(amount) }
  return (JSON.parse(row.corrected) as CorrectedCell[]).filter(
    ({ column, before }) => now[column] === undefined || now[column] !== before,
  )
}

/** `nameOf`: an officer's name by id; where names do not matter, ids stay. `disputed`: columns that wait for a decision. */
export const shapeOf = (
  row: StoredRow,
  nameOf: (officer: string) => string = (id) => id,
  disputed: readonly string[] = [],
): BudgetRowShape => ({
  ...saidBy(row),
  id: row.id,
  position: row.position ?? 0,
  other: row.resourcesOther ?? '',
  extra: row.extra === null ? {} : (JSON.parse(row.extra) as Record<string, string>),
  marks: marksOf(row),
  settled: settledOf(row).map(({ column, found, message, by, at }) => ({
    column,
    found,
    message,
    by: nameOf(by),
    at,
  })),
  corrected: correctedOf(row).map(({ by, ...cell }) => ({ ...cell, by: nameOf(by) })),
  note: row.note ?? '',
  disputed: [...disputed],
})
