import { type Cell, cleanText, type Grid, type GridRow } from './grid.ts'
import type { Place } from './parsed.ts'

/** A row of a grid with its texts made clean. `filled` are the columns that hold text. */
export type Line = {
  readonly place: Place
  readonly hidden: boolean
  readonly texts: readonly (string | undefined)[]
  readonly cells: readonly (Cell | undefined)[]
  readonly filled: readonly number[]
}

const lineOf = (grid: Grid, row: GridRow): Line => {
  const texts: string[] = []
  const filled: number[] = []
  for (let at = 0; at < row.cells.length; at += 1) {
    const cell = row.cells[at]
    const text = cell === undefined ? '' : cleanText(cell.text)
    texts.push(text)
    if (text !== '' || (cell?.formula ?? null) !== null) filled.push(at)
  }
  return {
    place: { sheet: grid.sheet, table: grid.table, line: row.line },
    hidden: row.hidden,
    texts,
    cells: row.cells,
    filled,
  }
}

export const linesOf = (grid: Grid): readonly Line[] => grid.rows.map((row) => lineOf(grid, row))

export const textAt = (line: Line, at: number | undefined): string =>
  at === undefined ? '' : (line.texts[at] ?? '')

/** The text on one line: what broke it was the width of its column. */
export const flatAt = (line: Line, at: number | undefined): string => {
  const text = textAt(line, at)
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text
}

/** All texts of a line, as one. */
export const wholeText = (line: Line): string =>
  line.filled
    .map((at) => line.texts[at] ?? '')
    .filter((text) => text !== '')
    .join(' | ')
