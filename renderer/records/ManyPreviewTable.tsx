import type { ManyPreview } from '../../shared/rules/records/many.ts'
import { recordsManyTexts as texts } from '../../shared/texts/records-many.ts'
import { formatWhole } from '../ui/index.ts'
import styles from './many.module.css'

const shownAtMost = 6

/** What the rows hold now, and how many of them would change. */
export const ManyPreviewTable = ({ preview, gone }: { preview: ManyPreview; gone: number }) => {
  const { from, changing, same } = preview
  const rest = from.slice(shownAtMost)
  return (
    <div className={styles.preview} role="status">
      <p className={styles.sums}>
        <strong>
          {changing.length === 0 ? texts.changesNone : texts.changes(formatWhole(changing.length))}
        </strong>
        {same > 0 ? <span>{texts.same(formatWhole(same))}</span> : null}
        {gone > 0 ? <span>{texts.gone(formatWhole(gone))}</span> : null}
      </p>
      {from.length === 0 ? null : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{texts.now}</th>
              <th data-align="right">{texts.rows}</th>
            </tr>
          </thead>
          <tbody>
            {from.slice(0, shownAtMost).map(({ text, count }) => (
              <tr key={text}>
                <td data-empty={text === '' || undefined}>{text === '' ? texts.empty : text}</td>
                <td data-align="right">{formatWhole(count)}</td>
              </tr>
            ))}
            {rest.length === 0 ? null : (
              <tr>
                <td data-empty>{texts.others(formatWhole(rest.length))}</td>
                <td data-align="right">{formatWhole(rest.reduce((sum, { count }) => sum + count, 0))}</td>
              </tr>
            )}
          </tbody>
        </table>
      )}
    </div>
  )
}
