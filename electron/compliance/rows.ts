import { cityTypes, type OwnedType, ownedBy } from '../../shared/compliance/facts.ts'
import { commitOfArrival, readCommit } from '../store/log.ts'
import type { Reader } from '../store/reader.ts'

export type Row = { readonly id: string } & Readonly<Record<string, unknown>>
export type RowsOf = ReadonlyMap<string, ReadonlyMap<string, Row>>

export const ownedTypes = Object.keys(ownedBy) as OwnedType[]
export const readTypes: readonly string[] = [...new Set<string>([...ownedTypes, ...cityTypes])]
/** Who may write is judged by these: a change of one may take back what counted, anywhere. */
const judgedBy: ReadonlySet<string> = new Set(['device', 'officer', 'credential', 'role', 'release'])
const mostChanges = 2000
const keptVersions = 64

/** Types of which records changed, and the OPDs that those are or were of. */
export type Changed = { readonly types: ReadonlySet<string>; readonly opds: ReadonlySet<string> }

/** What checks read, by type and id; `version` grows with each change of it. */
export type Source = {
  readonly rows: RowsOf
  readonly version: number
  /** What changed after a version; null: anything may have. */
  readonly since: (version: number) => Changed | null
}

const byId = (rows: readonly Row[]): Map<string, Row> => new Map(rows.map((row) => [row.id, row]))

/** The records as they stand, kept between calls and read again where commits changed them. */
export class PresentRows implements Source {
  rows: Map<string, Map<string, Row>> = new Map()
  version = 0
  /** How often everything was read anew: who may write may have changed. */
  generation = 0
  arrival = -1
  private readonly reader: Reader
  /** Of the last versions, the newest last. */
  private changes: Changed[] = []
  private refused = 0

  constructor(reader: Reader) {
    this.reader = reader
  }

  /** Brings the rows to what the database holds now. */
  follow(): void {
    const { last } = this.reader.row<{ last: number }>(
      'select coalesce(max(arrival), 0) as last from _log',
    ) ?? { last: 0 }
    const since = this.arrival
    const isJudgedAnew = this.refusedUpTo(since) !== this.refused
    this.arrival = last
    this.refused = this.refusedUpTo(last)
    if (since === last && !isJudgedAnew) return
    const changes = since < 0 || last < since || isJudgedAnew ? null : this.changesSince(since)
    if (changes === null) this.readAll()
    else this.readAgain(changes)
  }

  /** One that was refused counts once its true signature came, and nothing else arrives with that. */
  private refusedUpTo(arrival: number): number {
    const sql = 'select count(*) as n from _localRefused where arrival <= ?'
    return this.reader.row<{ n: number }>(sql, arrival)?.n ?? 0
  }

  since(version: number): Changed | null {
    const missed = this.version - version
    if (missed > this.changes.length) return null
    const all = missed === 0 ? [] : this.changes.slice(-missed)
    return {
      types: new Set(all.flatMap(({ types }) => [...types])),
      opds: new Set(all.flatMap(({ opds }) => [...opds])),
    }
  }

  private readAll(): void {
    this.rows = new Map(readTypes.map((type) => [type, byId(this.reader.where(type, {}) as Row[])]))
    this.changes = []
    this.version += 1
    this.generation += 1
  }

  /** Null where too much changed, or who may write did. */
  private changesSince(arrival: number): { type: string; id: string }[] | null {
    const changes: { type: string; id: string }[] = []
    for (let at = arrival + 1; at <= this.arrival; at += 1) {
      const stored = commitOfArrival(this.reader.statements, at)
      if (stored === null) continue
      for (const { type, id } of readCommit(this.reader.statements, stored).changes)
        changes.push({ type, id })
      if (changes.length > mostChanges) return null
    }
    return changes.some(({ type }) => judgedBy.has(type)) ? null : changes
  }

  private readAgain(changes: readonly { readonly type: string; readonly id: string }[]): void {
    const changed = { types: new Set<string>(), opds: new Set<string>() }
    for (const { type, id } of changes) this.readOne(type, id, changed)
    if (changed.types.size === 0) return
    this.changes = [...this.changes, changed].slice(-keptVersions)
    this.version += 1
  }

  private readOne(type: string, id: string, changed: { types: Set<string>; opds: Set<string> }): void {
    const rows = this.rows.get(type)
    if (rows === undefined) return
    const [before, now] = [rows.get(id), this.reader.find(type, id) as Row | null]
    if (now === null) rows.delete(id)
    else rows.set(id, now)
    changed.types.add(type)
    const field = ownedBy[type as OwnedType] as string | undefined
    if (field === undefined) return
    for (const row of [before, now])
      if (typeof row?.[field] === 'string') changed.opds.add(String(row[field]))
  }
}
