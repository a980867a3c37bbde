/** Rows for the gallery: the same at every run. */
export type SampleForm = {
  readonly id: string
  readonly opd: string
  readonly output: string
  readonly received: string
  readonly rows: number
  readonly amount: number | null
  readonly status: 'diterima' | 'diperiksa' | 'dikembalikan' | 'direkomendasikan' | 'dikunci'
}

const opds = [
  'Dinas Kesehatan',
  'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana',
  'Bappeda Litbang',
  'Badan Pengelola Keuangan dan Aset Daerah',
  'Kecamatan Prabumulih Timur',
  'Dinas Pendidikan dan Kebudayaan',
  'Sekretariat DPRD',
  'Dinas Kependudukan dan Pencatatan Sipil',
]
const outputs = [
  'Pengembangan SIM PKK',
  'Pengadaan komputer dan perangkat jaringan kantor',
  'Sistem informasi pelayanan kesehatan terpadu dengan rujukan antar fasilitas dan pelaporan otomatis ke Kementerian',
  'Sewa layanan internet',
  'Pelatihan operator',
]
const states = ['diterima', 'diperiksa', 'dikembalikan', 'direkomendasikan', 'dikunci'] as const
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

export const sampleForm = (index: number): SampleForm => ({
  id: `form-${index}`,
  opd: at(opds, index),
  output: at(outputs, index * 3 + (index % 4)),
  received: `2026-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + ((index * 7) % 28)).padStart(2, '0')}`,
  rows: 3 + ((index * 13) % 60),
  amount: index % 6 === 4 ? null : 1_000_000 * (5 + ((index * 37) % 900)),
  status: at(states, index * 2 + (index % 3)),
})

export const sampleForms = (count: number): SampleForm[] =>
  Array.from({ length: count }, (_, index) => sampleForm(index))
