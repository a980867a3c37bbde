import { Link } from 'wouter'
import { homeTexts } from '../../shared/texts/home.ts'
import { formatMoment, formatRupiah } from '../ui/index.ts'
import styles from './home.module.css'

const texts = homeTexts

type Props = {
  last: { readonly drawnUp: string; readonly by: string; readonly total: number } | null
  backup: string | null | undefined
}

/** When the last consolidation was drawn up and the last backup was made. */
export const LastDone = ({ last, backup }: Props) => (
  <aside className={styles.last}>
    <div>
      <h2 className={styles.lastTitle}>{texts.last}</h2>
      {last === null ? (
        <p className={styles.lastText}>{texts.never}</p>
      ) : (
        <>
          <p className={styles.lastValue}>
            <Link href="/konsolidasi">{formatRupiah(last.total)}</Link>
          </p>
          <p className={styles.lastText}>
            {texts.lastAbout(formatMoment(Date.parse(last.drawnUp)), last.by)}
          </p>
        </>
      )}
    </div>
    <div>
      <h2 className={styles.lastTitle}>{texts.backup}</h2>
      <p className={backup ? styles.lastValue : styles.lastText}>
        <Link href="/salinan">{backup ? formatMoment(Date.parse(backup)) : texts.backupNever}</Link>
      </p>
    </div>
  </aside>
)
