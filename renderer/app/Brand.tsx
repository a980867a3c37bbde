import { appTexts } from '../../shared/texts/app.ts'
import styles from './Brand.module.css'

/** The mark of Selaras, as in public/icon.svg: rows of several forms that come into one line. */
export const Mark = ({ size = 26 }: { size?: number }) => (
  <svg viewBox="16 16 480 480" width={size} height={size} aria-hidden="true" className={styles.mark}>
    <rect x="16" y="16" width="480" height="480" rx="112" className={styles.ground} />
    <path d="M128 176h176a40 40 0 0 1 40 40M128 256h256M384 336H208a40 40 0 0 1-40-40" />
  </svg>
)

export const Brand = ({ city, small = false }: { city: string; small?: boolean }) => (
  <div className={styles.brand} data-small={small || undefined}>
    <Mark />
    {small ? null : (
      <span className={styles.words}>
        <span className={styles.name}>{appTexts.product}</span>
        <span className={styles.city} title={city}>
          {city}
        </span>
      </span>
    )}
  </div>
)
