import { lexer } from '../pdf/lexer.ts'
import { type Indirect, type PdfFile, readPacked } from '../pdf/read.ts'
import { headersIn, refsIn, wordsIn } from '../pdf/scan.ts'
import { numberAt } from '../pdf/stream.ts'
import { isKind, PdfDamaged, type PdfRef, type PdfValue } from '../pdf/value.ts'
import type { Section } from '../pdf/xref.ts'

/** What stood behind one revision when the file was read: its sections and objects, in the order of the file. */
type Appended = {
  readonly before: PdfFile
  readonly after: PdfFile
  readonly from: number
  readonly sections: readonly Section[]
  readonly objects: readonly Indirect[]
}

const widestGap = 65_536
const isTyped = (value: PdfValue, type: string): boolean => {
  const own = isKind(value, 'stream') ? value.dict.entries.get('Type') : undefined
  return isKind(own, 'name') && own.name === type
}

const sameRef = (a: PdfValue | undefined, b: PdfValue | undefined): boolean =>
  isKind(a, 'ref') && isKind(b, 'ref') && a.num === b.num && a.gen === b.gen

/** The sections of the revision follow unchanged; the new ones keep the root and hide nothing from older readers. */
const chainHolds = ({ before, after, sections }: Appended): boolean => {
  const kept = after.sections.slice(sections.length)
  return (
    kept.length === before.sections.length &&
    kept.every(({ offset }, index) => offset === before.sections[index]?.offset)
  )
}

const sectionHolds = ({ before }: Appended, { trailer, entries }: Section): boolean =>
  !trailer.entries.has('XRefStm') &&
  sameRef(trailer.entries.get('Root'), before.trailer.entries.get('Root')) &&
  numberAt(trailer, 'Size', 0) >= before.size &&
  [...entries.keys()].every((num) => num < numberAt(trailer, 'Size', 0))

/** An entry places an object among the new bytes, or says of an old one what was said before. */
const entriesHold = ({ before, after, from }: Appended, { entries }: Section): boolean =>
  [...entries].every(([num, entry]) => {
    const known = before.entry(num)
    if (entry.type === 'free') return true
    if (entry.type === 'inside') {
      const holder = after.entry(entry.stream)
      const isNew = holder.type === 'at' && holder.offset >= from
      return (
        isNew || (known.type === 'inside' && known.stream === entry.stream && known.index === entry.index)
      )
    }
    if (entry.offset < from)
      return known.type === 'at' && known.offset === entry.offset && known.gen === entry.gen
    const found = after.indirect(entry.offset)
    const sameGen = known.type !== 'at' || known.gen === entry.gen
    return found.num === num && found.gen === entry.gen && sameGen
  })

const objectsOf = (after: PdfFile, sections: readonly Section[], from: number): Indirect[] => {
  const offsets = sections.flatMap((section) => [
    ...(section.kind === 'stream' ? [section.offset] : []),
    ...[...section.entries.values()].flatMap((entry) =>
      entry.type === 'at' && entry.offset >= from ? [entry.offset] : [],
    ),
  ])
  const found = new Map(
    [...new Set(offsets)].map((at) => after.indirect(at)).map((each) => [each.start, each]),
  )
  return [...found.values()].sort((a, b) => a.start - b.start)
}

const isLineEnd = (byte: number | undefined): boolean => byte === 10 || byte === 13

/** Whoever searches the new bytes for objects finds those of the cross-reference, each at the start of its line. */
const headersHold = ({ after, from, objects }: Appended): boolean => {
  const headers = headersIn(after.bytes).filter(({ offset }) => offset >= from)
  return (
    headers.length === objects.length &&
    objects.every(({ num, gen, start }, index) => {
      const header = headers[index]
      const here = header?.offset === start && header.num === num && header.gen === gen
      return here && isLineEnd(after.bytes[start - 1])
    })
  )
}

const trailersHold = ({ after, from, sections }: Appended): boolean => {
  const known = new Set(sections.map(({ trailerAt }) => trailerAt))
  return wordsIn(after.bytes, 'trailer').every((at) => at < from || known.has(at))
}

const gap = /^(?:[\0\t\n\f\r ]+|%[^\r\n]*(?=[\r\n]|$)|startxref[\0\t\n\f\r ]+\d+)*$/

