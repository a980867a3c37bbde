import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileDurably } from './upkeep/files.ts'

const chunkBytes = 1024 * 1024
const nonceBytes = 12
const tagBytes = 16
const graceMilliseconds = 7 * 24 * 60 * 60 * 1000
const nameOfBlob = /^[0-9a-f]{64}$/

export type StoredBlob = { readonly blob: string; readonly digest: string; readonly size: number }

/** The chunk's place and whether it is the last are authenticated: no chunk can be moved, dropped or cut off unseen. */
const place = (index: number, last: boolean): Buffer => {
  const bytes = Buffer.alloc(5)
  bytes.writeUInt32BE(index)
  bytes[4] = last ? 1 : 0
  return bytes
}

const seal = (key: Uint8Array, plain: Uint8Array, index: number, last: boolean): Buffer => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(place(index, last))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

const unseal = (key: Uint8Array, sealed: Uint8Array, index: number, last: boolean): Buffer => {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes)).setAAD(
    place(index, last),
  )
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
}

const chunks = (bytes: Uint8Array, size: number): Uint8Array[] => {
  const count = Math.max(1, Math.ceil(bytes.length / size))
  return Array.from({ length: count }, (_unused, at) => bytes.subarray(at * size, (at + 1) * size))
}

/** Each file has a key of its own: one put in the place of another does not open. */
const keyOf = (key: Uint8Array, blob: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, Buffer.alloc(0), `selaras/1/blob/${blob}`, 32))

/** Attachments, one encrypted file each, named by a keyed hash of the content: the folder tells nothing about them. */
export class BlobStore {
  private readonly folder: string
  private readonly key: Uint8Array
  constructor(folder: string, key: Uint8Array) {
    this.folder = folder
    this.key = key
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  }

  /** On the disk before it returns; the commit that names it comes after. The same content is kept once. */
  put(bytes: Uint8Array): StoredBlob {
    const digest = createHash('sha256').update(bytes).digest('hex')
    const blob = createHmac('sha256', this.key).update(digest).digest('hex')
    const path = join(this.folder, blob)
    // A file that is there may be damaged: only one that reads back whole is kept, and as young as this use of it.
    if (this.holds(blob, bytes)) utimesSync(path, new Date(), new Date())
    else {
      const parts = chunks(bytes, chunkBytes)
      writeFileDurably(
        path,
        Buffer.concat(
          parts.map((part, at) => seal(keyOf(this.key, blob), part, at, at === parts.length - 1)),
        ),
      )
    }
    return { blob, digest, size: bytes.length }
  }

  /** Null for a file that is not there; throws on one that was damaged or tampered with. */
  get(blob: string): Buffer | null {
    if (!nameOfBlob.test(blob) || !existsSync(join(this.folder, blob))) return null
    const parts = chunks(readFileSync(join(this.folder, blob)), chunkBytes + nonceBytes + tagBytes)
    return Buffer.concat(
      parts.map((part, at) => unseal(keyOf(this.key, blob), part, at, at === parts.length - 1)),
    )
  }

  private holds(blob: string, bytes: Uint8Array): boolean {
    try {
      return this.get(blob)?.equals(bytes) ?? false
    } catch {
      return false
    }
  }

  names(): string[] {
    return readdirSync(this.folder).filter((name) => nameOfBlob.test(name))
  }

  /** Removes files that no attachment names, and halves that a kill left behind, when they are older than seven days. */
  collect(used: ReadonlySet<string>, now: number): number {
    const old = readdirSync(this.folder)
      .filter((name) => !used.has(name) && (nameOfBlob.test(name) || name.endsWith('.tmp')))
      .filter((name) => now - statSync(join(this.folder, name)).mtimeMs > graceMilliseconds)
    for (const name of old) rmSync(join(this.folder, name))
    return old.length
  }
}
