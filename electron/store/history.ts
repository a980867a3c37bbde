import { parseRecordId } from '../../shared/commit/id.ts'
import type { RowChange } from '../../shared/commit/part.ts'
import type { Cell } from '../../shared/records/field.ts'
import { commitAt, commitOfArrival, type ReadCommit, readCommit, type StoredCommit } from './log.ts'
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

const commitsOf = (reader: Reader, id: string): StoredCommit[] => {
  const made = parseRecordId(id)
  const first = made === null ? null : commitAt(reader.statements, made.device, made.seq)
  const later = reader
    .rows<{ arrival: number }>('select arrival from _touch where record = ?', id)
    .flatMap(({ arrival }) => commitOfArrival(reader.statements, arrival) ?? [])
  const all = first === null ? later : [first, ...later.filter(({ arrival }) => arrival !== first.arrival)]
  return all.sort((a, b) => a.hlc - b.hlc || (a.device < b.device ? -1 : 1))
}

export const commitName = (stored: Pick<StoredCommit, 'device' | 'seq'>): string => `${stored.device}.${stored.seq}`

export const changesTo = (commit: ReadCommit, id: string): RowChange[] => commit.changes.filter((change) => change.id === id)

const stepOf = (commit: ReadCommit, change: RowChange, known: Map<string, Cell>): HistoryStep => {
  const cells = Object.entries(change.cells).map(([field, after]) => ({ field, before: known.get(field) ?? null, after }))
  for (const { field, after } of cells) known.set(field, after)
  const { device, seq, hlc, officer, capacity, reason } = commit.stored
  return { commit: commitName(commit.stored), device, seq, hlc, officer, capacity, reason, operation: change.operation, cells }
}

/** Every change of a record, oldest first, each with the value before and after. */
export const history = (reader: Reader, id: string): HistoryStep[] => {
  const known = new Map<string, Cell>()
  return commitsOf(reader, id).flatMap((stored) => {
    const commit = readCommit(reader.statements, stored)
    return changesTo(commit, id).map((change) => stepOf(commit, change, known))
  })
}

/** The value of each cell of a record just before a commit, from the log alone. */
export const cellsBefore = (reader: Reader, id: string, commit: StoredCommit): Map<string, Cell> => {
  const known = new Map<string, Cell>()
  for (const stored of commitsOf(reader, id)) {
    if (stored.arrival === commit.arrival) break
    for (const change of changesTo(readCommit(reader.statements, stored), id)) {
      for (const [field, cell] of Object.entries(change.cells)) known.set(field, cell)
    }
  }
  return known
}
