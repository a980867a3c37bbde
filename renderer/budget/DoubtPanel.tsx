import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useState } from 'react'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { formatWhole } from '../ui/index.ts'
import styles from './import.module.css'
import { type AnyDoubt, openDoubts } from './importDoubts.ts'
import { type ImportFile, refusedRows } from './importModel.ts'

const texts = budgetWindowTexts.import

export type DoubtActs = {
  readonly onGo: (row: string, column: string) => void
  /** The officer found it right; `null`: all of them. */
  readonly onSettle: (doubt: AnyDoubt | null) => void
  readonly onRefuse: (row: string) => void
  readonly onTakeBack: (row: string) => void
}

const keyOf = (doubt: AnyDoubt): string =>
  doubt.row === null ? `berkas ${doubt.at}` : `${doubt.row} ${doubt.mark.column} ${doubt.mark.type}`

type Acts = Pick<DoubtActs, 'onGo' | 'onSettle' | 'onRefuse'>

const Act = ({ label, words, onAct }: { label: string; words?: string; onAct: () => void }) => (
  <Button variant="subtle" className={styles.small ?? ''} aria-label={words} onClick={onAct}>
    {label}
  </Button>
)

const Doubt = ({ doubt, onGo, onSettle, onRefuse }: { doubt: AnyDoubt } & Acts) => {
  const { row, mark } = doubt
  return (
    <>
      <p className={styles.doubtWords}>{mark.message}</p>
      <div className={styles.doubtActs}>
        {row === null ? null : <Act label={texts.doubts.go} onAct={() => onGo(row, mark.column)} />}
        <Act
          label={texts.doubts.accept}
          words={texts.doubts.acceptLabel(mark.message)}
          onAct={() => onSettle(doubt)}
        />
        {row === null ? null : <Act label={texts.doubts.refuseRow} onAct={() => onRefuse(row)} />}
      </div>
    </>
  )
}

/** Only those on the screen are drawn: an import of thousands of rows can doubt in thousands of cells. */
const DoubtList = ({
  doubts,
  scroller,
  ...acts
}: { doubts: readonly AnyDoubt[]; scroller: HTMLElement | null } & Acts) => {
  const virtual = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: doubts.length,
    getScrollElement: () => scroller,
    estimateSize: () => 92,
    overscan: 4,
    getItemKey: (index) => keyOf(doubts[index] as AnyDoubt),
  })
  return (
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
  )
}

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

/** Something of it was in doubt when it was read. */
const wasDoubted = ({ general, bases }: ImportFile): boolean =>
  general.length > 0 || [...bases.values()].some(({ marks }) => marks.length > 0)

/** What the importer doubts, what it left out, and what the officer refused. */
export const DoubtPanel = ({ file, onTakeBack, ...acts }: { file: ImportFile } & DoubtActs) => {
  const doubts = openDoubts(file)
  // State, not a ref: the list is there before the panel around it, and must be drawn once that is known.
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  return (
    // The whole panel scrolls: lists within it have no bars of their own.
    <section
      ref={setScroller}
      className={styles.panel}
      data-calm={doubts.length === 0 || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
      tabIndex={0}
      aria-label={texts.doubts.list}
    >
      <div className={styles.asideHead}>
        <h2>{texts.doubts.title(formatWhole(doubts.length))}</h2>
        {doubts.length > 1 ? (
          <Button variant="subtle" className={styles.small ?? ''} onClick={() => acts.onSettle(null)}>
            {texts.doubts.acceptAll}
          </Button>
        ) : null}
      </div>
      {doubts.length === 0 ? (
        <p className={styles.calm}>{wasDoubted(file) ? texts.doubts.checked : texts.doubts.none}</p>
      ) : null}
      {doubts.length > 0 ? <DoubtList doubts={doubts} scroller={scroller} {...acts} /> : null}
      <RefusedRows file={file} onTakeBack={onTakeBack} />
      <LeftOut file={file} />
    </section>
  )
}
