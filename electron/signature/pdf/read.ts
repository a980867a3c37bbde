import { lexer } from './lexer.ts'
import { numberAt, unpack } from './stream.ts'
import { damaged, isKind, type PdfDict, type PdfRef, type PdfStream, type PdfValue } from './value.ts'
import { type Entry, readSections, type Section } from './xref.ts'

export type PdfFile = {
  readonly bytes: Uint8Array
  /** Newest first. */
  readonly sections: readonly Section[]
  /** The newest trailer. */
  readonly trailer: PdfDict
  readonly size: number
  readonly encrypted: boolean
  readonly entry: (num: number) => Entry
  readonly numbers: () => readonly number[]
  /** An object by number; `null` where there is none. Many viewers do not mind the generation, so it is not asked for. */
  readonly object: (num: number) => PdfValue
  /** The object whose number stands at an offset, or behind blanks there. */
  readonly indirect: (offset: number) => Indirect
  /** Follows references to their value. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue
  readonly dictOf: (value: PdfValue | undefined) => PdfDict | null
  readonly catalog: PdfDict
}

const streamAfter = (bytes: Uint8Array, at: number): number | null => {
  if (Buffer.from(bytes.subarray(at, at + 6)).toString('latin1') !== 'stream') return null
  if (bytes[at + 6] === 13 && bytes[at + 7] === 10) return at + 8
  return bytes[at + 6] === 10 ? at + 7 : damaged('stream start')
}

type LengthOf = (value: PdfValue | undefined) => number

/** An object as it stands in the file; `start` at its number, `end` behind its last word. */
export type Indirect = {
  readonly num: number
  readonly gen: number
  readonly start: number
  readonly end: number
  readonly value: PdfValue
}

const readIndirect = (bytes: Uint8Array, offset: number, lengthOf: LengthOf): Indirect => {
  const lex = lexer(bytes, offset)
  lex.skip()
  const start = lex.at
  const num = lex.integer()
  const gen = lex.integer()
  if (!lex.word('obj')) return damaged('object expected')
  const value = lex.value()
  lex.skip()
  const content = isKind(value, 'dict') ? streamAfter(bytes, lex.at) : null
  if (content === null || !isKind(value, 'dict')) {
    if (!lex.word('endobj')) damaged('object end')
    return { num, gen, start, end: lex.at, value }
  }
  const length = lengthOf(value.entries.get('Length'))
  lex.at = content + length
  if (!lex.word('endstream') || !lex.word('endobj')) damaged('stream end')
  const stream: PdfStream = {
    kind: 'stream',
    dict: value,
    bytes: bytes.subarray(content, content + length),
  }
  return { num, gen, start, end: lex.at, value: stream }
}

const lastStart = (bytes: Uint8Array): number => {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf('startxref')
  if (at < 0 || at < bytes.length - 4_096) return damaged('no startxref')
  return lexer(bytes, at + 9).integer()
}

const directLength: LengthOf = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : damaged('stream length')

const mergeEntries = (sections: readonly Section[]): Map<number, Entry> => {
  const entries = new Map<number, Entry>()
  for (const section of sections) {
    for (const [num, entry] of section.entries) if (!entries.has(num)) entries.set(num, entry)
  }
  return entries
}

type Packed = readonly { readonly num: number; readonly value: PdfValue }[]

/** What an object stream holds, in its order. Throws `PdfDamaged`. */
export const readPacked = (stream: PdfValue): Packed => {
  if (!isKind(stream, 'stream')) return damaged('object stream')
  const count = numberAt(stream.dict, 'N', -1)
  const first = numberAt(stream.dict, 'First', -1)
  const bytes = unpack(stream)
  if (count < 0 || first < 0 || first > bytes.length || count > bytes.length) return damaged('object stream')
  const index = lexer(bytes, 0, false)
  const places = Array.from({ length: count }, () => ({
    num: index.integer(),
    offset: first + index.integer(),
  }))
  return places.map(({ num, offset }) => ({ num, value: lexer(bytes, offset, false).value() }))
}

/**
 * Opens a PDF the way a viewer does: from the last `startxref` along the chain of cross-references, never by searching
 * for objects, so that what is compared is what is shown. Throws `PdfDamaged`.
 */
export const openPdf = (bytes: Uint8Array): PdfFile => {
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-') return damaged('no header')
  const sections = readSections(bytes, lastStart(bytes), (offset) =>
    readIndirect(bytes, offset, directLength),
  )
  const trailer = sections[0]?.trailer ?? damaged('no trailer')
  const entries = mergeEntries(sections)
  const values = new Map<number, PdfValue>()
  const packed = new Map<number, Packed>()
  const open = new Set<number>()

  const lengthOf: LengthOf = (value) => directLength(isKind(value, 'ref') ? object(value.num) : value)

  const load = (num: number, entry: Entry): PdfValue => {
    if (entry.type === 'free') return null
    if (entry.type === 'at') {
      const found = readIndirect(bytes, entry.offset, lengthOf)
      return found.num === num ? found.value : damaged('object has another number')
    }
    const holder = packed.get(entry.stream) ?? readPacked(object(entry.stream))
    packed.set(entry.stream, holder)
    const found = holder[entry.index]
    return found?.num === num ? found.value : damaged('object has another number')
  }

  const object = (num: number): PdfValue => {
    const known = values.get(num)
    if (known !== undefined) return known
    const entry = entries.get(num)
    if (entry === undefined) return null
    if (open.has(num)) return damaged('object refers to itself')
    open.add(num)
    const value = load(num, entry)
    open.delete(num)
    values.set(num, value)
    return value
  }

  const resolve = (value: PdfValue | undefined): PdfValue => {
    let result: PdfValue = value ?? null
    for (let step = 0; isKind(result, 'ref'); step += 1) {
      if (step > 32) return damaged('endless reference')
      result = object((result as PdfRef).num)
    }
    return result
  }

  const dictOf = (value: PdfValue | undefined): PdfDict | null => {
    const found = resolve(value)
    if (isKind(found, 'dict')) return found
    return isKind(found, 'stream') ? found.dict : null
  }

  const encrypted = sections.some((section) => section.trailer.entries.has('Encrypt'))
  const catalog = encrypted ? null : dictOf(trailer.entries.get('Root'))
  return {
    bytes,
    sections,
    trailer,
    size: numberAt(trailer, 'Size', 0),
    encrypted,
    entry: (num) => entries.get(num) ?? { type: 'free' },
    numbers: () => [...entries.keys()],
    object,
    indirect: (offset) => readIndirect(bytes, offset, lengthOf),
    resolve,
    dictOf,
    catalog: catalog ?? (encrypted ? { kind: 'dict', entries: new Map() } : damaged('no catalog')),
  }
}
