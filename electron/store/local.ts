import type { Sqlite } from './open.ts'

/** This device's own facts inside the encrypted database: not exchanged, untouched by a rebuild. */
export type LocalKey =
  | 'workspace'
  | 'device'
  | 'deviceSeed'
  | 'blobKey'
  | 'restoredFrom'
  | 'genesis'
  /** Where the file of failed logins goes on. */
  | 'attempts'
  /** An officer's slot was dropped and the key is still the one it gave; the key was changed and no entry says so yet. */
  | 'rekeyDue'
  | 'rekeyed'
  /** The slots were made anew and no entry says so yet. */
  | 'mended'
  /** The device whose head was once remembered outside of this file. */
  | 'anchored'
  /** Devices that were taken out, each with the last of its commits that counts. */
  | 'revoked'
  /** Commits that a release let in, as a list of names (judging/releases.ts). */
  | 'released'
  /** What the last check of the whole database found. */
  | 'checked'

export const readLocal = (db: Sqlite, key: LocalKey): Buffer | null =>
  (db.prepare('select value from _local where key = ?').get(key) as { value: Buffer } | undefined)?.value ??
  null

export const writeLocal = (db: Sqlite, key: LocalKey, value: Uint8Array): void => {
  db.prepare(
    'insert into _local (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
  ).run(key, value)
}

export const forgetLocal = (db: Sqlite, key: LocalKey): void => {
  db.prepare('delete from _local where key = ?').run(key)
}
