import { knows } from '../../shared/clock/heads.ts'
import type { RowChange } from '../../shared/commit/part.ts'
import type { Cells } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Cell } from '../../shared/records/field.ts'
import { mergedAsOf } from './as-of.ts'
import { commitName, type ReadCommit, type StoredCommit } from './log.ts'
import { cellsOfMerged } from './merge.ts'
import { CommitCache, commitsOf, pastOf } from './past.ts'
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

/** Commits that made or changed a record, as its history tells of them: oldest first. */
const toldCommits = (reader: Reader, id: string, commits: CommitCache): readonly ReadCommit[] =>
  byCause(commitsOf(reader, id).map((stored) => commits.read(stored)))

/**
 * A record as its history shows it after one of its commits, of which nothing later is known; deleted or not. Null where that commit
 * did not change it.
 */
export const cellsAfter = (
  reader: Reader,
  definition: AnyDefinition,
  id: string,
  commit: string,
): Cells | null => {
  const commits = new CommitCache(reader)
  const told = toldCommits(reader, id, commits)
  const last = told.findIndex(({ stored }) => commitName(stored) === commit)
  if (last < 0) return null
  const known: Record<string, number> = {}
  for (const { stored } of told.slice(0, last + 1))
    known[stored.device] = Math.max(known[stored.device] ?? 0, stored.seq)
  return cellsOfMerged(mergedAsOf(reader, pastOf(reader, commits), definition, id, known))
}

/** Every change of a record, oldest first, each with the value before it in this very list: also proposals and disputed values stand in it. */
export const history = (reader: Reader, id: string): HistoryStep[] => {
  const known = new Map<string, Cell>()
  const commits = new CommitCache(reader)
  return toldCommits(reader, id, commits).flatMap(({ stored }) =>
    commits.changesTo(stored, id).map((change) => stepOf(stored, change, known)),
  )
}
