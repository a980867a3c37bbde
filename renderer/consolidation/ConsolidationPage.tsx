import { Button, Tabs } from '@mantine/core'
import { IconCalculator, IconDownload } from '@tabler/icons-react'
import { type ReactNode, Suspense, useCallback, useRef, useState } from 'react'
import { consolidationDrawUp, consolidationSummary } from '../../shared/contract/consolidation.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { consolidationWindowTexts } from '../../shared/texts/consolidation-window.ts'
import { useAnswer } from '../app/client.tsx'
import { useCommitNotice } from '../app/commit.ts'
import { usePlace } from '../app/place.ts'
import { SheetActions } from '../app/SheetActions.tsx'
import { useMayChange } from '../app/useOnlyRead.ts'
import { useWork } from '../app/work.ts'
import { useYear } from '../app/year.ts'
import { budgetAddress } from '../budget/index.ts'
import { DisputedPart } from '../conflict/index.ts'
import { ExportDialog } from '../document/index.ts'
import {
  EmptyState,
  ErrorText,
  formatRupiah,
  formatWhole,
  generalKeys,
  KeyHelp,
  PageHeader,
  ThinBar,
  Unbroken,
  usePlainKey,
} from '../ui/index.ts'
import { summaryTabs, type SummaryTab as Tab, tabOf, tabWord } from './addresses.ts'
import type { Summary } from './lines.tsx'
import { formNames, Points, usePoints } from './Points.tsx'
import { SummaryFigures } from './SummaryFigures.tsx'
import { SummaryTab, sheetOf } from './SummaryTab.tsx'
import styles from './summary.module.css'
import { sortOf, sortWord } from './sumSort.ts'

const texts = consolidationWindowTexts
const records = ['budgetForm', 'budgetRow', 'opd', 'implementerAlias', 'consolidation'] as const
const keyGroups = [
  generalKeys,
  {
    title: texts.keys,
    lines: [
      { keys: ['E'], label: texts.keyExport },
      { keys: ['S'], label: texts.keyDrawUp },
    ],
  },
]

const howWords = ({ all }: Summary): string =>
  texts.how(formatWhole(all.forms), formatWhole(all.rows), formatWhole(all.withoutCost))

/** What was returned is still counted: the sum says so. */
const returnedWords = ({ byOpd }: Summary): string => {
  const own = byOpd.filter(({ status }) => status === 'dikembalikan')
  const total = own.reduce((sum, form) => sum + form.total, 0)
  return own.length === 0 ? '' : texts.returned(formatWhole(own.length), formatRupiah(total))
}

const About = ({ summary }: { summary: Summary }) => {
  const returned = returnedWords(summary)
  return (
    <>
      <Unbroken>{`${howWords(summary)} · ${texts.stage}`}</Unbroken>
      {returned === '' ? null : (
        <span className={styles.attention}>
          {' · '}
          <Unbroken>{returned}</Unbroken>
        </span>
      )}
      <DisputedPart disputed={summary.disputed} />
    </>
  )
}

const useDrawUp = (year: number, summary: Summary | undefined) => {
  const { run, busy } = useWork(consolidationDrawUp)
  const tell = useCommitNotice()
  const may = useMayChange(consolidationDrawUp.roles)
  const drawUp = useCallback(async () => {
    if (summary === undefined) return
    tell(await run({ year }), texts.drawnUp(formatRupiah(summary.all.total)))
  }, [run, tell, year, summary])
  return { drawUp, busy, may: may && (summary?.all.forms ?? 0) > 0 }
}

const Sections = ({
  tab,
  onTab,
  points,
  children,
}: {
  tab: Tab
  onTab: (tab: Tab) => void
  points: string
  children: ReactNode
}) => (
  <Tabs
    className={styles.whole ?? ''}
    value={tab}
    onChange={(value) => onTab(summaryTabs.find((each) => each === value) ?? 'opd')}
  >
    <Tabs.List className={styles.tabs ?? ''} aria-label={texts.tabs.label}>
      {summaryTabs.map((each) => (
        <Tabs.Tab key={each} value={each}>
          {each === 'points' ? texts.tabs.points(points) : texts.tabs[each]}
        </Tabs.Tab>
      ))}
    </Tabs.List>
    <Tabs.Panel value={tab} className={styles.body ?? ''}>
      {children}
    </Tabs.Panel>
  </Tabs>
)

