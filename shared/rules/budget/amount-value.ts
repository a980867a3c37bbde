import type { NumberToken } from './amount-tokens.ts'
import type { Funding } from './parsed.ts'

export type AmountDoubtType =
  | 'NotAmount'
  | 'AmountAmbiguous'
  | 'AmountMalformed'
  | 'AmountFraction'
  | 'AmountNegative'
  | 'AmountAbsurd'
  | 'AmountTooSmall'
  | 'AmountApproximate'
  | 'AmountRange'
  | 'AmountMultiplied'
  | 'AmountPerUnit'
  | 'ForeignCurrency'
  | 'UnitLetter'
  | 'SourceWithoutAmount'
  | 'SourcesShareAmount'
  | 'SumMismatch'
  | 'SpelledMismatch'
export type AmountDoubt = {
  readonly type: AmountDoubtType
  readonly found: string
  /** What was understood all the same, or the two sums that differ; whole rupiah. */
  readonly amounts: readonly number[]
}
export type ReadAmount = {
  readonly funding: readonly Funding[]
  readonly other: string
  readonly doubts: readonly AmountDoubt[]
}

/** What the heading of the column says about each of its cells. */
export type AmountContext = {
  /** 1_000_000 for "Sumber daya (juta rupiah)"; null where the heading names no unit. */
  readonly scale: number | null
  /** Canonical source that the heading or a neighbouring cell names; '' for none. */
  readonly source: string
  /** The value behind a number cell; null for text. */
  readonly number: number | null
}

/** One trillion rupiah in a single row is more than a city's whole budget for TIK. */
export const absurd = 1_000_000_000_000
/** A number without any unit below this is more likely thousands or millions than rupiah. */
export const smallBare = 10_000
export const smallRupiah = 1_000

type Value =
  | { readonly amount: number }
  | { readonly problem: AmountDoubtType; readonly amounts: readonly number[] }
const problem = (type: AmountDoubtType, amounts: readonly number[] = []): Value => ({
  problem: type,
  amounts,
})

const whole = (token: NumberToken, scale: bigint): bigint | null => {
  const divisor = 10n ** BigInt(token.numeral.decimals)
  const scaled = token.numeral.mantissa * scale
  return scaled % divisor === 0n ? scaled / divisor : null
}

export const moneyValue = (token: NumberToken, context: AmountContext): Value => {
  const { numeral } = token
  if (token.negative) return problem('AmountNegative')
  if (numeral.problem === 'malformed') return problem('AmountMalformed')
  if (numeral.problem === 'ambiguous') return problem('AmountAmbiguous')
  if (numeral.mantissa.toString().length > 30) return problem('AmountAbsurd')
  const bare = !token.currency && token.scale === 1n
  const scale = bare && context.scale !== null ? BigInt(context.scale) : token.scale
  const amount = whole(token, scale)
  if (token.letter === 'M' && numeral.pointDecimal) {
    return problem('AmountAmbiguous', amount === null ? [] : [Number(amount), Number(amount / 1_000n)])
  }
  if (amount === null) return problem('AmountFraction')
  if (amount >= BigInt(absurd)) return problem('AmountAbsurd')
  const least = bare && context.scale === null ? smallBare : smallRupiah
  if (amount !== 0n && Number(amount) < least) return problem('AmountTooSmall')
  return { amount: Number(amount) }
}
