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

const rowXml = (row: Row, number: number, styles: readonly StyleName[]): string => {
  let cells = ''
  for (let index = 0; index < row.length; index += 1) {
    cells += cellXml(row[index] ?? null, `${columnName(index)}${number}`, styles[index] ?? 'plain')
  }
  return `<row r="${number}">${cells}</row>`
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
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane${split} ySplit="${head}" topLeftCell="${columnName(left)}${head + 1}" activePane="${pane}" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="13.5"/><cols>${columns}</cols><sheetData>`
}

const closingXml = (sheet: Sheet, last: number): string => {
  const head = headRow(sheet)
  const filter = `A${head}:${columnName(sheet.columns.length - 1)}${Math.max(last, head)}`
  const foot = escapeXml(documentTexts.sheetFoot(sheet.name.replaceAll('&', '&&')))
  return `</sheetData><autoFilter ref="${filter}"/><pageMargins left="0.6" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="${paperNumbers[sheet.paper ?? 'A4']}" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>${foot}</oddFooter></headerFooter></worksheet>`
}

/** A sheet as pieces of XML, a few hundred rows at a time; nothing of it is kept. */
export async function* sheetXml(sheet: Sheet, { onRows, check }: Steps): AsyncGenerator<string> {
  const styles = sheet.columns.map(({ style }) => style ?? 'text')
  let number = 0
  let chunk = openingXml(sheet)
  const add = (row: Row, looks: readonly StyleName[]) => {
    number += 1
    chunk += rowXml(row, number, looks)
  }
  for (const row of sheet.above ?? []) add(row, [])
  add(
    sheet.columns.map(({ title }) => title),
    sheet.columns.map(() => 'head'),
  )
  let pending = 0
  for await (const row of sheet.rows) {
    add(row, styles)
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
  for (const row of sheet.below ?? []) add(row, [])
  yield chunk + closingXml(sheet, last)
}
