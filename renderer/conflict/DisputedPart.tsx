import { IconArrowsSplit2 } from '@tabler/icons-react'
import { Link } from 'wouter'
import { conflictWindowTexts } from '../../shared/texts/conflict-window.ts'
import { formatRupiah, formatWhole, Unbroken } from '../ui/index.ts'
import { conflictAddress } from './addresses.ts'
import styles from './conflict.module.css'

const texts = conflictWindowTexts.total

type Disputed = {
  readonly rows: number
  /** Whole rupiah of the total that rest on them. */
  readonly amount: number
  /** Forms whose own state waits, or whether one form's does. */
  readonly form?: boolean
  readonly forms?: number
  /** Record to begin with; absent: the list of all. */
  readonly first?: string | null
}

/** “3 baris, Rp155.000.000 dari jumlah ini, menunggu keputusan”: what the totals must say, as words. */
export const disputedWords = ({ rows, amount }: Disputed): string => {
  if (rows === 0) return texts.stateOnly
  return amount === 0 ? texts.rows(formatWhole(rows)) : texts.amount(formatWhole(rows), formatRupiah(amount))
}

const isAny = ({ rows, form = false, forms = 0 }: Disputed): boolean => rows > 0 || form || forms > 0

/** In a line under a title: how much of the total still waits for a decision, and the way there; nothing where none does. */
export const DisputedPart = ({ disputed }: { disputed: Disputed }) =>
  isAny(disputed) ? (
    <span className={styles.part}>
      <IconArrowsSplit2 size={16} stroke={1.75} aria-hidden="true" className={styles.fieldIcon} />
      <span>
        <Unbroken>{disputedWords(disputed)}</Unbroken>
      </span>
      <Link href={disputed.first ? conflictAddress.open(disputed.first) : conflictAddress.list()}>
        {conflictWindowTexts.mark.open}
      </Link>
    </span>
  ) : null

/** Beside an amount in a list: that it is not settled, with the words for whoever rests on it or listens. */
export const DisputedMark = ({ disputed }: { disputed: Disputed }) =>
  isAny(disputed) ? (
    <span className={styles.mark} title={disputedWords(disputed)}>
      <IconArrowsSplit2 size={14} stroke={2} aria-hidden="true" />
      <span className={styles.hidden}>{disputedWords(disputed)}</span>
    </span>
  ) : null
