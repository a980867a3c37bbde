import type { Funding } from './parsed.ts'

/** Between the sources of one row; a source's own name never holds it. */
export const sourceSeparator = '; '

/** Distinct sources in a fixed order, joined: "APBD; DAK". Null where a row has no cost; '' where no source is named. */
export const joinSources = (funding: readonly Funding[]): string | null =>
  funding.length === 0 ? null : [...new Set(funding.map(({ source }) => source))].sort().join(sourceSeparator)

export const hasSeveralSources = (joined: string | null): boolean =>
  joined?.includes(sourceSeparator) ?? false

/**
 * The parts of a row's amount by source, whole rupiah, one part per source; their sum is always the amount. Where the detail
 * does not add up to the amount it cannot be trusted: the whole amount then counts as without a named source.
 */
export const splitBySource = (amount: number, funding: readonly Funding[]): Funding[] => {
  const sums = new Map<string, number>()
  for (const part of funding) sums.set(part.source, (sums.get(part.source) ?? 0) + part.amount)
  const total = [...sums.values()].reduce((sum, part) => sum + part, 0)
  return total === amount
    ? [...sums].map(([source, part]) => ({ source, amount: part }))
    : [{ source: '', amount }]
}
