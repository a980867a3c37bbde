import { uiTexts } from '../../shared/texts/ui.ts'
import styles from './StatusMark.module.css'

const texts = uiTexts.status
const marks = {
  terpenuhi: { word: texts.met, tone: 'good', shape: 'filled' },
  sebagian: { word: texts.partly, tone: 'warn', shape: 'half' },
  belum_terpenuhi: { word: texts.notMet, tone: 'bad', shape: 'ring' },
  tidak_berlaku: { word: texts.notApplicable, tone: 'quiet', shape: 'dash' },
  tidak_dapat_dinilai: { word: texts.notAssessable, tone: 'quiet', shape: 'struck' },
  belum_ada_data: { word: texts.noData, tone: 'quiet', shape: 'dotted' },
  diterima: { word: texts.received, tone: 'info', shape: 'arrow-in' },
  diperiksa: { word: texts.checked, tone: 'warn', shape: 'eye' },
  dikembalikan: { word: texts.returned, tone: 'bad', shape: 'arrow-back' },
  direkomendasikan: { word: texts.recommended, tone: 'good', shape: 'filled' },
  dikunci: { word: texts.locked, tone: 'quiet', shape: 'lock' },
} as const

export type StatusName = keyof typeof marks
export const statusWord = (status: StatusName): string => marks[status].word
export const statusNames = Object.keys(marks) as readonly StatusName[]
type Shape = (typeof marks)[StatusName]['shape']

const ring = <circle cx="7" cy="7" r="5.25" />
const shapes: Record<Shape, React.ReactNode> = {
  filled: (
    <>
      <circle cx="7" cy="7" r="6" fill="currentColor" stroke="none" />
      <path d="M4.4 7.2l1.8 1.8 3.4-3.8" stroke="var(--s-surface)" />
    </>
  ),
  half: (
    <>
      {ring}
      <path d="M7 1.75a5.25 5.25 0 0 1 0 10.5z" fill="currentColor" stroke="none" />
    </>
  ),
  ring,
  dash: <path d="M3 7h8" />,
  struck: (
    <>
      {ring}
      <path d="M3.4 10.6l7.2-7.2" />
    </>
  ),
  dotted: <circle cx="7" cy="7" r="5.25" strokeDasharray="1.6 2.1" />,
  'arrow-in': <path d="M7 1.5v6.5M4.4 5.6L7 8.2l2.6-2.6M1.8 9v3.2h10.4V9" />,
  eye: (
    <>
      <path d="M1.2 7C2.7 4.4 4.7 3.2 7 3.2s4.3 1.2 5.8 3.8c-1.5 2.6-3.5 3.8-5.8 3.8S2.7 9.6 1.2 7z" />
      <circle cx="7" cy="7" r="1.7" fill="currentColor" stroke="none" />
    </>
  ),
  'arrow-back': <path d="M5 2.2L1.9 5.3 5 8.4M2.2 5.3h6.3a3.3 3.3 0 0 1 0 6.6H6" />,
  lock: (
    <>
      <rect x="2.5" y="6.2" width="9" height="6" rx="1.2" />
      <path d="M4.6 6.2V4.3a2.4 2.4 0 0 1 4.8 0v1.9" />
    </>
  ),
}

/** Colour, shape and word of one state; never colour alone. `quiet` keeps the word for screen readers only. */
export const StatusMark = ({ status, quiet = false }: { status: StatusName; quiet?: boolean }) => {
  const { word, tone, shape } = marks[status]
  return (
    <span className={styles.mark} data-tone={tone} title={quiet ? word : undefined}>
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" className={styles.shape}>
        {shapes[shape]}
      </svg>
      <span className={quiet ? styles.hidden : undefined}>{word}</span>
    </span>
  )
}
