import { existsSync, renameSync, rmSync } from 'node:fs'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { catalogueOf } from '../../shared/records/index.ts'
import { decodeHeader } from '../../shared/commit/header.ts'
import { syncFolderOf } from './files.ts'
import { commitAt, readCommit, type StoredCommit } from './log.ts'
import { type DatabaseKey, openDatabase, type Sqlite } from './open.ts'
import { Projector } from './projection.ts'
import { prepareSchema } from './schema.ts'
import { stateHash } from './state-hash.ts'
import { Statements } from './statements.ts'

export type RebuildReport = { readonly commits: number; readonly before: string; readonly after: string; readonly equal: boolean; readonly search: boolean }

type Options = {
  readonly path: string
  readonly key: DatabaseKey
  readonly definitions: readonly AnyDefinition[]
  readonly definitionsVersion: number
  readonly onProgress?: (done: number, total: number) => void
}

const copied = ['_log', '_part', '_local', '_localDraft'] as const

/**
 * Makes every projection anew from the log in a new file and puts it in the old one's place by rename.
 * The database must not be open elsewhere. `equal`: the tables were what the log says.
 */
export const rebuild = (options: Options): RebuildReport => {
  const fresh = `${options.path}.rebuild`
  removeDatabase(fresh)
  const catalogue = catalogueOf(options.definitions)
  const old = openDatabase(options.path, options.key, { mustExist: true })
  const before = stateHash(old, catalogue)
  old.pragma('wal_checkpoint(TRUNCATE)')
  old.close()
  const db = openDatabase(fresh, options.key)
  try {
    prepareSchema(db, catalogue, options.definitionsVersion)
    copyLog(db, options)
    const commits = replay(db, options)
    const search = searchIsWhole(db)
    const after = stateHash(db, catalogue)
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
    swap(fresh, options.path)
    return { commits, before, after, equal: before === after, search }
  } catch (error) {
    if (db.open) db.close()
    removeDatabase(fresh)
    throw error
  }
}

export const removeDatabase = (path: string): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
}

const swap = (fresh: string, path: string): void => {
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
  renameSync(fresh, path)
  for (const suffix of ['-wal', '-shm']) if (existsSync(fresh + suffix)) rmSync(fresh + suffix)
  syncFolderOf(path)
}

const copyLog = (db: Sqlite, { path, key }: Options): void => {
  db.prepare(`attach database ? as old key "x'${Buffer.from(key).toString('hex')}'"`).run(path)
  db.transaction(() => {
    for (const table of copied) db.exec(`insert into main.${table} select * from old.${table}`)
  })()
  db.exec('detach database old')
}

const replay = (db: Sqlite, { definitions, onProgress }: Options): number => {
  const statements = new Statements(db)
  const lookup = (dot: { device: string; seq: number }) => {
    const found = commitAt(statements, dot.device, dot.seq)
    return found === null ? null : { hlc: found.hlc, seen: decodeHeader(found.header).seen }
  }
  const projector = new Projector(db, catalogueOf(definitions), lookup)
  const { total } = db.prepare('select count(*) as total from _log').get() as { total: number }
  let done = 0
  for (let run = nextRun(statements, 0); run.length > 0; run = nextRun(statements, run.at(-1)?.arrival ?? 0)) {
    db.transaction(() => {
      for (const stored of run) project(projector, statements, stored)
    })()
    done += run.length
    onProgress?.(done, total)
  }
  return done
}

const nextRun = (statements: Statements, after: number): StoredCommit[] =>
  statements.get('select * from _log where arrival > ? order by arrival limit 200').all(after) as StoredCommit[]

const project = (projector: Projector, statements: Statements, stored: StoredCommit): void => {
  const { header, changes } = readCommit(statements, stored)
  const origin = { device: stored.device, seq: stored.seq, hlc: stored.hlc, seen: header.seen, arrival: stored.arrival }
  for (const change of changes) projector.apply(change, origin)
  projector.search.flush()
}

const searchIsWhole = (db: Sqlite): boolean => {
  try {
    db.exec(`insert into _search (_search) values ('integrity-check')`)
    return true
  } catch {
    return false
  }
}

