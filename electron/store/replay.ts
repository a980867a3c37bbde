import type { Catalogue } from '../../shared/records/index.ts'
import { pastOf } from './history.ts'
import { readCommit, type StoredCommit } from './log.ts'
import type { Sqlite } from './open.ts'
import { Projector } from './projection.ts'
import { Reader } from './reader.ts'
import type { Statements } from './statements.ts'
import { hasUnknownPart, unknownPart } from './unread.ts'

const atOnce = 200

const nextRun = (statements: Statements, after: number): StoredCommit[] =>
  statements
    .get(
      `select * from _log where arrival > ? and arrival not in (select arrival from _localRefused) order by arrival limit ${atOnce}`,
    )
    .all(after) as StoredCommit[]

const project = (projector: Projector, statements: Statements, stored: StoredCommit): void => {
  const { header, changes } = readCommit(statements, stored)
  const { device, seq, hlc, arrival } = stored
  const origin = { device, seq, hlc, seen: header.seen, arrival, definitions: header.definitions }
  if (hasUnknownPart(header)) projector.noteUnread(origin, unknownPart)
  for (const change of changes) projector.apply(change, origin)
  projector.search.flush()
}

/** All commits in the order of their arrival, in runs. */
export const everyCommit = function* (statements: Statements): Generator<StoredCommit> {
  for (let run = nextRun(statements, 0); run.length > 0; run = nextRun(statements, run.at(-1)?.arrival ?? 0))
    yield* run
}

/** Projects the whole log into empty tables; returns the number of commits. Throws `MalformedBytes` on a damaged one. */
export const replay = (
  db: Sqlite,
  catalogue: Catalogue,
  onProgress?: (done: number, total: number) => void,
): number => {
  const reader = new Reader(db, catalogue)
  const { statements } = reader
  const projector = new Projector(db, catalogue, pastOf(reader))
  const { total } = db.prepare('select count(*) as total from _log').get() as { total: number }
  let done = 0
  for (
    let run = nextRun(statements, 0);
    run.length > 0;
    run = nextRun(statements, run.at(-1)?.arrival ?? 0)
  ) {
    db.transaction(() => {
      for (const stored of run) project(projector, statements, stored)
    })()
    done += run.length
    onProgress?.(done, total)
  }
  return done
}
