import { crc32, inflateRawSync } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { type Guard, limits } from './limits.ts'
import { Refusal, refuse } from './refusal.ts'

export type Archive = {
  readonly names: readonly string[]
  readonly has: (name: string) => boolean
  /** The bytes of one part; refuses what is larger than declared, damaged or encrypted. */
  readonly read: (name: string) => Promise<Uint8Array>
}

const unsafeName = (name: string): boolean =>
  name === '' ||
  name.includes('\0') ||
  name.includes('\\') ||
  name.startsWith('/') ||
  /^[a-z]:/i.test(name) ||
  name.split('/').includes('..')

const scanEntry = (entry: Entry): void => {
  if (unsafeName(entry.fileName)) refuse('ZipUnsafe')
  if (
    entry.uncompressedSize > limits.ratioFrom &&
    entry.uncompressedSize > entry.compressedSize * limits.ratio
  )
    refuse('ZipBomb')
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) refuse('ZipUnsafe')
}

const scan = async (zip: ZipFile): Promise<ReadonlyMap<string, Entry>> => {
  if (zip.entryCount > limits.zipEntries) refuse('ZipBomb')
  const entries = new Map<string, Entry>()
  let inflated = 0
  for await (const entry of zip.eachEntry()) {
    scanEntry(entry)
    inflated += entry.uncompressedSize
    if (inflated > limits.zipInflated) refuse('ZipBomb')
    if (entries.size >= limits.zipEntries) refuse('ZipBomb')
    if (entries.has(entry.fileName)) refuse('ZipUnsafe')
    entries.set(entry.fileName, entry)
  }
  return entries
}

const inflate = (packed: Uint8Array, size: number): Uint8Array => {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return refuse(code === 'ERR_BUFFER_TOO_LARGE' ? 'ZipBomb' : 'Damaged')
  }
}

const readEntry = async (zip: ZipFile, bytes: Buffer, entry: Entry): Promise<Uint8Array> => {
  if ((entry.generalPurposeBitFlag & 1) !== 0) refuse('Password')
  if (entry.uncompressedSize > limits.partBytes) refuse('TooMuchContent')
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
  const end = fileDataStart + entry.compressedSize
  if (end > bytes.length) refuse('Damaged')
  const packed = bytes.subarray(fileDataStart, end)
  const plain = entry.compressionMethod === 8 ? inflate(packed, entry.uncompressedSize) : packed
  if (plain.length !== entry.uncompressedSize || crc32(plain) !== entry.crc32) refuse('Damaged')
  return plain
}

const damaged = (error: unknown): never => {
  if (error instanceof Refusal) throw error
  const unsafe =
    error instanceof Error &&
    /invalid (?:relative path|characters in fileName)|absolute path/.test(error.message)
  return refuse(unsafe ? 'ZipUnsafe' : 'Damaged')
}

/** Looks at every entry of the directory before anything is inflated. */
export const openArchive = async (bytes: Uint8Array, guard: Guard): Promise<Archive> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const options = { lazyEntries: true, strictFileNames: true, validateEntrySizes: true, autoClose: false }
  const zip = await fromBufferPromise(buffer, options).catch(damaged)
  const entries = await scan(zip).catch(damaged)
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read: async (name) => {
      const entry = entries.get(name)
      if (entry === undefined) return refuse('Damaged')
      guard.check()
      guard.bytes(entry.uncompressedSize)
      return readEntry(zip, buffer, entry).catch(damaged)
    },
  }
}
