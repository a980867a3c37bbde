import { sealedPart } from '../../../shared/commit/header.ts'
import type { RowChange } from '../../../shared/commit/part.ts'
import { type CommitBytes, packCommit, unpackCommit } from '../commit-bytes.ts'
import { storageFailure } from '../failures.ts'
import { headerOf } from '../log.ts'
import type { Sqlite } from '../open.ts'
import type { Reader } from '../reader.ts'

/** The record type by which the log says that the keys of a sealed record are destroyed. */
export const destructionType = 'sealedDestruction'

/** Sealed records whose keys are destroyed. */
export const destroyedIn = (reader: Reader): ReadonlySet<string> =>
  reader.catalogue.has(destructionType)
    ? new Set(
        reader
          .rows<{ record: string }>(`select record from "${destructionType}" where record is not null`)
          .map(({ record }) => record),
      )
    : new Set()

const without = (received: CommitBytes, destroyed: ReadonlySet<string>): CommitBytes => {
  const header = headerOf(received)
  if (header === null) return received
  const { parts } = header
  const isGone = (body: Uint8Array | null, n: number): boolean =>
    body !== null && parts[n]?.kind === sealedPart && destroyed.has(parts[n].about)
  if (!received.bodies.some(isGone)) return received
  return { ...received, bodies: received.bodies.map((body, n) => (isGone(body, n) ? null : body)) }
}

/** A commit as it may be kept here: without what was sealed with keys that are destroyed. */
export const withoutDestroyed = (reader: Reader, received: CommitBytes): CommitBytes => {
  const destroyed = destroyedIn(reader)
  return destroyed.size === 0 ? received : without(received, destroyed)
}

const heldWithout = (db: Sqlite, destroyed: ReadonlySet<string>): void => {
  const held = db.prepare('select hash, bytes from _localHeld where reason <> ?').all('malformed') as {
    hash: Uint8Array
    bytes: Uint8Array
  }[]
  const put = db.prepare('update _localHeld set bytes = ? where hash = ?')
  for (const { hash, bytes } of held) {
    const received = unpackCommit(bytes)
    const kept = without(received, destroyed)
    if (kept !== received) put.run(packCommit(kept), hash)
  }
}

/** Removes the sealed parts of these records for good, overwriting where they lay; their digests stay in the chain. */
const destroy = (db: Sqlite, records: readonly string[]): void => {
  const before = db.pragma('secure_delete', { simple: true })
  db.pragma('secure_delete=ON')
  const ids = JSON.stringify(records)
  const parts = 'select part from _localSealed where record in (select value from json_each(?))'
  db.prepare(
    `insert or ignore into _localMissing select part, record from _localSealed where part in (${parts})`,
  ).run(ids)
  db.prepare(`delete from _part where id in (${parts})`).run(ids)
  heldWithout(db, new Set(records))
  db.pragma(`secure_delete=${before}`)
}

/** Folds the -wal into the file, since what was deleted for good must not wait there; whether all of it was, which another process that reads there prevents. */
export const foldWal = (db: Sqlite): boolean => {
  try {
    return (db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[])[0]?.busy === 0
  } catch (error) {
    // A disk that is full or fails: what was written stays written, and is folded later.
    if (storageFailure(error) === null) throw error
    return false
  }
}

/** Follows every destruction that stands, after the log was judged anew; whether anything was still there. */
export const followStanding = (db: Sqlite, reader: Reader): boolean => {
  const isThere = db.prepare('select 1 from _localSealed join _part on id = part where record = ?')
  const all = destroyedIn(reader)
  const records = [...all].filter((record) => isThere.get(record) !== undefined)
  if (records.length > 0) destroy(db, records)
  else if (all.size > 0) heldWithout(db, all)
  return records.length > 0
}

/** Follows what a commit says about destroyed keys; whether it said anything. The commit must count. */
export const followDestruction = (db: Sqlite, changes: readonly RowChange[]): boolean => {
  const records = changes.flatMap(({ type, operation, cells }) =>
    type === destructionType && operation === 'create' && typeof cells['record'] === 'string'
      ? [cells['record']]
      : [],
  )
  if (records.length > 0) destroy(db, records)
  return records.length > 0
}
