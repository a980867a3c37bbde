import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconFileImport, IconReportMoney } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { budgetForms } from '../../shared/contract/budget.ts'
import type { OutputOf } from '../../shared/contract/call.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { useAnswer } from '../app/client.tsx'
import { handOver } from '../app/handover.ts'
import { usePlace } from '../app/place.ts'
import { SheetActions } from '../app/SheetActions.tsx'
import { useYear } from '../app/year.ts'
import { DisputedPart } from '../conflict/index.ts'
import {
  EmptyState,
  ErrorText,
  emptyQuery,
  formatRupiah,
  formatWhole,
  generalKeys,
  KeyHelp,
  type ListQuery,
  listKeys,
  PageDrop,
  PageHeader,
  type PastedTable,
  pickedOf,
  RecordList,
  ThinBar,
  usePagePaste,
  usePlainKey,
} from '../ui/index.ts'
import { budgetAddress, budgetPaths } from './addresses.ts'
import styles from './list.module.css'
import { listColumnsOf } from './listColumns.tsx'
import { notSent, type OpdRow, opdRows, pageOfRows, sheetOf } from './listRows.ts'
import { formStates } from './states.ts'

const texts = budgetWindowTexts.list
const records = ['budgetForm', 'budgetRow', 'opd', 'opdList'] as const
const nobody: readonly OpdRow[] = []

const filters = [
  {
    key: 'state',
    label: texts.filterState,
    choices: [...formStates, { value: notSent, label: texts.notSent }],
  },
  { key: 'marks', label: texts.filterMarks, choices: [{ value: 'ada', label: texts.withMarks }] },
]
const keyGroups = [
  generalKeys,
  { title: texts.keys, lines: [{ keys: ['N'], label: texts.keyImport }] },
  listKeys,
]

const useRows = (year: number) => {
  const answer = useAnswer(budgetForms, { year }, { records, keep: true })
  const rows = useMemo(() => (answer.data ? opdRows(answer.data) : nobody), [answer.data])
  const forms = answer.data?.forms ?? []
  const total = forms.reduce((sum, form) => sum + form.total, 0)
  const baris = forms.reduce((sum, form) => sum + form.rows, 0)
  return { ...answer, rows, sent: forms.length, total, baris }
}

/** Who has sent and who has not; of how many only where the list of OPDs is known to hold all of them. */
const standingWords = (
  { forms, missing, listComplete }: OutputOf<typeof budgetForms>,
  rows: number,
): string => {
  const [sent, waiting] = [formatWhole(forms.length), formatWhole(missing.length)]
  return listComplete
    ? texts.about(sent, formatWhole(forms.length + missing.length), formatWhole(rows))
    : texts.aboutOpen(sent, waiting, formatWhole(rows))
}

const Empty = ({
  year,
  onImport,
  small = false,
}: {
  year: number
  onImport: () => void
  small?: boolean
}) => (
  <EmptyState
    small={small}
    icon={<IconReportMoney size={32} stroke={1.5} />}
    title={texts.emptyTitle(year)}
    action={
      <Button leftSection={<IconFileImport size={16} stroke={1.75} />} onClick={onImport}>
        {texts.import}
      </Button>
    }
  >
    {texts.emptyText} {texts.pasteHint}
  </EmptyState>
)

/** What was returned is still counted: the sum says so. */
const ReturnedPart = ({ rows }: { rows: readonly OpdRow[] }) => {
  const own = rows.filter((row) => row.kind === 'form' && row.form.status === 'dikembalikan')
  const total = own.reduce((sum, row) => sum + (row.kind === 'form' ? row.form.total : 0), 0)
  return own.length === 0 ? null : <> · {texts.returned(formatWhole(own.length), formatRupiah(total))}</>
}

/** What may still change of the sum, because it was filled in differently on several computers. */
const DisputedForms = ({ rows }: { rows: readonly OpdRow[] }) => {
  const all = rows.flatMap((row) => (row.kind === 'form' ? [row.form.disputed] : []))
  return (
    <DisputedPart
      disputed={{
        rows: all.reduce((sum, each) => sum + each.rows, 0),
        amount: all.reduce((sum, each) => sum + each.amount, 0),
        form: all.some(({ form }) => form),
      }}
    />
  )
}

/** “Anggaran TIK”: the forms of the year, and below them, calm, the OPDs that have not sent one. */
export const ListPage = () => {
  const year = useYear()
  const { go } = usePlace()
  const { data, rows, sent, total, baris, failure, isPending, retry } = useRows(year)
  const isNarrow = useMediaQuery('(max-width: 1100px)') ?? false
  const columns = useMemo(() => listColumnsOf(rows, isNarrow), [rows, isNarrow])
  const [query, setQuery] = useState<ListQuery>(emptyQuery)
  const [help, setHelp] = useState(false)
  const toImport = useCallback((opd?: string) => go(budgetAddress.import(opd)), [go])
  usePlainKey('n', toImport)
  usePlainKey(
    '?',
    useCallback(() => setHelp(true), []),
  )
  const bring = async (files: readonly File[], table: PastedTable | null) => {
    handOver(budgetPaths.import, { files: await pickedOf(files), paste: table })
    toImport()
  }
  usePagePaste(({ table, files }) => void bring(files, table))
  const words = data ? standingWords(data, baris) : ''
  const open = (row: OpdRow) => (row.kind === 'form' ? go(budgetAddress.form(row.id)) : toImport(row.opd))
  return (
    <div className={styles.page}>
      <PageDrop hint={budgetWindowTexts.import.dropHint} onFiles={(files) => void bring(files, null)} />
      <PageHeader
        title={texts.title}
        about={
          data ? (
            <>
              {words} · {texts.total(formatRupiah(total))}
              <ReturnedPart rows={rows} />
              {data.listComplete ? null : (
                <>
                  {' · '}
                  <Link href="/daftar/opd">{texts.listOpen}</Link>
                </>
              )}
              <DisputedForms rows={rows} />
            </>
          ) : null
        }
        actions={
          <>
            <SheetActions
              title={texts.windowTitle(year)}
              about={data && !data.listComplete ? `${words} · ${texts.listOpen}` : words}
              table={() => sheetOf(rows)}
              disabled={sent === 0}
            />
            <Button
              leftSection={<IconFileImport size={16} stroke={1.75} />}
              title="N"
              onClick={() => toImport()}
            >
              {texts.import}
            </Button>
          </>
        }
      />
      <div className={styles.body}>
        {isPending ? <ThinBar label={texts.loading} /> : null}
        {failure ? (
          <div className={styles.waiting}>
            <ErrorText
              message={failure.message}
              action={<Button onClick={retry}>{budgetWindowTexts.retry}</Button>}
            />
          </div>
        ) : null}
        {data && sent === 0 ? (
          <Empty year={year} small={rows.length > 0} onImport={() => toImport()} />
        ) : null}
        {data && rows.length > 0 ? (
          <div className={styles.list}>
            <RecordList
              label={texts.label}
              columns={columns}
              loadPage={async (_cursor, asked) => pageOfRows(rows, asked)}
              query={query}
              onQuery={setQuery}
              version={rows}
              rowLabel={({ name }) => name}
              counted={texts.counted}
              filters={filters}
              onOpen={open}
              empty={<Empty year={year} onImport={() => toImport()} />}
            />
          </div>
        ) : null}
      </div>
      <KeyHelp opened={help} onClose={() => setHelp(false)} groups={keyGroups} />
    </div>
  )
}
