import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { fail, type Result } from '../../../shared/contract/result.ts'
import { storeTexts } from '../../../shared/texts/store.ts'

const lockName = 'kunci'
const slotsLockName = 'kunci-slot'
const waitMilliseconds = 1500

const isBusy = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  String(error.code).startsWith('SQLITE_BUSY')

/** An empty database beside the data whose locks the system gives back when a process ends, however it ends. */
const openLock = (workspace: string, name = lockName): Database.Database => {
  mkdirSync(workspace, { recursive: true, mode: 0o700 })
  const db = new Database(join(workspace, name), { timeout: waitMilliseconds })
  try {
    if (db.pragma('user_version', { simple: true }) !== 1) db.pragma('user_version=1')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** A process that has the data open: several may, and none may swap the file under them. Returns what gives it back. */
export const shareWorkspace = (workspace: string): (() => void) => {
  const db = openLock(workspace)
  db.exec('begin')
  db.prepare('select count(*) from sqlite_master').get()
  return () => db.close()
}

/** Runs while no other process has the data open. Error: `InUse`. */
export const aloneInWorkspace = async <T>(
  workspace: string,
  work: () => Promise<Result<T>> | Result<T>,
): Promise<Result<T>> => {
  let db: ReturnType<typeof openLock> | null = null
  try {
    db = openLock(workspace)
    db.exec('begin exclusive')
    return await work()
  } catch (error) {
    if (isBusy(error)) return fail('InUse', storeTexts.inUse)
    throw error
  } finally {
    db?.close()
  }
}

/** The same at once and for work that does not wait. Null where another process has the data open. */
export const aloneNow = <T>(workspace: string, work: () => T): T | null => {
  let db: ReturnType<typeof openLock> | null = null
  try {
    db = openLock(workspace)
    db.exec('begin exclusive')
    return work()
  } catch (error) {
    if (isBusy(error)) return null
    throw error
  } finally {
    db?.close()
  }
}

/** Reads, changes and writes the slots while no other process does; it has the data open meanwhile, which is no hindrance. */
export const aloneWithSlots = (workspace: string, work: () => void): void => {
  const db = openLock(workspace, slotsLockName)
  try {
    db.exec('begin exclusive')
    work()
  } finally {
    db.close()
  }
}
