import { formatCell, linesIn, mostLines } from './cell.ts'
import { valueAt } from './model.ts'
import type { Columns, GridColumn, GridRow } from './types.ts'

/** Pixels. */
export const gutterWidth = 52
export const headHeight = 36
export const rowHeight = 32
const lineHeight = 18
const padding = 14
export const tallestRow = mostLines * lineHeight + padding
const narrowest = 56
const charWidth = 6.7

export type Widths = Readonly<Record<string, number>>
export const widthOf = (column: GridColumn, widths: Widths): number =>
  Math.max(narrowest, widths[column.key] ?? column.width)

/** Long texts share what is left of the window, unless the officer set their width. */
const grows = (column: GridColumn, widths: Widths) =>
  column.kind === 'longText' && widths[column.key] === undefined

const track = (column: GridColumn, widths: Widths) => {
  const width = widthOf(column, widths)
  return grows(column, widths) ? `minmax(${width}px, ${width}fr)` : `${width}px`
}

export const template = (columns: Columns, widths: Widths): string =>
  [`${gutterWidth}px`, ...columns.map((column) => track(column, widths))].join(' ')

export const sheetWidth = (columns: Columns, widths: Widths): number =>
  columns.reduce((sum, column) => sum + widthOf(column, widths), gutterWidth)

/** Left edge of each frozen column. */
export const frozenLefts = (columns: Columns, frozen: number, widths: Widths): readonly number[] => {
  const lefts: number[] = []
  let left = gutterWidth
  for (const column of columns.slice(0, frozen)) {
    lefts.push(left)
    left += widthOf(column, widths)
  }
  return lefts
}

export const frozenWidth = (columns: Columns, frozen: number, widths: Widths): number =>
  sheetWidth(columns.slice(0, frozen), widths)

const linesOf = (text: string, width: number) =>
  text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil((line.length * charWidth) / (width - 16))), 0)

/** By how much long texts are wider than asked for in a window with `room` pixels; the browser reckons the same. */
const stretch = (columns: Columns, widths: Widths, room: number): number => {
  const growing = columns
    .filter((column) => grows(column, widths))
    .reduce((sum, column) => sum + widthOf(column, widths), 0)
  return growing === 0 ? 1 : Math.max(1, 1 + (room - sheetWidth(columns, widths)) / growing)
}

/** Height before the row was drawn once; near enough that scrolling does not jump. `room`: width of the window on the sheet. */
export const guessHeight = (
  row: GridRow | undefined,
  columns: Columns,
  widths: Widths,
  room: number,
): number => {
  if (!row) return rowHeight
  const wider = stretch(columns, widths, room)
  const lines = columns
    .filter((column) => linesIn(column) > 1)
    .map((column) => {
      const width = widthOf(column, widths) * (grows(column, widths) ? wider : 1)
      return Math.min(linesIn(column), linesOf(formatCell(column, valueAt(row, column.key)), width))
    })
  return Math.max(rowHeight, Math.min(mostLines, Math.max(1, ...lines)) * lineHeight + padding)
}
