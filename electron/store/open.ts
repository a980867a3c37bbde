import { closeSync, openSync, readSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import { damagedMessage } from './failures.ts'

export type Sqlite = Database.Database

/** 256 bits, random, one per device; never derived from a password. */
export type DatabaseKey = Uint8Array

const checkpointPages = 20_000
const cacheKibibytes = 64 * 1024

type Options = {
  readonly readonly?: boolean
  /** A file that is not there is not made, and one that holds no table is damaged. */
  readonly mustExist?: boolean
}

/** Its write-ahead log, in which everything lay, does not read: SQLite then sees a database that was never begun. */
class EmptyDatabase extends Error {
  readonly code = 'SQLITE_CORRUPT'
  constructor() {
    super(damagedMessage)
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const chooseCipher = (db: Sqlite): void => {
  db.pragma(`cipher='sqlcipher'`)
  db.pragma('legacy=4')
}

/** The SQLCipher 4 format, so that independent tools can open the file. A raw key skips the cipher's own key derivation. */
export const applyKey = (db: Sqlite, key: DatabaseKey): void => {
  chooseCipher(db)
  db.pragma(`key="x'${hex(key)}'"`)
}

/** Every page under another key. The connection must be the only one; it is left in rollback mode, since WAL takes no new key. */
export const changeKey = (db: Sqlite, key: DatabaseKey): void => {
  db.pragma('journal_mode=DELETE')
  db.pragma(`rekey="x'${hex(key)}'"`)
}

const configure = (db: Sqlite, readonly: boolean): void => {
  // Sorting in temporary files would leave plain text on the disk.
  db.pragma('temp_store=MEMORY')
  db.pragma(`cache_size=-${cacheKibibytes}`)
  db.pragma('busy_timeout=5000')
  if (readonly) return
  db.pragma('journal_mode=WAL')
  // The build's default for WAL answers FULL and does NORMAL: only an explicit FULL syncs each commit.
  db.pragma('synchronous=FULL')
  // Page encryption dominates writes; rarer checkpoints nearly double them.
  db.pragma(`wal_autocheckpoint=${checkpointPages}`)
  db.pragma('foreign_keys=OFF')
}

/** A drive that answers no more looks to the cipher like a wrong key. Throws the system's own error. */
const mustBeReadable = (path: string): void => {
  const file = openSync(path, 'r')
  try {
    readSync(file, Buffer.alloc(1), 0, 1, 0)
  } finally {
    closeSync(file)
  }
}

/** Throws SqliteError SQLITE_NOTADB on a wrong key or a damaged first page, SQLITE_CORRUPT on damage after it. */
export const openDatabase = (path: string, key: DatabaseKey, options: Options = {}): Sqlite => {
  const readonly = options.readonly ?? false
  const db = new Database(path, { readonly, fileMustExist: readonly || (options.mustExist ?? false) })
  try {
    applyKey(db, key)
    const { tables } = db.prepare('select count(*) as tables from sqlite_master').get() as { tables: number }
    if (options.mustExist && tables === 0) throw new EmptyDatabase()
    configure(db, readonly)
    return db
  } catch (error) {
    db.close()
    mustBeReadable(path)
    throw error
  }
}

/** A database in memory alone, whatever the settings: nothing of it ever reaches a disk. */
export const openInMemory = (): Sqlite => {
  const db = new Database(':memory:')
  chooseCipher(db)
  // What a sort does not hold would otherwise go to a file.
  db.pragma('temp_store=MEMORY')
  db.pragma('secure_delete=ON')
  return db
}

/** Lets queries find the tables of a file beside those of this database, which come first. */
export const attach = (db: Sqlite, path: string, key: DatabaseKey, name: 'old' | 'beside'): void => {
  db.prepare(`attach database ? as ${name} key "x'${hex(key)}'"`).run(path)
}
