import { formatDay, formatLongDay, formatMoment } from './format.ts'
import styles from './text.module.css'

type Props = {
  /** "2026-11-21", or milliseconds since 1970 for a moment */ value: string | number | null
  long?: boolean
}

const words = (value: string | number, long: boolean) => {
  if (typeof value === 'number') return formatMoment(value)
  return long ? formatLongDay(value) : formatDay(value)
}

/** A day “21-11-2026” (or long “21 November 2026”), or a moment “21-11-2026 14.05 WIB”. */
export const DateText = ({ value, long = false }: Props) =>
  value === null ? (
    <span className={styles.none}>–</span>
  ) : (
    <time className={styles.number}>{words(value, long)}</time>
  )
