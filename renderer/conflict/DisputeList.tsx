import { useMediaQuery } from '@mantine/hooks'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { conflictList, type DisputeRow } from '../../shared/contract/conflict.ts'
import { conflictWindowTexts } from '../../shared/texts/conflict-window.ts'
import { useAnswer } from '../app/client.tsx'
import { readNumber, useKept } from '../app/kept.ts'
import { useParam } from '../app/place.ts'
import { useReturnFocus } from '../app/useReturnFocus.ts'
import {
  EmptyState,
  ErrorText,
  emptyQuery,
  formatMoment,
  formatWhole,
  type ListColumn,
  RecordList,
  SplitView,
  ThinBar,
} from '../ui/index.ts'
import styles from './conflict.module.css'
import { DisputeDetail } from './DisputeDetail.tsx'
import { amountWords, filtersOf, pageOfDisputes } from './disputeRows.ts'

const texts = conflictWindowTexts.dispute
const { columns: words } = texts

const columns: readonly ListColumn<DisputeRow>[] = [
  {
    key: 'title',
    heading: words.title,
    grow: 3,
    lines: 2,
    sortable: true,
    title: ({ kind, title }) => `${kind}: ${title}`,
    render: ({ kind, title }) => (
      <>
        <span className={styles.kind}>{kind}</span> {title || texts.untitled}
      </>
    ),
  },
  {
    key: 'opd',
    heading: words.opd,
    grow: 2,
    lines: 2,
    sortable: true,
    title: ({ opd }) => opd,
    render: ({ opd }) => opd,
  },
  {
    key: 'fields',
    heading: words.fields,
    grow: 2,
    lines: 2,
    sortable: true,
    title: ({ fields }) => fields.join(', '),
    render: ({ fields }) => fields.join(', '),
  },
  {
    key: 'amounts',
    heading: words.amounts,
    width: 196,
    align: 'right',
    sortable: true,
    title: (row) => amountWords(row) ?? '',
    render: (row) => <span className={styles.amounts}>{amountWords(row) ?? '–'}</span>,
  },
  {
    key: 'values',
    heading: words.values,
    width: 72,
    align: 'right',
    sortable: true,
    render: ({ values }) => formatWhole(values),
  },
  {
    key: 'since',
    heading: words.since,
    width: 160,
    sortable: true,
    render: ({ since }) => formatMoment(Date.parse(since)),
  },
]
/** Beside an open record there is room for what it is and how much is in it. */
const besideDetail: ReadonlySet<string> = new Set(['title', 'amounts'])
const onNarrow: ReadonlySet<string> = new Set(['title', 'opd', 'fields', 'amounts'])

const nothing: readonly DisputeRow[] = []

const Empty = () => (
  <EmptyState icon={<IconArrowsSplit2 size={32} stroke={1.5} />} title={texts.emptyTitle}>
    {texts.emptyText}
  </EmptyState>
)

/** Records that were filled in differently on several computers; one of them open beside the list. */
export const DisputeList = () => {
  const { data, failure, isPending } = useAnswer(conflictList, {}, { keep: true })
  const rows = data?.disputes ?? nothing
  const [query, setQuery] = useState(emptyQuery)
  const filters = useMemo(() => filtersOf(rows), [rows])
  const [open, setOpen] = useParam('buka')
  const [width, setWidth] = useKept('lebar/berbeda', 560, readNumber)
  const isNarrow = useMediaQuery('(max-width: 1100px)') ?? false
  const shown = useMemo(() => {
    const kept = open === null ? (isNarrow ? onNarrow : null) : besideDetail
    return kept === null ? columns : columns.filter(({ key }) => kept.has(key))
  }, [open, isNarrow])
  const body = useRef<HTMLDivElement>(null)
  useReturnFocus(body, open)
  if (failure)
    return (
      <div className={styles.message}>
        <ErrorText message={failure.message} detail={String(failure['detail'] ?? '') || undefined} />
      </div>
    )
  if (data !== undefined && data.total === 0 && open === null) return <Empty />
  if (isPending) return <ThinBar label={conflictWindowTexts.loading} />
  return (
    <div className={styles.body} ref={body}>
      <SplitView
        side={open === null ? null : <DisputeDetail key={open} id={open} onClose={() => setOpen(null)} />}
        sideLabel={texts.detail}
        width={width}
        onWidth={setWidth}
      >
        <RecordList<DisputeRow>
          label={texts.label}
          columns={shown}
          loadPage={async (_cursor, asked) => pageOfDisputes(rows, asked)}
          query={query}
          onQuery={setQuery}
          version={rows}
          rowLabel={({ kind, title }) => `${kind}: ${title}`}
          counted={texts.counted}
          filters={filters}
          openId={open}
          onOpen={({ id }) => setOpen(id)}
          empty={<Empty />}
        />
      </SplitView>
    </div>
  )
}
