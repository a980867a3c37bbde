import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifyHash } from '../store/keys.ts'
import { readLocal } from '../store/local.ts'
import { digestOf } from '../store/log.ts'
import type { Sqlite } from '../store/open.ts'
import {
  databaseEntry,
  type Manifest,
  manifestEntry,
  manifestShape,
  readContainer,
  sha256OfFile,
  slotsEntry,
} from './container.ts'
import { headsOf, rowsByType, signedText } from './create.ts'

/** Why a backup is not whole; thrown with the name of the check that failed. */
export class DamagedBackup extends Error {}

const must = (holds: boolean, check: string): void => {
  if (!holds) throw new DamagedBackup(check)
}

const blobsMatch = async (folder: string, manifest: Manifest): Promise<boolean> => {
  for (const [name, digest] of Object.entries(manifest.blobs)) {
    if ((await sha256OfFile(join(folder, 'blobs', name))) !== digest) return false
  }
  return true
}

/** Unpacks into an empty folder and checks every file against the manifest. No key is needed yet. */
export const unpackBackup = async (file: string, folder: string): Promise<Manifest> => {
  mkdirSync(join(folder, 'blobs'), { recursive: true, mode: 0o700 })
  try {
    const names = await readContainer(file, (name) => join(folder, name))
    const manifest = manifestShape.parse(JSON.parse(readFileSync(join(folder, manifestEntry), 'utf8')))
    must(names.length === 3 + Object.keys(manifest.blobs).length, 'entries')
    must((await sha256OfFile(join(folder, databaseEntry))) === manifest.database.sha256, 'database')
    must(digestOf(readFileSync(join(folder, slotsEntry))).toString('hex') === manifest.slots, 'slots')
    must(await blobsMatch(folder, manifest), 'attachments')
    return manifest
  } catch (error) {
    throw error instanceof DamagedBackup ? error : new DamagedBackup(String(error))
  }
}

/** Checks the opened copy: pages, rows, heads, and that a device of this very log signed the manifest. */
export const checkCopy = (db: Sqlite, manifest: Manifest): void => {
  must((db.pragma('integrity_check') as { integrity_check: string }[])[0]?.integrity_check === 'ok', 'pages')
  must(JSON.stringify(rowsByType(db)) === JSON.stringify(manifest.rows), 'rows')
  must(JSON.stringify(headsOf(db)) === JSON.stringify(manifest.heads), 'heads')
  must((readLocal(db, 'workspace')?.toString() ?? '') === manifest.workspace, 'workspace')
  const { signature, ...unsigned } = manifest
  const keys = db.prepare('select signKey from device where signKey is not null').all() as {
    signKey: Uint8Array
  }[]
  must(
    keys.some(({ signKey }) => verifyHash(signedText(unsigned), Buffer.from(signature, 'base64'), signKey)),
    'signature',
  )
}
