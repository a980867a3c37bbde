import {
  type CommitHeader,
  decodeHeader,
  mostParts,
  type PartEntry,
  sealedPart,
} from '../../shared/commit/header.ts'
import { bodiesOf, commitOfArrival, digestOf, partId, placeOfPart, type StoredCommit } from './log.ts'
import type { Reader } from './reader.ts'
import type { Received } from './received.ts'
import { recordOf } from './sealed-part.ts'
import type { Statements } from './statements.ts'

/** Notes which sealed part of a commit changes which record, as it says in clear, so that none has to be looked for. */
export const indexSealed = (
  statements: Statements,
  arrival: number,
  parts: readonly Pick<PartEntry, 'kind'>[],
  bodies: readonly (Uint8Array | null)[],
): void => {
  for (const [n, { kind }] of parts.entries()) {
    const body = kind === sealedPart ? (bodies[n] ?? null) : null
    const record = body === null ? null : recordOf(body)
    if (record !== null)
      statements.get('insert into _localSealed (part, record) values (?, ?)').run(partId(arrival, n), record)
  }
}

/** Puts sealed parts in their place in a commit that came without them, where they are what its header says; whether any was missing. */
export const fillIn = (
  statements: Statements,
  arrival: number,
  { parts }: CommitHeader,
  { bodies }: Received,
): boolean => {
  const here = bodiesOf(statements, arrival)
  const fresh = parts.map(({ kind, digest }, n) => {
    const body = bodies[n] ?? null
    const isMissing = kind === sealedPart && body !== null && !here.has(n) && digestOf(body).equals(digest)
    return isMissing ? body : null
  })
  for (const [n, body] of fresh.entries())
    if (body !== null)
      statements.get('insert into _part (id, body) values (?, ?)').run(partId(arrival, n), body)
  indexSealed(statements, arrival, parts, fresh)
  return fresh.some((body) => body !== null)
}

/** A sealed part as it lies in the file, with its commit. */
export type StoredPart = {
  readonly part: number
  readonly record: string
  readonly body: Uint8Array
  readonly commit: StoredCommit
  readonly header: CommitHeader
  /** Its commit counts for nothing; whoever could open it has its keys all the same. */
  readonly isRefused: 0 | 1
}

const partsSql = `select part, record, body, part / ${mostParts} in (select arrival from _localRefused) as isRefused
  from _localSealed join _part on id = part where part > ? order by part`

/** Sealed parts of all commits in the log, in the order of their arrival, after one of them (0: all). */
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
  return reader
    .rows<Pick<StoredPart, 'part' | 'record' | 'body' | 'isRefused'>>(partsSql, part)
    .flatMap((stored): StoredPart[] => {
      const read = commitOf(placeOfPart(stored.part).arrival)
      return read === null ? [] : [{ ...stored, ...read }]
    })
}
