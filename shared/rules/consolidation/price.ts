import { standsOf } from './words.ts'

/** Of the register “Standar harga”. Whole rupiah for one measure. */
export type Standard = {
  readonly item: string
  readonly measure: string
  readonly price: number
  readonly year: number
}
export type PricedRow = {
  readonly id: string
  readonly form: string
  readonly text: string
  readonly amount: number | null
  readonly volume: number | null
  readonly measure: string
  readonly unitPrice: number | null
}

/**
 * `exact`: measure and unit price stand on the form. `counted`: the row's text names a number of pieces, by which its amount was
 * divided. `unclear`: no number of pieces is known, only the amount is above the price of one. The last two are indications.
 */
export type Comparison = {
  readonly row: PricedRow
  readonly standard: Standard
  readonly kind: 'exact' | 'counted' | 'unclear'
  /** Price of one piece as far as known; whole rupiah. */
  readonly unitPrice: number
  readonly pieces: number | null
  readonly above: boolean
}

const sameMeasures: readonly (readonly string[])[] = [
  ['unit', 'buah', 'bh', 'pcs', 'pc', 'set', 'titik', 'ea'],
  ['bulan', 'bln', 'bl'],
  ['tahun', 'thn', 'th'],
  ['lisensi', 'license', 'user'],
  ['orang', 'org', 'peserta'],
  ['paket', 'pkt', 'ls'],
]
const measureKeys = new Map(
  sameMeasures.flatMap((names) => names.map((name) => [name, names[0] as string] as const)),
)
const measureKey = (text: string): string => {
  const key = text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
  return measureKeys.get(key) ?? key
}

/** "(4 unit)" or "12 titik" in the text of a row, in the measure of the standard; null where no number is named. */
const piecesIn = (text: string, measure: string): number | null => {
  for (const [, digits = '', word = ''] of text.matchAll(/(\d{1,4})\s*(?:\([^)]*\)\s*)?(\p{L}+)/gu)) {
    if (measureKey(word) === measureKey(measure) && Number(digits) > 0) return Number(digits)
  }
  return null
}

type Known = { readonly standard: Standard; readonly words: ReadonlySet<string> }
/** Words of buying; a row about training on a laptop is no purchase of one. */
const buying: ReadonlySet<string> = new Set(['beli', 'sewa', 'lisensi'])
const timeMeasures: ReadonlySet<string> = new Set(['bulan', 'tahun', 'hari', 'minggu'])
/** What is rented is not held against the price of buying it. */
const sameDeal = (words: ReadonlySet<string>, { measure }: Standard): boolean =>
  words.has('beli') || !words.has('sewa') || timeMeasures.has(measureKey(measure))

/** The standard with the most words of which all occur in the row. */
const standardFor = (
  known: readonly Known[],
  words: ReadonlySet<string>,
  fits: (standard: Standard) => boolean,
): Standard | null => {
  let best: Known | null = null
  for (const candidate of known) {
    if (best !== null && candidate.words.size <= best.words.size) continue
    if (fits(candidate.standard) && [...candidate.words].every((word) => words.has(word))) best = candidate
  }
  return best?.standard ?? null
}

const compareExactly = (
  row: PricedRow,
  words: ReadonlySet<string>,
  known: readonly Known[],
): Comparison | null => {
  if (row.unitPrice === null || row.measure.trim() === '') return null
  const standard = standardFor(known, words, ({ measure }) => measureKey(measure) === measureKey(row.measure))
  return standard === null
    ? null
    : {
        row,
        standard,
        kind: 'exact',
        unitPrice: row.unitPrice,
        pieces: row.volume,
        above: row.unitPrice > standard.price,
      }
}

const compareRoughly = (
  row: PricedRow,
  words: ReadonlySet<string>,
  known: readonly Known[],
): Comparison | null => {
  if (row.unitPrice !== null || row.amount === null || ![...buying].some((word) => words.has(word)))
    return null
  const standard = standardFor(known, words, (candidate) => sameDeal(words, candidate))
  if (standard === null) return null
  const pieces = piecesIn(row.text, standard.measure)
  const unitPrice = pieces === null ? row.amount : Math.round(row.amount / pieces)
  return {
    row,
    standard,
    kind: pieces === null ? 'unclear' : 'counted',
    unitPrice,
    pieces,
    above: unitPrice > standard.price,
  }
}

/** Rows held against the standards of the year, as far as they can be compared. */
export const comparePrices = (
  rows: readonly PricedRow[],
  standards: readonly Standard[],
  year: number,
): Comparison[] => {
  const known = standards
    .filter((standard) => standard.year === year && standard.price > 0)
    .map((standard) => ({ standard, words: standsOf(standard.item) }))
    .filter(({ words }) => words.size > 0)
  if (known.length === 0) return []
  return rows.flatMap((row) => {
    if (row.amount === null && row.unitPrice === null) return []
    const words = standsOf(row.text)
    const comparison = compareExactly(row, words, known) ?? compareRoughly(row, words, known)
    return comparison === null ? [] : [comparison]
  })
}
