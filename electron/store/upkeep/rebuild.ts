import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { AnyDefinition } from '../../../shared/records/define.ts'
import { catalogueOf } from '../../../shared/records/index.ts'
import { attach, type DatabaseKey, openDatabase, type Sqlite } from '../open.ts'
import { isOfToday, leaveUnjudged, logTables, prepareSchema } from '../schema.ts'
import { stateHash } from '../state-hash.ts'
import { removeDatabase, syncFolderOf, syncTree } from './files.ts'
import { replay } from './replay.ts'

export type RebuildReport = {
  readonly commits: number
  readonly before: string
  readonly after: string
  readonly equal: boolean
  readonly search: boolean
}

type Options = {
  readonly path: string
  readonly key: DatabaseKey
  readonly definitions: readonly AnyDefinition[]
  readonly definitionsVersion: number
  /** Folder that takes a copy of the files as they are, before anything is written; null: none. */
  readonly keep?: string | null
  readonly onProgress?: (done: number, total: number) => void
  /** Told after each step; tests end the process there. */
  readonly onStep?: (step: (typeof rebuildSteps)[number]) => void
}

export const rebuildSteps = ['kept', 'folded', 'copied', 'replayed', 'closed', 'swapped'] as const

/**
 * Makes every projection anew from the log in a new file and puts it in the old one's place by rename.
 * The database must not be open elsewhere. `before`: empty where the old tables could not be read. `equal`: they were what the
 * log says.
 */
export const rebuild = (options: Options): RebuildReport => {
  const fresh = `${options.path}.rebuild`
  removeDatabase(fresh)
  const step = options.onStep ?? (() => undefined)
  if (options.keep) keepCopy(options.path, options.keep)
  step('kept')
  const catalogue = catalogueOf(options.definitions)
  const old = openDatabase(options.path, options.key, { mustExist: true })
  const before = ifReadable(() => stateHash(old, catalogue), '')
  // Verdicts are copied, not made: those of other definitions are judged anew at the next opening.
  const isJudged = ifReadable(() => isOfToday(old, catalogue, options.definitionsVersion), false)
  old.pragma('wal_checkpoint(TRUNCATE)')
  old.close()
  step('folded')
  const db = openDatabase(fresh, options.key)
  try {
    prepareSchema(db, catalogue, options.definitionsVersion, () => undefined)
    copyLog(db, options)
    step('copied')
    const commits = replay(db, catalogue, options.onProgress)
    step('replayed')
    const search = searchIsWhole(db)
    const after = stateHash(db, catalogue)
    if (!isJudged) leaveUnjudged(db)
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
    step('closed')
    swap(fresh, options.path)
    step('swapped')
    return { commits, before, after, equal: before === after, search }
  } catch (error) {
    if (db.open) db.close()
    removeDatabase(fresh)
    throw error
  }
}

/** Tables that cannot be read are made anew all the same: the log is what counts. */
const ifReadable = <T>(read: () => T, otherwise: T): T => {
  try {
    return read()
  } catch {
    return otherwise
  }
}

const keepCopy = (path: string, folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const suffix of ['', '-wal'])
    if (existsSync(path + suffix)) copyFileSync(path + suffix, join(folder, basename(path) + suffix))
  syncTree(folder)
}

const swap = (fresh: string, path: string): void => {
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
  renameSync(fresh, path)
  for (const suffix of ['-wal', '-shm']) if (existsSync(fresh + suffix)) rmSync(fresh + suffix)
  syncFolderOf(path)
}

const copyLog = (db: Sqlite, { path, key }: Options): void => {
  attach(db, path, key, 'old')
  const copied = logTables(db, 'old')
  db.transaction(() => {
    for (const name of copied) db.exec(`insert into main."${name}" select * from old."${name}"`)
  })()
  db.exec('detach database old')
}

const searchIsWhole = (db: Sqlite): boolean => {
  try {
    db.exec(`insert into _search (_search) values ('integrity-check')`)
    return true
  } catch {
    return false
  }
}
