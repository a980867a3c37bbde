import type { PastedTable, PickedFile } from '../ui/index.ts'

export type Brought = { readonly files: readonly PickedFile[]; readonly paste: PastedTable | null }

let waiting: Brought | null = null

/** What was dropped or pasted on the list, for the import view that opens next; taken once, never kept. */
export const handOver = (brought: Brought): void => {
  waiting = brought
}
export const takeOver = (): Brought | null => {
  const brought = waiting
  waiting = null
  return brought
}
