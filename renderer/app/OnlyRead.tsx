import { Anchor } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link, useRoute } from 'wouter'
import { anchorTexts } from '../../shared/texts/anchor.ts'
import { checkTexts } from '../../shared/texts/check.ts'
import styles from './OnlyRead.module.css'
import { useSession } from './session.ts'
import { useOnlyReadSentence } from './useOnlyRead.ts'

const page = '/pemeriksaan'

/** Damaged data: the way to what is safe. */
const Damaged = ({ recover }: { recover: () => void }) => (
  <div className={styles.line} role="status">
    <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" className={styles.icon} />
    <span className={styles.words}>
      {checkTexts.recovery.bar}{' '}
      <Anchor component="button" type="button" inherit onClick={recover}>
        {checkTexts.recovery.open}
      </Anchor>
    </span>
  </div>
)

/** A line that stays while the data can only be read, whatever page is open: why, and where it goes on. */
export const OnlyRead = () => {
  const sentence = useOnlyReadSentence()
  const [isThere] = useRoute(page)
  const { isDamaged, recover } = useSession()
  if (isDamaged) return <Damaged recover={recover} />
  if (sentence === '') return null
  return (
    <div className={styles.line} role="status">
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" className={styles.icon} />
      <span className={styles.words}>
        {sentence} {isThere ? null : <Link href={page}>{anchorTexts.open}</Link>}
      </span>
    </div>
  )
}
