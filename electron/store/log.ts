import { createHash } from 'node:crypto'
import type { Statement } from 'better-sqlite3-multiple-ciphers'
import { type CommitHeader, decodeHeader, digestLength, type Seen } from '../../shared/commit/header.ts'
import { decodeRows, type RowChange } from '../../shared/commit/part.ts'
import { unpackBody } from './compress.ts'
import type { Sqlite } from './open.ts'

/** Hash = SHA-256(previous hash ‖ header). */
export const hashCommit = (previous: Uint8Array, header: Uint8Array): Buffer =>
  createHash('sha256').update(previous).update(header).digest()

export const digestOf = (body: Uint8Array): Buffer => createHash('sha256').update(body).digest()

export type Head = { readonly seq: number; readonly hash: Uint8Array }

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

const partsPerCommit = 65_536
const noHash = new Uint8Array(digestLength)
const insertSql = `insert into _log (arrival, device, seq, hash, hlc, officer, capacity, reason, rows, header, deviceSignature, officerSignature)
  values (@arrival, @device, @seq, @hash, @hlc, @officer, @capacity, @reason, @rows, @header, @deviceSignature, @officerSignature)`

/** The append-only log of commits in one database. The stored bytes are the signed bytes and are never encoded again. */
export class Log {
  private readonly db: Sqlite
  private readonly heads = new Map<string, Head>()
  private insertLog: Statement | undefined
  private insertPart: Statement | undefined
  lastHlc = 0
  nextArrival = 1

  constructor(db: Sqlite) {
    this.db = db
    this.reload()
  }

  /** Reads heads and clock again, as after a transaction that was rolled back. */
  reload(): void {
    this.heads.clear()
    const rows = this.db.prepare('select device, max(seq) as seq, hash from _log group by device').all() as (Head & { device: string })[]
    for (const { device, seq, hash } of rows) this.heads.set(device, { seq, hash })
    const last = this.db.prepare('select max(hlc) as hlc, max(arrival) as arrival from _log').get() as { hlc: number | null; arrival: number | null }
    this.lastHlc = last.hlc ?? 0
    this.nextArrival = (last.arrival ?? 0) + 1
  }

  head(device: string): Head {
    return this.heads.get(device) ?? { seq: 0, hash: noHash }
  }

  /** What this database has of each device: what a screen loaded now has seen. */
  vector(): Seen {
    return Object.fromEntries([...this.heads].map(([device, { seq }]) => [device, seq]))
  }

  append(commit: Omit<StoredCommit, 'arrival'>, bodies: readonly Uint8Array[]): number {
    const arrival = this.nextArrival
    this.insertLog ??= this.db.prepare(insertSql)
    this.insertPart ??= this.db.prepare('insert into _part (id, body) values (?, ?)')
    this.insertLog.run({ ...commit, arrival })
    for (const [n, body] of bodies.entries()) this.insertPart.run(arrival * partsPerCommit + n, body)
    this.heads.set(commit.device, { seq: commit.seq, hash: commit.hash })
    this.lastHlc = Math.max(this.lastHlc, commit.hlc)
    this.nextArrival = arrival + 1
    return arrival
  }
}

type Prepared = { get(sql: string): Statement }

export const commitAt = (statements: Prepared, device: string, seq: number): StoredCommit | null =>
  (statements.get('select * from _log where device = ? and seq = ?').get(device, seq) as StoredCommit | undefined) ?? null

export const commitOfArrival = (statements: Prepared, arrival: number): StoredCommit | null =>
  (statements.get('select * from _log where arrival = ?').get(arrival) as StoredCommit | undefined) ?? null

export const bodiesOf = (statements: Prepared, arrival: number): Uint8Array[] =>
  (
    statements.get('select body from _part where id >= ? and id < ? order by id').all(arrival * partsPerCommit, (arrival + 1) * partsPerCommit) as {
      body: Uint8Array
    }[]
  ).map(({ body }) => body)

export type ReadCommit = { readonly stored: StoredCommit; readonly header: CommitHeader; readonly changes: readonly RowChange[] }

/** A commit with the changes of its open parts. Throws `MalformedBytes` on damage. */
export const readCommit = (statements: Prepared, stored: StoredCommit): ReadCommit => {
  const header = decodeHeader(stored.header)
  const bodies = bodiesOf(statements, stored.arrival)
  const changes = header.parts.flatMap((part, n) => {
    const body = bodies[n]
    return part.kind === 1 && body !== undefined ? decodeRows(unpackBody(body), stored) : []
  })
  return { stored, header, changes }
}
