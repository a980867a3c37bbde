import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

type Props = {
  icon?: ReactNode
  /** What belongs here. */
  title: string
  /** Why: one or two sentences, with the pasal. */
  children?: ReactNode
  /** The one button that starts it. */
  action?: ReactNode
  /** In a panel or a list rather than a whole page. */
  small?: boolean
}

/** An empty place says what belongs here, why, and how it starts. */
export const EmptyState = ({ icon, title, children, action, small = false }: Props) => (
  <div className={styles.empty} data-small={small || undefined}>
    {icon ? <div className={styles.icon}>{icon}</div> : null}
    <p className={styles.title}>{title}</p>
    {children ? <div className={styles.text}>{children}</div> : null}
    {action ? <div className={styles.action}>{action}</div> : null}
  </div>
)
