import type { PastedTable, PickedFile } from '../ui/index.ts'

export type Brought = { readonly files: readonly PickedFile[]; readonly paste: PastedTable | null }

let waiting: { readonly place: string; readonly brought: Brought } | null = null

/** What was dropped or pasted on one page, for the page at `place` that opens next; taken once, never kept. */
export const handOver = (place: string, brought: Brought): void => {
  waiting = { place, brought }
}
export const takeOver = (place: string): Brought | null => {
  const found = waiting?.place === place ? waiting.brought : null
  if (found !== null) waiting = null
  return found
}
