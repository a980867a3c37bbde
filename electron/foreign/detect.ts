import type { RefusalType } from '../../shared/texts/import-refused.ts'

export type Kind =
  | { readonly kind: 'zip' }
  | { readonly kind: 'text' }
  | { readonly kind: 'html' }
  | { readonly kind: 'refused'; readonly type: RefusalType }
const refused = (type: RefusalType): Kind => ({ kind: 'refused', type })

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))
const starts = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte)

/** Names of the streams in an OLE2 file are UTF-16 in its directory; looking for them in all of it needs no reading of its sectors. */
const holds = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))

const oldOffice = (bytes: Uint8Array): Kind => {
  if (holds(bytes, 'EncryptedPackage') || holds(bytes, 'EncryptionInfo')) return refused('Password')
  if (holds(bytes, 'Workbook') || holds(bytes, 'Book')) return refused('LegacyXls')
  if (holds(bytes, 'WordDocument')) return refused('LegacyDoc')
  return refused('LegacyOffice')
}

const binaries: readonly (readonly [RefusalType, readonly number[]])[] = [
  ['Pdf', [0x25, 0x50, 0x44, 0x46]],
  ['Image', [0xff, 0xd8, 0xff]],
  ['Image', [0x89, 0x50, 0x4e, 0x47]],
  ['Image', [0x47, 0x49, 0x46, 0x38]],
  ['Image', [0x49, 0x49, 0x2a, 0x00]],
  ['Image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['Archive', [0x52, 0x61, 0x72, 0x21]],
  ['Archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['Archive', [0x1f, 0x8b]],
  ['Archive', [0x42, 0x5a, 0x68]],
  ['Archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['Program', [0x4d, 0x5a]],
  ['Program', [0x7f, 0x45, 0x4c, 0x46]],
  ['RichText', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

const image = (bytes: Uint8Array): boolean =>
  (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') ||
  (ascii(bytes, 0, 2) === 'BM' && bytes[5] === 0 && bytes[7] === 0) ||
  /^ftyp(?:heic|heix|mif1|avif)/.test(ascii(bytes, 4, 8))

/** What a file is by its first bytes; its name is not asked. */
export const detect = (bytes: Uint8Array): Kind => {
  if (bytes.length === 0) return refused('Empty')
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return { kind: 'zip' }
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return oldOffice(bytes)
  if (starts(bytes, 0x09, 0x08) || starts(bytes, 0x09, 0x04) || starts(bytes, 0x09, 0x02))
    return refused('LegacyXls')
  const binary = binaries.find(([, magic]) => starts(bytes, ...magic))
  if (binary !== undefined) return refused(binary[0])
  return image(bytes) ? refused('Image') : { kind: 'text' }
}
