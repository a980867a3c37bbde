/** A number as written: mantissa / 10^decimals. `problem` is null where only one reading is possible. */
export type Numeral = {
  readonly mantissa: bigint
  readonly decimals: number
  /** Thousands were grouped ("10.000"). */
  readonly grouped: boolean
  /** "1.5": a point as decimal mark, which is not the Indonesian way. */
  readonly pointDecimal: boolean
  readonly problem: 'ambiguous' | 'malformed' | null
}

const made = (whole: string, fraction: string, marks: Partial<Numeral> = {}): Numeral => ({
  mantissa: BigInt(whole + fraction),
  decimals: fraction.length,
  grouped: false,
  pointDecimal: false,
  problem: null,
  ...marks,
})
const bad = (text: string, problem: 'ambiguous' | 'malformed'): Numeral =>
  made(text.replace(/\D/g, '') || '0', '', { problem })

type Shape = readonly [RegExp, (text: string) => Numeral]
const strip = (text: string): string => text.replace(/[.,]/g, '')
const split = (text: string, mark: string, marks: Partial<Numeral>): Numeral => {
  const at = text.lastIndexOf(mark)
  return made(strip(text.slice(0, at)), text.slice(at + 1), marks)
}

const shapes: readonly Shape[] = [
  [/^\d+$/, (text) => made(text, '')],
  // 10.000.000 and 10.000.000,50
  [/^[1-9]\d{0,2}(\.\d{3})+$/, (text) => made(strip(text), '', { grouped: true })],
  [/^[1-9]\d{0,2}(\.\d{3})+,\d{1,2}$/, (text) => split(text, ',', { grouped: true })],
  // 10,000,000 and 10,000.50
  [/^[1-9]\d{0,2}(,\d{3}){2,}$/, (text) => made(strip(text), '', { grouped: true })],
  [/^[1-9]\d{0,2}(,\d{3})+\.\d{1,2}$/, (text) => split(text, '.', { grouped: true })],
  // 2,500: two and a half, or two thousand five hundred
  [/^[1-9]\d{0,2},\d{3}$/, (text) => bad(text, 'ambiguous')],
  [/^\d+,\d+$/, (text) => split(text, ',', {})],
  [/^\d+\.\d{1,2}$/, (text) => split(text, '.', { pointDecimal: true })],
]

/** Reads "10.000.000", "1,5", "2.500", "10,000,000.00", "10 000 000". */
export const readNumeral = (printed: string): Numeral => {
  const text = printed.replace(/[\s\u00a0\u202f]/g, '')
  const shape = shapes.find(([pattern]) => pattern.test(text))
  return shape === undefined ? bad(text, 'malformed') : shape[1](text)
}
