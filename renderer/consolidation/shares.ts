import { tenthsInWords, tenthsOf } from '../../shared/rules/consolidation/percentages.ts'
import { consolidationWindowTexts } from '../../shared/texts/consolidation-window.ts'
import { formatRupiah, formatWhole } from '../ui/index.ts'

const texts = consolidationWindowTexts.chart

/** `short`: what stands beside the bar where the label would be cut; ''. */
export type Bar = { readonly label: string; readonly short?: string; readonly total: number }

const oneDigit = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** Part of a whole, in per cent with one digit: “12,5%”; a whole of 0 has no parts. */
export const shareOf = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${oneDigit.format((part / whole) * 100)}%`

type Part = { readonly total: number; readonly level?: 'parent' | 'child' }

/** What each line shows of the whole: together 100,0%, and what stands under a line together what that line shows. */
export const sharesOfLines = <L extends Part>(lines: readonly L[]): ReadonlyMap<L, string> => {
  const heads = lines.filter(({ level }) => level !== 'child')
  const tenths = tenthsOf(heads.map(({ total }) => total))
  const shown = new Map<L, number>(heads.map((head, at) => [head, tenths?.[at] ?? 0]))
  for (const head of heads) {
    const after = lines.slice(lines.indexOf(head) + 1)
    const end = after.findIndex(({ level }) => level !== 'child')
    const under = end === -1 ? after : after.slice(0, end)
    const parts = tenthsOf(
      under.map(({ total }) => total),
      shown.get(head),
    )
    for (const [at, line] of under.entries()) shown.set(line, parts?.[at] ?? 0)
  }
  return new Map([...shown].map(([line, part]) => [line, tenths === null ? '–' : tenthsInWords(part)]))
}

/** What the foot shows: the whole of itself. */
export const wholeShare = (total: number): string => shareOf(total, total)

const largestFirst = (bars: readonly Bar[]): readonly Bar[] =>
  bars.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total)

/** The bars of a chart, largest first; what exceeds `most` becomes one bar, so that the bars still make the whole. */
export const barsOf = (groups: readonly Bar[], most: number): readonly Bar[] => {
  const bars = largestFirst(groups)
  if (bars.length <= most) return bars
  const rest = bars.slice(most - 1)
  return [
    ...bars.slice(0, most - 1),
    { label: texts.others(formatWhole(rest.length)), total: rest.reduce((sum, { total }) => sum + total, 0) },
  ]
}

/** What a reader would say aloud of the chart. */
export const chartWords = (groups: readonly Bar[]): string => {
  const bars = largestFirst(groups)
  const [first, second] = bars
  const shares = tenthsOf(bars.map(({ total }) => total)) ?? []
  const shown = (at: number) => tenthsInWords(shares[at] ?? 0)
  if (first === undefined) return texts.none
  if (second === undefined) return `${texts.single(first.label, formatRupiah(first.total))}.`
  const parts = [
    texts.largest(first.label, formatRupiah(first.total), shown(0)),
    texts.next(second.label, shown(1)),
  ]
  const top = (shares[0] ?? 0) + (shares[1] ?? 0) + (shares[2] ?? 0)
  const sentences = [`${parts.join(', ')}.`]
  if (bars.length > 3) sentences.push(texts.top(tenthsInWords(top)))
  return sentences.join(' ')
}

export const toggled = (keys: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}
