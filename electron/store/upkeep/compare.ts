import { createHash } from 'node:crypto'
import type { Catalogue } from '../../../shared/records/index.ts'
import { type DatabaseKey, openDatabase, type Sqlite } from '../open.ts'
import { emptyProjections } from '../schema.ts'
import { typeMark } from '../search/search-index.ts'
import { stateHash } from '../state-hash.ts'
import { removeDatabase } from './files.ts'
import { replay } from './replay.ts'

export type Comparison = { readonly tables: boolean; readonly search: boolean }

const firstPrivate = String.fromCharCode(typeMark)

/** What search finds by each word and in how many records. Words that mark types carry numbers that each database gives anew. */
const wordsHash = (db: Sqlite): string => {
  db.exec(`create virtual table if not exists temp._words using fts5vocab('main', '_search', 'row')`)
  const hash = createHash('sha256')
  const words = db.prepare('select term, doc from temp._words where term < ? order by term').raw()
  for (const [term, doc] of words.iterate(firstPrivate) as IterableIterator<[string, number]>)
    hash.update(`${term}\n${doc}\n`)
  return hash.digest('hex')
}

/**
 * Whether tables and search say what the log says: both are made anew from it in an encrypted copy at `copy`, which is removed.
 * The database itself is only read; others may write meanwhile. Throws `MalformedBytes` on a damaged log.
 */
export const compareWithLog = (
  live: Sqlite,
  key: DatabaseKey,
  copy: string,
  catalogue: Catalogue,
  definitionsVersion: number,
  onProgress?: (done: number, total: number) => void,
): Comparison => {
  removeDatabase(copy)
  try {
    live.prepare('vacuum into ?').run(copy)
    const db = openDatabase(copy, key)
    try {
      const before = [stateHash(db, catalogue), wordsHash(db)]
      db.exec('drop table temp._words')
      db.transaction(() => emptyProjections(db, catalogue, definitionsVersion))()
      replay(db, catalogue, onProgress)
      return { tables: stateHash(db, catalogue) === before[0], search: wordsHash(db) === before[1] }
    } finally {
      db.close()
    }
  } finally {
    removeDatabase(copy)
  }
}
