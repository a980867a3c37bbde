import { Button } from '@mantine/core'
import { useCallback, useRef, useState } from 'react'
import {
  Grid,
  type GridChange,
  type GridColumn,
  type GridHandle,
  type GridRow,
  generalKeys,
  gridKeys,
  KeyHelp,
  type Marks,
  PageHeader,
  StatusMark,
} from '../../../renderer/ui/index.ts'

const columns: readonly GridColumn[] = [
  { key: 'subOutput', heading: 'Sub output', kind: 'longText', width: 190 },
  { key: 'stage', heading: 'Tahapan pelaksanaan', kind: 'longText', width: 200 },
  {
    key: 'method',
    heading: 'Metode atau platform',
    kind: 'choice',
    width: 120,
    choices: [
      { value: 'swakelola', label: 'Swakelola' },
      { value: 'pengadaan langsung', label: 'Pengadaan langsung' },
      { value: 'tender', label: 'Tender' },
      { value: 'e-katalog', label: 'E-katalog' },
    ],
  },
  { key: 'implementer', heading: 'Pelaksana', kind: 'text', width: 110 },
  { key: 'duration', heading: 'Durasi', kind: 'text', width: 90 },
  { key: 'resources', heading: 'Sumber daya', kind: 'text', width: 140 },
  { key: 'amount', heading: 'Jumlah', unit: 'Rp', kind: 'money', width: 120 },
  { key: 'source', heading: 'Sumber asli', kind: 'text', width: 120, readOnly: true },
]

const subOutputs = [
  'Analisis kebutuhan sistem',
  'Perancangan basis data dan antarmuka pengguna untuk kader PKK di tingkat kelurahan, kecamatan, dan kota',
  'Pembangunan modul pendataan keluarga',
  'Uji coba',
  'Pelatihan operator',
]
const stages = [
  'Rapat persiapan',
  'Pengumpulan data dan wawancara dengan kader di dua belas kelurahan',
  'Pembangunan',
  'Uji terima',
  'Serah terima',
]
const methods = ['swakelola', 'pengadaan langsung', 'tender', null, 'e-katalog']
const at = <T,>(list: readonly T[], index: number): T => list[index % list.length] as T

const makeRow = (index: number): GridRow => ({
  id: `baris-${index}`,
  cells: {
    subOutput: index % 3 === 1 ? null : at(subOutputs, index),
    stage: at(stages, index * 2 + 1),
    method: at(methods, index),
    implementer: index % 4 === 0 ? 'Vendor' : 'Diskominfo',
    duration: `${1 + (index % 6)} Bulan`,
    resources: index % 7 === 6 ? 'sesuai DPA' : `APBD : ${5 + (index % 40)} Juta`,
    amount: index % 7 === 6 ? 'sesuai DPA' : 1_000_000 * (5 + (index % 40)),
    source: `Lembar 1, baris ${index + 3}`,
  },
})
const makeRows = (count: number) => Array.from({ length: count }, (_, index) => makeRow(index))

const doubt =
  '‘sesuai DPA’ tidak terbaca sebagai jumlah. Teks aslinya disimpan; isi jumlahnya atau biarkan kosong.'
const marks: Marks = {
  'baris-6': { amount: { kind: 'doubt', message: doubt } },
  'baris-2': { stage: { kind: 'changed', message: 'Semula ‘Serah terima’.' } },
  'baris-4': {
    duration: { kind: 'error', message: 'Durasi lebih panjang dari tahun anggaran. Periksa angkanya.' },
  },
}
const status = {
  'baris-2': { tone: 'info', label: 'Diubah' },
  'baris-4': { tone: 'bad', label: 'Perlu diperbaiki' },
  'baris-6': { tone: 'warn', label: 'Perlu diperiksa' },
} as const

let added = 0
const newRow = (): GridRow => {
  added += 1
  return { id: `baru-${added}`, cells: {} }
}

type Global = { grid?: { rows: () => readonly GridRow[]; changes: GridChange[] } }

const Sheet = ({
  count,
  marked = false,
  readOnly = false,
}: {
  count: number
  marked?: boolean
  readOnly?: boolean
}) => {
  const [rows, setRows] = useState<readonly GridRow[]>(() => makeRows(count))
  const [help, setHelp] = useState(false)
  const handle = useRef<GridHandle>(null)
  const changes = useRef<GridChange[]>([])
  ;(globalThis as Global).grid = { rows: () => rows, changes: changes.current }
  const onChange = useCallback((change: GridChange) => {
    changes.current.push(change)
    setRows(change.rows)
  }, [])
  return (
    <main style={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
      <PageHeader
        title="Dinas Pemberdayaan Perempuan"
        mark={<StatusMark status="diperiksa" />}
        about="Pengembangan SIM PKK · tahun anggaran 2027 · versi 2"
        actions={
          <>
            <Button variant="default" onClick={() => setHelp(true)}>
              Tombol
            </Button>
            <Button onClick={() => handle.current?.commit()}>Simpan</Button>
          </>
        }
      />
      <div style={{ flex: 1, minHeight: 0 }}>
        <Grid
          label="Baris anggaran"
          columns={columns}
          rows={rows}
          onChange={onChange}
          newRow={newRow}
          readOnly={readOnly}
          handle={handle}
          {...(marked ? { marks, rowStatus: status } : {})}
        />
      </div>
      <KeyHelp opened={help} onClose={() => setHelp(false)} groups={[gridKeys, generalKeys]} />
    </main>
  )
}

export const gridScenes = {
  'grid-few': () => <Sheet count={8} marked />,
  'grid-many': () => <Sheet count={500} />,
  'grid-empty': () => <Sheet count={0} />,
  'grid-readonly': () => <Sheet count={8} readOnly />,
}
