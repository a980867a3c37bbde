import type { CellValue, GridRow } from '../ui/grid/types.ts'
import type { Stored } from './formModel.ts'
import type { Sheet } from './sheet.ts'
import { editsOf, withEdits } from './sheetEdits.ts'

/** A cell that this officer and another filled in differently since the screen was loaded. */
export type Conflict = {
  readonly row: string
  /** Number of the row as the store has it now, from 1; null: the other officer removed it. */
  readonly number: number | null
  readonly column: string
  readonly mine: CellValue
  readonly theirs: CellValue
}

const derived = new Set(['durationRead', 'other', 'source'])

const conflictsOfRow = (
  row: GridRow,
  before: GridRow['cells'],
  now: GridRow['cells'],
  number: number,
): Conflict[] =>
  Object.keys(row.cells).flatMap((column) => {
    if (derived.has(column)) return []
    const [mine, was, theirs] = [row.cells[column] ?? null, before[column] ?? null, now[column] ?? null]
    return mine !== was && theirs !== was && mine !== theirs
      ? [{ row: row.id, number, column, mine, theirs }]
      : []
  })

/** What differs between the officer's unsaved sheet and the store as it is now; `before`: the store as the screen had it. */
export const conflictsOf = (sheet: Sheet, before: Stored, now: Stored): readonly Conflict[] => {
  const numbers = new Map(now.sheet.rows.map(({ id }, at) => [id, at + 1]))
  return sheet.rows.flatMap((row) => {
    const base = before.bases.get(row.id)
    if (base === undefined) return []
    const present = now.bases.get(row.id)
    const number = numbers.get(row.id)
    if (present === undefined || number === undefined)
      return row.cells === base.cells
        ? []
        : [{ row: row.id, number: null, column: 'stage', mine: row.cells.stage ?? null, theirs: null }]
    return conflictsOfRow(row, base.cells, present.cells, number)
  })
}

export const conflictKey = ({ row, column }: Pick<Conflict, 'row' | 'column'>): string => `${row} ${column}`

/** Cells that follow from another: whoever decides on the text decides on what was read of it. */
const follows: Readonly<Record<string, string>> = {
  amount: 'resources',
  source: 'resources',
  other: 'resources',
  durationRead: 'duration',
}

const isTheirs = (row: string, column: string, theirs: ReadonlySet<string>): boolean =>
  theirs.has(conflictKey({ row, column })) ||
  theirs.has(conflictKey({ row, column: follows[column] ?? column }))

/** The officer's work put onto the store as it is now; cells named in `theirs` stay as the other officer left them. */
export const rebased = (sheet: Sheet, before: Stored, now: Stored, theirs: ReadonlySet<string>): Sheet => {
  const edits = editsOf(sheet, before.bases)
  const cells = Object.fromEntries(
    Object.entries(edits.cells).map(([row, changed]) => [
      row,
      Object.fromEntries(Object.entries(changed).filter(([column]) => !isTheirs(row, column, theirs))),
    ]),
  )
  return withEdits(now.sheet, { ...edits, cells })
}
