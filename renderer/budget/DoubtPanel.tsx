import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import type { RowMark } from '../../shared/records/budget.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { formatWhole } from '../ui/index.ts'
import styles from './import.module.css'
import { type ImportFile, refusedRows } from './importModel.ts'

const texts = budgetWindowTexts.import

export type RowDoubt = { readonly row: string; readonly mark: RowMark }
export type DoubtActs = {
  readonly onGo: (row: string, column: string) => void
  /** The officer found it right; `null`: all of them. */
  readonly onSettle: (doubt: RowDoubt | null) => void
  readonly onRefuse: (row: string) => void
  readonly onTakeBack: (row: string) => void
}

const doubtsOf = ({ sheet }: ImportFile): readonly RowDoubt[] =>
  sheet.rows.flatMap(({ id }) => (sheet.marks.get(id) ?? []).map((mark) => ({ row: id, mark })))

type Acts = Pick<DoubtActs, 'onGo' | 'onSettle' | 'onRefuse'>

const Doubt = ({ doubt, onGo, onSettle, onRefuse }: { doubt: RowDoubt } & Acts) => (
  <>
    <p className={styles.doubtWords}>{doubt.mark.message}</p>
    <div className={styles.doubtActs}>
      <Button
        variant="subtle"
        className={styles.small ?? ''}
        onClick={() => onGo(doubt.row, doubt.mark.column)}
      >
        {texts.doubts.go}
      </Button>
      <Button
        variant="subtle"
        className={styles.small ?? ''}
        aria-label={texts.doubts.acceptLabel(doubt.mark.message)}
        onClick={() => onSettle(doubt)}
      >
        {texts.doubts.accept}
      </Button>
      <Button variant="subtle" className={styles.small ?? ''} onClick={() => onRefuse(doubt.row)}>
        {texts.doubts.refuseRow}
      </Button>
    </div>
  </>
)

/** Only those on the screen are drawn: an import of thousands of rows can doubt in thousands of cells. */
const DoubtList = ({ doubts, ...acts }: { doubts: readonly RowDoubt[] } & Acts) => {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: doubts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 92,
    overscan: 4,
    getItemKey: (index) => `${doubts[index]?.row} ${doubts[index]?.mark.column} ${doubts[index]?.mark.type}`,
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls can be scrolled by keys
    <section ref={scroller} className={styles.doubts} tabIndex={0} aria-label={texts.doubts.list}>
      <ul className={styles.virtual} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const doubt = doubts[index]
          return doubt ? (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={styles.doubt}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Doubt doubt={doubt} {...acts} />
            </li>
          ) : null
        })}
      </ul>
    </section>
  )
}

const General = ({ file }: { file: ImportFile }) =>
  file.general.length === 0 ? null : (
    <ul className={styles.plainList}>
      {file.general.map(({ message }) => (
        <li key={message} className={styles.doubtStill}>
          <p className={styles.doubtWords}>{message}</p>
        </li>
      ))}
    </ul>
  )

const LeftOut = ({ file }: { file: ImportFile }) =>
  file.leftOut.length === 0 ? null : (
    <details className={styles.details}>
      <summary>{texts.leftOut(formatWhole(file.leftOut.length))}</summary>
      <ul className={styles.scrollList}>
        {file.leftOut.map(({ where, reason }) => (
          <li key={`${where} ${reason}`}>
            <span className={styles.where}>{where}</span>
            {reason}
          </li>
        ))}
      </ul>
    </details>
  )

const RefusedRows = ({ file, onTakeBack }: { file: ImportFile; onTakeBack: DoubtActs['onTakeBack'] }) => {
  const rows = refusedRows(file)
  if (rows.length === 0) return null
  return (
    <details className={styles.details}>
      <summary>{texts.refusedRows(formatWhole(rows.length))}</summary>
      <ul className={styles.scrollList}>
        {rows.slice(0, 200).map((row) => (
          <li key={row.id}>
            <span className={styles.where}>{texts.refusedRow(row.id)}</span>
            {String(row.cells.stage ?? row.cells.subOutput ?? '')}
            <div className={styles.doubtActs}>
              <Button variant="subtle" className={styles.small ?? ''} onClick={() => onTakeBack(row.id)}>
                {texts.doubts.keepRow}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What the importer doubts, what it left out, and what the officer refused. */
export const DoubtPanel = ({ file, onTakeBack, ...acts }: { file: ImportFile } & DoubtActs) => {
  const { sheet } = file
  // biome-ignore lint/correctness/useExhaustiveDependencies: doubts follow from rows and marks alone
  const doubts = useMemo(() => doubtsOf(file), [sheet.rows, sheet.marks])
  const count = doubts.length + file.general.length
  return (
    <div className={styles.panel}>
      <div className={styles.asideHead}>
        <h2>{texts.doubts.title(formatWhole(count))}</h2>
        {doubts.length > 1 ? (
          <Button variant="subtle" className={styles.small ?? ''} onClick={() => acts.onSettle(null)}>
            {texts.doubts.acceptAll}
          </Button>
        ) : null}
      </div>
      {count === 0 ? <p className={styles.calm}>{texts.doubts.none}</p> : null}
      <General file={file} />
      {doubts.length > 0 ? <DoubtList doubts={doubts} {...acts} /> : <div className={styles.room} />}
      <RefusedRows file={file} onTakeBack={onTakeBack} />
      <LeftOut file={file} />
    </div>
  )
}
