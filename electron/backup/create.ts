import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { databasePath } from '../core/writer-host.ts'
import { slotsPath } from '../identity/index.ts'
import { BlobStore } from '../store/blobs.ts'
import { privateKeyFrom, signHash } from '../store/keys.ts'
import { readLocal } from '../store/local.ts'
import { digestOf, lastSeqsIn } from '../store/log.ts'
import { openDatabase, type Sqlite } from '../store/open.ts'
import {
  databaseEntry,
  type Manifest,
  manifestEntry,
  sha256OfFile,
  slotsEntry,
  type Unsigned,
  writeContainer,
} from './container.ts'

export type BackupOrder = {
  readonly workspace: string
  readonly key: Uint8Array
  /** The backup file to write. */
  readonly target: string
  /** ISO time. */
  readonly made: string
  readonly city: string
  readonly definitionsVersion: number
}
export type BackupMade = { readonly size: number; readonly rows: number; readonly head: string }

/** Rows of every type that this database has, whatever the version that made it. */
export const rowsByType = (db: Sqlite): Record<string, number> => {
  const types = db.prepare('select type from _type order by n').all() as { type: string }[]
  const count = (type: string) => db.prepare(`select count(*) as n from "${type}"`).get() as { n: number }
  return Object.fromEntries(types.map(({ type }) => [type, count(type).n]))
}

export const headsOf = (db: Sqlite): Manifest['heads'] => {
  const hashOf = db.prepare('select hash from _log where device = ? and seq = ?')
  return lastSeqsIn(db).map(({ device, seq }) => {
    const { hash } = hashOf.get(device, seq) as { hash: Uint8Array }
    return { device, seq, hash: Buffer.from(hash).toString('hex') }
  })
}

/** Named, so that a signature of a backup is never one of a commit. */
export const signedText = (manifest: Unsigned): Uint8Array =>
  digestOf(Buffer.from(`selaras/1/backup\n${JSON.stringify(manifest)}`))

const describe = async (
  db: Sqlite,
  copy: string,
  order: BackupOrder,
  slots: string,
  blobs: Record<string, string>,
): Promise<Unsigned> => ({
  format: 1,
  made: order.made,
  city: order.city,
  workspace: readLocal(db, 'workspace')?.toString() ?? '',
  definitions: order.definitionsVersion,
  database: { sha256: await sha256OfFile(copy), bytes: statSync(copy).size },
  slots: digestOf(Buffer.from(slots)).toString('hex'),
  rows: rowsByType(db),
  heads: headsOf(db),
  blobs,
})

const sign = (db: Sqlite, manifest: Unsigned): Manifest => {
  const seed = readLocal(db, 'deviceSeed')
  if (seed === null) throw new TypeError('the database has no device')
  return {
    ...manifest,
    signature: signHash(signedText(manifest), privateKeyFrom('ed25519', seed)).toString('base64'),
  }
}

const blobDigests = async (workspace: string): Promise<Record<string, string>> => {
  const names = new BlobStore(join(workspace, 'blobs'), new Uint8Array(32)).names()
  const digests: Record<string, string> = {}
  for (const name of names) digests[name] = await sha256OfFile(join(workspace, 'blobs', name))
  return digests
}

/** Copies the database while others write (VACUUM INTO: the only way that keeps the encryption), then slots, attachments and a signed manifest. */
export const createBackup = async (order: BackupOrder): Promise<BackupMade> => {
  const folder = mkdtempSync(join(dirname(order.target), '.salinan-'))
  const copy = join(folder, databaseEntry)
  try {
    const live = openDatabase(databasePath(order.workspace), order.key, { readonly: true })
    live.prepare('vacuum into ?').run(copy)
    live.close()
    const db = openDatabase(copy, order.key, { readonly: true })
    const blobs = await blobDigests(order.workspace)
    const slots = readFileSync(slotsPath(order.workspace), 'utf8')
    const manifest = sign(db, await describe(db, copy, order, slots, blobs))
    db.close()
    const files = new Map([
      [databaseEntry, copy],
      ...Object.keys(blobs).map((name) => [`blobs/${name}`, join(order.workspace, 'blobs', name)] as const),
    ])
    const texts = new Map([
      [slotsEntry, slots],
      [manifestEntry, JSON.stringify(manifest)],
    ])
    await writeContainer(order.target, files, texts)
    const head = manifest.heads.map(({ device, seq }) => `${device}.${seq}`).join(' ')
    return {
      size: statSync(order.target).size,
      rows: Object.values(manifest.rows).reduce((sum, n) => sum + n, 0),
      head,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
