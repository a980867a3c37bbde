import { type Lexer, lexer } from './lexer.ts'
import { numberAt, unpack } from './stream.ts'
import { damaged, isKind, type PdfDict, type PdfStream, type PdfValue } from './value.ts'

export type Entry =
  | { readonly type: 'free' }
  | { readonly type: 'at'; readonly offset: number; readonly gen: number }
  | { readonly type: 'inside'; readonly stream: number; readonly index: number }

export type Section = {
  readonly offset: number
  readonly kind: 'table' | 'stream'
  /** Where the word stands that begins its trailer; `null` for a stream. */
  readonly trailerAt: number | null
  /** Just behind the section. */
  readonly end: number
  readonly trailer: PdfDict
  readonly entries: ReadonlyMap<number, Entry>
}

const mostObjects = 8_388_607
const mostSections = 2_000

const checkNumber = (num: number): number => (num <= mostObjects ? num : damaged('too many objects'))

const readTable = (lex: Lexer): Map<number, Entry> => {
  const entries = new Map<number, Entry>()
  while (!lex.word('trailer')) {
    const first = checkNumber(lex.integer())
    const count = checkNumber(lex.integer())
    for (let num = first; num < first + count; num += 1) {
      const [offset, gen] = [lex.integer(), lex.integer()]
      if (lex.word('n')) entries.set(num, { type: 'at', offset, gen })
      else if (lex.word('f')) entries.set(num, { type: 'free' })
      else damaged('cross-reference entry')
    }
  }
  return entries
}

const fieldsOf = (bytes: Uint8Array, at: number, width: number): number => {
  let value = 0
  for (let index = 0; index < width; index += 1) value = value * 256 + (bytes[at + index] ?? 0)
  return value
}

const integers = (value: PdfValue | undefined): number[] | null =>
  isKind(value, 'array') &&
  value.items.every((item) => typeof item === 'number' && Number.isInteger(item) && item >= 0)
    ? (value.items as number[])
    : null

const entryOf = (type: number, second: number, third: number): Entry => {
  if (type === 1) return { type: 'at', offset: second, gen: third }
  if (type === 2) return { type: 'inside', stream: second, index: third }
  return { type: 'free' }
}

const readStreamEntries = (stream: PdfStream): Map<number, Entry> => {
  const widths = integers(stream.dict.entries.get('W')) ?? damaged('cross-reference widths')
  const [one = 0, two = 0, three = 0] = widths
  const size = one + two + three
  if (size === 0 || size > 24) damaged('cross-reference widths')
  const index = integers(stream.dict.entries.get('Index')) ?? [0, numberAt(stream.dict, 'Size', 0)]
  const bytes = unpack(stream)
  const entries = new Map<number, Entry>()
  let at = 0
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const [first = 0, count = 0] = [index[pair], index[pair + 1]]
    for (let num = first; num < first + count && at + size <= bytes.length; num += 1, at += size) {
      const type = one === 0 ? 1 : fieldsOf(bytes, at, one)
      entries.set(
        checkNumber(num),
        entryOf(type, fieldsOf(bytes, at + one, two), fieldsOf(bytes, at + one + two, three)),
      )
    }
  }
  return entries
}

export type ReadStream = (offset: number) => {
  readonly num: number
  readonly value: PdfValue
  readonly end: number
}

const streamSection = (offset: number, readObject: ReadStream): Section => {
  const { value, end } = readObject(offset)
  if (!isKind(value, 'stream')) return damaged('cross-reference stream')
  const entries = readStreamEntries(value)
  return { offset, kind: 'stream', trailerAt: null, end, trailer: value.dict, entries }
}

/** What a table calls free, its stream for newer readers may place. Source: ISO 32000-2, 7.5.8.4. */
const withHidden = (
  table: ReadonlyMap<number, Entry>,
  hidden: ReadonlyMap<number, Entry>,
): Map<number, Entry> => {
  const merged = new Map(table)
  for (const [num, entry] of hidden) if ((table.get(num)?.type ?? 'free') === 'free') merged.set(num, entry)
  return merged
}

const tableSection = (lex: Lexer, offset: number, readObject: ReadStream): Section => {
  const table = readTable(lex)
  const trailerAt = lex.at - 'trailer'.length
  const trailer = lex.value()
  if (!isKind(trailer, 'dict')) return damaged('trailer')
  const hidden = trailer.entries.get('XRefStm')
  const entries =
    hidden === undefined ? table : withHidden(table, streamSection(offsetIn(hidden), readObject).entries)
  return { offset, kind: 'table', trailerAt, end: lex.at, trailer, entries }
}

const offsetIn = (value: PdfValue): number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0
    ? value
    : damaged('cross-reference offset')

/** The sections of the cross-reference, newest first, from where `startxref` points. */
export const readSections = (bytes: Uint8Array, start: number, readObject: ReadStream): Section[] => {
  const sections: Section[] = []
  const seen = new Set<number>()
  for (let offset: number | null = start; offset !== null; ) {
    if (offset <= 0 || offset >= bytes.length || seen.has(offset)) damaged('cross-reference offset')
    if (sections.length >= mostSections) damaged('too many sections')
    seen.add(offset)
    const lex = lexer(bytes, offset)
    const section: Section = lex.word('xref')
      ? tableSection(lex, offset, readObject)
      : streamSection(offset, readObject)
    sections.push(section)
    const before = section.trailer.entries.get('Prev')
    offset = before === undefined ? null : offsetIn(before)
  }
  return sections
}
