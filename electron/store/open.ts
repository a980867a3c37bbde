import Database from 'better-sqlite3-multiple-ciphers'

export type Sqlite = Database.Database

/** 256 bits, random, one per device; never derived from a password. */
export type DatabaseKey = Uint8Array

const checkpointPages = 20_000
const cacheKibibytes = 64 * 1024

type Options = { readonly readonly?: boolean; readonly mustExist?: boolean }

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

/** Throws SqliteError SQLITE_NOTADB on a wrong key, SQLITE_CORRUPT on a damaged first page. */
export const openDatabase = (path: string, key: DatabaseKey, options: Options = {}): Sqlite => {
  const readonly = options.readonly ?? false
  const db = new Database(path, { readonly, fileMustExist: readonly || (options.mustExist ?? false) })
  try {
    applyKey(db, key)
    db.prepare('select count(*) from sqlite_master').get()
    configure(db, readonly)
    return db
  } catch (error) {
    db.close()
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
export const readBeside = (db: Sqlite, path: string, key: DatabaseKey): void => {
  db.prepare(`attach database ? as beside key "x'${hex(key)}'"`).run(path)
}
