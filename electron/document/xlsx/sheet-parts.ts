import { documentTexts } from '../../../shared/texts/document.ts'
import { columnName, escapeXml, quotedName } from './cell.ts'
import type { Marked, Offer, Sheet } from './sheet.ts'
import { styleNumber } from './styles.ts'

/** Folio (8.5 × 13 in) is what spreadsheets call F4. */
const paperNumbers = { A4: 9, F4: 14 } as const

const headRow = (sheet: Sheet): number => (sheet.above?.length ?? 0) + 1
/** The last of the rows that stay in sight. */
const lastHeadRow = (sheet: Sheet): number => headRow(sheet) + (sheet.under?.length ?? 0)

/** What a print repeats on every page; null where nothing is repeated. */
export const printTitles = (sheet: Sheet): string | null => {
  if (sheet.isPlain === true || sheet.isHidden === true) return null
  const name = quotedName(sheet.name)
  const rows = `${name}!$${headRow(sheet)}:$${lastHeadRow(sheet)}`
  const columns = sheet.frozenColumns ?? 0
  return (sheet.pagesWide ?? 1) === 1 || columns === 0
    ? rows
    : `${name}!$A:$${columnName(columns - 1)},${rows}`
}

const paneXml = (sheet: Sheet): string => {
  if (sheet.isPlain === true) return ''
  const left = sheet.frozenColumns ?? 0
  const split = left > 0 ? ` xSplit="${left}"` : ''
  const pane = left > 0 ? 'bottomRight' : 'bottomLeft'
  const last = lastHeadRow(sheet)
  return `<pane${split} ySplit="${last}" topLeftCell="${columnName(left)}${last + 1}" activePane="${pane}" state="frozen"/>`
}

export const openingXml = (sheet: Sheet): string => {
  const columns = sheet.columns
    .map(({ width, rest }, index) => {
      const style = rest === undefined ? '' : ` style="${styleNumber[rest]}"`
      return `<col min="${index + 1}" max="${index + 1}" width="${width}"${style} customWidth="1"/>`
    })
    .join('')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0">${paneXml(sheet)}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns}</cols><sheetData>`
}

const filterXml = (sheet: Sheet, last: number): string => {
  if (sheet.isPlain === true || sheet.hasFilter === false) return ''
  const head = headRow(sheet)
  return `<autoFilter ref="A${head}:${columnName(sheet.columns.length - 1)}${Math.max(last, head)}"/>`
}

const mergesXml = (merges: readonly string[]): string =>
  merges.length === 0
    ? ''
    : `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`

const markedXml = ({ range, formula }: Marked, at: number): string =>
  `<conditionalFormatting sqref="${range}"><cfRule type="expression" dxfId="0" priority="${at + 1}"><formula>${escapeXml(formula)}</formula></cfRule></conditionalFormatting>`

/** The most that the title and the words beside a cell may hold. */
const longestTitle = 32
const longestWords = 255

const promptXml = ({ title, words }: Offer): string =>
  words === ''
    ? ''
    : ` showInputMessage="1" promptTitle="${escapeXml(title.slice(0, longestTitle))}" prompt="${escapeXml(words.slice(0, longestWords))}"`

const offerXml = (offer: Offer): string => {
  const { range, list, isStrict } = offer
  if (list === '') return `<dataValidation allowBlank="1"${promptXml(offer)} sqref="${range}"/>`
  const error = isStrict
    ? ` showErrorMessage="1" errorTitle="${escapeXml(offer.title.slice(0, longestTitle))}" error="${escapeXml(documentTexts.chooseOne)}"`
    : ''
  return `<dataValidation type="list" allowBlank="1"${error}${promptXml(offer)} sqref="${range}"><formula1>${escapeXml(list)}</formula1></dataValidation>`
}

const offersXml = (offers: readonly Offer[]): string =>
  offers.length === 0
    ? ''
    : `<dataValidations count="${offers.length}">${offers.map(offerXml).join('')}</dataValidations>`

/** What follows the rows, in the order in which the format wants it. `last`: number of the last row of the table. */
export const closingXml = (sheet: Sheet, last: number): string => {
  const { paper = 'A4', isPlain, pagesWide = 1, merges = [], marked = [], offers = [] } = sheet
  const foot = escapeXml(documentTexts.sheetFoot(sheet.name.replaceAll('&', '&&')))
  const orientation = isPlain === true ? 'portrait' : 'landscape'
  return `</sheetData>${filterXml(sheet, last)}${mergesXml(merges)}${marked.map(markedXml).join('')}${offersXml(offers)}<pageMargins left="0.6" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="${paperNumbers[paper]}" orientation="${orientation}" fitToWidth="${pagesWide}" fitToHeight="0"/><headerFooter><oddFooter>${foot}</oddFooter></headerFooter></worksheet>`
}
