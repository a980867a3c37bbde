import { documentTexts } from '../../../shared/texts/document.ts'
import { type Cell, cellXml, columnName, escapeXml } from './cell.ts'
import type { StyleName } from './styles.ts'

export type SheetColumn = {
  readonly title: string /** In characters. */
  readonly width: number
  readonly style?: StyleName
}
export type Row = readonly Cell[]

export type Sheet = {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  /** Rows above the headings. */
  readonly above?: readonly Row[]
  readonly rows: Iterable<Row> | AsyncIterable<Row>
  /** Rows below the table, outside its filter. */
  readonly below?: readonly Row[]
  /** Columns that stay in sight when scrolling sideways. */
  readonly frozenColumns?: number
  readonly paper?: 'A4' | 'F4'
}

export type Steps = { readonly onRows: (count: number) => void; readonly check: () => void }

/** Folio (8.5 × 13 in) is what spreadsheets call F4. */
const paperNumbers = { A4: 9, F4: 14 } as const
const chunkRows = 500

export const headRow = (sheet: Sheet): number => (sheet.above?.length ?? 0) + 1

const wrapping: ReadonlySet<StyleName | undefined> = new Set<StyleName>(['text', 'head'])
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

const rowXml = (row: Row, number: number, look: Widths): string => {
  const { styles } = look
  let cells = ''
  for (let index = 0; index < row.length; index += 1) {
    cells += cellXml(row[index] ?? null, `${columnName(index)}${number}`, styles[index] ?? 'plain')
  }
  return `<row r="${number}"${heightOf(row, look)}>${cells}</row>`
}

const openingXml = (sheet: Sheet): string => {
  const head = headRow(sheet)
  const left = sheet.frozenColumns ?? 0
  const split = left > 0 ? ` xSplit="${left}"` : ''
  const pane = left > 0 ? 'bottomRight' : 'bottomLeft'
  const columns = sheet.columns
    .map(
      ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    )
    .join('')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane${split} ySplit="${head}" topLeftCell="${columnName(left)}${head + 1}" activePane="${pane}" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns}</cols><sheetData>`
}

const closingXml = (sheet: Sheet, last: number): string => {
  const head = headRow(sheet)
  const filter = `A${head}:${columnName(sheet.columns.length - 1)}${Math.max(last, head)}`
  const foot = escapeXml(documentTexts.sheetFoot(sheet.name.replaceAll('&', '&&')))
  return `</sheetData><autoFilter ref="${filter}"/><pageMargins left="0.6" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="${paperNumbers[sheet.paper ?? 'A4']}" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>${foot}</oddFooter></headerFooter></worksheet>`
}

/** A sheet as pieces of XML, a few hundred rows at a time; nothing of it is kept. */
export async function* sheetXml(sheet: Sheet, { onRows, check }: Steps): AsyncGenerator<string> {
  const widths = sheet.columns.map(({ width }) => width)
  const body: Widths = { styles: sheet.columns.map(({ style }) => style ?? 'text'), widths }
  const loose: Widths = { styles: [], widths: [] }
  let number = 0
  let chunk = openingXml(sheet)
  const add = (row: Row, look: Widths) => {
    number += 1
    chunk += rowXml(row, number, look)
  }
  for (const row of sheet.above ?? []) add(row, loose)
  const titles = sheet.columns.map(({ title }) => title)
  add(titles, { styles: titles.map(() => 'head'), widths })
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