const Empty = ({ year, onImport }: { year: number; onImport: () => void }) => (
  <EmptyState
    icon={<IconCalculator size={32} stroke={1.5} />}
    title={texts.emptyTitle(year)}
    action={<Button onClick={onImport}>{texts.emptyAction}</Button>}
  >
    {texts.emptyText}
  </EmptyState>
)

/** “Konsolidasi”: the year's forms of all OPDs in sums, each with its rows, and what an officer must see before it goes out. */
export const ConsolidationPage = () => {
  const year = useYear()
  const { go, params, set } = usePlace()
  const {
    data: summary,
    failure,
    isPending,
    retry,
  } = useAnswer(consolidationSummary, { year }, { records, keep: true })
  const points = usePoints(year)
  const [exporting, setExporting] = useState(false)
  const exported = useRef(false)
  exported.current ||= exporting
  const [help, setHelp] = useState(false)
  const { drawUp, busy, may } = useDrawUp(year, summary)
  const ready = summary !== undefined && summary.all.forms > 0
  const tab = tabOf(params.get('menurut'))
  const sort = sortOf(params.get('urut'))
  usePlainKey(
    'e',
    useCallback(() => setExporting(ready), [ready]),
  )
  usePlainKey(
    's',
    useCallback(() => void (may && drawUp()), [may, drawUp]),
  )
  usePlainKey(
    '?',
    useCallback(() => setHelp(true), []),
  )
  return (
    <div className={styles.page}>
      <PageHeader
        title={texts.title(year)}
        about={summary ? <About summary={summary} /> : null}
        actions={
          ready ? (
            <>
              <SheetActions
                title={texts.title(year)}
                about={howWords(summary)}
                table={() => sheetOf(tab === 'points' ? 'opd' : tab, summary, sort)}
              />
              {may ? (
                <Button variant="default" title="S" loading={busy} onClick={() => void drawUp()}>
                  {texts.drawUp}
                </Button>
              ) : null}
              <Button
                title="E"
                leftSection={<IconDownload size={16} stroke={1.75} />}
                onClick={() => setExporting(true)}
              >
                {texts.export}
              </Button>
            </>
          ) : null
        }
      >
        {ready ? <p className={styles.acts}>{may ? texts.actsHint : texts.exportHint}</p> : null}
        {ready ? (
          <div className={styles.figures}>
            <SummaryFigures summary={summary} points={points.data?.points.length ?? null} />
          </div>
        ) : null}
      </PageHeader>
      {isPending ? <ThinBar label={texts.loading} /> : null}
      {failure ? (
        <div className={styles.waiting}>
          <ErrorText
            message={failure.message}
            action={<Button onClick={retry}>{budgetWindowTexts.retry}</Button>}
          />
        </div>
      ) : null}
      {summary && !ready ? <Empty year={year} onImport={() => go(budgetAddress.import())} /> : null}
      {ready ? (
        <Sections
          tab={tab}
          onTab={(next) => set({ menurut: tabWord(next) }, { replace: true })}
          points={points.data ? formatWhole(points.data.points.length) : '…'}
        >
          {tab === 'points' ? (
            <Points answer={points} names={formNames(summary)} />
          ) : (
            <SummaryTab
              tab={tab}
              summary={summary}
              sort={sort}
              onSort={(next) => set({ urut: next === null ? null : sortWord(next) }, { replace: true })}
            />
          )}
        </Sections>
      ) : null}
      <Suspense fallback={null}>
        {exported.current ? (
          <ExportDialog opened={exporting} onClose={() => setExporting(false)} year={year} />
        ) : null}
      </Suspense>
      <KeyHelp opened={help} onClose={() => setHelp(false)} groups={keyGroups} />
    </div>
  )
}
