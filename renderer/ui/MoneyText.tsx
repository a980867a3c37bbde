import { formatRupiah, formatWhole } from './format.ts'
import styles from './text.module.css'

/** Whole rupiah, tabular; `null` is “belum ada data”, shown as a dash. In tables without “Rp” (the heading has it). */
export const MoneyText = ({ value, unit = false }: { value: number | null; unit?: boolean }) =>
  value === null ? (
    <span className={styles.none}>–</span>
  ) : (
    <span className={styles.number}>{unit ? formatRupiah(value) : formatWhole(value)}</span>
  )
