import { type Dot, sameDot } from '../../shared/clock/dots.ts'
import type { Stamp } from '../../shared/clock/heads.ts'
import { parseRecordId } from '../../shared/commit/id.ts'
import { deletedKey, type RowChange } from '../../shared/commit/part.ts'
import type { Cells } from '../../shared/records/cell.ts'
import type { Cell } from '../../shared/records/field.ts'
import { isRefused } from './judging/refused.ts'
import {
  commitAt,
  commitName,
  commitOfArrival,
  type ReadCommit,
  readCommit,
  type StoredCommit,
} from './log.ts'
import type { Reader } from './reader.ts'
import { recent } from './recent.ts'
import { asNow } from './upcast.ts'

/** What one commit did to one record, in terms of today's definition. */
export type Step = Stamp & { readonly cells: Cells }
/** What counts in the log about a record: commits that were refused are left out. */
export type PastOf = (type: string, id: string) => readonly Step[]

type Timed = Pick<StoredCommit, 'hlc' | 'device'>

const oldestFirst = (a: Timed, b: Timed): number => a.hlc - b.hlc || (a.device < b.device ? -1 : 1)

/** A commit that was kept only so that its chain goes on changed nothing. */
const appliedAt = (reader: Reader, device: string, seq: number): StoredCommit | null => {
  const found = commitAt(reader.statements, device, seq)
  if (found === null) return null
  return isRefused(reader.statements, found.arrival) ? null : found
}

/** Where commits are looked up; null: none that counts. */
export type Lookup = {
  readonly applied: (dot: Dot) => StoredCommit | null
  readonly arrived: (arrival: number) => StoredCommit | null
}
const lookupIn = (reader: Reader): Lookup => ({
  applied: ({ device, seq }) => appliedAt(reader, device, seq),
  arrived: (arrival) => commitOfArrival(reader.statements, arrival),
})

/**
 * Commits that made or changed a record and count, oldest first: `_touch` holds only those that count. `after`: those that arrived
 * after this one alone. `lookup`: given by whoever asks about many records of the same commits.
 */
export const commitsOf = (
  reader: Reader,
  id: string,
  after = 0,
  lookup: Lookup = lookupIn(reader),
): StoredCommit[] => {
  const made = after === 0 ? parseRecordId(id) : null
  const first = made === null ? null : lookup.applied(made)
  const later = reader
    .rows<{ arrival: number }>('select arrival from _touch where record = ? and arrival > ?', id, after)
    .flatMap(({ arrival }) => lookup.arrived(arrival) ?? [])
  const all = first === null ? later : [first, ...later.filter(({ arrival }) => arrival !== first.arrival)]
  return all.sort(oldestFirst)
}

/** Commits that made or changed any of these records, each once, oldest first: for many at once. */
export const commitsOfAll = (reader: Reader, ids: readonly string[]): StoredCommit[] => {
  const made = new Map<string, StoredCommit | null>()
  for (const id of ids) {
    const { device, seq } = parseRecordId(id) ?? { device: '', seq: 0 }
    const name = commitName({ device, seq })
    if (!made.has(name)) made.set(name, appliedAt(reader, device, seq))
  }
  const touched = reader.rows<{ arrival: number }>(
    'select distinct arrival from _touch where record in (select value from json_each(?))',
    JSON.stringify(ids),
  )
  const all = new Map<number, StoredCommit>()
  for (const stored of made.values()) if (stored !== null) all.set(stored.arrival, stored)
  for (const { arrival } of touched) {
    const stored = all.get(arrival) ?? commitOfArrival(reader.statements, arrival)
    if (stored !== null) all.set(arrival, stored)
  }
  return [...all.values()].sort(oldestFirst)
}

const keptCommits = 16
const keptEntries = 64

/**
 * The commits that were read last: one of thousands of rows is unpacked once, not once for each of its records. What it looks up
 * holds while the log stands still.
 */
export class CommitCache implements Lookup {
  private readonly entries = new Map<string | number, StoredCommit | null>()
  private readonly commits = new Map<
    string,
    { readonly commit: ReadCommit; readonly byRecord: ReadonlyMap<string, RowChange[]> }
  >()
  private readonly reader: Reader
  constructor(reader: Reader) {
    this.reader = reader
  }

