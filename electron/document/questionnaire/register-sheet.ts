import type {
  AskedBook,
  AskedColumn,
  AskedLook,
  AskedSheet,
} from '../../../shared/rules/questionnaire/book.ts'
import type { WrittenCell } from '../../../shared/rules/records/written.ts'
import { questionnaireTexts } from '../../../shared/texts/questionnaire.ts'
import { sheetCell } from '../list-sheet.ts'
import { type Cell, columnName } from '../xlsx/cell.ts'
import { styled } from '../xlsx/common.ts'
import type { Marked, Offer, Row, Sheet } from '../xlsx/sheet.ts'
import type { StyleName } from '../xlsx/styles.ts'
import type { ChoiceLists } from './choices.ts'

const words = questionnaireTexts.sheet

/** Rows: title, whose, declaration, keys (hidden), sections, headings, hints; then the records. */
const rowOf = { declaration: 3, keys: 4, sections: 5, first: 8 } as const
/** Empty rows that are drawn, and how much further cells offer their choices. */
const [emptyRows, furtherRows] = [20, 500] as const
/** Characters that fit side by side on a page that can still be read. */
const perPage = 165

const styles: Readonly<Record<AskedLook, StyleName>> = {
  typed: 'typed',
  long: 'text',
  number: 'text',
  grouped: 'money',
  day: 'date',
}
const widths: Readonly<Record<AskedLook, number>> = { typed: 22, long: 40, number: 12, grouped: 16, day: 15 }
const [widthOfId, widthOfFirst] = [2.5, 30] as const

/** Some programs show no longer text in a cell that keeps what is typed. */
const longestTyped = 255
const askedCell = (cell: WrittenCell): Cell => {
  if (typeof cell !== 'string') return sheetCell(cell)
  return cell.length > longestTyped ? styled(cell, 'text') : cell
}

const widthOf = ({ look, choices, isStrict }: AskedColumn, at: number): number => {
  if (at === 0) return widthOfFirst
  const longest = Math.max(...choices.map(({ length }) => length), 0)
  return isStrict ? Math.min(26, Math.max(14, longest + 3)) : widths[look]
}

const aboveOf = (book: AskedBook, { name, marker, columns, declares }: AskedSheet): Row[] => [
  [styled(marker, 'marker'), styled(name, 'title')],
  [null, styled(words.about(book.agency, book.city, book.moment), 'subtitle')],
  declares ? [null, styled(words.declare, 'total'), styled(null, 'answer'), styled(null, 'answer')] : [],
  // The mark once more, where it stays when the column of ids is taken out.
  ['id', ...columns.map(({ key }) => key), marker],
  sectionRow(columns),
]

/** A section is named where it begins. */
const sectionRow = (columns: readonly AskedColumn[]): Row => [
  null,
  ...columns.map(({ section }, at) => {
    const begins = section !== (columns[at - 1]?.section ?? '')
    return section === '' ? null : styled(begins ? section : null, 'section')
  }),
]

const offerOf = (
  { label, note, choices, isStrict }: AskedColumn,
  range: string,
  lists: ChoiceLists,
): Offer[] =>
  choices.length === 0 && note === ''
    ? []
    : [{ range, list: lists.rangeOf(choices), isStrict, title: label, words: note }]

const declarationOffer = (lists: ChoiceLists): Offer => ({
  range: `C${rowOf.declaration}`,
  list: lists.rangeOf(Object.values(words.declared)),
  isStrict: true,
  title: words.declare,
  words: words.declareAbout,
})

/** Rows of a column, from the first record to the last drawn row, without those that it does not concern. */
const concernedRows = ({ rows, unconcerned }: AskedSheet, key: string, last: number): readonly number[] =>
  Array.from({ length: last - rowOf.first + 1 }, (_unused, at) => at).flatMap((at) =>
    at < rows.length && unconcerned[at]?.includes(key) ? [] : [rowOf.first + at],
  )

/** “F8:F9 F12:F31”. */
const rangesOf = (column: string, numbers: readonly number[]): string => {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run?.[1] === number - 1) run[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => `${column}${from}:${column}${to}`).join(' ')
}

/** Cells of a column that are marked while they are empty in a row that says something. */
const waitingCells = (sheet: AskedSheet, key: string, at: number, last: number): Marked[] => {
  const rows = concernedRows(sheet, key, last)
  const [first] = rows
  if (first === undefined) return []
  const [column, lastColumn] = [columnName(at), columnName(sheet.columns.length)]
  const formula = `AND(COUNTA($B${first}:$${lastColumn}${first})>0,LEN(${column}${first})=0)`
  return [{ range: rangesOf(column, rows), formula }]
}

/** A register of one OPD: what is recorded, and room for what is not. */
export const registerSheet = (book: AskedBook, sheet: AskedSheet, lists: ChoiceLists): Sheet => {
  const { columns, rows } = sheet
  const last = rowOf.first + rows.length + emptyRows - 1
  const rangeOf = (at: number, until: number) => {
    const name = columnName(at)
    return `${name}${rowOf.first}:${name}${until}`
  }
  const marked = columns.flatMap(({ key, waits }, at): Marked[] =>
    waits ? waitingCells(sheet, key, at + 1, last) : [],
  )
  const idOffer: Offer = {
    range: rangeOf(0, last + furtherRows),
    list: '',
    isStrict: false,
    title: words.id,
    words: words.idAbout,
  }
  const sheetColumns = columns.map((column, at) => ({
    title: column.label,
    width: widthOf(column, at),
    style: styles[column.look],
    // A number of eighteen figures that is typed below the drawn rows is not rounded either.
    ...(column.look === 'typed' ? { rest: 'loose' as const } : {}),
  }))
  const total = sheetColumns.reduce((sum, { width }) => sum + width, 0)
  const hasSections = columns.some(({ section }) => section !== '')
  const empty: Row = [null, ...columns.map(() => null)]
  return {
    name: sheet.name,
    paper: book.paper,
    columns: [{ title: words.id, width: widthOfId, style: 'id' }, ...sheetColumns],
    above: aboveOf(book, sheet),
    under: [{ cells: ['', ...columns.map(({ hint }) => hint)], style: 'hint' }],
    rows: [...rows.map((row) => row.map(askedCell)), ...Array.from({ length: emptyRows }, () => empty)],
    frozenColumns: 2,
    hasFilter: false,
    hiddenRows: hasSections ? [rowOf.keys] : [rowOf.keys, rowOf.sections],
    pagesWide: Math.max(1, Math.ceil(total / perPage)),
    merges: sheet.declares ? [`C${rowOf.declaration}:D${rowOf.declaration}`] : [],
    marked,
    offers: [
      ...(sheet.declares ? [declarationOffer(lists)] : []),
      idOffer,
      ...columns.flatMap((column, at) => offerOf(column, rangeOf(at + 1, last + furtherRows), lists)),
    ],
  }
}
