import { parseDay } from '../format/typed.ts'
import { regulationImportTexts } from '../texts/regulation-import.ts'
import { withoutMarks } from './unit.ts'

const texts = regulationImportTexts.heading

/** What a regulation says of itself; '' where it does not. Days as ISO dates. */
export type HeadingFacts = {
  readonly title: string
  readonly short: string
  readonly number: string
  readonly year: number | null
  readonly enacted: string
  readonly promulgated: string
}

const kindLine = /^(?:RANCANGAN\s+)?((?:PERATURAN|KEPUTUSAN|INSTRUKSI|SURAT EDARAN)(?:\s+\P{Ll}+)?)$/u
const numberLine = /^NOMOR\s*:?\s*(\P{Ll}+?)\s+TAHUN\s+(\d{4})$/u
const ends = /^(?:DENGAN RAHMAT|Menimbang|MENIMBANG|BAB\s|Pasal\s)/

/** A line of a heading is short; patterns meet no others. */
const longestLine = 500

const small: ReadonlySet<string> = new Set(texts.small)
const asWritten = new Map(texts.asWritten.map((word) => [word.toLowerCase(), word]))

/** “PERATURAN WALIKOTA BOGOR” → “Peraturan Walikota Bogor”. */
const inTitleCase = (capitals: string): string =>
  capitals
    .toLowerCase()
    .split(/\s+/)
    .map((word, at) => {
      const written = asWritten.get(word.replace(/[^\p{L}-]/gu, ''))
      if (written !== undefined) return word.replace(/[\p{L}-]+/u, written)
      return at > 0 && small.has(word)
        ? word
        : word.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
    })
    .join(' ')

/** “Peraturan Walikota Bogor” → “Perwal Bogor”. */
const shortened = (kind: string): string => {
  const found = texts.kinds.find(({ long }) => `${kind} `.startsWith(`${long} `))
  return found === undefined
    ? kind
    : `${found.short}${kind.slice(found.long.length).replace(/ Republik Indonesia$/, '')}`
}

const dayAfter = (lines: readonly string[], words: RegExp): string => {
  const at = lines.findIndex((line) => words.test(line))
  if (at < 0) return ''
  const near = lines.slice(at, at + 4).join(' ')
  const [, day = ''] = /(\d{1,2}\s+\p{L}+\s+\d{4})/u.exec(near) ?? []
  return parseDay(day) ?? ''
}

/** Read from the head of a printed text and from its end; whoever brings it can say otherwise. */
export const headingOf = (lines: readonly string[]): HeadingFacts => {
  const clean = lines
    .filter((line) => line.length <= longestLine && !line.startsWith('> '))
    .map((line) => withoutMarks(line).replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
  const until = clean.findIndex((line) => ends.test(line))
  const head = clean.slice(0, until < 0 ? 40 : until).slice(0, 40)
  const kind = head.flatMap((line) => kindLine.exec(line)?.[1] ?? [])[0]
  const [, number = '', year] =
    head.flatMap((line) => [numberLine.exec(line) ?? []]).find(({ length }) => length > 0) ?? []
  const about = head.findIndex((line) => line === 'TENTANG')
  const subject = about < 0 ? '' : inTitleCase(head.slice(about + 1).join(' '))
  const named = kind === undefined ? '' : inTitleCase(kind)
  const numbered = year === undefined ? '' : texts.numbered(number, year)
  return {
    title:
      named === ''
        ? subject
        : [named, numbered, subject === '' ? '' : texts.about(subject)].filter(Boolean).join(' '),
    short:
      named === ''
        ? ''
        : [shortened(named), year === undefined ? '' : `${number}/${year}`].filter(Boolean).join(' '),
    number,
    year: year === undefined ? null : Number(year),
    enacted: dayAfter(clean, /^Ditetapkan di\b/i),
    promulgated: dayAfter(clean, /^Diundangkan di\b/i),
  }
}
