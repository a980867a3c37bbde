import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { z } from 'zod'
import { consolidationRows } from '../../shared/contract/budget.ts'
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
type Row = z.output<(typeof consolidationRows)['output']>['rows'][number]
const records = ['budgetForm', 'budgetRow', 'opd', 'implementerAlias'] as const

const plain = (
  key: string,
  heading: string,
  of: (row: Row) => string,
  size: { width?: number; grow?: number },
): ListColumn<Row> => ({
  key,
  heading,
  ...size,
  sortable: true,
  title: of,
  render: of,
})

const columns: readonly ListColumn<Row>[] = [
  plain('opdName', texts.columns.opd, (row) => row.opdName, { grow: 1.1 }),
  plain('output', texts.columns.output, (row) => [row.output, row.subOutput].filter(Boolean).join(' / '), {
    grow: 1.3,
  }),
  plain('stage', texts.columns.stage, (row) => row.stage, { grow: 1.4 }),
  plain('implementer', texts.columns.implementer, (row) => row.implementer, { width: 120 }),
  plain('resources', texts.columns.resources, (row) => row.resources, { width: 150 }),
  {
    key: 'counted',
    heading: texts.columns.total,
    width: 128,
    align: 'right',
    sortable: true,
    render: (row) => <MoneyText value={row.counted} />,
  },
]

const sortValue = (row: Row, key: string): string | number =>
  key === 'counted'
    ? (row.counted ?? -1)
    : key === 'output'
      ? `${row.output} ${row.subOutput}`
      : String(row[key as keyof Row] ?? '')
const compare = (a: string | number, b: string | number) =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), 'id', { numeric: true })

const matches = (row: Row, search: string) =>
  [row.opdName, row.output, row.subOutput, row.stage, row.method, row.implementer, row.resources]
    .join(' ')
    .toLowerCase()
    .includes(search)

const pageOf = (rows: readonly Row[], { search, sort }: ListQuery) => {
  const found = search === '' ? rows : rows.filter((row) => matches(row, search.toLowerCase()))
  const sign = sort?.direction === 'desc' ? -1 : 1
  const ordered = sort
    ? [...found].sort((a, b) => sign * compare(sortValue(a, sort.key), sortValue(b, sort.key)))
    : found
  return { rows: ordered, next: null, total: found.length }
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

const sheetOf = (rows: readonly Row[]): SheetTable => ({
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
            loadPage={async (_cursor, asked) => pageOf(rows, asked)}
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
    </div>
  )
}
