import { Button } from '@mantine/core'
import { withoutPlace } from '../../shared/rules/budget/reread.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { formatWhole } from '../ui/index.ts'
import styles from './form.module.css'
import { placeWords } from './formColumns.ts'
import { cellText, type Sheet } from './sheet.ts'
import { type CellMark, marksOfRow } from './useSettleCells.ts'

const texts = budgetWindowTexts.form
const { doubts: words } = budgetWindowTexts.import
const listedAtMost = 300

type Props = {
  sheet: Sheet
  /** Open doubts about the form as a whole: they stand above the rows. */
  whole: number
  onGo: (row: string, column: string) => void
  /** Finds doubts right; null where the form cannot be changed. */
  onSettle: ((marks: readonly CellMark[]) => void) | null
}

const Notes = ({ sheet, onGo }: Pick<Props, 'sheet' | 'onGo'>) => {
  const notes = sheet.rows.flatMap((row, at) => (cellText(row, 'note') === '' ? [] : [{ row, at }]))
  return notes.length === 0 ? null : (
    <section aria-label={texts.notes}>
      <h3 className={styles.sideTitle}>{texts.notes}</h3>
      <ul className={styles.list}>
        {notes.map(({ row, at }) => (
          <li key={row.id} className={styles.item}>
            <div className={styles.itemHead}>
              <span>{texts.checkRow(formatWhole(at + 1))}</span>
              <Button variant="subtle" onClick={() => onGo(row.id, 'note')}>
                {words.go}
              </Button>
            </div>
            <p className={styles.itemWords}>{cellText(row, 'note')}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Doubts of the rows, each to be looked at or found right, and the notes beside them. */
export const FormCheck = ({ sheet, whole, onGo, onSettle }: Props) => {
  const doubts = sheet.rows.flatMap((row, at) =>
    (sheet.marks.get(row.id) ?? []).map((mark) => ({ row, at, mark })),
  )
  const all = () => onSettle?.(sheet.rows.flatMap(({ id }) => marksOfRow(sheet, id)))
  return (
    <>
      {whole > 0 ? <p className={styles.calm}>{texts.checkWhole(formatWhole(whole))}</p> : null}
      {doubts.length === 0 ? <p className={styles.calm}>{texts.checkNone}</p> : null}
      {doubts.length > 1 && onSettle ? (
        <div>
          <Button variant="default" onClick={all}>
            {words.acceptAll}
          </Button>
        </div>
      ) : null}
      <ul className={styles.list}>
        {doubts.slice(0, listedAtMost).map(({ row, at, mark }) => (
          <li key={`${row.id} ${mark.column} ${mark.type} ${mark.found}`} className={styles.item}>
            <p className={styles.itemPlace}>{placeWords(at, mark.column)}</p>
            <p className={styles.itemWords}>{withoutPlace(mark.message)}</p>
            <div className={styles.itemActs}>
              <Button variant="subtle" onClick={() => onGo(row.id, mark.column)}>
                {words.go}
              </Button>
              {onSettle ? (
                <Button
                  variant="subtle"
                  aria-label={words.acceptLabel(placeWords(at, mark.column))}
                  onClick={() =>
                    onSettle([{ row: row.id, column: mark.column, type: mark.type, found: mark.found }])
                  }
                >
                  {words.accept}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      <Notes sheet={sheet} onGo={onGo} />
    </>
  )
}
