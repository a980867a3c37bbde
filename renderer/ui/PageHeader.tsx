import { type ReactNode, useEffect } from 'react'
import styles from './PageHeader.module.css'

type Props = {
  title: string
  /** One line under the title: what this is, figures, status. */
  about?: ReactNode
  /** Beside the title: a StatusMark, a year. */
  mark?: ReactNode
  /** Right: at most one filled button. */
  actions?: ReactNode
  /** Under everything: tabs, figures. */
  children?: ReactNode
  /** Sets the title of the window and of the print: “title · suffix”. */
  windowTitle?: string
}

const useWindowTitle = (title: string | undefined) => {
  useEffect(() => {
    if (title) document.title = title
  }, [title])
}

/** Head of a page: title, what it is, actions. */
export const PageHeader = ({ title, about, mark, actions, children, windowTitle }: Props) => {
  useWindowTitle(windowTitle)
  return (
    <header className={styles.header}>
      <div className={styles.row}>
        <div className={styles.words}>
          <div className={styles.titleRow}>
            <h1 className={styles.title} title={title}>
              {title}
            </h1>
            {mark}
          </div>
          {about ? <div className={styles.about}>{about}</div> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
      {children}
    </header>
  )
}
