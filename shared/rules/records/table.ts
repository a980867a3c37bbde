import { recordsImportTexts } from '../../texts/records-import.ts'
import { recordsSheetTexts } from '../../texts/records-sheet.ts'
import type { Cell, Grid, GridRow } from '../budget/grid.ts'
import type { ShownField } from './fields.ts'
import { matchHeadings, type SheetColumn } from './headings.ts'
import type { SheetCell } from './typed.ts'
import { spaced } from './words.ts'

export type SheetLine = { readonly line: number; readonly cells: Readonly<Record<string, SheetCell>> }
export type SheetTable = {
  readonly columns: readonly SheetColumn[]
  readonly lines: readonly SheetLine[]
  /** Sentences about what is not read. */
  readonly leftOut: readonly string[]
}

const texts = recordsImportTexts
const headingRows = 20
const textOf = (cell: Cell | undefined): string => spaced(cell?.text ?? '')
const headingsOf = ({ cells }: GridRow): string[] => Array.from(cells, textOf)
const filled = (words: readonly string[]): number => words.filter((word) => word !== '').length

const matches = (columns: readonly SheetColumn[]): number =>
  columns.filter(({ key, remark }) => key !== null || remark === texts.column.own).length

/** Two known headings, or one where the table has hardly more. */
const isHeading = (columns: readonly SheetColumn[]): boolean => {
  const count = matches(columns)
  return count >= 2 || (count === 1 && filled(columns.map(({ heading }) => heading)) <= 2)
}

type Head = { readonly at: number; readonly columns: readonly SheetColumn[] }

const headOf = (fields: readonly ShownField[], { rows }: Grid): Head | null => {
  let best: Head | null = null
  rows.slice(0, headingRows).forEach((row, at) => {
    const columns = matchHeadings(fields, headingsOf(row))
    if (isHeading(columns) && matches(columns) > matches(best?.columns ?? [])) best = { at, columns }
  })
  return best
}

/** What a merged cell says counts for every row that it reaches. */
export const unmerged = (rows: readonly GridRow[]): readonly GridRow[] => {
  const open = new Map<number, { readonly cell: Cell; readonly until: number }>()
  return rows.map((row) => {
    const cells = Array.from(row.cells)
    for (const [at, { cell, until }] of open) if (row.line <= until) cells[at] ??= cell
    row.cells.forEach((cell, at) => {
      if (cell !== undefined && cell.down > 1) open.set(at, { cell, until: row.line + cell.down - 1 })
    })
    return { ...row, cells }
  })
}

const lettersOf = (at: number): string =>
  at < 26
    ? String.fromCharCode(65 + at)
    : lettersOf(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26))

/** Columns without a heading that hold something are named by their letter. */
const allColumns = (columns: readonly SheetColumn[], body: readonly GridRow[]): readonly SheetColumn[] => {
  const width = Math.max(columns.length, ...body.map(({ cells }) => cells.length))
  return Array.from(
    { length: width },
    (_unused, at) => columns[at] ?? { heading: '', key: null, remark: '' },
  ).flatMap((column, at) => {
    if (column.heading !== '') return [column]
    const holds = body.some(({ cells }) => textOf(cells[at]) !== '')
    return holds ? [{ heading: texts.column.untitled(lettersOf(at)), key: null, remark: '' }] : []
  })
}

const lineOf = (columns: readonly SheetColumn[], row: GridRow): SheetLine | null => {
  const cells: Record<string, SheetCell> = {}
  columns.forEach(({ key }, at) => {
    const cell = row.cells[at]
    if (key !== null && cell !== undefined && spaced(cell.text) !== '')
      cells[key] = { text: cell.text, number: cell.number }
  })
  return Object.keys(cells).length === 0 ? null : { line: row.line, cells }
}

const nameOf = ({ sheet, table }: Grid, at: number): string => {
  if (sheet === recordsSheetTexts.about.sheet) return texts.leftOut.about(sheet)
  return sheet === null ? texts.leftOut.table(table ?? at + 1) : texts.leftOut.sheet(sheet)
}

/** The first table with headings of this register, its rows by field; null where no table has any. */
export const readTable = (fields: readonly ShownField[], grids: readonly Grid[]): SheetTable | null => {
  const heads = grids.map((grid) => headOf(fields, grid))
  const at = heads.findIndex((head) => head !== null)
  const [grid, head] = [grids[at], heads[at]]
  if (grid === undefined || head === null || head === undefined) return null
  const body = unmerged(grid.rows.slice(head.at + 1))
  return {
    columns: allColumns(head.columns, body),
    lines: body.flatMap((row) => lineOf(head.columns, row) ?? []),
    leftOut: grids.flatMap((other, place) =>
      place === at || other.rows.length === 0 ? [] : [nameOf(other, place)],
    ),
  }
}
