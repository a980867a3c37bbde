// biome-ignore-all lint/a11y/useSemanticElements: the bare list stands for the limit, not for a table
import { Button } from '@mantine/core'
import { IconFileImport, IconFileText } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import {
  DateText,
  EmptyState,
  emptyQuery,
  Figure,
  Figures,
  type ListColumn,
  type ListQuery,
  type LoadPage,
  MoneyText,
  PageHeader,
  RecordList,
  SplitView,
  StatusMark,
} from '../../../renderer/ui/index.ts'
import { type SampleForm, sampleForms } from './galleryData.ts'
import { RecordSide } from './galleryForm.tsx'

const columns: readonly ListColumn<SampleForm>[] = [
  { key: 'opd', heading: 'OPD', grow: 2, sortable: true, render: (row) => row.opd, title: (row) => row.opd },
  { key: 'output', heading: 'Output', grow: 2, render: (row) => row.output, title: (row) => row.output },
  {
    key: 'received',
    heading: 'Diterima',
    width: 96,
    sortable: true,
    render: (row) => <DateText value={row.received} />,
  },
  { key: 'rows', heading: 'Baris', width: 56, align: 'right', render: (row) => row.rows },
  {
    key: 'amount',
    heading: 'Jumlah (Rp)',
    width: 120,
    align: 'right',
    sortable: true,
    render: (row) => <MoneyText value={row.amount} />,
  },
  { key: 'status', heading: 'Keadaan', width: 152, render: (row) => <StatusMark status={row.status} /> },
]

const matches = (query: ListQuery) => (row: SampleForm) =>
  row.opd.toLowerCase().includes(query.search.toLowerCase()) &&
  (!query.filters.status || row.status === query.filters.status)

const ordered = (rows: SampleForm[], { sort }: ListQuery) => {
  if (!sort) return rows
  const key = sort.key as keyof SampleForm
  const sign = sort.direction === 'asc' ? 1 : -1
  return rows.toSorted(
    (a, b) => sign * ((a[key] ?? 0) < (b[key] ?? 0) ? -1 : (a[key] ?? 0) > (b[key] ?? 0) ? 1 : 0),
  )
}

const pagesOf =
  (all: SampleForm[], size = 500): LoadPage<SampleForm> =>
  async (cursor, query) => {
    const rows = ordered(all.filter(matches(query)), query)
    const from = Number(cursor ?? 0)
    const next = from + size < rows.length ? String(from + size) : null
    return { rows: rows.slice(from, from + size), next, total: rows.length }
  }

const empty = (
  <EmptyState
    icon={<IconFileText size={32} stroke={1.25} />}
    title="Belum ada formulir anggaran TIK"
    action={<Button leftSection={<IconFileImport size={16} />}>Impor formulir</Button>}
  >
    Setiap OPD mengirim rencana anggaran TIK menurut Pasal 6 ayat (4). Impor berkas Word atau Excel yang
    mereka kirim.
  </EmptyState>
)

const statusFilter = {
  key: 'status',
  label: 'Keadaan',
  choices: [
    { value: 'diterima', label: 'Diterima' },
    { value: 'diperiksa', label: 'Diperiksa' },
    { value: 'dikunci', label: 'Dikunci' },
  ],
}

const figures = (
  <div style={{ marginTop: 12 }}>
    <Figures>
      <Figure
        label="Formulir diterima"
        value="12 dari 31 OPD"
        note="19 OPD belum mengirim"
        onOpen={() => {}}
      />
      <Figure label="Jumlah usulan" value="Rp4.186.000.000" note="dari 214 baris" onOpen={() => {}} />
      <Figure label="Tanpa biaya" value="63 baris" tone="warn" onOpen={() => {}} />
      <Figure label="Perlu diperiksa" value="8" tone="bad" onOpen={() => {}} />
    </Figures>
  </div>
)

const List = ({ load, split = false }: { load: LoadPage<SampleForm>; split?: boolean }) => {
  const [query, setQuery] = useState(emptyQuery)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<SampleForm | null>(null)
  const [width, setWidth] = useState(460)
  return (
    <main style={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
      <PageHeader
        title="Kebutuhan OPD"
        about="Formulir anggaran TIK tahun anggaran 2027"
        actions={
          <>
            <Button variant="default">Salin ke Excel</Button>
            <Button leftSection={<IconFileImport size={16} />}>Impor formulir</Button>
          </>
        }
      >
        {split ? null : figures}
      </PageHeader>
      <div style={{ flex: 1, minHeight: 0 }}>
        <SplitView
          side={open && split ? <RecordSide title={open.opd} onClose={() => setOpen(null)} /> : null}
          sideLabel={open?.opd ?? ''}
          width={width}
          onWidth={setWidth}
          onClose={() => setOpen(null)}
        >
          <RecordList
            label="Formulir anggaran"
            columns={
              split && open ? columns.filter(({ key }) => key !== 'output' && key !== 'rows') : columns
            }
            loadPage={load}
            query={query}
            onQuery={setQuery}
            rowLabel={(row) => row.opd}
            filters={[statusFilter]}
            openId={open?.id ?? null}
            onOpen={setOpen}
            selected={selected}
            onSelect={setSelected}
            selectionActions={(chosen) => <Button variant="default">Kunci {chosen.size} formulir</Button>}
            empty={empty}
          />
        </SplitView>
      </div>
    </main>
  )
}

const Many = () => {
  const load = useMemo(() => pagesOf(sampleForms(100_000), 5000), [])
  return <List load={load} />
}
const few = pagesOf(sampleForms(6))
const never: LoadPage<SampleForm> = () => new Promise(() => {})
/** Answers the first time, and is then asked in vain. */
const once = (): LoadPage<SampleForm> => {
  let isAsked = false
  return (...asked) => {
    if (isAsked) return new Promise(() => {})
    isAsked = true
    return few(...asked)
  }
}
const Again = () => {
  const load = useMemo(once, [])
  return <List load={load} />
}
const failing: LoadPage<SampleForm> = async () => ({
  error: 'Daftar belum dapat dimuat. Data Anda aman; coba muat lagi.',
})

/** A virtual list without any content: the limit that scrolling is measured against. */
const BareList = () => {
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: 100_000,
    getScrollElement: () => box.current,
    estimateSize: () => 32,
    overscan: 10,
  })
  return (
    <div ref={box} role="grid" style={{ height: '100%', overflow: 'auto' }}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => (
          <div
            key={item.key}
            style={{ position: 'absolute', top: item.start, height: 32, left: 0, right: 0 }}
          />
        ))}
      </div>
    </div>
  )
}

export const listScenes = {
  'list-many': Many,
  'list-few': () => <List load={few} />,
  'list-split': () => <List load={few} split />,
  'list-empty': () => <List load={pagesOf([])} />,
  'list-busy': () => <List load={never} />,
  'list-again': Again,
  'list-error': () => <List load={failing} />,
  'list-bare': BareList,
}
