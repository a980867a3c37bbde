import { oneAmount } from '../../shared/rules/budget/rupiah.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { parseAmount } from '../ui/format.ts'
import type { CellValue, GridRow, Parsed, Rows } from '../ui/grid/types.ts'

const texts = budgetWindowTexts.wrong

/** Columns whose cells hold a whole number or nothing; a text in one of them is still to be mended. */
const sentences = {
  amount: texts.amount,
  unitPrice: texts.amount,
  volume: texts.number,
} as const
type NumberColumn = keyof typeof sentences
const numberColumns = Object.keys(sentences) as readonly NumberColumn[]

const dash = /^\s*(?:rp\.?\s*)?[-–—]+\s*$/i

const plain = (text: string): number | null | undefined => {
  if (dash.test(text)) return null
  const value = parseAmount(text)
  return typeof value === 'number' && value < 0 ? undefined : value
}

const parsed = (text: string, value: number | null | undefined, column: NumberColumn): Parsed => {
  if (value !== undefined) return { value }
  const found = text.trim()
  return { value: found, doubt: sentences[column](found) }
}

/** “40 jt”, “1,5 miliar”, “Rp 5.000.000,-”, “lima juta rupiah” → whole rupiah; '' and “-” → null; all else stays as typed. */
export const parseRupiah = (text: string): Parsed => {
  const value = plain(text)
  return parsed(text, value === undefined ? oneAmount(text) : value, 'amount')
}

/** A whole number from 0; '' and “-” → null; all else stays as typed. */
export const parseCount = (text: string): Parsed => parsed(text, plain(text), 'volume')

const wrongIn = (value: CellValue | undefined): value is string => typeof value === 'string' && value !== ''

/** What is wrong in the numbers of a row: a sentence by column. */
export const wrongInRow = ({
  cells,
}: GridRow): readonly { column: NumberColumn; found: string; message: string }[] =>
  numberColumns.flatMap((column) => {
    const value = cells[column]
    return wrongIn(value) ? [{ column, found: value, message: sentences[column](value) }] : []
  })

/** A cell that holds Simpan back. `number`: of its row, from 1. */
export type WrongCell = {
  readonly row: string
  readonly number: number
  readonly column: NumberColumn
  /** As typed. */
  readonly found: string
  readonly message: string
}

/** Cells that cannot be stored as they stand, in the order of the rows. */
export const wrongCells = (rows: Rows): readonly WrongCell[] =>
  rows.flatMap((row, at) => wrongInRow(row).map((wrong) => ({ row: row.id, number: at + 1, ...wrong })))

const headings: Readonly<Record<NumberColumn, string>> = {
  amount: budgetWindowTexts.form.columns.amount,
  unitPrice: budgetWindowTexts.form.columns.unitPrice,
  volume: budgetWindowTexts.form.columns.volume,
}

/** Why Simpan waits: the row, its column and what stands there. */
export const wrongWords = ({ number, column, found }: WrongCell): string =>
  texts.hold(String(number), headings[column], found)
