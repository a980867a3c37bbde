import { type Cell, cellXml, columnName } from './cell.ts'
import { closingXml, openingXml } from './sheet-parts.ts'
import type { StyleName } from './styles.ts'

export type SheetColumn = {
  readonly title: string /** In characters. */
  readonly width: number
  readonly style?: StyleName
  /** Of cells that nothing is written into, below the rows. */
  readonly rest?: StyleName
}
export type Row = readonly Cell[]

/** What a cell offers to choose, and what is told beside it. `list`: a range (“'Pilihan'!$A$1:$A$4”), '' where anything may stand. */
export type Offer = {
  readonly range: string
  readonly list: string
  readonly isStrict: boolean
  readonly title: string
  readonly words: string
}
/** Cells that are marked while `formula` holds, which speaks of the first of them. */
export type Marked = { readonly range: string; readonly formula: string }

export type Sheet = {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  /** Rows above the headings. */
  readonly above?: readonly Row[]
  /** Rows that belong to the headings and stand beneath them. */
  readonly under?: readonly { readonly cells: Row; readonly style: StyleName }[]
  readonly rows: Iterable<Row> | AsyncIterable<Row>
  /** Rows below the table, outside its filter. */
  readonly below?: readonly Row[]
  /** Columns that stay in sight when scrolling sideways, and on every page. */
  readonly frozenColumns?: number
  readonly paper?: 'A4' | 'F4'
  /** Pages side by side on which it is printed. */
  readonly pagesWide?: number
  /** Words one under the other instead of a table: no headings, upright. */
  readonly isPlain?: true
  readonly isHidden?: true
  /** Numbers of rows, from 1. */
  readonly hiddenRows?: readonly number[]
  readonly hasFilter?: false
  /** Ranges (“B5:D5”). */
  readonly merges?: readonly string[]
  readonly offers?: readonly Offer[]
  readonly marked?: readonly Marked[]
}

export type Steps = { readonly onRows: (count: number) => void; readonly check: () => void }

const chunkRows = 500

const wrapping: ReadonlySet<StyleName | undefined> = new Set<StyleName>([
  'text',
  'head',
  'typed',
  'hint',
  'words',
])
const lineHeight = 12.75
/** Letters of running text are narrower than the figures by which columns are measured. */
const lettersPerUnit = 1.12

/** Lines that a text takes in a column, words kept whole; about right for Arial 10. */
const linesIn = (text: string, width: number): number => {
  if (text.length <= width && !text.includes('\n')) return 1
  let lines = 0
  for (const paragraph of text.split('\n')) {
    let used = 0
    lines += 1
    for (const word of paragraph.split(' ')) {
      if (used > 0 && used + word.length > width) {
        lines += 1
        used = 0
      }
      lines += Math.ceil(word.length / width) - 1
      used = (used + word.length) % width || 0
      used += 1
    }
  }
  return Math.max(1, lines)
}

type Widths = { readonly styles: readonly StyleName[]; readonly widths: readonly number[] }

/** Programs do not measure wrapped text when they open a file: the height stands in the row. */
const heightOf = (row: Row, { styles, widths }: Widths): string => {
  let lines = 1
  for (const [index, cell] of row.entries()) {
    if (typeof cell !== 'string' || !wrapping.has(styles[index])) continue
    lines = Math.max(lines, linesIn(cell, (widths[index] ?? 10) * lettersPerUnit))
  }
  return lines === 1 ? '' : ` ht="${Math.min(lines * lineHeight + 1, 400)}"`
}

const rowXml = (row: Row, number: number, look: Widths, isHidden: boolean): string => {
  const { styles } = look
  let cells = ''
  for (let index = 0; index < row.length; index += 1) {
    cells += cellXml(row[index] ?? null, `${columnName(index)}${number}`, styles[index] ?? 'plain')
  }
  return `<row r="${number}"${isHidden ? ' hidden="1"' : heightOf(row, look)}>${cells}</row>`
}

/** A sheet as pieces of XML, a few hundred rows at a time; nothing of it is kept. */
export async function* sheetXml(sheet: Sheet, { onRows, check }: Steps): AsyncGenerator<string> {
  const widths = sheet.columns.map(({ width }) => width)
  const body: Widths = { styles: sheet.columns.map(({ style }) => style ?? 'text'), widths }
  const loose: Widths = { styles: [], widths: [] }
  let number = 0
  let chunk = openingXml(sheet)
  const hidden = new Set(sheet.hiddenRows ?? [])
  const add = (row: Row, look: Widths) => {
    number += 1
    chunk += rowXml(row, number, look, hidden.has(number))
  }
  for (const row of sheet.above ?? []) add(row, loose)
  const titles = sheet.columns.map(({ title }) => title)
  if (sheet.isPlain !== true) add(titles, { styles: titles.map(() => 'head'), widths })
  for (const { cells, style } of sheet.under ?? []) add(cells, { styles: cells.map(() => style), widths })
  let pending = 0
  for await (const row of sheet.rows) {
    add(row, body)
    pending += 1
    if (pending < chunkRows) continue
    check()
    yield chunk
    onRows(pending)
    chunk = ''
    pending = 0
  }
  check()
  onRows(pending)
  const last = number
  for (const row of sheet.below ?? []) add(row, loose)
  yield chunk + closingXml(sheet, last)
}
