import { conflictCounts } from '../../shared/contract/conflict.ts'
import { conflictWindowTexts } from '../../shared/texts/conflict-window.ts'
import { useAnswer } from '../app/client.tsx'
import { formatWhole } from '../ui/index.ts'
import styles from './conflict.module.css'

/** Beside the menu: how much waits for somebody; nothing where nothing does. */
export const WaitingCount = () => {
  const { data } = useAnswer(conflictCounts, {}, { keep: true })
  const count = data === undefined ? 0 : data.disputes + data.waiting
  const words = conflictWindowTexts.waiting(formatWhole(count))
  return count === 0 ? null : (
    <span className={styles.badge} title={words}>
      <span aria-hidden="true">{formatWhole(count)}</span>
      <span className={styles.hidden}>{words}</span>
    </span>
  )
}
