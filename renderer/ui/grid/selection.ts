import { valueAt } from './model.ts'
import type { Columns, Range, Rows, Spot } from './types.ts'

/** `active` holds the frame and takes what is typed; the range lies between `anchor` and `head`. */
export type Selection = {
  readonly active: Spot
  readonly anchor: Spot
  readonly head: Spot
  /** Column where a run of Tab began; Enter goes back to it. */
  readonly tabFrom: number | null
}
export type Size = { readonly rows: number; readonly columns: number }
export type Direction = 'up' | 'down' | 'left' | 'right'

export const selectSpot = (spot: Spot): Selection => ({
  active: spot,
  anchor: spot,
  head: spot,
  tabFrom: null,
})
export const selectRange = ({ top, left, bottom, right }: Range): Selection => ({
  active: { row: top, column: left },
  anchor: { row: top, column: left },
  head: { row: bottom, column: right },
  tabFrom: null,
})
export const extendTo = (selection: Selection, head: Spot): Selection => ({
  ...selection,
  anchor: selection.active,
  head,
  tabFrom: null,
})

export const rangeOf = ({ anchor, head }: Pick<Selection, 'anchor' | 'head'>): Range => ({
  top: Math.min(anchor.row, head.row),
  left: Math.min(anchor.column, head.column),
  bottom: Math.max(anchor.row, head.row),
  right: Math.max(anchor.column, head.column),
})

const clampSpot = ({ row, column }: Spot, { rows, columns }: Size): Spot => ({
  row: Math.max(0, Math.min(rows - 1, row)),
  column: Math.max(0, Math.min(columns - 1, column)),
})

/** The selection inside a sheet that became smaller. */
export const clampSelection = (selection: Selection, size: Size): Selection => ({
  active: clampSpot(selection.active, size),
  anchor: clampSpot(selection.anchor, size),
  head: clampSpot(selection.head, size),
  tabFrom: selection.tabFrom,
})

const deltas: Record<Direction, Spot> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
}
export const neighbour = (spot: Spot, direction: Direction, size: Size, steps = 1): Spot =>
  clampSpot(
    { row: spot.row + deltas[direction].row * steps, column: spot.column + deltas[direction].column * steps },
    size,
  )

const same = (a: Spot, b: Spot) => a.row === b.row && a.column === b.column

/** Ctrl+arrow as in Excel: to the end of a filled run, or over blanks to the next filled cell, or to the edge. */
export const jump = (rows: Rows, columns: Columns, from: Spot, direction: Direction): Spot => {
  const size = { rows: rows.length, columns: columns.length }
  const filled = ({ row, column }: Spot) => {
    const value = valueAt(rows[row], columns[column]?.key ?? '')
    return value !== null && value !== ''
  }
  let spot = neighbour(from, direction, size)
  const inRun = filled(from) && filled(spot)
  for (;;) {
    const next = neighbour(spot, direction, size)
    if (same(next, spot) || (inRun ? !filled(next) : filled(spot))) return spot
    spot = next
  }
}

const isSingle = ({ top, left, bottom, right }: Range) => top === bottom && left === right

/** Enter and Tab inside a range go round in it: by column for Enter, by row for Tab. */
const cycleIn = (selection: Selection, byRow: boolean, back: boolean): Selection => {
  const { top, left, bottom, right } = rangeOf(selection)
  const [high, wide] = [bottom - top + 1, right - left + 1]
  const [row, column] = [selection.active.row - top, selection.active.column - left]
  const order = byRow ? row * wide + column : column * high + row
  const next = (order + (back ? -1 : 1) + high * wide) % (high * wide)
  const at = byRow
    ? { row: Math.floor(next / wide), column: next % wide }
    : { row: next % high, column: Math.floor(next / high) }
  return { ...selection, active: { row: at.row + top, column: at.column + left } }
}

export const afterEnter = (selection: Selection, back: boolean, size: Size): Selection => {
  if (!isSingle(rangeOf(selection))) return cycleIn(selection, false, back)
  const moved = neighbour(selection.active, back ? 'up' : 'down', size)
  return selectSpot({ row: moved.row, column: selection.tabFrom ?? moved.column })
}

export const afterTab = (selection: Selection, back: boolean, size: Size): Selection => {
  if (!isSingle(rangeOf(selection))) return cycleIn(selection, true, back)
  const { row, column } = selection.active
  const wraps = back ? column === 0 && row > 0 : column === size.columns - 1 && row < size.rows - 1
  const spot = wraps
    ? { row: row + (back ? -1 : 1), column: back ? size.columns - 1 : 0 }
    : neighbour(selection.active, back ? 'left' : 'right', size)
  return { ...selectSpot(spot), tabFrom: wraps ? null : (selection.tabFrom ?? column) }
}
