import { createHash } from 'node:crypto'
import type { Statement } from 'better-sqlite3-multiple-ciphers'
import type { Dot } from '../../shared/clock/dots.ts'
import { MalformedBytes } from '../../shared/commit/bytes.ts'
import {
  type CommitHeader,
  decodeHeader,
  digestLength,
  mostParts,
  type PartEntry,
  rowsPart,
  type Seen,
  sealedPart,
} from '../../shared/commit/header.ts'
import { decodeRows, type RowChange } from '../../shared/commit/part.ts'
import { largestCommit, unpackBody } from './compress.ts'
import type { Sqlite } from './open.ts'
import type { Statements } from './statements.ts'

/** Hash = SHA-256(previous hash ‖ header). */
export const hashCommit = (previous: Uint8Array, header: Uint8Array): Buffer =>
  createHash('sha256').update(previous).update(header).digest()

export const digestOf = (body: Uint8Array): Buffer => createHash('sha256').update(body).digest()

export type ChainHead = { readonly seq: number; readonly hash: Uint8Array; readonly hlc: number }

/** A commit of the log as people are told of it. */
export type ToldCommit = {
  readonly device: string
  readonly seq: number
  readonly hlc: number
  readonly officer: string
  readonly capacity: string
  /** What its author said it does. */
  readonly said: string
}

export type StoredCommit = {
  readonly arrival: number
  readonly device: string
  readonly seq: number
  readonly hash: Uint8Array
  readonly hlc: number
  readonly officer: string
  readonly capacity: string
  readonly reason: string
  readonly rows: number
  readonly header: Uint8Array
  readonly deviceSignature: Uint8Array
  readonly officerSignature: Uint8Array
}

/** Last seq of each device, by jumping from device to device in the index: counting through the log would read all of it. */
export const lastSeqsSql = `
  with recursive devices (device) as (
    select min(device) from _log
    union all select (select min(device) from _log where device > devices.device) from devices where devices.device is not null
  )
  select device, (select max(seq) from _log where _log.device = devices.device) as seq from devices where device is not null`

export const lastSeqsIn = (db: Sqlite): { device: string; seq: number }[] =>
  db.prepare(lastSeqsSql).all() as { device: string; seq: number }[]

/** Where the n-th part of a commit is kept. */
export const partId = (arrival: number, n: number): number => arrival * mostParts + n
export const placeOfPart = (id: number): { readonly arrival: number; readonly n: number } => ({
  arrival: Math.floor(id / mostParts),
  n: id % mostParts,
})
/** Before the first commit of a device. */
export const noHash = new Uint8Array(digestLength)
const insertSql = `insert into _log (arrival, device, seq, hash, hlc, officer, capacity, reason, rows, header, deviceSignature, officerSignature)
  values (@arrival, @device, @seq, @hash, @hlc, @officer, @capacity, @reason, @rows, @header, @deviceSignature, @officerSignature)`

/**
 * The log of commits in one database. The stored bytes are the signed bytes and are never encoded again. Commits are only added;
 * the bodies of sealed parts come and go (sealed-index.ts, sealed-destroy.ts), a false officer's signature gives way to the true one.
 */
export class Log {
  private readonly db: Sqlite
  private readonly last = new Map<string, ChainHead>()
  private insertLog: Statement | undefined
  private insertPart: Statement | undefined
  private lastStatement: Statement | undefined
  nextArrival = 1

  constructor(db: Sqlite) {
    this.db = db
    this.reload()
  }

  /** Reads heads and HLCs again: after a transaction that was rolled back, or a commit of another process. */
  reload(): void {
    this.last.clear()
    for (const { device, seq } of lastSeqsIn(this.db)) {
      const { hash, hlc } = this.db
        .prepare('select hash, hlc from _log where device = ? and seq = ?')
        .get(device, seq) as ChainHead & { hlc: number }
      this.last.set(device, { seq, hash, hlc })
    }
    const { last } = this.db.prepare('select max(arrival) as last from _log').get() as { last: number | null }
    this.nextArrival = (last ?? 0) + 1
  }

  /** Whether the database holds another last commit than this object knows of. */
  isBehind(): boolean {
    this.lastStatement ??= this.db.prepare('select coalesce(max(arrival), 0) from _log').pluck()
    return this.lastStatement.get() !== this.nextArrival - 1
  }

  head(device: string): ChainHead {
    return this.last.get(device) ?? { seq: 0, hash: noHash, hlc: 0 }
  }

  /** The last commit of every device. */
  heads(): ReadonlyMap<string, ChainHead> {
    return this.last
  }

  /**
   * The HLC that the next own commit counts on from: within a device it only grows, so its last commit holds its greatest
   * value. Other devices' count up to `most`: one that runs far ahead moves nobody else's.
   */
  lastHlc(own: string, most: number): number {
    return Math.max(
      0,
      ...[...this.last].map(([device, { hlc }]) => (device === own || hlc <= most ? hlc : 0)),
    )
  }

  /** What this database has of each device: what a screen loaded now has seen. */
  vector(): Seen {
    return Object.fromEntries([...this.last].map(([device, { seq }]) => [device, seq]))
  }

