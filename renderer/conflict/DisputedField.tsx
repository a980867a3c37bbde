import { IconArrowsSplit2 } from '@tabler/icons-react'
import { Link } from 'wouter'
import { conflictWindowTexts } from '../../shared/texts/conflict-window.ts'
import { conflictAddress } from './addresses.ts'
import styles from './conflict.module.css'

const texts = conflictWindowTexts.mark

/** Under a field that was filled in differently elsewhere: says so and leads to the decision. */
export const DisputedField = ({ id, label }: { id: string; label: string }) => (
  <span className={styles.fieldMark}>
    <IconArrowsSplit2 size={16} stroke={1.75} aria-hidden="true" className={styles.fieldIcon} />
    <span>{texts.field}</span>
    <Link href={conflictAddress.open(id)} aria-label={texts.openLabel(label)}>
      {texts.open}
    </Link>
  </span>
)
