import type { WrittenCell } from '../../shared/rules/records/written.ts'
import { type CsvCell, writeCsv } from './csv.ts'
import { type Cell, dateNumber } from './xlsx/cell.ts'
import type { StyleName } from './xlsx/styles.ts'
import { collect, writeWorkbook } from './xlsx/workbook.ts'

/** How the cells of a column look; `day` also where some of them are words. */
export type ListLook = 'text' | 'long' | 'number' | 'grouped' | 'day'
/** A register as a sheet: headings and cells, and beside it what the file is. */
export type ListSheet = {
  readonly name: string
  readonly columns: readonly { readonly title: string; readonly look: ListLook }[]
  readonly rows: readonly (readonly WrittenCell[])[]
  readonly about: {
    readonly name: string
    readonly columns: readonly [string, string]
    readonly rows: readonly (readonly [string, string])[]
  }
  /** ISO moment. */
  readonly created: string
}
type OnProgress = (done: number, total: number | null) => void

const styles: Readonly<Record<ListLook, StyleName>> = {
  text: 'text',
  long: 'text',
  number: 'text',
  grouped: 'money',
  day: 'date',
}
const widths: Readonly<Record<ListLook, number>> = { text: 28, long: 60, number: 12, grouped: 18, day: 13 }
const widthOfId = 20

/** Spreadsheets count a day in 1900 that never was; what lies before it is written as words. */
const firstDay = '1900-03-01'

/** A cell of a register in a workbook. */
export const sheetCell = (cell: WrittenCell): Cell => {
  if (typeof cell === 'string') return { content: cell, style: 'text' }
  if (cell === null || typeof cell === 'number') return cell
  return cell.day < firstDay
    ? { content: cell.day, style: 'text' }
    : { content: dateNumber(cell.day), style: 'date' }
}

const csvOf = (cell: WrittenCell): CsvCell => (typeof cell === 'object' && cell !== null ? cell.day : cell)

const xlsxOf = async (list: ListSheet, onProgress: OnProgress): Promise<Uint8Array> => {
  const columns = list.columns.map(({ title, look }, at) => ({
    title,
    width: at === 0 ? widthOfId : Math.max(widths[look], Math.min(title.length + 2, 40)),
    style: styles[look],
  }))
  const [label, words] = list.about.columns
  const book = {
    title: list.name,
    created: new Date(list.created),
    onProgress: (rows: number) => onProgress(rows, list.rows.length),
    sheets: [
      { name: list.name, columns, rows: list.rows.map((row) => row.map(sheetCell)), frozenColumns: 2 },
      {
        name: list.about.name,
        columns: [
          { title: label, width: 24 },
          { title: words, width: 80 },
        ],
        rows: list.about.rows,
      },
    ],
  }
  return collect(await writeWorkbook(book))
}

/** One table under one row of headings, so that a spreadsheet sorts it and Selaras reads it back; what the file is stands on a second sheet. */
export const writeList = async (
  list: ListSheet,
  format: 'xlsx' | 'csv',
  onProgress: OnProgress,
): Promise<Uint8Array> =>
  format === 'xlsx'
    ? xlsxOf(list, onProgress)
    : writeCsv([list.columns.map(({ title }) => title), ...list.rows.map((row) => row.map(csvOf))], ';')
