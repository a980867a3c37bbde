import { useCallback, useMemo, useRef, useState } from 'react'
import type { z } from 'zod'
import { type logEntry, logList } from '../../shared/contract/records.ts'
import { auditTexts } from '../../shared/texts/audit.ts'
import type { Client } from '../app/bridge.ts'
import { useAnswer, useChanges, useClient } from '../app/client.tsx'
import { readNumber, useKept } from '../app/kept.ts'
import { useParam } from '../app/place.ts'
import { useReturnFocus } from '../app/useReturnFocus.ts'
import {
  EmptyState,
  emptyQuery,
  formatMoment,
  formatWhole,
  type ListColumn,
  type LoadPage,
  PageHeader,
  RecordList,
  SplitView,
} from '../ui/index.ts'
import styles from './audit.module.css'
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
  { key: 'rows', heading: texts.rows, width: 80, align: 'right', render: ({ rows }) => formatWhole(rows) },
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
  async (cursor) => {
    const result = await client.call(logList, {
      before: cursor === null ? null : Number(cursor),
      limit: pageSize,
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

/** Every act of every officer, newest first; each is undone where nothing later stands on it. */
export const LogPage = () => {
  const { seen, loadPage } = useLog()
  const version = useChanges(null)
  const [query, setQuery] = useState(emptyQuery)
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
            columns={entry ? columns.slice(0, 2) : columns}
            loadPage={loadPage}
            query={query}
            onQuery={setQuery}
            version={version}
            searchable={false}
            rowLabel={({ reason }) => reason}
            openId={open}
            onOpen={(row) => setOpen(row.id)}
            empty={<EmptyState title={data ? texts.empty : ''} />}
          />
        </SplitView>
      </div>
    </div>
  )
}
