import { isKind, type PdfRef, type PdfValue } from './value.ts'

/** Where the raw bytes read like the beginning of an object ("12 0 obj"), whatever stands around them. */
export type Header = { readonly num: number; readonly gen: number; readonly offset: number }

const isBlank = (byte: number | undefined): boolean =>
  byte === 32 || byte === 0 || (byte !== undefined && byte >= 9 && byte <= 13)
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57

const runBefore = (
  bytes: Uint8Array,
  end: number,
  belongs: (byte: number | undefined) => boolean,
): number => {
  let start = end
  while (belongs(bytes[start - 1])) start -= 1
  return start
}

const numberIn = (bytes: Buffer, start: number, end: number): number =>
  Number(bytes.toString('latin1', start, end))

const headerBefore = (bytes: Buffer, word: number): Header | null => {
  const genEnd = runBefore(bytes, word, isBlank)
  const gen = runBefore(bytes, genEnd, isDigit)
  const numEnd = runBefore(bytes, gen, isBlank)
  const offset = runBefore(bytes, numEnd, isDigit)
  const whole = genEnd < word && gen < genEnd && numEnd < gen && offset < numEnd
  return whole ? { num: numberIn(bytes, offset, numEnd), gen: numberIn(bytes, gen, genEnd), offset } : null
}

/** Offsets of a word, in order, wherever it stands. */
export const wordsIn = (bytes: Uint8Array, word: string): number[] => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: number[] = []
  for (let at = all.indexOf(word); at >= 0; at = all.indexOf(word, at + word.length)) found.push(at)
  return found
}

/**
 * What a viewer finds that gives up the cross-reference and searches the file. Streams are searched too, as some viewers
 * do; by chance such bytes come about once in 10^13. Every byte is looked at a fixed number of times.
 */
export const headersIn = (bytes: Uint8Array): Header[] => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return wordsIn(bytes, 'obj')
    .map((word) => headerBefore(all, word))
    .filter((each) => each !== null)
}

/** All references in a value, at any depth. */
export const refsIn = (value: PdfValue): PdfRef[] => {
  const found: PdfRef[] = []
  const visit = (each: PdfValue): void => {
    if (isKind(each, 'ref')) found.push(each)
    else if (isKind(each, 'array')) for (const item of each.items) visit(item)
    else if (isKind(each, 'dict')) for (const item of each.entries.values()) visit(item)
    else if (isKind(each, 'stream')) visit(each.dict)
  }
  visit(value)
  return found
}