  read(stored: StoredCommit): ReadCommit {
    return this.entry(stored).commit
  }

  /** Changes of one record, in terms of today's definition. */
  changesTo(stored: StoredCommit, id: string): readonly RowChange[] {
    return this.entry(stored).byRecord.get(id) ?? []
  }

  applied({ device, seq }: Dot): StoredCommit | null {
    const read = () => appliedAt(this.reader, device, seq)
    return recent(this.entries, commitName({ device, seq }), keptEntries, read)
  }

  arrived(arrival: number): StoredCommit | null {
    const read = () => commitOfArrival(this.reader.statements, arrival)
    return recent(this.entries, arrival, keptEntries, read)
  }

  private entry(stored: StoredCommit) {
    return recent(this.commits, Buffer.from(stored.hash).toString('hex'), keptCommits, () => {
      const commit = this.today(readCommit(this.reader.statements, stored))
      return { commit, byRecord: Map.groupBy(commit.changes, ({ id }) => id) }
    })
  }

  private today(commit: ReadCommit): ReadCommit {
    const changes = commit.changes.map((change) => {
      const definition = this.reader.catalogue.get(change.type)
      return definition === undefined ? change : asNow(definition, change, commit.header.definitions)
    })
    return { ...commit, changes }
  }
}

/** Whoever makes a record says that it is there. */
const isThere: Cells = { [deletedKey]: 0 }

const stepOf = (commits: CommitCache, stored: StoredCommit, type: string, id: string): Step => {
  const cells: Record<string, Cell> = {}
  for (const change of commits.changesTo(stored, id)) {
    if (change.type !== type) continue
    if (change.operation === 'create') Object.assign(cells, isThere)
    Object.assign(cells, change.cells)
  }
  const { device, seq, hlc } = stored
  return { device, seq, hlc, seen: commits.read(stored).header.seen, cells }
}

/**
 * What each commit did to a record, whoever made it: what its units are merged from. `commits`: given by whoever reads many records.
 * `lookup`: of a part of the log alone.
 */
export const pastOf =
  (reader: Reader, commits = new CommitCache(reader), lookup: Lookup = commits): PastOf =>
  (type, id) =>
    commitsOf(reader, id, 0, lookup).map((stored) => stepOf(commits, stored, type, id))

/** `arrival`: of the last commit that is among the steps. */
type Known = { readonly arrival: number; readonly steps: readonly Step[] }

const keptSteps = 50_000

/**
 * The past of records while commits are added to the log: what was read of a record is kept, and only what came since is read. To be
 * forgotten where commits go again (a transaction rolled back) or count otherwise than before (the log judged anew).
 */
export class PastBook {
  private readonly reader: Reader
  private readonly commits: CommitCache
  private readonly known = new Map<string, Known>()
  private kept = 0
  constructor(reader: Reader) {
    this.reader = reader
    this.commits = new CommitCache(reader)
  }

  forget(): void {
    this.known.clear()
    this.kept = 0
  }

  readonly of: PastOf = (type, id) => {
    const name = `${type} ${id}`
    const known = this.known.get(name)
    const fresh = commitsOf(this.reader, id, known?.arrival)
    if (known !== undefined && fresh.length === 0) return known.steps
    const steps = [...(known?.steps ?? []), ...fresh.map((stored) => stepOf(this.commits, stored, type, id))]
    const arrival = fresh.reduce((last, one) => Math.max(last, one.arrival), known?.arrival ?? 0)
    this.kept += fresh.length
    if (this.kept > keptSteps) {
      this.forget()
      this.kept = steps.length
    }
    this.known.set(name, { arrival, steps: steps.sort(oldestFirst) })
    return steps
  }
}

/** The step that made a record, whatever the HLCs of later ones say. */
export const makingOf = (reader: Reader, type: string, id: string): Step | null => {
  const made = parseRecordId(id)
  return made === null ? null : (pastOf(reader)(type, id).find((step) => sameDot(step, made)) ?? null)
}
