import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { uiTexts } from '../../shared/texts/ui.ts'
import styles from './ProgressNotice.module.css'
import { amountDone, timeLeft } from './timeLeft.ts'

type Props = {
  /** What is being done: “Membaca Anggaran Dinas Kesehatan.docx”. */
  label: string
  done: number
  /** null while the whole is unknown. */
  total: number | null
  onCancel?: () => void
  cancelling?: boolean
  /** Milliseconds since the work began, where it began before this was shown. */
  elapsed?: number
}

const tick = 100

const useElapsed = (before: number) => {
  const [elapsed, setElapsed] = useState(before)
  useEffect(() => {
    const start = performance.now() - before
    const timer = setInterval(() => setElapsed(performance.now() - start), tick)
    return () => clearInterval(timer)
  }, [before])
  return elapsed
}

const Bar = ({ label, share }: { label: string; share: number | null }) => (
  <div
    className={styles.track}
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={100}
    {...(share === null ? {} : { 'aria-valuenow': Math.round(share * 100) })}
  >
    <div
      className={share === null ? styles.unknown : styles.bar}
      style={share === null ? {} : { transform: `scaleX(${share})` }}
    />
  </div>
)

/** Under 100 ms nothing, up to 1 s a thin bar, above that amount, time left and Batal. */
export const ProgressNotice = ({
  label,
  done,
  total,
  onCancel,
  cancelling = false,
  elapsed: before = 0,
}: Props) => {
  const elapsed = useElapsed(before)
  const share = total ? Math.min(1, done / total) : null
  if (elapsed < 100) return null
  if (elapsed < 1000) return <Bar label={label} share={share} />
  return (
    <div className={styles.notice}>
      <div className={styles.words}>
        <span className={styles.label}>{cancelling ? uiTexts.progress.cancelling : label}</span>
        <span className={styles.amount} aria-live="off">
          {[done > 0 || total ? amountDone(done, total) : '', timeLeft(elapsed, done, total)]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {onCancel ? (
          <Button variant="default" onClick={onCancel} disabled={cancelling}>
            {uiTexts.actions.cancel}
          </Button>
        ) : null}
      </div>
      <Bar label={label} share={share} />
    </div>
  )
}

/** The thin bar alone, for work whose length is unknown and short. */
export const ThinBar = ({ label = uiTexts.progress.working }: { label?: string }) => (
  <Bar label={label} share={null} />
)
