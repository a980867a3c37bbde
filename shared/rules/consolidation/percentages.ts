import { percent } from '../../format/percent.ts'

const hundredPerCent = 1000

/**
 * Parts of a whole in tenths of a per cent that together are `whole` (the largest remainder, Hare and Niemeyer): each is the
 * exact share rounded down, and what is missing goes to those that lost most, the larger part first. null where all parts
 * are 0. Parts are whole numbers and not negative.
 */
export const tenthsOf = (parts: readonly number[], whole = hundredPerCent): number[] | null => {
  const all = parts.reduce((sum, part) => sum + BigInt(part), 0n)
  if (all === 0n) return null
  const scaled = parts.map((part) => BigInt(part) * BigInt(whole))
  const tenths = scaled.map((part) => Number(part / all))
  const missing = whole - tenths.reduce((sum, part) => sum + part, 0)
  const lost = (at: number): bigint => (scaled[at] ?? 0n) % all
  const order = [...parts.keys()].sort(
    (a, b) => compare(lost(b), lost(a)) || (parts[b] ?? 0) - (parts[a] ?? 0) || a - b,
  )
  for (const at of order.slice(0, missing)) tenths[at] = (tenths[at] ?? 0) + 1
  return tenths
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

/** 125 → “12,5%”. */
export const tenthsInWords = (tenths: number): string => percent(tenths / hundredPerCent)

/** “12,5%” for each part, so that what is shown adds up to “100,0%”; “–” where there is nothing to share. */
export const sharesOf = (parts: readonly number[]): string[] =>
  tenthsOf(parts)?.map((tenths) => tenthsInWords(tenths)) ?? parts.map(() => '–')
