import type { RowChange } from '../../shared/commit/part.ts'
import type { Cell } from '../../shared/records/field.ts'
import { commitName, type StoredCommit } from './log.ts'
import { CommitCache, commitsOf } from './past.ts'
import type { Reader } from './reader.ts'

export type CellStep = { readonly field: string; readonly before: Cell; readonly after: Cell }
export type HistoryStep = {
  readonly commit: string
  readonly device: string
  readonly seq: number
  readonly hlc: number
  readonly officer: string
  readonly capacity: string
  readonly reason: string
  readonly operation: 'create' | 'update'
  readonly cells: readonly CellStep[]
}

const stepOf = (stored: StoredCommit, change: RowChange, known: Map<string, Cell>): HistoryStep => {
  const cells = Object.entries(change.cells).map(([field, after]) => ({
    field,
    before: known.get(field) ?? null,
    after,
  }))
  for (const { field, after } of cells) known.set(field, after)
  const { device, seq, hlc, officer, capacity, reason } = stored
  return {
    commit: commitName(stored),
    device,
    seq,
    hlc,
    officer,
    capacity,
    reason,
    operation: change.operation,
    cells,
  }
}

/** Every change of a record, oldest first by the clocks, each with the value that it had before in that order. */
export const history = (reader: Reader, id: string): HistoryStep[] => {
  const known = new Map<string, Cell>()
  const commits = new CommitCache(reader)
  return commitsOf(reader, id).flatMap((stored) =>
    commits.changesTo(stored, id).map((change) => stepOf(stored, change, known)),
  )
}