/** Objects and tables stand side by side, with nothing else between them. */
const piecesHold = ({ after, from, sections, objects }: Appended): boolean => {
  const tables = sections
    .filter(({ kind }) => kind === 'table')
    .map(({ offset, end }) => ({ start: offset, end }))
  const pieces = [...objects, ...tables].sort((a, b) => a.start - b.start)
  let at = from
  for (const { start, end } of [...pieces, { start: after.bytes.length, end: after.bytes.length }]) {
    if (start < at || start - at > widestGap) return false
    if (!gap.test(Buffer.from(after.bytes.subarray(at, start)).toString('latin1'))) return false
    at = end
  }
  return true
}

/** Where the object that holds now begins: its own place, or that of the stream around it. */
const placeOf = (file: PdfFile, num: number): number => {
  const entry = file.entry(num)
  if (entry.type === 'inside') return placeOf(file, entry.stream)
  return entry.type === 'at' ? file.indirect(entry.offset).start : -1
}

const startOf = (file: PdfFile, offset: number): number => {
  const lex = lexer(file.bytes, offset)
  lex.skip()
  return lex.at
}

/** Of several objects with one number the last in the file is the one that holds, and nothing poses as a section. */
const lastHolds = ({ after, objects, sections }: Appended): boolean => {
  const own = new Set(sections.map(({ offset }) => startOf(after, offset)))
  return objects.every(({ num, start, value }) =>
    isTyped(value, 'XRef') ? own.has(start) : placeOf(after, num) >= start,
  )
}

type Inner = { readonly num: number; readonly value: PdfValue; readonly start: number }

const innerOf = (objects: readonly Indirect[]): Inner[] =>
  objects
    .filter(({ value }) => isTyped(value, 'ObjStm'))
    .flatMap(({ value, start }) => readPacked(value).map((each) => ({ ...each, start })))

const resolves = (file: PdfFile, { num, gen }: PdfRef): boolean => {
  const entry = file.entry(num)
  return entry.type !== 'free' && gen === (entry.type === 'at' ? entry.gen : 0)
}

/** A new object refers to nothing that is missing, save where the object before it did. */
const refsHold = ({ before, after }: Appended, num: number, value: PdfValue): boolean => {
  const missing = refsIn(value).filter((each) => !resolves(after, each))
  const known = missing.length === 0 ? [] : refsIn(before.object(num))
  return missing.every((each) => known.some((old) => sameRef(old, each)))
}

/** The length that a file for the web claims; a viewer that finds it true starts at the beginning of the file. */
const claimedLength = ({ bytes }: PdfFile): number | null => {
  try {
    const lex = lexer(bytes, 0)
    lex.integer()
    lex.integer()
    const first = lex.word('obj') ? lex.value() : null
    return isKind(first, 'dict') && first.entries.has('Linearized') ? numberAt(first, 'L', -1) : null
  } catch (error) {
    if (error instanceof PdfDamaged) return null
    throw error
  }
}

const faultsIn = (appended: Appended): string[] => {
  const { before, after, sections, objects } = appended
  const inner = innerOf(objects)
  const checks: readonly (readonly [string, boolean])[] = [
    ['headers', headersHold(appended)],
    ['trailers', trailersHold(appended)],
    ['pieces', piecesHold(appended)],
    ['last', lastHolds(appended) && inner.every(({ num, start }) => placeOf(after, num) >= start)],
    ['references', [...objects, ...inner].every(({ num, value }) => refsHold(appended, num, value))],
    ['trailer references', sections.every(({ trailer }) => refsHold(appended, -1, trailer))],
    ['length', before.bytes.length === after.bytes.length || claimedLength(after) !== after.bytes.length],
  ]
  return checks.filter(([, holds]) => !holds).map(([what]) => what)
}

/**
 * Viewers differ in how they find objects: most follow the cross-reference, some give it up at the first fault and
 * search the bytes. Both must come to the same of what was appended to a signed revision. What they could differ in, by
 * name; empty where there is nothing. Throws `PdfDamaged`.
 */
export const appendedFaults = (before: PdfFile, after: PdfFile): string[] => {
  const from = before.bytes.length
  const sections = after.sections.filter(({ offset }) => offset >= from)
  const found = { before, after, from, sections, objects: [] }
  if (!chainHolds(found)) return ['chain']
  if (!sections.every((section) => sectionHolds(found, section) && entriesHold(found, section)))
    return ['sections']
  return faultsIn({ ...found, objects: objectsOf(after, sections, from) })
}
