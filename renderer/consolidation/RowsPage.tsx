import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowLeft } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { z } from 'zod'
import { consolidationRows } from '../../shared/contract/consolidation.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { consolidationWindowTexts } from '../../shared/texts/consolidation-window.ts'
import { useAnswer } from '../app/client.tsx'
import { useDetail } from '../app/detail.ts'
import { usePlace } from '../app/place.ts'
import { SheetActions, type SheetTable } from '../app/SheetActions.tsx'
import { useYear } from '../app/year.ts'
import { budgetAddress } from '../budget/index.ts'
import {
  EmptyState,
  ErrorText,
  emptyQuery,
  formatRupiah,
  formatWhole,
  type ListColumn,
  type ListQuery,
  MoneyText,
  PageHeader,
  RecordList,
  ThinBar,
} from '../ui/index.ts'
import { type Behind, behindOf, consolidationPaths, tabWord } from './addresses.ts'
import styles from './summary.module.css'

const texts = consolidationWindowTexts
const words = texts.rincian
type StoredRow = z.output<(typeof consolidationRows)['output']>['rows'][number]
/** `again`: columns that say the same as the line above. */
type Row = StoredRow & { readonly again: ReadonlySet<string> }
const records = ['budgetForm', 'budgetRow', 'opd', 'implementerAlias'] as const

type Text = 'opdName' | 'output' | 'subOutput' | 'stage' | 'implementer' | 'resources'

const plain = (key: Text, heading: string, size: { width?: number; grow?: number }): ListColumn<Row> => ({
  key,
  heading,
  ...size,
  lines: 2,
  sortable: true,
  title: (row) => row[key],
  render: (row) => (row.again.has(key) ? <span className={styles.again}>{row[key]}</span> : row[key]),
})

const allColumns: readonly ListColumn<Row>[] = [
  plain('opdName', texts.columns.opd, { grow: 1.2 }),
  plain('output', words.output, { grow: 1.2 }),
  plain('subOutput', texts.columns.subOutput, { grow: 1.1 }),
  plain('stage', texts.columns.stage, { grow: 1.5 }),
  plain('implementer', texts.columns.implementer, { width: 104 }),
  plain('resources', texts.columns.resources, { width: 136 }),
  {
    key: 'counted',
    heading: texts.columns.total,
    width: 124,
    align: 'right',
    sortable: true,
    render: (row) => <MoneyText value={row.counted} />,
  },
]

const narrowWidth: Readonly<Record<string, { width: number }>> = {
  implementer: { width: 84 },
  counted: { width: 104 },
}

/** What the title of the page says already needs no column. */
const columnsFor = ({ dimension, opd, subOutput }: Behind, isNarrow: boolean): readonly ListColumn<Row>[] => {
  const said = new Set([
    // Where there is little room the amount stays in view, not the words that it was read from.
    ...(isNarrow ? ['resources'] : []),
    ...(dimension === 'opd' || opd !== null ? ['opdName'] : []),
    ...(dimension === 'output' && opd !== null ? ['output'] : []),
    ...(subOutput === null ? [] : ['subOutput']),
  ])
  const shown = allColumns.filter(({ key }) => !said.has(key))
  return isNarrow ? shown.map((column) => ({ ...column, ...narrowWidth[column.key] })) : shown
}

const led = ['opdName', 'output', 'subOutput'] as const

/** Where OPD, output and sub output go on from the line above, each as long as what stands left of it does. */
const grouped = (rows: readonly StoredRow[]): Row[] =>
  rows.map((row, at) => {
    const above = rows[at - 1]
    const differs = above === undefined ? 0 : led.findIndex((key) => row[key] !== above[key])
    return { ...row, again: new Set(led.slice(0, differs === -1 ? led.length : differs)) }
  })

const sortValue = (row: StoredRow, key: string): string | number =>
  key === 'counted' ? (row.counted ?? -1) : String(row[key as keyof StoredRow] ?? '')
const compare = (a: string | number, b: string | number) =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), 'id', { numeric: true })

const matches = (row: StoredRow, search: string) =>
  [row.opdName, row.output, row.subOutput, row.stage, row.method, row.implementer, row.resources]
    .join(' ')
    .toLowerCase()
    .includes(search)

