import { readAmount } from './amount.ts'
import { readNumeral } from './numeral.ts'

/** Volume (whole), measure and price per measure (whole rupiah), where a form has columns for them. */
export type Measured = {
  readonly volume: number | null
  readonly measure: string
  readonly unitPrice: number | null
}

const headings = {
  unitPrice: /^(?:perkiraan |estimasi )?harga\s*(?:per\s*)?(?:satuan|unit)/i,
  volume: /^(?:vol(?:ume)?\.?|qty|kuantitas|jumlah (?:unit|barang)|banyaknya)(?![a-z])/i,
  measure: /^(?:satuan|unit)(?![a-z])/i,
} as const

const cellUnder = (extra: Readonly<Record<string, string>>, pattern: RegExp): string =>
  Object.entries(extra)
    .find(([heading]) => pattern.test(heading.trim()))?.[1]
    .trim() ?? ''

const wholeNumber = (text: string): number | null => {
  if (!/^\d[\d.,]*$/.test(text)) return null
  const numeral = readNumeral(text)
  const value = Number(numeral.mantissa) / 10 ** numeral.decimals
  return numeral.problem === null && Number.isSafeInteger(value) ? value : null
}

const money = (text: string): number | null => {
  const { funding, doubts } = readAmount(text)
  const [only] = funding
  if (doubts.length === 0 && funding.length === 1 && only !== undefined) return only.amount
  return wholeNumber(text)
}

/** Reads the columns "Volume", "Satuan" and "Harga satuan" that some forms add; the cells themselves stay in `extra`. */
export const measuredOf = (extra: Readonly<Record<string, string>>): Measured => {
  const volume = cellUnder(extra, headings.volume)
  const [, count = volume, unit = ''] = /^(\d[\d.,]*)\s+(\p{L}.*)$/u.exec(volume) ?? []
  return {
    volume: wholeNumber(count),
    measure: cellUnder(extra, headings.measure) || unit,
    unitPrice: money(cellUnder(extra, headings.unitPrice)),
  }
}
