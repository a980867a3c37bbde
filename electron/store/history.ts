import { knows } from '../../shared/clock/heads.ts'
import type { RowChange } from '../../shared/commit/part.ts'
import type { Cell } from '../../shared/records/field.ts'
import { commitName, type ReadCommit, type StoredCommit } from './log.ts'
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

/** By HLC, but nothing before what its author knew: a commit whose HLC ran ahead was let in, and what came on top of it did not follow it. */
const byCause = (commits: readonly ReadCommit[]): readonly ReadCommit[] => {
  const isAfter = (one: ReadCommit, other: ReadCommit): boolean =>
    one !== other && knows(one.header, other.header)
  const isTold = commits.every((one, n) => !commits.slice(n + 1).some((later) => isAfter(one, later)))
  if (isTold) return commits
  const left = [...commits]
  const ordered: ReadCommit[] = []
  while (left.length > 0) {
    const next = left.findIndex((one) => !left.some((other) => isAfter(one, other)))
    ordered.push(...left.splice(Math.max(0, next), 1))
  }
  return ordered
}

/** Every change of a record, oldest first, each with the value before it in this very list: also proposals and disputed values stand in it. */
export const history = (reader: Reader, id: string): HistoryStep[] => {
  const known = new Map<string, Cell>()
  const commits = new CommitCache(reader)
  const all = byCause(commitsOf(reader, id).map((stored) => commits.read(stored)))
  return all.flatMap(({ stored }) =>
    commits.changesTo(stored, id).map((change) => stepOf(stored, change, known)),
  )
}
