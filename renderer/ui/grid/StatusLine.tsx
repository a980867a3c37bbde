import {
  IconAlertCircle,
  IconArrowsSplit2,
  IconDotsVertical,
  IconHelpCircle,
  IconLock,
  IconPencil,
} from '@tabler/icons-react'
import { useDeferredValue, useMemo } from 'react'
import { gridTexts } from '../../../shared/texts/ui.ts'
import { formatDecimal, formatWhole } from '../format.ts'
import { cutText, formatCell } from './cell.ts'
import type { Controller } from './controller.ts'
import styles from './Grid.module.css'
import { type Doubts, markAt, markedSpots } from './marks.ts'
import { valueAt } from './model.ts'
import { rangeOf, type Selection } from './selection.ts'
import { summarise } from './summary.ts'
import type { Columns, Mark, Marks, Rows } from './types.ts'

type Props = {
  rows: Rows
  columns: Columns
  selection: Selection
  marks: Marks | undefined
  toCheck: number | undefined
  doubts: Doubts
  said: string
  refused: string
  controller: Controller
}

const icons = {
  doubt: <IconHelpCircle size={16} stroke={1.75} aria-hidden="true" />,
  error: <IconAlertCircle size={16} stroke={1.75} aria-hidden="true" />,
  changed: <IconPencil size={16} stroke={1.75} aria-hidden="true" />,
  disputed: <IconArrowsSplit2 size={16} stroke={1.75} aria-hidden="true" />,
}
const noMarks: Marks = {}

const MarkWords = ({ mark, place }: { mark: Mark; place: string }) => (
  <span className={styles.markWords} data-kind={mark.kind} title={mark.message}>
    {icons[mark.kind]}
    <span className={styles.markText}>
      {place}: {mark.message}
    </span>
  </span>
)

const Figures = ({ rows, columns, selection }: Pick<Props, 'rows' | 'columns' | 'selection'>) => {
  const { cells, count, numbers, sum } = summarise(rows, columns, rangeOf(selection))
  if (cells < 2 || count === 0) return null
  return (
    <span className={styles.figures} data-testid="ringkasan">
      {numbers > 0 ? (
        <span>
          {gridTexts.average}: <b>{formatDecimal(sum / numbers)}</b>
        </span>
      ) : null}
      <span>
        {gridTexts.count}: <b>{formatWhole(count)}</b>
      </span>
      {numbers > 0 ? (
        <span>
          {gridTexts.sum}: <b>{formatWhole(sum)}</b>
        </span>
      ) : null}
    </span>
  )
}

/** Of the active cell: its mark, else its whole text where the cell cuts it. */
const useActiveWords = ({ rows, columns, selection, marks, doubts }: Props) => {
  const { active } = selection
  const [row, column] = [rows[active.row], columns[active.column]]
  if (!row || !column) return null
  const mark = markAt(marks?.[row.id], doubts[row.id], column.key, valueAt(row, column.key))
  if (mark) return <MarkWords mark={mark} place={gridTexts.place(active.row + 1, column.heading)} />
  const whole = cutText(column, formatCell(column, valueAt(row, column.key)))
  return whole === undefined ? null : (
    <span className={styles.wholeText} title={whole}>
      {whole}
    </span>
  )
}

const Refused = ({ words }: { words: string }) => (
  <span className={styles.markWords} title={words} aria-hidden="true">
    <IconLock size={16} stroke={1.75} />
    <span className={styles.markText}>{words}</span>
  </span>
)

/** Under the sheet: what is doubted in the active cell, how many more, and the figures of the selection. */
export const StatusLine = (props: Props) => {
  const { rows, columns, selection, marks, toCheck, doubts, said, refused, controller } = props
  const words = useActiveWords(props)
  const later = useDeferredValue(rows)
  const spots = useMemo(
    () => markedSpots(later, columns, marks ?? noMarks, doubts),
    [later, columns, marks, doubts],
  )
  const count = toCheck ?? spots.length
  return (
    <div className={styles.line}>
      <button
        type="button"
        className={styles.lineButton}
        aria-label={gridTexts.menu.rows}
        title={gridTexts.menu.rows}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          controller.openMenu(box.left, box.top)
        }}
      >
        <IconDotsVertical size={16} aria-hidden="true" />
      </button>
      {spots.length > 0 && count > 0 ? (
        <button
          type="button"
          className={styles.lineButton}
          data-kind="doubt"
          title={`${gridTexts.nextMark} (F8)`}
          onClick={() => controller.run({ type: 'nextMark', back: false })}
        >
          {gridTexts.doubts(formatWhole(count))}
        </button>
      ) : null}
      <span className={styles.lineWords}>{refused === '' ? words : <Refused words={refused} />}</span>
      <Figures rows={rows} columns={columns} selection={selection} />
      <span className={styles.hidden} role="status">
        {said}
      </span>
    </div>
  )
}
