import { consolidationWindowTexts } from '../../shared/texts/consolidation-window.ts'
import { usePlace } from '../app/place.ts'
import { budgetAddress } from '../budget/index.ts'
import { Figure, Figures, formatMoment, formatRupiah, formatWhole } from '../ui/index.ts'
import { consolidationPaths, rowsAddress, wholeBehind } from './addresses.ts'
import type { Summary } from './lines.tsx'
import { shareOf } from './shares.ts'

const texts = consolidationWindowTexts.figures

const sinceLast = ({ last, all: { total } }: Summary): string => {
  if (last === null) return texts.neverDrawn
  const difference = total - last.total
  const when = formatMoment(Date.parse(last.drawnUp))
  if (difference === 0) return texts.sameAsLast(when)
  const words = difference > 0 ? texts.more(formatRupiah(difference)) : texts.less(formatRupiah(-difference))
  return texts.sinceLast(words, when)
}

const byWhom = ({ last }: Summary): string | null => (last === null ? null : texts.drawnBy(last.by))

/** The figures of the whole; each opens what is behind it. */
export const SummaryFigures = ({ summary, points }: { summary: Summary; points: number | null }) => {
  const { go } = usePlace()
  const { forms, rows, withoutCost, total } = summary.all
  const to = (href: string) => ({ href, onOpen: () => go(href) })
  return (
    <Figures>
      <Figure
        label={texts.total}
        value={formatRupiah(total)}
        note={sinceLast(summary)}
        {...to(rowsAddress(wholeBehind))}
      />
      <Figure
        label={texts.forms}
        value={formatWhole(forms)}
        note={byWhom(summary)}
        {...to(budgetAddress.list())}
      />
      <Figure label={texts.rows} value={formatWhole(rows)} {...to(rowsAddress(wholeBehind))} />
      <Figure
        label={texts.withoutCost}
        value={formatWhole(withoutCost)}
        note={texts.ofRows(shareOf(withoutCost, rows))}
        {...to(rowsAddress({ ...wholeBehind, only: 'withoutCost' }))}
      />
      <Figure
        label={texts.points}
        value={points === null ? '…' : formatWhole(points)}
        tone={points ? 'warn' : 'plain'}
        {...to(`${consolidationPaths.summary}?menurut=perhatian`)}
      />
    </Figures>
  )
}
