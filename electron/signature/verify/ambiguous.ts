import { lexer } from '../pdf/lexer.ts'
import type { PdfFile } from '../pdf/read.ts'
import { type Header, headersIn, refsIn, wordsIn } from '../pdf/scan.ts'
import { isKind, PdfDamaged, type PdfRef } from '../pdf/value.ts'

const skipBlanks = (file: PdfFile, offset: number): number => {
  const lex = lexer(file.bytes, offset)
  lex.skip()
  return lex.at
}

/** What is reached from the trailer, each reference once. */
const reachedRefs = (file: PdfFile): PdfRef[] => {
  const seen = new Map<string, PdfRef>()
  const waiting = refsIn(file.trailer)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const key = `${next.num} ${next.gen}`
    if (seen.has(key)) continue
    seen.set(key, next)
    for (const each of refsIn(file.object(next.num))) waiting.push(each)
  }
  return [...seen.values()]
}

type Found = { readonly last: Header; readonly highest: number }

const foundByNumber = (headers: readonly Header[]): Map<number, Found> => {
  const found = new Map<number, Found>()
  for (const last of headers)
    found.set(last.num, { last, highest: Math.max(last.gen, found.get(last.num)?.highest ?? 0) })
  return found
}

/** Whether a search of the bytes comes to the same object as the cross-reference. */
const agrees = (file: PdfFile, { num, gen }: PdfRef, found: Found | undefined): boolean => {
  const entry = file.entry(num)
  if (entry.type === 'free') return found === undefined
  if (entry.type === 'at') {
    const same = found?.last.offset === skipBlanks(file, entry.offset)
    return same && found?.highest === entry.gen && gen === entry.gen
  }
  const holder = file.entry(entry.stream)
  return gen === 0 && holder.type === 'at' && (found === undefined || found.last.offset < holder.offset)
}

/** So much is read of what no section knows, and no more of it than this; the rest counts as a list. */
const strayBytes = 65_536
const mostStray = 200

const typeAt = (file: PdfFile, at: number): string | null => {
  try {
    const lex = lexer(file.bytes.subarray(at, at + strayBytes), 0)
    lex.integer()
    lex.integer()
    const value = lex.word('obj') ? lex.value() : null
    const type = isKind(value, 'dict') ? value.entries.get('Type') : undefined
    return isKind(type, 'name') ? type.name : ''
  } catch (error) {
    if (error instanceof PdfDamaged) return null
    throw error
  }
}

const lists: ReadonlySet<string | null> = new Set(['XRef', 'ObjStm', null])

const opensDict = (file: PdfFile, at: number): boolean => {
  const start = skipBlanks(file, at)
  return file.bytes[start] === 60 && file.bytes[start + 1] === 60
}

const knownPlaces = (file: PdfFile): Set<number> => {
  const places = new Set<number>()
  for (const { offset, entries } of file.sections) {
    places.add(skipBlanks(file, offset))
    for (const entry of entries.values()) if (entry.type === 'at') places.add(skipBlanks(file, entry.offset))
  }
  return places
}

/** Trailers and lists of objects that no section knows: a search would believe them. */
const hasStrayLists = (file: PdfFile, headers: readonly Header[]): boolean => {
  const trailers = new Set(file.sections.map(({ trailerAt }) => trailerAt))
  const words = wordsIn(file.bytes, 'trailer').filter((at) => !trailers.has(at))
  const places = knownPlaces(file)
  const stray = headers.filter(({ offset }) => !places.has(offset))
  if (words.length > mostStray || stray.length > mostStray) return true
  return (
    words.some((at) => opensDict(file, at + 'trailer'.length)) ||
    stray.some(({ offset }) => lists.has(typeAt(file, offset)))
  )
}

/**
 * Whether viewers could come to different pages of one file: those that follow the cross-reference, and those that
 * search the bytes for objects, because something is missing. Throws `PdfDamaged`.
 */
export const isAmbiguous = (file: PdfFile): boolean => {
  const headers = headersIn(file.bytes)
  const found = foundByNumber(headers)
  return (
    !reachedRefs(file).every((each) => agrees(file, each, found.get(each.num))) ||
    hasStrayLists(file, headers)
  )
}
