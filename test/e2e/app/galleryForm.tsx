import { Tabs } from '@mantine/core'
import { useCallback, useState } from 'react'
import {
  type FieldGroup,
  type FormValues,
  History,
  type HistoryEntry,
  RecordForm,
  type SaveOutcome,
  StatusMark,
} from '../../../renderer/ui/index.ts'

const opds = [
  'Dinas Kesehatan',
  'Dinas Pendidikan dan Kebudayaan',
  'Bappeda Litbang',
  'Sekretariat DPRD',
  'Inspektorat',
]
const searchOpd = async (text: string) =>
  opds
    .filter((opd) => opd.toLowerCase().includes(text.toLowerCase()))
    .map((opd) => ({ value: opd, label: opd, hint: `1.02.${opds.indexOf(opd)}` }))

const groups: readonly FieldGroup[] = [
  {
    title: 'Formulir',
    fields: [
      {
        name: 'opd',
        label: 'OPD',
        kind: 'reference',
        required: true,
        search: searchOpd,
        current: { value: 'Dinas Kesehatan', label: 'Dinas Kesehatan' },
      },
      { name: 'received', label: 'Diterima', kind: 'date', required: true },
      { name: 'title', label: 'Output', kind: 'text', wide: true },
      {
        name: 'note',
        label: 'Catatan pemeriksaan',
        kind: 'longText',
        hint: 'Dibaca OPD bila formulir dikembalikan.',
      },
    ],
  },
  {
    title: 'Rincian',
    fields: [
      { name: 'amount', label: 'Jumlah usulan', kind: 'money' },
      { name: 'years', label: 'Lama pelaksanaan', kind: 'integer', unit: 'bulan', min: 0 },
      {
        name: 'method',
        label: 'Metode',
        kind: 'choice',
        choices: [
          { value: 'swakelola', label: 'Swakelola' },
          { value: 'vendor', label: 'Vendor' },
        ],
      },
      { name: 'public', label: 'Dipakai publik', kind: 'boolean' },
    ],
  },
]

const values: FormValues = {
  opd: 'Dinas Kesehatan',
  received: '2026-11-21',
  title: 'Pengembangan SIM PKK',
  note: null,
  amount: 186_000_000,
  years: 6,
  method: 'vendor',
  public: null,
}

const refused: SaveOutcome = {
  ok: false,
  message: 'Formulir belum disimpan. Isian Anda tetap ada; perbaiki dua isian yang ditandai.',
  detail: 'BudgetFormInvalid: received, amount',
  fields: {
    received: 'Tanggal diterima lebih akhir dari hari ini. Periksa tahun atau bulannya.',
    amount: 'Jumlah berbeda dari jumlah baris (Rp180.000.000). Periksa baris 7 atau isi alasannya.',
  },
}

const outcomes: Record<string, () => Promise<SaveOutcome>> = {
  fine: async () => ({ ok: true }),
  refused: async () => refused,
  busy: () => new Promise(() => {}),
  slow: () =>
    new Promise((resolve) => addEventListener('saved', () => resolve({ ok: true }), { once: true })),
}

const Form = ({ outcome }: { outcome: string }) => {
  const [saved, setSaved] = useState<FormValues | null>(null)
  const [closed, setClosed] = useState(false)
  const save = useCallback(
    async (_all: FormValues, changed: FormValues) => {
      const result = await (outcomes[outcome] as () => Promise<SaveOutcome>)()
      if (result.ok) setSaved(changed)
      return result
    },
    [outcome],
  )
  if (closed) return <p data-testid="closed">tertutup</p>
  return (
    <>
      <RecordForm
        label="Formulir anggaran"
        groups={groups}
        initial={values}
        onSave={save}
        onCancel={() => setClosed(true)}
        autoFocus
      />
      <output data-testid="saved">{saved ? JSON.stringify(saved) : ''}</output>
    </>
  )
}

const entries: readonly HistoryEntry[] = [
  {
    id: '3',
    who: 'Rina Marlina, Verifikator',
    at: 1_795_245_000_000,
    summary: 'Mengubah baris 7',
    changes: [
      { field: 'Sumber daya', before: 'sesuai DPA', after: 'APBD : 10 Juta' },
      { field: 'Jumlah', before: null, after: '10.000.000' },
    ],
    canUndo: true,
  },
  {
    id: '2',
    who: 'Rina Marlina, Verifikator',
    at: 1_795_240_000_000,
    summary: 'Menghapus baris 12',
    changes: [
      { field: 'Sub output', before: 'Pelatihan operator tingkat kelurahan dan pendampingan', after: null },
    ],
    canUndo: false,
    undone: true,
  },
  {
    id: '1',
    who: 'Budi Santoso, Perencana',
    at: 1_795_100_000_000,
    summary: 'Diimpor dari Anggaran Dinas Kesehatan.docx',
    changes: [],
    canUndo: true,
  },
]

export const RecordSide = ({ title, onClose }: { title: string; onClose: () => void }) => (
  <div style={{ padding: '16px 24px' }}>
    <h2 style={{ margin: '0 32px 4px 0', fontSize: 16 }}>{title}</h2>
    <StatusMark status="diperiksa" />
    <Tabs defaultValue="isi" mt={12}>
      <Tabs.List>
        <Tabs.Tab value="isi">Isi</Tabs.Tab>
        <Tabs.Tab value="riwayat">Riwayat</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="isi" pt={16}>
        <RecordForm
          label="Formulir anggaran"
          groups={groups}
          initial={values}
          onSave={async () => ({ ok: true })}
          onCancel={onClose}
        />
      </Tabs.Panel>
      <Tabs.Panel value="riwayat" pt={16}>
        <History entries={entries} onUndo={() => {}} />
      </Tabs.Panel>
    </Tabs>
  </div>
)

const Sheet = ({ children }: { children: React.ReactNode }) => (
  <main style={{ height: '100%', overflow: 'auto' }}>
    <div style={{ maxWidth: 720, margin: '0 auto', padding: 24 }}>
      <h1 style={{ fontSize: 20, margin: '0 0 16px' }}>Formulir anggaran</h1>
      {children}
    </div>
  </main>
)

export const formScenes = {
  form: () => (
    <Sheet>
      <Form outcome="fine" />
    </Sheet>
  ),
  'form-refused': () => (
    <Sheet>
      <Form outcome="refused" />
    </Sheet>
  ),
  'form-busy': () => (
    <Sheet>
      <Form outcome="busy" />
    </Sheet>
  ),
  'form-slow': () => (
    <Sheet>
      <Form outcome="slow" />
    </Sheet>
  ),
  'form-readonly': () => (
    <Sheet>
      <RecordForm
        label="Formulir anggaran"
        groups={groups}
        initial={values}
        onSave={async () => ({ ok: true })}
        readOnly
      />
    </Sheet>
  ),
  history: () => (
    <Sheet>
      <History entries={entries} onUndo={() => {}} onMore={() => {}} />
    </Sheet>
  ),
  'history-empty': () => (
    <Sheet>
      <History entries={[]} onUndo={() => {}} />
    </Sheet>
  ),
}
