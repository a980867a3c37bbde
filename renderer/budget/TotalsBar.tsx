import type { ReactNode } from 'react'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { formatRupiah, formatWhole } from '../ui/index.ts'
import styles from './import.module.css'
import type { ImportTotals } from './importTotals.ts'

const texts = budgetWindowTexts.import.totals
const mostSources = 4

const countWords = ({ rows, refused, withoutCost }: ImportTotals): string =>
  [
    texts.rows(formatWhole(rows)),
    texts.withoutCost(formatWhole(withoutCost)),
    ...(refused > 0 ? [texts.refused(formatWhole(refused))] : []),
  ].join(', ')

/** Live totals of what would be written, by source; the acts stand at the right. */
export const TotalsBar = ({
  totals,
  missing,
  onMissing,
  children,
}: {
  totals: ImportTotals
  /** Why Simpan is grey, leading to what is missing; null: it is not. */
  missing: string | null
  onMissing: () => void
  children: ReactNode
}) => {
  const shown = totals.bySource.slice(0, mostSources)
  const rest = totals.bySource.slice(mostSources)
  const others = rest.reduce((sum, { amount }) => sum + amount, 0)
  return (
    <footer className={styles.bar}>
      <div className={styles.sums} role="status" aria-label={texts.label}>
        <span className={styles.sumAll}>
          {texts.all} {formatRupiah(totals.total)}
        </span>
        {shown.map(({ source, amount }) => (
          <span key={source} className={styles.sum}>
            {source || texts.noSource} {formatRupiah(amount)}
          </span>
        ))}
        {rest.length > 0 ? (
          <span className={styles.sum}>
            {texts.others(formatWhole(rest.length))} {formatRupiah(others)}
          </span>
        ) : null}
        <span className={styles.sum}>{countWords(totals)}</span>
      </div>
      <div className={styles.barActs}>
        {missing ? (
          <button type="button" className={styles.missing} onClick={onMissing}>
            {missing}
          </button>
        ) : null}
        {children}
      </div>
    </footer>
  )
}
