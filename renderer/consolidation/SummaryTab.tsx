import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { changedNow } from '../../shared/rules/consolidation/by-opd-now.ts'
import { consolidationWindowTexts } from '../../shared/texts/consolidation-window.ts'
import { documentTexts } from '../../shared/texts/document.ts'
import type { SheetTable } from '../app/SheetActions.tsx'
import { formatWhole, ThinBar } from '../ui/index.ts'
import type { SummaryTab as Tab } from './addresses.ts'
import {
  implementerLines,
  methodLines,
  opdLines,
  outputKey,
  outputLines,
  type Summary,
  sourceLines,
} from './lines.tsx'
import { type SumLine, SumTable } from './SumTable.tsx'
import { type Bar, chartWords, sharesOfLines, toggled, wholeShare } from './shares.ts'
import styles from './summary.module.css'
import { type SumSort, sortedLines } from './sumSort.ts'
import tableStyles from './sumTable.module.css'

const texts = consolidationWindowTexts
const SumChart = lazy(() => import('./SumChart.tsx'))

const Chart = ({ label, groups }: { label: string; groups: readonly Bar[] }) => (
  <div className={styles.beside}>
    <Suspense fallback={<ThinBar label={texts.chart.loading} />}>
      <SumChart label={label} words={chartWords(groups)} groups={groups} />
    </Suspense>
  </div>
)

type Sorting = { readonly sort: SumSort | null; readonly onSort: (sort: SumSort | null) => void }
type TableProps = { caption: string; heading: string; lines: readonly SumLine[]; summary: Summary } & Sorting
const Plain = ({ summary, ...rest }: TableProps) => <SumTable {...rest} all={summary.all} />

const Outputs = ({ summary, ...sorting }: { summary: Summary } & Sorting) => {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (key: string) => setOpen((now) => toggled(now, key))
  const all = () => setOpen(open.size > 0 ? new Set() : new Set(summary.byOutput.map(outputKey)))
  return (
    <>
      <div className={tableStyles.tools}>
        <Button variant="subtle" onClick={all}>
          {open.size > 0 ? texts.collapseAll : texts.expandAll}
        </Button>
      </div>
      <SumTable
        caption={texts.tabs.output}
        heading={texts.columns.output}
        lines={outputLines(summary, open)}
        all={summary.all}
        onToggle={toggle}
        {...sorting}
      />
    </>
  )
}

/** A row with several sources stands in each of them: says why the rows add up to more while the money does not. */
const SharedRows = ({ lines, summary }: { lines: readonly SumLine[]; summary: Summary }) => {
  const more = lines.reduce((sum, { rows }) => sum + rows, 0) - summary.all.rows
  return more === 0 ? null : <p className={styles.note}>{texts.sharedRows(more)}</p>
}

/** Sums of OPDs that have become others, under what they are now. */
const Now = ({ summary: { byOpdNow } }: { summary: Summary }) => {
  const changed = changedNow(byOpdNow ?? [])
  return changed.length === 0 ? null : <p className={styles.note}>{documentTexts.byOpdNow(changed)}</p>
}

/** One cut through the consolidation: the table always, a chart for OPD and for source. */
export const SummaryTab = ({
  tab,
  summary,
  ...sorting
}: { tab: Exclude<Tab, 'points'>; summary: Summary } & Sorting) => {
  if (tab === 'output') return <Outputs summary={summary} {...sorting} />
  if (tab === 'opd') {
    const lines = opdLines(summary)
    return (
      <div className={styles.both}>
        <div>
          <SumTable
            caption={texts.tabs.opd}
            heading={texts.columns.opd}
            extraHeadings={[texts.columns.state]}
            lines={lines}
            all={summary.all}
            {...sorting}
          />
          <Now summary={summary} />
        </div>
        <Chart label={texts.chart.byOpd} groups={lines} />
      </div>
    )
  }
  if (tab === 'source') {
    const lines = sourceLines(summary)
    return (
      <div className={styles.both}>
        <div>
          <Plain
            caption={texts.tabs.source}
            heading={texts.columns.source}
            lines={lines}
            summary={summary}
            {...sorting}
          />
          <SharedRows lines={lines} summary={summary} />
        </div>
        <Chart label={texts.chart.bySource} groups={lines} />
      </div>
    )
  }
  const lines = tab === 'implementer' ? implementerLines(summary) : methodLines(summary)
  return (
    <Plain
      caption={texts.tabs[tab]}
      heading={texts.columns[tab]}
      lines={lines}
      summary={summary}
      {...sorting}
    />
  )
}

const linesOf = (tab: Exclude<Tab, 'points'>, summary: Summary): readonly SumLine[] => {
  if (tab === 'opd') return opdLines(summary)
  if (tab === 'source') return sourceLines(summary)
  if (tab === 'implementer') return implementerLines(summary)
  if (tab === 'method') return methodLines(summary)
  return outputLines(summary, new Set(summary.byOutput.map(outputKey)))
}

/** The cut on the screen as a table for Excel and for paper, with its foot. */
export const sheetOf = (tab: Exclude<Tab, 'points'>, summary: Summary, sort: SumSort | null): SheetTable => {
  const all = linesOf(tab, summary)
  const shares = sharesOfLines(all)
  const numbers = ({ rows, withoutCost, total }: Summary['all'] | SumLine, share: string) => [
    formatWhole(rows),
    formatWhole(withoutCost),
    share,
    formatWhole(total),
  ]
  return {
    heading: [
      { label: texts.columns[tab] },
      { label: texts.columns.rows, right: true },
      { label: texts.columns.withoutCost, right: true },
      { label: texts.columns.share, right: true },
      { label: texts.columns.total, right: true },
    ],
    lines: [
      ...sortedLines(all, sort).map((line) => [line.label, ...numbers(line, shares.get(line) ?? '')]),
      [texts.columns.all, ...numbers(summary.all, wholeShare(summary.all.total))],
    ],
  }
}