  /** A screen cannot have seen what is not here. */
  present(seen: Seen): Seen {
    return Object.fromEntries(
      Object.entries(this.vector()).flatMap(([device, last]) => {
        const claimed = Object.hasOwn(seen, device) ? (seen[device] ?? 0) : 0
        return claimed > 0 ? [[device, Math.min(claimed, last)]] : []
      }),
    )
  }

  /** Puts the true signature of its officer in the place of a false one; the hash does not cover it. */
  resign({ device, seq }: Dot, officerSignature: Uint8Array): void {
    this.db
      .prepare('update _log set officerSignature = ? where device = ? and seq = ?')
      .run(officerSignature, device, seq)
  }

  append(commit: Omit<StoredCommit, 'arrival'>, bodies: readonly (Uint8Array | null)[]): number {
    const arrival = this.nextArrival
    this.insertLog ??= this.db.prepare(insertSql)
    this.insertPart ??= this.db.prepare('insert into _part (id, body) values (?, ?)')
    this.insertLog.run({ ...commit, arrival })
    for (const [n, body] of bodies.entries()) if (body !== null) this.insertPart.run(partId(arrival, n), body)
    this.last.set(commit.device, { seq: commit.seq, hash: commit.hash, hlc: commit.hlc })
    this.nextArrival = arrival + 1
    return arrival
  }
}

/** “device.seq”: how a commit is named to people and in facts. */
export const commitName = ({ device, seq }: Dot): string => `${device}.${seq}`

export const commitAt = (statements: Statements, device: string, seq: number): StoredCommit | null =>
  (statements.get('select * from _log where device = ? and seq = ?').get(device, seq) as
    | StoredCommit
    | undefined) ?? null

export const commitOfArrival = (statements: Statements, arrival: number): StoredCommit | null =>
  (statements.get('select * from _log where arrival = ?').get(arrival) as StoredCommit | undefined) ?? null

/** Bodies of a commit by their place; that of a sealed part may be absent. */
export const bodiesOf = (statements: Statements, arrival: number): ReadonlyMap<number, Uint8Array> => {
  const first = arrival * mostParts
  const rows = statements
    .get('select id, body from _part where id >= ? and id < ?')
    .all(first, first + mostParts) as { id: number; body: Uint8Array }[]
  return new Map(rows.map(({ id, body }) => [id - first, body]))
}

/** Null where the bytes are no header of a format that this version knows. */
export const headerOf = ({ header }: Pick<StoredCommit, 'header'>): CommitHeader | null => {
  try {
    return decodeHeader(header)
  } catch (error) {
    if (error instanceof MalformedBytes) return null
    throw error
  }
}

/** What the log keeps in columns of what a header says. */
export const columnsOf = ({ device, seq, hlc, officer, capacity, reason, parts }: CommitHeader) => ({
  device,
  seq,
  hlc,
  officer,
  capacity,
  reason,
  rows: parts.reduce((sum, { rows }) => sum + rows, 0),
})

const atOnce = 200

/** Commits in the order of their arrival, run by run: better-sqlite3 keeps the connection busy while it iterates. */
export const runsOfLog = function* (statements: Statements, which = 'true'): Generator<StoredCommit[]> {
  const next = statements.get(
    `select * from _log where arrival > ? and ${which} order by arrival limit ${atOnce}`,
  )
  const runAfter = (arrival: number) => next.all(arrival) as StoredCommit[]
  for (let run = runAfter(0); run.length > 0; run = runAfter(run.at(-1)?.arrival ?? 0)) yield run
}

export const everyCommit = function* (statements: Statements): Generator<StoredCommit> {
  for (const run of runsOfLog(statements)) yield* run
}

export type ReadCommit = {
  readonly stored: StoredCommit
  readonly header: CommitHeader
  readonly changes: readonly RowChange[]
}

type BodyAt = (n: number) => Uint8Array | null

/** Whether the parts are what the header says. A sealed one may be absent: left out on the way, or destroyed. */
export const wholeParts = (parts: readonly PartEntry[], bodyAt: BodyAt): boolean =>
  parts.every(({ kind, digest }, n) => {
    const body = bodyAt(n)
    return body === null ? kind === sealedPart : digestOf(body).equals(digest)
  })

/** The changes of the open parts. Throws `MalformedBytes` where a part is not what the header says. */
export const changesIn = (header: CommitHeader, bodyAt: BodyAt): RowChange[] => {
  let size = 0
  return header.parts.flatMap(({ kind, rows }, n) => {
    if (kind !== rowsPart) return []
    const body = unpackBody(bodyAt(n) ?? new Uint8Array())
    size += body.length
    if (size > largestCommit) throw new MalformedBytes('too large a commit')
    const changes = decodeRows(body, header)
    if (changes.length !== rows) throw new MalformedBytes('rows missing in a part')
    return changes
  })
}

/** A commit with the changes of its open parts. Throws `MalformedBytes` on damage. */
export const readCommit = (statements: Statements, stored: StoredCommit): ReadCommit => {
  const header = decodeHeader(stored.header)
  const bodies = bodiesOf(statements, stored.arrival)
  const changes = changesIn(header, (n) => bodies.get(n) ?? null)
  return { stored, header, changes }
}
