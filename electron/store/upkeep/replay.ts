import type { Catalogue } from '../../../shared/records/index.ts'
import { readCommit, runsOfLog, type StoredCommit } from '../log.ts'
import type { Sqlite } from '../open.ts'
import { PastBook } from '../past.ts'
import { projectCommit } from '../project-commit.ts'
import { Projector } from '../projection.ts'
import { Reader } from '../reader.ts'

/**
 * Projects all that counts in the log into empty tables, by the verdicts that it has (rebuild.ts, compare.ts); to judge it again by
 * what is known now is the matter of `Judiciary.judgeAll`. Returns the number of commits. Throws `MalformedBytes` on a damaged one.
 */
export const replay = (
  db: Sqlite,
  catalogue: Catalogue,
  onProgress?: (done: number, total: number) => void,
): number => {
  const reader = new Reader(db, catalogue)
  const { statements } = reader
  const projector = new Projector(db, catalogue, new PastBook(reader).of)
  const project = (stored: StoredCommit): void => {
    projectCommit(projector, readCommit(statements, stored), stored.arrival)
    projector.search.flush()
  }
  const { total } = db.prepare('select count(*) as total from _log').get() as { total: number }
  let done = 0
  for (const run of runsOfLog(statements, 'arrival not in (select arrival from _localRefused)')) {
    db.transaction(() => run.forEach(project))()
    done += run.length
    onProgress?.(done, total)
  }
  return done
}
