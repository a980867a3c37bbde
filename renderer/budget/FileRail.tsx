import {
  IconAlertCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconHelpCircle,
} from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { formatRupiah, formatWhole } from '../ui/index.ts'
import { FileName } from './FileName.tsx'
import styles from './import.module.css'
import type { Batch } from './importBatch.ts'
import { type ImportFile, missingFor, type RefusedFile } from './importModel.ts'
import { totalsOf } from './importTotals.ts'
import { openRivals } from './sameOpd.ts'
import { waitingWords } from './useSavedNotice.ts'

const texts = budgetWindowTexts.import

const lookOf = (file: ImportFile, marks: number, rivals: number) => {
  if (file.state === 'saved') return { icon: IconCircleCheck, tone: 'good', word: texts.state.saved }
  if (file.state === 'refused') return { icon: IconCircleX, tone: 'quiet', word: texts.state.refused }
  if (file.state === 'aside') return { icon: IconCircleX, tone: 'quiet', word: texts.state.aside }
  if (file.error !== null || missingFor(file) === 'amount')
    return { icon: IconAlertCircle, tone: 'bad', word: texts.state.open }
  if (marks > 0 || rivals > 1) return { icon: IconHelpCircle, tone: 'warn', word: texts.state.open }
  return { icon: IconCircleDashed, tone: 'quiet', word: texts.state.open }
}

const factsOf = (file: ImportFile, { rows, total }: ReturnType<typeof totalsOf>, rivals: number): string => {
  if (file.state === 'saved') return `${texts.state.saved} · ${formatRupiah(total)}`
  if (file.state === 'refused') return texts.state.refused
  if (file.state === 'aside') return texts.state.aside
  if (rivals > 1) return texts.rivals.question(formatWhole(rivals))
  const missing = missingFor(file)
  if (missing === 'code' || missing === 'name') return texts.missing[missing]
  return [texts.fileRows(formatWhole(rows)), formatRupiah(total)].join(' · ')
}

const FileButton = ({
  file,
  rivals,
  current,
  focus,
  onChoose,
}: {
  file: ImportFile
  /** Open files of its OPD and year, itself among them. */
  rivals: number
  current: boolean
  focus: number
  onChoose: (key: string) => void
}) => {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (current) button.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  useEffect(() => {
    if (current && focus > 0) button.current?.focus()
  }, [current, focus])
  const totals = totalsOf(file)
  const { icon: Icon, tone, word } = lookOf(file, totals.marks, rivals)
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={styles.file}
        aria-current={current}
        onClick={() => onChoose(file.key)}
      >
        <span className={styles.fileIcon} data-tone={tone}>
          <Icon size={16} stroke={1.75} role="img" aria-label={word} />
        </span>
        <span className={styles.fileWords}>
          <span className={styles.fileName}>{file.opd?.name || file.opd?.code || texts.opdNeeded}</span>
          <FileName name={file.name} />
          <span className={styles.fileFacts}>{factsOf(file, totals, rivals)}</span>
        </span>
        {file.state === 'open' && totals.marks > 0 ? (
          <span className={styles.fileMarks} title={texts.fileMarks(formatWhole(totals.marks))}>
            {formatWhole(totals.marks)}
            <span className={styles.hidden}> {texts.fileMarksWord}</span>
          </span>
        ) : null}
      </button>
    </li>
  )
}

const Refused = ({ file }: { file: RefusedFile }) => (
  <li className={styles.refused}>
    <span className={styles.fileIcon} data-tone="bad">
      <IconAlertCircle size={16} stroke={1.75} role="img" aria-label={texts.state.failed} />
    </span>
    <span className={styles.fileWords}>
      <span className={styles.fileName} title={file.file}>
        {file.file}
      </span>
      <span className={styles.fileFacts}>{file.error.message}</span>
    </span>
  </li>
)

type Props = {
  files: readonly ImportFile[]
  refused: readonly RefusedFile[]
  batch: Batch
  current: string | null
  /** Grows when the open file is to take the focus: after the one before it was saved. */
  focus: number
  onChoose: (key: string) => void
}

/** The files of this import, one form each; shown where there is more than one, or one could not be read. */
export const FileRail = ({ files, refused, batch, current, focus, onChoose }: Props) => {
  const done = files.filter(({ state }) => state !== 'open').length
  const waiting = waitingWords(batch, ['rival', 'marked', 'unfinished'])
  return (
    <nav className={styles.files} aria-label={texts.files}>
      <div className={styles.filesHead}>
        <div className={styles.asideHead}>
          <h2>{texts.files}</h2>
          <span>{texts.fileCount(formatWhole(done), formatWhole(files.length))}</span>
        </div>
        {waiting === '' ? null : <p className={styles.waiting}>{waiting}</p>}
      </div>
      <ul className={styles.fileList}>
        {files.map((file) => (
          <FileButton
            key={file.key}
            file={file}
            rivals={file.state === 'open' ? openRivals(file, files).length + 1 : 0}
            current={file.key === current}
            focus={focus}
            onChoose={onChoose}
          />
        ))}
        {refused.map((file) => (
          <Refused key={file.file} file={file} />
        ))}
      </ul>
    </nav>
  )
}
