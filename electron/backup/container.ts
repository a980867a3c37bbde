import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'
import yazl from 'yazl'
import { z } from 'zod'
import { syncFolderOf } from '../store/upkeep/files.ts'

export const databaseEntry = 'selaras.db'
export const slotsEntry = 'slots.json'
export const manifestEntry = 'manifest.json'

export const manifestShape = z.object({
  format: z.literal(1),
  made: z.string(),
  city: z.string(),
  workspace: z.string(),
  definitions: z.number().int(),
  database: z.object({ sha256: z.string(), bytes: z.number().int() }),
  slots: z.string(),
  rows: z.record(z.string(), z.number().int()),
  heads: z.array(z.object({ device: z.string(), seq: z.number().int(), hash: z.string() })),
  /** Attachments by keyed name, with the digest of the encrypted file. */
  blobs: z.record(z.string(), z.string()),
  /** Ed25519 of the device over the JSON of all of the above, base64. */
  signature: z.string(),
})
export type Manifest = z.infer<typeof manifestShape>
export type Unsigned = Omit<Manifest, 'signature'>

export const sha256OfFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** One file, nothing compressed (it is encrypted): written beside, synced, then renamed. */
export const writeContainer = async (
  path: string,
  files: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, string>,
): Promise<void> => {
  const temporary = `${path}.tmp`
  const zip = new yazl.ZipFile()
  // A file that cannot be read is an event of the ZIP, not of its stream.
  zip.on('error', (error: Error) => (zip.outputStream as Readable).destroy(error))
  for (const [name, source] of files) zip.addFile(source, name, { compress: false })
  for (const [name, text] of texts) zip.addBuffer(Buffer.from(text), name, { compress: false })
  zip.end()
  try {
    await pipeline(zip.outputStream, createWriteStream(temporary, { mode: 0o600 }))
    const file = openSync(temporary, 'r+')
    fsyncSync(file)
    closeSync(file)
    renameSync(temporary, path)
    syncFolderOf(path)
  } finally {
    if (existsSync(temporary)) rmSync(temporary)
  }
}

const nameAllowed = (name: string): boolean =>
  /^(selaras\.db|slots\.json|manifest\.json|blobs\/[0-9a-f]{64})$/.test(name)

/** Unpacks to the paths that `place` gives. Throws on anything but a whole container of ours. */
export const readContainer = async (path: string, place: (name: string) => string): Promise<string[]> => {
  const zip = await yauzl.openPromise(path, { strictFileNames: true, validateEntrySizes: true })
  const names: string[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      if (!nameAllowed(entry.fileName) || names.includes(entry.fileName))
        throw new TypeError('unknown entry in the backup')
      names.push(entry.fileName)
      await pipeline(
        await zip.openReadStreamPromise(entry),
        createWriteStream(place(entry.fileName), { mode: 0o600 }),
      )
    }
  } finally {
    zip.close()
  }
  return names
}
