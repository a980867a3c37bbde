import type { RowMark } from '../../shared/records/budget.ts'
import { withoutPlace } from '../../shared/rules/budget/reread.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { conflictWindowTexts } from '../../shared/texts/conflict-window.ts'
import { formatMoment } from '../ui/format.ts'
import type { GridRow, Mark, Marks } from '../ui/grid/types.ts'
import { cellOfColumn } from './formColumns.ts'
import { wrongInRow } from './moneyCell.ts'
import type { Base, Bases, Sheet } from './sheet.ts'

const changedWords = (before: unknown): string =>
  budgetWindowTexts.changed(before === null || before === undefined || before === '' ? '' : String(before))

const changedCells = (
  row: GridRow,
  base: GridRow['cells'] | undefined,
  derived: ReadonlySet<string>,
): Record<string, Mark> => {
  if (base === undefined || base === row.cells) return {}
  const found: Record<string, Mark> = {}
  for (const key of Object.keys(row.cells)) {
    if (derived.has(key) || (row.cells[key] ?? null) === (base[key] ?? null)) continue
    found[key] = { kind: 'changed', message: changedWords(base[key]) }
  }
  return found
}

/** Cells corrected before saving, with what the file said; a row of the officer's own says so at its stage. */
const correctedCells = (base: Base | undefined): Record<string, Mark> => {
  const found: Record<string, Mark> = {}
  for (const { column, before, by, at } of base?.corrected ?? []) {
    const when = formatMoment(Date.parse(at))
    const message =
      column === '' ? budgetWindowTexts.ownRow(by, when) : budgetWindowTexts.corrected(before, by, when)
    found[column === '' ? 'stage' : cellOfColumn(column)] = { kind: 'changed', message }
  }
  return found
}

type Kept = {
  readonly marks: readonly RowMark[] | undefined
  readonly base: Base | undefined
  readonly made: Readonly<Record<string, Mark>> | null
}
const kept = new WeakMap<GridRow, Kept>()

const marksOfRow = (
  row: GridRow,
  marks: readonly RowMark[] | undefined,
  base: Base | undefined,
  derived: ReadonlySet<string>,
) => {
  const known = kept.get(row)
  if (known && known.marks === marks && known.base === base) return known.made
  const found: Record<string, Mark> = { ...correctedCells(base), ...changedCells(row, base?.cells, derived) }
  for (const { column, message } of (marks ?? []).toReversed())
    found[cellOfColumn(column)] = { kind: 'doubt', message: withoutPlace(message) }
  for (const column of base?.disputed ?? [])
    found[cellOfColumn(column)] = { kind: 'disputed', message: conflictWindowTexts.mark.cell }
  for (const { column, message } of wrongInRow(row)) found[column] = { kind: 'error', message }
  const made = Object.keys(found).length === 0 ? null : found
  kept.set(row, { marks, base, made })
  return made
}

const noneDerived: ReadonlySet<string> = new Set(['durationRead', 'other'])

/** Doubts, changes and numbers to be mended as the grid shows them; what did not change keeps its identity. */
export const gridMarks = (sheet: Sheet, bases: Bases, derived: ReadonlySet<string> = noneDerived): Marks => {
  const found: Record<string, Readonly<Record<string, Mark>>> = {}
  for (const row of sheet.rows) {
    const made = marksOfRow(row, sheet.marks.get(row.id), bases.get(row.id), derived)
    if (made) found[row.id] = made
  }
  return found
}
