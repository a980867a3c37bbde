import type { ReactNode } from 'react'
import { Brand } from '../app/Brand.tsx'
import styles from './identity.module.css'

type Props = {
  city?: string
  title: string
  about?: ReactNode
  /** “Langkah 2 dari 4”. */
  step?: string
  wide?: boolean | 'full'
  children: ReactNode
  foot?: ReactNode
}

/** The quiet sheet on which first start, login and lock stand. */
export const Entrance = ({ city = '', title, about, step, wide = false, children, foot }: Props) => (
  <main className={styles.entrance}>
    <div className={styles.sheet} data-wide={wide || undefined}>
      <div className={styles.top}>
        <Brand city={city} />
        {step ? <span className={styles.step}>{step}</span> : null}
      </div>
      <h1 className={styles.title}>{title}</h1>
      {about ? <p className={styles.about}>{about}</p> : null}
      {children}
      {foot ? <div className={styles.foot}>{foot}</div> : null}
    </div>
  </main>
)
