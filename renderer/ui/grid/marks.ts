import { valueAt } from './model.ts'
import type { CellDoubt, CellValue, Columns, Mark, Marks, Rows, Spot } from './types.ts'

/** Doubts of what was typed or pasted here; each holds only while the cell keeps that value. */
export type Doubts = Readonly<
  Record<string, Readonly<Record<string, { readonly message: string; readonly value: CellValue }>>>
>

export const addDoubts = (doubts: Doubts, found: readonly CellDoubt[], rows: Rows): Doubts => {
  if (found.length === 0) return doubts
  const byId = new Map(rows.map((row) => [row.id, row]))
  const next: Record<string, Record<string, { message: string; value: CellValue }>> = { ...doubts }
  for (const { row, column, message } of found)
    next[row] = { ...next[row], [column]: { message, value: valueAt(byId.get(row), column) } }
  return next
}

/** The caller's mark wins; else a doubt that still holds. */
export const markAt = (
  given: Marks[string] | undefined,
  own: Doubts[string] | undefined,
  column: string,
  value: CellValue,
): Mark | undefined => {
  const mark = given?.[column]
  if (mark) return mark
  const doubt = own?.[column]
  return doubt && doubt.value === value ? { kind: 'doubt', message: doubt.message } : undefined
}

export type MarkedSpot = { readonly spot: Spot; readonly mark: Mark }

/** Doubts and errors in reading order; changes are not worth a stop. */
export const markedSpots = (rows: Rows, columns: Columns, given: Marks, own: Doubts): readonly MarkedSpot[] =>
  rows.flatMap((row, at) => {
    const [marks, doubts] = [given[row.id], own[row.id]]
    if (!marks && !doubts) return []
    return columns.flatMap(({ key }, column) => {
      const mark = markAt(marks, doubts, key, valueAt(row, key))
      return mark && mark.kind !== 'changed' ? [{ spot: { row: at, column }, mark }] : []
    })
  })

const order = ({ row, column }: Spot) => row * 10_000 + column

/** The next one after `from`, going round at the end; null where there is none. */
export const nextMarked = (spots: readonly MarkedSpot[], from: Spot, back: boolean): Spot | null => {
  const ordered = back ? [...spots].reverse() : spots
  const beyond = ordered.find(({ spot }) => (back ? order(spot) < order(from) : order(spot) > order(from)))
  return (beyond ?? ordered[0])?.spot ?? null
}