const shownOf = (rows: readonly StoredRow[], { search, sort }: ListQuery) => {
  const found = search === '' ? rows : rows.filter((row) => matches(row, search.toLowerCase()))
  const sign = sort?.direction === 'desc' ? -1 : 1
  const ordered = sort
    ? [...found].sort((a, b) => sign * compare(sortValue(a, sort.key), sortValue(b, sort.key)))
    : found
  return grouped(ordered)
}

const titleOf = ({ name, only, dimension }: Behind): string => {
  const label = dimension === null ? '' : name || texts.noLabel[dimension]
  if (label === '') return only === 'withoutCost' ? words.allWithoutCost : words.all
  return only === 'withoutCost' ? words.withoutCost(label) : label
}

const sheetHeadings = [
  texts.columns.opd,
  texts.columns.output,
  texts.columns.subOutput,
  texts.columns.stage,
  texts.columns.method,
  texts.columns.implementer,
  texts.columns.duration,
  texts.columns.resources,
  texts.columns.source,
  texts.columns.total,
] as const

const sheetOf = (rows: readonly StoredRow[]): SheetTable => ({
  heading: sheetHeadings.map((label) => ({ label, right: label === texts.columns.total })),
  lines: rows.map((row) => [
    row.opdName,
    row.output,
    row.subOutput,
    row.stage,
    row.method,
    row.implementer,
    row.duration,
    row.resources,
    row.source,
    row.counted === null ? '' : formatWhole(row.counted),
  ]),
})

/** Stays in view under the rows, and follows the search. */
const Sum = ({ rows }: { rows: readonly Row[] }) => (
  <div className={styles.sum} role="status">
    <span>{words.sum(formatWhole(rows.length))}</span>
    <span className={styles.sumAmount}>
      {formatRupiah(rows.reduce((sum, { counted }) => sum + (counted ?? 0), 0))}
    </span>
  </div>
)

/** The rows behind one number of the consolidation, at an address of their own. */
export const RowsPage = () => {
  const year = useYear()
  const { params, go } = usePlace()
  const behind = behindOf(params)
  const { dimension, label, subOutput, opd, only } = behind
  const title = titleOf(behind)
  useDetail(title)
  const { data, failure, isPending, retry } = useAnswer(
    consolidationRows,
    { year, dimension, label, subOutput, opd, only },
    { records },
  )
  const [query, setQuery] = useState<ListQuery>(emptyQuery)
  const rows = useMemo(() => data?.rows ?? [], [data])
  const shown = useMemo(() => shownOf(rows, query), [rows, query])
  const isNarrow = useMediaQuery('(max-width: 1100px)') ?? false
  // biome-ignore lint/correctness/useExhaustiveDependencies: the columns follow from these alone
  const columns = useMemo(() => columnsFor(behind, isNarrow), [dimension, opd, subOutput, isNarrow])
  const about = data
    ? `${words.about(formatWhole(rows.length), formatWhole(data.withoutCost))} · ${formatRupiah(data.total)}`
    : ''
  const back = () =>
    go(
      dimension === null
        ? consolidationPaths.summary
        : `${consolidationPaths.summary}?menurut=${tabWord(dimension)}`,
    )
  return (
    <div className={styles.page}>
      <PageHeader
        title={title}
        about={about || null}
        actions={
          <>
            <Button variant="default" leftSection={<IconArrowLeft size={16} stroke={1.75} />} onClick={back}>
              {words.back}
            </Button>
            <SheetActions
              title={title}
              about={about}
              table={() => sheetOf(rows)}
              disabled={rows.length === 0}
            />
          </>
        }
      />
      {isPending ? <ThinBar label={words.loading} /> : null}
      {failure ? (
        <div className={styles.waiting}>
          <ErrorText
            message={failure.message}
            action={<Button onClick={retry}>{budgetWindowTexts.retry}</Button>}
          />
        </div>
      ) : null}
      {data ? (
        <div className={styles.list}>
          <RecordList
            label={words.label}
            columns={columns}
            loadPage={async (_cursor, asked) => {
              const found = shownOf(rows, asked)
              return { rows: found, next: null, total: found.length }
            }}
            query={query}
            onQuery={setQuery}
            version={rows}
            rowLabel={({ stage }) => stage}
            onOpen={(row) => go(budgetAddress.form(row.form, { row: row.id }))}
            empty={
              <EmptyState title={words.empty} action={<Button onClick={back}>{words.back}</Button>}>
                {words.emptyText}
              </EmptyState>
            }
          />
        </div>
      ) : null}
      {data && shown.length > 0 ? <Sum rows={shown} /> : null}
    </div>
  )
}
