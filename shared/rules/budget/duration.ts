import { readNumeral } from './numeral.ts'
import type { Duration, DurationUnit } from './parsed.ts'
import { remember } from './remember.ts'
import { readSpelled } from './spelled.ts'

export type DurationDoubtType =
  | 'DurationUnread'
  | 'DurationWithoutUnit'
  | 'DurationRange'
  | 'DurationApproximate'
export type ReadDuration = { readonly value: Duration | null; readonly doubt: DurationDoubtType | null }

const unitPatterns: readonly (readonly [DurationUnit, string])[] = [
  ['triwulan', 'triwulan|trwln|tw'],
  ['semester', 'semester|smt|sem'],
  ['minggu', 'minggu|mingu|mgg|mg|pekan|week'],
  ['bulan', 'bulan|bulam|bln|bl|month'],
  ['tahun', 'tahun|thn|th|year'],
  ['hari', '(?:hari|hr|hri|days?)(?:\\s*(?:kerja|kalender|efektif))?|hk|oh'],
  ['jam', 'jam|jp|hours?'],
]
const unitMatchers = unitPatterns.map(
  ([unit, pattern]) => [unit, new RegExp(`^(?:${pattern})$`, 'i')] as const,
)
const unitOf = (word: string): DurationUnit | null => {
  const found = unitMatchers.find(([, pattern]) => pattern.test(word))
  return found === undefined ? null : found[0]
}
const anyUnit = unitPatterns.map(([, pattern]) => pattern).join('|')
const count = '(?:\\d+(?:[.,]\\d+)?|½|¼|[a-z]+(?: (?:belas|puluh)(?: [a-z]+)?)?)'
const aside = '(?:\\s*\\([^()]*\\))?'
const times = 'kali|x|×|kegiatan|angkatan|pertemuan|sesi'

const shapes: readonly (readonly [
  RegExp,
  (groups: Record<string, string>) => readonly [string, string, string | null],
])[] = [
  // 2 Hari; 1 (satu) bulan; 2 Hari, 5 Kali; 2 hari x 5
  [
    new RegExp(
      `^(?<n>${count})${aside}\\s*(?<unit>${anyUnit})\\.?(?:[\\s,;/@(]+(?:selama |sebanyak )?(?<times>\\d+)\\s*(?:${times})\\)?|\\s*[x×*]\\s*(?<by>\\d+)(?:\\s*kali)?)?$`,
      'i',
    ),
    (g) => [g.n ?? '', g.unit ?? '', g.times ?? g.by ?? null],
  ],
  // 5 kali, 2 hari; 5 x 2 hari; 5 kali @ 2 hari
  [
    new RegExp(
      `^(?<times>\\d+)\\s*(?:${times})[\\s,;@*]*(?:masing-masing )?(?<n>${count})${aside}\\s*(?<unit>${anyUnit})\\.?$`,
      'i',
    ),
    (g) => [g.n ?? '', g.unit ?? '', g.times ?? null],
  ],
  // sebulan, seminggu, setahun
  [new RegExp(`^se(?<unit>${anyUnit})$`, 'i'), (g) => ['1', g.unit ?? '', null]],
]

const numberOf = (text: string): number | null => {
  if (text === '½') return 0.5
  if (text === '¼') return 0.25
  if (!/^\d/.test(text)) return readSpelled(text)
  const numeral = readNumeral(text)
  return numeral.problem === null ? Number(numeral.mantissa) / 10 ** numeral.decimals : null
}

const matchShape = (text: string): Duration | null => {
  for (const [pattern, pick] of shapes) {
    const groups = pattern.exec(text)?.groups
    if (groups === undefined) continue
    const [n, word, repeat] = pick(groups)
    const value = numberOf(n)
    const unit = unitOf(word)
    if (value !== null && value > 0 && value <= 1_000 && unit !== null)
      return { value, unit, times: repeat === null ? null : Number(repeat) }
  }
  return null
}

const longest = 200
const unread = (doubt: DurationDoubtType): ReadDuration => ({ value: null, doubt })
const range =
  /\d.*(?:-|–|s\.?\s?\/?\s?d\.?|sampai|hingga).*\d|(?:jan|feb|mar|apr|mei|jun|jul|agu|agt|sep|okt|nov|des)[a-z]*\s*(?:-|–|s\.?\s?\/?\s?d\.?|sampai|hingga)/i

const read = (printed: string, unit: DurationUnit | null): ReadDuration => {
  if (printed.length > longest) return unread('DurationUnread')
  const text = printed.replace(/[\s\u00a0]+/g, ' ').trim()
  if (/^[-–—_.]*$/.test(text)) return { value: null, doubt: null }
  const plain = text.replace(/^(?:selama|±|\+\/-|~|sekitar|kurang lebih)\s*/i, '')
  const value = matchShape(plain.replace(/[.]$/, ''))
  if (value !== null)
    return { value, doubt: /^(?:±|\+\/-|~|sekitar|kurang)/i.test(text) ? 'DurationApproximate' : null }
  if (/^\d+(?:[.,]\d+)?$/.test(plain)) {
    const number = numberOf(plain)
    return unit === null || number === null
      ? unread('DurationWithoutUnit')
      : { value: { value: number, unit, times: null }, doubt: null }
  }
  return unread(range.test(text) ? 'DurationRange' : 'DurationUnread')
}

const readPlain = remember((printed) => read(printed, null))

/**
 * Reads the cell "Durasi": "1 Bulan", "2 Hari, 5 Kali", "1 (satu) bulan". A blank or "-" is no duration and no doubt.
 * `unit` is what the heading names ("Durasi (bulan)"), for cells that hold only a number. Source: Penjelasan Pasal 6 ayat (4).
 */
export const readDuration = (printed: string, unit: DurationUnit | null = null): ReadDuration =>
  unit === null ? readPlain(printed) : read(printed, unit)

/** The unit that a heading names: "Durasi (bulan)", "Waktu (hari kerja)". */
export const unitInHeading = (heading: string): DurationUnit | null => {
  const inside = /\(\s*(?:dalam |satuan )?([a-z ]+?)\s*\)/i.exec(heading)?.[1]
  return inside === undefined ? null : unitOf(inside)
}
