import { DateInput } from '@mantine/dates'
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { z } from 'zod'
import { type logEntry, logList, recordList } from '../../shared/contract/records.ts'
import { auditTexts } from '../../shared/texts/audit.ts'
import type { Client } from '../app/bridge.ts'
import { useComposition } from '../app/catalogue.ts'
import { useAnswer, useChanges, useClient } from '../app/client.tsx'
import { readNumber, useKept } from '../app/kept.ts'
import { useParam } from '../app/place.ts'
import { useReturnFocus } from '../app/useReturnFocus.ts'
import {
  EmptyState,
  emptyQuery,
  type FilterChoice,
  formatMoment,
  type ListColumn,
  type ListQuery,
  type LoadPage,
  PageHeader,
  parseDay,
  RecordList,
  SplitView,
} from '../ui/index.ts'
import styles from './audit.module.css'
import { changedData } from './changedData.ts'
import { LogDetail } from './LogDetail.tsx'

const texts = auditTexts.log
export type Entry = z.infer<typeof logEntry>
type Row = Entry & { readonly id: string }
const pageSize = 100

const columns: readonly ListColumn<Row>[] = [
  { key: 'time', heading: texts.when, width: 160, render: ({ time }) => formatMoment(Date.parse(time)) },
  {
    key: 'reason',
    heading: texts.what,
    grow: 3,
    lines: 2,
    render: ({ reason }) => reason,
    title: ({ reason }) => reason,
  },
  {
    key: 'officer',
    heading: texts.who,
    grow: 1,
    render: ({ officer }) => officer,
    title: ({ officer }) => officer,
  },
  {
    key: 'rows',
    heading: texts.rows,
    width: 112,
    align: 'right',
    render: ({ rows }) => changedData(rows),
    title: () => texts.rowsAbout,
  },
  {
    key: 'hash',
    heading: texts.code,
    width: 120,
    render: ({ hash }) => <span className={styles.code}>{hash.slice(0, 12)}</span>,
    title: ({ hash }) => hash,
  },
]

const loader =
  (client: Client, keep: (rows: readonly Row[]) => void): LoadPage<Row> =>
  async (cursor, { search, filters }) => {
    const result = await client.call(logList, {
      before: cursor === null ? null : Number(cursor),
      limit: pageSize,
      search,
      officer: filters['officer'] || null,
      record: filters['record'] || null,
      from: filters['from'] || null,
      until: filters['until'] || null,
    })
    if (!result.ok) return { error: result.error.message }
    const { entries, next, total } = result.value
    const rows = entries.map((entry) => ({ ...entry, id: entry.commit }))
    keep(rows)
    return { rows, next: next === null ? null : String(next), total }
  }

/** Entries that were loaded, so that the one named in the address can be shown beside the list. */
const useLog = () => {
  const client = useClient()
  const [seen, setSeen] = useState<ReadonlyMap<string, Row>>(new Map())
  const keep = useCallback(
    (rows: readonly Row[]) =>
      setSeen((before) => new Map([...before, ...rows.map((row) => [row.id, row] as const)])),
    [],
  )
  const loadPage = useMemo(() => loader(client, keep), [client, keep])
  return { seen, loadPage }
}

/** By officer and by type of record; days have fields of their own. */
const useLogFilters = (): readonly FilterChoice[] => {
  const { definitions } = useComposition()
  const { data } = useAnswer(recordList, { type: 'officer', limit: 200 }, { records: ['officer'] })
  const officers = (data?.rows ?? []).map(({ id, title }) => ({ value: id, label: title }))
  const records = definitions
    .filter(({ internal, isSealed }) => !internal && !isSealed)
    .map(({ type, label }) => ({ value: type, label }))
  return [
    { key: 'officer', label: texts.who, choices: officers },
    { key: 'record', label: texts.record, choices: records },
  ]
}

const Days = ({ query, onQuery }: { query: ListQuery; onQuery: (query: ListQuery) => void }) =>
  (['from', 'until'] as const).map((key) => (
    <DateInput
      key={key}
      className={styles.day ?? ''}
      aria-label={texts[key]}
      placeholder={texts[key]}
      valueFormat="DD-MM-YYYY"
      dateParser={parseDay}
      clearable
      clearButtonProps={{ 'aria-label': texts.clear(texts[key]) }}
      value={query.filters[key] || null}
      onChange={(day) => onQuery({ ...query, filters: { ...query.filters, [key]: day ?? '' } })}
    />
  ))

/** Every act of every officer, newest first; each is undone where nothing later stands on it. */
export const LogPage = () => {
  const { seen, loadPage } = useLog()
  // The code stands in the detail as well.
  const isNarrow = useMediaQuery('(max-width: 1100px)') ?? false
  const version = useChanges(null)
  const [query, setQuery] = useState(emptyQuery)
  const filters = useLogFilters()
  const [open, setOpen] = useParam('buka')
  const [width, setWidth] = useKept('lebar/catatan', 420, readNumber)
  const { data } = useAnswer(logList, { limit: 1 })
  const body = useRef<HTMLDivElement>(null)
  useReturnFocus(body, open)
  const entry = open === null ? undefined : seen.get(open)
  return (
    <div className={styles.page}>
      <PageHeader title={texts.title} about={texts.about} />
      <div className={styles.body} ref={body}>
        <SplitView
          side={entry ? <LogDetail entry={entry} onClose={() => setOpen(null)} /> : null}
          sideLabel={texts.detail}
          width={width}
          onWidth={setWidth}
        >
          <RecordList<Row>
            label={texts.title}
            columns={entry ? columns.slice(0, 2) : isNarrow ? columns.slice(0, -1) : columns}
            loadPage={loadPage}
            query={query}
            onQuery={setQuery}
            version={version}
            filters={filters}
            tools={<Days query={query} onQuery={setQuery} />}
            rowLabel={({ reason }) => reason}
            counted={texts.counted}
            openId={open}
            onOpen={(row) => setOpen(row.id)}
            empty={<EmptyState title={data ? texts.empty : ''} />}
          />
        </SplitView>
      </div>
    </div>
  )
}
