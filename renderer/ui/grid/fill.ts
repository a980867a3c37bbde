import { setPatch, valueAt } from './model.ts'
import type { Columns, Patches, Range, Rows, Spot } from './types.ts'

const cycle = (value: number, length: number) => ((value % length) + length) % length

/** Copies the cells of `source` over `target` (which holds it), repeating them in all directions. */
export const fillRange = (rows: Rows, columns: Columns, source: Range, target: Range): Patches => {
  const [high, wide] = [source.bottom - source.top + 1, source.right - source.left + 1]
  const patches: Patches[] = []
  for (let at = target.top; at <= target.bottom; at += 1) {
    const [row, from] = [rows[at], rows[source.top + cycle(at - source.top, high)]]
    for (let column = target.left; column <= target.right; column += 1) {
      const [into, like] = [columns[column], columns[source.left + cycle(column - source.left, wide)]]
      if (row && from && into && like && !into.readOnly)
        patches.push(setPatch(row, into.key, valueAt(from, like.key)))
    }
  }
  return patches.flat()
}

/** Ctrl+D: the top row of the selection over the rest; of a single row, the row above it. */
export const fillDown = (rows: Rows, columns: Columns, range: Range): Patches => {
  const top = range.top === range.bottom ? range.top - 1 : range.top
  return top < 0 ? [] : fillRange(rows, columns, { ...range, top, bottom: top }, { ...range, top })
}

/** Ctrl+R: the left column of the selection over the rest; of a single column, the column left of it. */
export const fillRight = (rows: Rows, columns: Columns, range: Range): Patches => {
  const left = range.left === range.right ? range.left - 1 : range.left
  return left < 0 ? [] : fillRange(rows, columns, { ...range, left, right: left }, { ...range, left })
}

/** What the fill handle covers when it is dragged to `spot`: the selection, longer in one direction. */
export const fillTarget = (source: Range, spot: Spot): Range => {
  const down = Math.max(spot.row - source.bottom, source.top - spot.row, 0)
  const across = Math.max(spot.column - source.right, source.left - spot.column, 0)
  if (down === 0 && across === 0) return source
  return down >= across
    ? { ...source, top: Math.min(source.top, spot.row), bottom: Math.max(source.bottom, spot.row) }
    : { ...source, left: Math.min(source.left, spot.column), right: Math.max(source.right, spot.column) }
}
