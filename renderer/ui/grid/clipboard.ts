import { editText, formatCell, parseCell } from './cell.ts'
import { type OutCell, parseHtmlTable, toHtmlTable } from './htmlTable.ts'
import { insertRows, setPatch, valueAt } from './model.ts'
import { type Block, parseTsv, toTsv } from './tsv.ts'
import type { CellDoubt, Columns, GridColumn, GridRow, Patch, Patches, Range, Rows } from './types.ts'

/** Texts of a range, as they are edited: numbers as bare digits. */
export const copyBlock = (rows: Rows, columns: Columns, { top, left, bottom, right }: Range): Block =>
  rows
    .slice(top, bottom + 1)
    .map((row) => columns.slice(left, right + 1).map((column) => editText(column, valueAt(row, column.key))))

const outCell = (row: GridRow, column: GridColumn): OutCell => {
  const value = valueAt(row, column.key)
  return { text: formatCell(column, value), number: typeof value === 'number' ? value : null }
}

const harmless = /^[+-]?[\d\s.,()-]*$/
/** A text that a spreadsheet would run gets an apostrophe in front; numbers and telephone numbers do not. */
export const neutral = (text: string): string =>
  /^[=+\-@]/.test(text) && !harmless.test(text) ? `'${text}` : text

/** Both forms for the clipboard. */
export const copyOut = (
  rows: Rows,
  columns: Columns,
  range: Range,
): { readonly tsv: string; readonly html: string } => {
  const { top, left, bottom, right } = range
  const cells = rows
    .slice(top, bottom + 1)
    .map((row) => columns.slice(left, right + 1).map((column) => outCell(row, column)))
  return {
    tsv: toTsv(copyBlock(rows, columns, range).map((row) => row.map(neutral))),
    html: toHtmlTable(cells),
  }
}

/** A table in the HTML wins over the text: it keeps merged cells and paragraphs inside a cell. null: nothing there. */
export const blockIn = (html: string, text: string): Block | null =>
  parseHtmlTable(html) ?? (text === '' ? null : parseTsv(text))

/** Where a block lands: one cell fills the selection, a block that fits several times is repeated, else it spreads. */
export const landing = (block: Block, selected: Range): Range => {
  const [high, wide] = [block.length, block[0]?.length ?? 0]
  const [rows, columns] = [selected.bottom - selected.top + 1, selected.right - selected.left + 1]
  const fits = rows % high === 0 && columns % wide === 0
  const size = fits ? { rows, columns } : { rows: high, columns: wide }
  return {
    top: selected.top,
    left: selected.left,
    bottom: selected.top + size.rows - 1,
    right: selected.left + size.columns - 1,
  }
}

export type Pasted = {
  readonly patches: Patches
  readonly doubts: readonly CellDoubt[]
  /** What is selected afterwards. */
  readonly range: Range
  /** Columns of the block that found no place. */
  readonly lostColumns: number
}

type Target = {
  readonly rows: Rows
  readonly columns: Columns /** null: rows cannot be added */
  readonly newRow: ((index: number) => GridRow) | null
}

const fillCells = (block: Block, at: Range, rows: Rows, columns: Columns) => {
  const patches: Patch[] = []
  const doubts: CellDoubt[] = []
  for (let row = at.top; row <= at.bottom; row += 1)
    for (let column = at.left; column <= at.right; column += 1) {
      const [target, into] = [rows[row], columns[column]]
      if (!target || !into || into.readOnly) continue
      const line = block[(row - at.top) % block.length] ?? []
      const { value, doubt } = parseCell(into, line[(column - at.left) % line.length] ?? '')
      patches.push(...setPatch(target, into.key, value))
      if (doubt) doubts.push({ row: target.id, column: into.key, message: doubt })
    }
  return { patches, doubts }
}

/** Patches that put a block over a selection; rows are added below where it is higher than the sheet. */
export const pasteBlock = ({ rows, columns, newRow }: Target, selected: Range, block: Block): Pasted => {
  const wanted = landing(block, selected)
  const missing = newRow ? Math.max(0, wanted.bottom + 1 - rows.length) : 0
  const added = Array.from({ length: missing }, (_, at) => newRow?.(rows.length + at)).filter(
    (row) => row !== undefined,
  )
  const all = [...rows, ...added]
  const range = {
    ...wanted,
    bottom: Math.min(wanted.bottom, all.length - 1),
    right: Math.min(wanted.right, columns.length - 1),
  }
  const { patches, doubts } = fillCells(block, range, all, columns)
  return {
    patches: [...insertRows(rows.length, added), ...patches],
    doubts,
    range,
    lostColumns: Math.max(0, wanted.right - (columns.length - 1)),
  }
}
