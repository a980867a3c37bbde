import {
  IconAlertCircle,
  IconChevronDown,
  IconChevronUp,
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
import { useHidden } from './useHidden.ts'
import { waitingWords } from './useSavedNotice.ts'

const texts = budgetWindowTexts.import

const lookOf = (file: ImportFile, marks: number, rivals: number, question: boolean) => {
  if (file.state === 'saved') return { icon: IconCircleCheck, tone: 'good', word: texts.state.saved }
  if (file.state === 'refused') return { icon: IconCircleX, tone: 'quiet', word: texts.state.refused }
  if (file.state === 'aside') return { icon: IconCircleX, tone: 'quiet', word: texts.state.aside }
  if (file.error !== null || missingFor(file) === 'amount')
    return { icon: IconAlertCircle, tone: 'bad', word: texts.state.open }
  if (marks > 0 || rivals > 1 || question)
    return { icon: IconHelpCircle, tone: 'warn', word: texts.state.open }
  return { icon: IconCircleDashed, tone: 'quiet', word: texts.state.open }
}

/** What stands beside the file's name: why it waits, or what became of it; '' where it is simply open. */
const factsOf = (file: ImportFile, rivals: number, question: boolean): string => {
  if (file.state !== 'open') return texts.state[file.state]
  if (question) return texts.opdQuestion.rail
  if (rivals > 1) return texts.rivals.rail
  const missing = missingFor(file)
  return missing === 'name' ? texts.missing[missing] : ''
}

const FileButton = ({
  file,
  rivals,
  question,
  current,
  focus,
  onChoose,
}: {
  file: ImportFile
  /** Open files of its OPD and year, itself among them. */
  rivals: number
  /** Something about its OPD is for the officer to say. */
  question: boolean
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
  const facts = factsOf(file, rivals, question)
  const { icon: Icon, tone, word } = lookOf(file, totals.marks, rivals, question)
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={styles.file}
        aria-current={current}
        title={[texts.fileRows(formatWhole(totals.rows)), formatRupiah(totals.total)].join(' · ')}
        onClick={() => onChoose(file.key)}
      >
        <span className={styles.fileIcon} data-tone={tone}>
          <Icon size={16} stroke={1.75} role="img" aria-label={word} />
        </span>
        <span className={styles.fileWords}>
          <span className={styles.fileName}>{file.opd?.name || file.opd?.code || texts.opdNeeded}</span>
          <FileName name={file.name} />
          {facts === '' ? null : <span className={styles.fileFacts}>{facts}</span>}
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

/** Pixels of the line that stays above the files. */
const headHeight = 36

const More = ({ label, down, onGo }: { label: string; down: boolean; onGo: () => void }) => (
  <button type="button" className={styles.more} data-down={down || undefined} tabIndex={-1} onClick={onGo}>
    {down ? (
      <IconChevronDown size={14} stroke={2} aria-hidden="true" />
    ) : (
      <IconChevronUp size={14} stroke={2} aria-hidden="true" />
    )}
    {label}
  </button>
)

/** The files of this import, one form each; shown where there is more than one, or one could not be read. */
export const FileRail = ({ files, refused, batch, current, focus, onChoose }: Props) => {
  const done = files.filter(({ state }) => state !== 'open').length
  const waiting = waitingWords(batch, ['rival', 'question', 'unfinished', 'replaces', 'marked'])
  const asked = new Set(batch.question)
  const scroller = useRef<HTMLElement>(null)
  const { above, below } = useHidden(scroller, headHeight, files.length + refused.length)
  const turn = (way: 1 | -1) => {
    const place = scroller.current
    place?.scrollBy({ top: way * (place.clientHeight - 2 * headHeight) })
  }
  return (
    <nav ref={scroller} className={styles.files} aria-label={texts.files}>
      <div className={styles.filesHead}>
        <div className={styles.asideHead}>
          <h2>{texts.files}</h2>
          <span>{texts.fileCount(formatWhole(done), formatWhole(files.length))}</span>
        </div>
        {above > 0 ? (
          <More label={texts.moreAbove(formatWhole(above))} down={false} onGo={() => turn(-1)} />
        ) : null}
      </div>
      {waiting === '' ? null : <p className={styles.waiting}>{waiting}</p>}
      <ul className={styles.fileList}>
        {files.map((file) => (
          <FileButton
            key={file.key}
            file={file}
            rivals={file.state === 'open' ? openRivals(file, files).length + 1 : 0}
            question={asked.has(file)}
            current={file.key === current}
            focus={focus}
            onChoose={onChoose}
          />
        ))}
        {refused.map((file) => (
          <Refused key={file.file} file={file} />
        ))}
      </ul>
      {below > 0 ? <More label={texts.moreBelow(formatWhole(below))} down onGo={() => turn(1)} /> : null}
    </nav>
  )
}
