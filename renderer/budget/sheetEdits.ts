import { z } from 'zod'
import type { GridRow, Rows } from '../ui/grid/types.ts'
import type { Bases, Sheet } from './sheet.ts'

const cell = z.union([z.string(), z.number(), z.null()])
const cells = z.record(z.string(), cell)
const markNames = z.record(z.string(), z.array(z.string()))

/** An officer's work on a sheet, apart from what stood there: kept as a draft, put back onto the same rows later. */
export const sheetEdits = z.object({
  /** Changed cells by row. */
  cells: z.record(z.string(), cells),
  removed: z.array(z.string()),
  /** New rows, each after the row named; null: first. */
  added: z.array(z.object({ id: z.string(), after: z.string().nullable(), cells })),
  /** Doubts that are not there any more, by row. */
  settled: markNames,
})
export type SheetEdits = z.output<typeof sheetEdits>

export const differentCells = (row: GridRow, base: GridRow['cells']): string[] =>
  row.cells === base
    ? []
    : Object.keys(row.cells).filter((key) => (row.cells[key] ?? null) !== (base[key] ?? null))

const changedCells = (rows: Rows, bases: Bases): SheetEdits['cells'] => {
  const found: SheetEdits['cells'] = {}
  for (const row of rows) {
    const base = bases.get(row.id)?.cells
    const keys = base === undefined ? [] : differentCells(row, base)
    if (keys.length > 0) found[row.id] = Object.fromEntries(keys.map((key) => [key, row.cells[key] ?? null]))
  }
  return found
}

const addedRows = (rows: Rows, bases: Bases): SheetEdits['added'] =>
  rows.flatMap((row, at) =>
    bases.has(row.id) ? [] : [{ id: row.id, after: rows[at - 1]?.id ?? null, cells: { ...row.cells } }],
  )

const removedRows = (rows: Rows, bases: Bases): string[] => {
  const present = new Set(rows.map(({ id }) => id))
  return [...bases.keys()].filter((id) => !present.has(id))
}

const markName = ({ column, type }: { readonly column: string; readonly type: string }) => `${column} ${type}`

const settledMarks = ({ marks }: Sheet, bases: Bases): SheetEdits['settled'] => {
  const found: SheetEdits['settled'] = {}
  for (const [id, base] of bases) {
    if (base.marks.length === 0) continue
    const open = new Set((marks.get(id) ?? []).map(markName))
    const gone = base.marks.map(markName).filter((name) => !open.has(name))
    if (gone.length > 0) found[id] = gone
  }
  return found
}

export const editsOf = (sheet: Sheet, bases: Bases): SheetEdits => ({
  cells: changedCells(sheet.rows, bases),
  removed: removedRows(sheet.rows, bases),
  added: addedRows(sheet.rows, bases),
  settled: settledMarks(sheet, bases),
})

export const isEdited = ({ cells: changed, removed, added, settled }: SheetEdits): boolean =>
  removed.length > 0 || added.length > 0 || Object.keys(changed).length > 0 || Object.keys(settled).length > 0

const rowsWith = (rows: Rows, edits: SheetEdits): GridRow[] => {
  const removed = new Set(edits.removed)
  const found = rows
    .filter(({ id }) => !removed.has(id))
    .map((row) => {
      const changed = edits.cells[row.id]
      return changed ? { ...row, cells: { ...row.cells, ...changed } } : row
    })
  for (const { id, after, cells: own } of edits.added)
    found.splice(after === null ? 0 : placeAfter(found, after), 0, { id, cells: own })
  return found
}

/** A new row whose neighbour is gone stands at the end. */
const placeAfter = (rows: readonly GridRow[], after: string): number => {
  const at = rows.findIndex(({ id }) => id === after)
  return at === -1 ? rows.length : at + 1
}

/** The sheet with earlier work put onto it; edits of rows that are gone fall away. */
export const withEdits = (sheet: Sheet, edits: SheetEdits): Sheet => {
  const marks = new Map(sheet.marks)
  for (const [id, names] of Object.entries(edits.settled)) {
    const rest = (marks.get(id) ?? []).filter((mark) => !names.includes(markName(mark)))
    if (rest.length === 0) marks.delete(id)
    else marks.set(id, rest)
  }
  return { rows: rowsWith(sheet.rows, edits), marks, typed: sheet.typed }
}
