/** A PDF value. Strings keep where their token stood in the file, because a signature is judged by its place. */
export type PdfName = { readonly kind: 'name'; readonly name: string }
export type PdfString = {
  readonly kind: 'string'
  readonly bytes: Uint8Array
  readonly hex: boolean
  /** Offsets of the token in the file, delimiters included; -1 where it was made here or stood in an object stream. */
  readonly start: number
  readonly end: number
}
export type PdfRef = { readonly kind: 'ref'; readonly num: number; readonly gen: number }
export type PdfDict = { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, PdfValue> }
export type PdfStream = { readonly kind: 'stream'; readonly dict: PdfDict; readonly bytes: Uint8Array }
/** Bytes written as they are; only for writing. */
export type PdfRaw = { readonly kind: 'raw'; readonly text: string }
export type PdfArray = { readonly kind: 'array'; readonly items: readonly PdfValue[] }
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfDict
  | PdfStream
  | PdfArray
  | PdfRaw

/** Thrown inside the reader for a file that is not what it should be; `readPdf` and `verifyPdf` turn it into a value. */
export class PdfDamaged extends Error {}

export const damaged = (what: string): never => {
  throw new PdfDamaged(what)
}

type Kind = Exclude<PdfValue, null | boolean | number>['kind']
export const isKind = <K extends Kind>(
  value: PdfValue | undefined,
  kind: K,
): value is Extract<PdfValue, { kind: K }> =>
  typeof value === 'object' && value !== null && value.kind === kind

export const name = (text: string): PdfName => ({ kind: 'name', name: text })
export const ref = (num: number, gen = 0): PdfRef => ({ kind: 'ref', num, gen })
export const array = (items: readonly PdfValue[]): PdfArray => ({ kind: 'array', items })
export const dict = (entries: Iterable<readonly [string, PdfValue]>): PdfDict => ({
  kind: 'dict',
  entries: new Map(entries),
})
export const withEntries = (base: PdfDict, changes: Readonly<Record<string, PdfValue>>): PdfDict =>
  dict([...base.entries, ...Object.entries(changes)])

/** Text as PDF keeps it: ASCII as it is, all else as UTF-16 with a mark. */
export const text = (value: string): PdfString => {
  const ascii = /^[\x20-\x7e]*$/.test(value)
  const bytes = ascii ? Buffer.from(value, 'latin1') : Buffer.from(`\ufeff${value}`, 'utf16le').swap16()
  return { kind: 'string', bytes, hex: !ascii, start: -1, end: -1 }
}

export const textOf = (value: PdfValue | undefined): string => {
  if (!isKind(value, 'string')) return ''
  const bytes = Buffer.from(value.bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0)
    return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString('utf8')
  return bytes.toString('latin1')
}
