import { UnstyledButton } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import styles from './identity.module.css'

type Props = { icon: Icon; title: string; about: string; onClick: () => void }

/** One of two ways to go on. */
export const Choice = ({ icon: Sign, title, about, onClick }: Props) => (
  <UnstyledButton className={styles.choice ?? ''} onClick={onClick}>
    <Sign size={22} stroke={1.6} aria-hidden="true" className={styles.choiceIcon} />
    <span className={styles.choiceWords}>
      <span className={styles.choiceTitle}>{title}</span>
      <span className={styles.choiceAbout}>{about}</span>
    </span>
  </UnstyledButton>
)
