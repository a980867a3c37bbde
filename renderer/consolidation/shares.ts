import { consolidationWindowTexts } from '../../shared/texts/consolidation-window.ts'
import { formatRupiah, formatWhole } from '../ui/index.ts'

const texts = consolidationWindowTexts.chart

export type Bar = { readonly label: string; readonly total: number }

const oneDigit = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** Part of a whole, in per cent with one digit: “12,5%”; a whole of 0 has no parts. */
export const shareOf = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${oneDigit.format((part / whole) * 100)}%`

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
  const whole = bars.reduce((sum, { total }) => sum + total, 0)
  const [first, second] = bars
  if (first === undefined) return texts.none
  if (second === undefined) return `${texts.single(first.label, formatRupiah(first.total))}.`
  const parts = [
    texts.largest(first.label, formatRupiah(first.total), shareOf(first.total, whole)),
    texts.next(second.label, shareOf(second.total, whole)),
  ]
  const top = bars.slice(0, 3).reduce((sum, { total }) => sum + total, 0)
  if (bars.length > 3) parts.push(texts.top('3', shareOf(top, whole)))
  return `${parts.join(', ')}.`
}

export const toggled = (keys: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}
