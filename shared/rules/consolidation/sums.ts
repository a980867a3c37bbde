import { splitBySource } from '../budget/funding.ts'
import type { Funding } from '../budget/parsed.ts'
import type { Group, Sum } from '../budget/report.ts'
import type { Implementers } from './implementer.ts'
import { looseKey, methodKey, Spellings } from './spelling.ts'

/** Rows counted together. Whole rupiah; `priced`: rows with a cost. */
export type Counted = { readonly rows: number; readonly priced: number; readonly total: number }
/** Rows with one spelling of an implementer or a method. */
export type TextSum = Counted & { readonly text: string }
/** Rows of one sub output of a form, as spelled. */
export type SubOutputSum = Counted & {
  readonly form: string
  readonly output: string
  readonly subOutput: string
}

type Open = { rows: number; withoutCost: number; total: number }
const open = (): Open => ({ rows: 0, withoutCost: 0, total: 0 })
const add = (sum: Open, { rows, priced, total }: Counted): void => {
  sum.rows += rows
  sum.withoutCost += rows - priced
  sum.total += total
}

/** Largest first; what is not named comes last. */
const largest = <G extends Group>(groups: G[]): G[] =>
  groups.sort((a, b) =>
    (a.label === '') !== (b.label === '')
      ? a.label === ''
        ? 1
        : -1
      : b.total - a.total || b.rows - a.rows || (a.label < b.label ? -1 : 1),
  )

type Spelled = Group & { written: string[] }

/** Groups of texts with the same key. `name`: what a group is called; else the spelling met most often. */
const bySpelling = (
  texts: readonly TextSum[],
  key: (text: string) => string,
  name?: (text: string) => string,
): Spelled[] =>
  largest(
    [...Map.groupBy(texts, ({ text }) => key(text))].map(([own, members]) => {
      const [sum, spellings] = [open(), new Spellings()]
      for (const member of members) {
        add(sum, member)
        spellings.add(member.text, member.rows)
      }
      const label = own === '' ? '' : (name?.(members[0]?.text ?? '') ?? spellings.best())
      return { label, ...sum, written: spellings.all().filter((text) => text !== '') }
    }),
  )

const plain = ({ label, rows, withoutCost, total }: Group): Group => ({ label, rows, withoutCost, total })

export const byMethod = (texts: readonly TextSum[]): Group[] => bySpelling(texts, methodKey).map(plain)

/** By what a spelling counts as; `written`: the spellings themselves. */
export const byImplementer = (texts: readonly TextSum[], implementers: Implementers): Spelled[] => {
  const nameOf = (text: string): string => implementers.countedAs(text)
  return bySpelling(texts, (text) => nameOf(text).toLowerCase(), nameOf)
}

export type OutputGroup = Group & { readonly form: string; readonly subOutputs: Group[] }

/** Outputs of each form, in the order in which they come, with their sub outputs. */
export const byOutput = (sums: readonly SubOutputSum[]): OutputGroup[] =>
  [...Map.groupBy(sums, ({ form, output }) => `${form}\n${looseKey(output)}`).values()].map((members) => {
    const [label, sum] = [new Spellings(), open()]
    for (const member of members) {
      add(sum, member)
      label.add(member.output, member.rows)
    }
    const subOutputs = bySpelling(
      members.map((member) => ({ ...member, text: member.subOutput })),
      looseKey,
    ).map(plain)
    return { label: label.best(), form: members[0]?.form ?? '', ...sum, subOutputs }
  })

/** Sums of rows that name the same sources: null without cost, "APBD; DAK" for several. */
export type SourceCluster = Counted & { readonly source: string | null }
/** One row with several sources. */
export type SeveralSources = { readonly amount: number; readonly funding: readonly Funding[] }

/**
 * Sums by source. A row with several sources counts as a row of each and its amount is split, so the totals add up to the whole
 * and the numbers of rows may add up to more. `single`: rows with at most one source; `several`: each other row with a cost.
 */
export const bySource = (single: readonly SourceCluster[], several: readonly SeveralSources[]): Group[] => {
  const groups = new Map<string, Open>()
  const sumOf = (source: string): Open => {
    const sum = groups.get(source) ?? open()
    groups.set(source, sum)
    return sum
  }
  for (const cluster of single) add(sumOf(cluster.source ?? ''), cluster)
  for (const { amount, funding } of several) {
    for (const part of splitBySource(amount, funding))
      add(sumOf(part.source), { rows: 1, priced: 1, total: part.amount })
  }
  return largest([...groups].map(([label, sum]) => ({ label, ...sum })))
}

export const sumUp = (parts: readonly Sum[]): Sum =>
  parts.reduce<Sum>(
    (sum, part) => ({
      rows: sum.rows + part.rows,
      withoutCost: sum.withoutCost + part.withoutCost,
      total: sum.total + part.total,
    }),
    open(),
  )
