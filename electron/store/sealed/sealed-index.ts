import type { Dot } from '../../../shared/clock/dots.ts'
import {
  type CommitHeader,
  decodeHeader,
  mostParts,
  type PartEntry,
  sealedPart,
} from '../../../shared/commit/header.ts'
import type { CommitBytes } from '../commit-bytes.ts'
import { bodiesOf, commitOfArrival, digestOf, partId, placeOfPart, type StoredCommit } from '../log.ts'
import type { Reader } from '../reader.ts'
import type { Statements } from '../statements.ts'
import { destroyedIn } from './sealed-destroy.ts'

/** Notes which sealed part of a commit changes which record, so that none has to be looked for, and which are not here. */
export const indexSealed = (
  statements: Statements,
  arrival: number,
  parts: readonly PartEntry[],
  bodies: readonly (Uint8Array | null)[],
): void => {
  const note = (table: '_localSealed' | '_localMissing', n: number, record: string): void => {
    statements.get(`insert into ${table} (part, record) values (?, ?)`).run(partId(arrival, n), record)
  }
  for (const [n, { kind, about }] of parts.entries()) {
    if (kind !== sealedPart) continue
    note('_localSealed', n, about)
    if ((bodies[n] ?? null) === null) note('_localMissing', n, about)
  }
}

/** Puts sealed parts in their place in a commit that came without them, where they are what its header says; whether any was missing. */
export const fillIn = (
  statements: Statements,
  arrival: number,
  { parts }: CommitHeader,
  { bodies }: CommitBytes,
): boolean => {
  const here = bodiesOf(statements, arrival)
  const fresh = parts.map(({ kind, digest }, n) => {
    const body = bodies[n] ?? null
    const isMissing = kind === sealedPart && body !== null && !here.has(n) && digestOf(body).equals(digest)
    return isMissing ? body : null
  })
  for (const [n, body] of fresh.entries())
    if (body !== null) {
      statements.get('insert into _part (id, body) values (?, ?)').run(partId(arrival, n), body)
      statements.get('delete from _localMissing where part = ?').run(partId(arrival, n))
    }
  return fresh.some((body) => body !== null)
}

/** By arrival: what came without a sealed part that nobody destroyed, of commits that were not refused. */
const leftOutSql = `select distinct part / ${mostParts} from _localMissing
  where record not in (select value from json_each(?)) and part / ${mostParts} not in (select arrival from _localRefused)`

const destroyedIds = (reader: Reader): string => JSON.stringify([...destroyedIn(reader)])

/** Commits in the log that came without a sealed part, the newest arrivals first. */
export const leftOut = (reader: Reader, most: number): StoredCommit[] =>
  reader.rows(
    `select * from _log where arrival in (${leftOutSql}) order by arrival desc limit ?`,
    destroyedIds(reader),
    most,
  )

export const countLeftOut = (reader: Reader): number =>
  reader.row<{ n: number }>(`select count(*) as n from (${leftOutSql})`, destroyedIds(reader))?.n ?? 0

export const isLeftOut = (reader: Reader, { device, seq }: Dot): boolean =>
  reader.row(
    `select 1 from _log where device = ? and seq = ? and arrival in (${leftOutSql})`,
    device,
    seq,
    destroyedIds(reader),
  ) !== undefined

/** A sealed part of a commit in the log. */
export type StoredPart = {
  readonly part: number
  readonly record: string
  /** As it lies in the file; null where the commit came without it. */
  readonly body: Uint8Array | null
  readonly commit: StoredCommit
  readonly header: CommitHeader
  /** Its commit counts for nothing; whoever could open it has its keys all the same. */
  readonly isRefused: 0 | 1
}

const partsSql = `select part, record, body, part / ${mostParts} in (select arrival from _localRefused) as isRefused
  from _localSealed left join _part on id = part where part > ? order by part`

/** Sealed parts of all commits in the log but those that were destroyed, in the order of their arrival, after one of them (0: all). */
export const sealedAfter = (reader: Reader, part: number): StoredPart[] => {
  const commits = new Map<number, Pick<StoredPart, 'commit' | 'header'> | null>()
  const commitOf = (arrival: number) => {
    const known = commits.get(arrival)
    if (known !== undefined) return known
    const commit = commitOfArrival(reader.statements, arrival)
    const read = commit === null ? null : { commit, header: decodeHeader(commit.header) }
    commits.set(arrival, read)
    return read
  }
  const destroyed = destroyedIn(reader)
  return reader
    .rows<Pick<StoredPart, 'part' | 'record' | 'body' | 'isRefused'>>(partsSql, part)
    .filter(({ record }) => !destroyed.has(record))
    .flatMap((stored): StoredPart[] => {
      const read = commitOf(placeOfPart(stored.part).arrival)
      return read === null ? [] : [{ ...stored, ...read }]
    })
}
