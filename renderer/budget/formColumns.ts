import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { formatWhole } from '../ui/format.ts'
import type { GridColumn, GridRow } from '../ui/index.ts'
import { parseCount, parseRupiah } from './moneyCell.ts'

const words = budgetWindowTexts.import.columns
const own = budgetWindowTexts.form.columns

/**
 * The form's own columns in its order, what was understood beside them, and what the officer adds. No width breaks the word
 * that stands in most rows: “Pengembangan”.
 */
export const formColumns: readonly GridColumn[] = [
  { key: 'output', heading: words.output, kind: 'text', lines: 2, width: 120 },
  { key: 'subOutput', heading: words.subOutput, kind: 'text', lines: 2, width: 120 },
  { key: 'stage', heading: words.stage, kind: 'longText', width: 132 },
  { key: 'method', heading: own.method, kind: 'text', lines: 2, width: 94 },
  { key: 'implementer', heading: words.implementer, kind: 'text', lines: 2, width: 102 },
  { key: 'duration', heading: words.duration, kind: 'text', lines: 2, width: 76 },
  { key: 'resources', heading: own.resources, kind: 'longText', width: 118 },
  {
    key: 'source',
    heading: own.source,
    kind: 'text',
    width: 70,
    readOnly: true,
    whyReadOnly: own.fromResources,
  },
  { key: 'amount', heading: own.amount, kind: 'money', width: 144, parse: parseRupiah },
  { key: 'note', heading: own.note, kind: 'longText', width: 180 },
  { key: 'volume', heading: own.volume, kind: 'money', width: 76, total: false, parse: parseCount },
  { key: 'measure', heading: own.measure, kind: 'text', width: 84 },
  { key: 'unitPrice', heading: own.unitPrice, kind: 'money', width: 120, total: false, parse: parseRupiah },
  {
    key: 'other',
    heading: words.other,
    kind: 'text',
    width: 140,
    readOnly: true,
    whyReadOnly: own.fromResources,
  },
]

const headings = new Map(formColumns.map(({ key, heading }) => [key, heading]))
/** Doubts name the columns of the form; the grid has a cell for each. */
export const cellOfColumn = (column: string): string =>
  column === 'extra' ? 'other' : column === 'total' ? 'amount' : column
/** “Baris 7, Sumber daya”; `at`: place of the row, from 0. */
export const placeWords = (at: number, column: string): string =>
  budgetWindowTexts.form.checkPlace(formatWhole(at + 1), headings.get(cellOfColumn(column)) ?? '')

const empty: GridRow['cells'] = Object.fromEntries(formColumns.map(({ key }) => [key, null]))

/** A blank row; output and sub output go on from the row above. */
export const blankRow = (id: string, above: GridRow | undefined): GridRow => ({
  id,
  cells: { ...empty, output: above?.cells.output ?? null, subOutput: above?.cells.subOutput ?? null },
})

/** How the columns of text share the room that is left. */
const shares: Readonly<Record<string, number>> = {
  output: 3,
  subOutput: 3,
  stage: 5,
  method: 2,
  implementer: 2,
  duration: 1,
  resources: 3,
  note: 4,
}
const sumOf = (columns: readonly GridColumn[], of: (column: GridColumn) => number): number =>
  columns.reduce((sum, column) => sum + of(column), 0)
const upTo = (key: string) => formColumns.slice(0, formColumns.findIndex((column) => column.key === key) + 1)
const shareOf = ({ key }: GridColumn): number => shares[key] ?? 0
/** Left of each column of text at least, before the notes come into view as well: pixels. */
const comfortable = 240

/** The columns for a window with `room` pixels beside the row numbers: Jumlah is always in view whole, the notes where there is room for them. */
export const fittedColumns = (room: number): readonly GridColumn[] => {
  const withNotes = upTo('note')
  const shown = room >= sumOf(withNotes, ({ width }) => width) + comfortable ? withNotes : upTo('amount')
  const left = Math.max(0, room - sumOf(shown, ({ width }) => width))
  const all = sumOf(shown, shareOf)
  const seen = new Set(shown)
  return formColumns.map((column) =>
    seen.has(column)
      ? { ...column, width: column.width + Math.floor((left * shareOf(column)) / all) }
      : column,
  )
}
