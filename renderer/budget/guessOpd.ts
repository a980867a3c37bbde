/** An OPD as the register has it. */
export type KnownOpd = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly short: string
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\.(docx|xlsx|csv|txt|html?|tsv)\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Words that nearly every OPD has in its name and that tell none apart. */
const common = new Set([
  'dinas',
  'badan',
  'dan',
  'daerah',
  'kota',
  'kantor',
  'umum',
  'pelayanan',
  'formulir',
  'anggaran',
  'tik',
])
const wordsOf = (text: string): string[] => plain(text).split(' ').filter(Boolean)
const telling = (text: string): string[] =>
  wordsOf(text).filter((word) => word.length > 2 && !common.has(word))

const holds = (whole: string, part: string): boolean => part !== '' && ` ${whole} `.includes(` ${part} `)

/** Share of the telling words of a name that stand in the text; `dinkes` for “Dinas Kesehatan” comes by its short name. */
const overlap = (found: ReadonlySet<string>, name: string): number => {
  const wanted = telling(name)
  if (wanted.length === 0) return 0
  return wanted.filter((word) => found.has(word)).length / wanted.length
}

const score = (text: string, words: ReadonlySet<string>, opd: KnownOpd): number => {
  if (opd.name !== '' && holds(text, plain(opd.name))) return 4 + opd.name.length / 1000
  if (opd.short !== '' && holds(text, plain(opd.short))) return 3 + opd.short.length / 1000
  if (/\d/.test(opd.code) && opd.code.length > 3 && holds(text, plain(opd.code))) return 2.5
  const share = overlap(words, opd.name)
  return share >= 0.6 ? 1 + share : 0
}

const bestIn = (text: string, opds: readonly KnownOpd[]): KnownOpd | null => {
  const bare = plain(text)
  const words = new Set(telling(text))
  const ranked = opds
    .map((opd) => ({ opd, points: score(bare, words, opd) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
  const [first, second] = ranked
  if (first === undefined) return null
  return second !== undefined && first.points - second.points < 0.0005 ? null : first.opd
}

/**
 * Which OPD sent a file: texts in the order of their weight (file name, then the kop above the table, then titles).
 * null where none or more than one fits; the officer chooses then.
 */
export const guessOpd = (texts: readonly string[], opds: readonly KnownOpd[]): KnownOpd | null => {
  for (const text of texts) {
    const found = bestIn(text, opds)
    if (found) return found
  }
  return null
}
