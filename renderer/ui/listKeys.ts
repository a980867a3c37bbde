/** Pure: what a key does in a list of `count` rows. */
export type ListMove = { readonly cursor: number; readonly extend: boolean }

const page = 12
const steps: Readonly<Record<string, (cursor: number, count: number) => number>> = {
  ArrowDown: (cursor) => cursor + 1,
  ArrowUp: (cursor) => cursor - 1,
  j: (cursor) => cursor + 1,
  k: (cursor) => cursor - 1,
  PageDown: (cursor) => cursor + page,
  PageUp: (cursor) => cursor - page,
  Home: () => 0,
  End: (_cursor, count) => count - 1,
}

/** Where the cursor goes; null where the key does not move. `cursor` −1: nothing yet. */
export const listMove = (key: string, shift: boolean, cursor: number, count: number): ListMove | null => {
  const step = steps[key]
  if (!step || count === 0) return null
  return { cursor: Math.max(0, Math.min(count - 1, step(cursor, count))), extend: shift }
}

/** Ids from `anchor` to `cursor`, both included, in either direction. */
export const idsBetween = (
  rows: readonly { readonly id: string }[],
  anchor: number,
  cursor: number,
): string[] => rows.slice(Math.min(anchor, cursor), Math.max(anchor, cursor) + 1).map(({ id }) => id)

export const toggled = (selected: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(selected)
  if (!next.delete(id)) next.add(id)
  return next
}
