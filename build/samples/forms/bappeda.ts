import { type Form, type Money, row, type SampleRow } from '../form.ts'
import { dashed, jt } from '../rupiah.ts'

const apbd = (amount: number): [string, Money] => [`APBD ${jt(amount)}`, { APBD: amount }]

const architecture = 'Arsitektur dan peta rencana'
const application = 'Pengembangan aplikasi'
const map = 'Peta digital'
const infrastructure = 'Infrastruktur'
const people = 'SDM pengelola'
const rules = 'Tata kelola'

const first: readonly SampleRow[] = [
  row(
    architecture,
    'Reviu arsitektur SPBE bidang perencanaan',
    'TOGAF',
    'Bappeda dan Diskominfo',
    '1 bulan',
    ...apbd(17.5e6),
  ),
  row(architecture, 'Sosialisasi peta rencana', 'FGD', 'Diskominfo', '1 hari', ...apbd(8e6)),
  row(
    application,
    'Analisis kebutuhan e-musrenbang',
    'Wawancara',
    'Pihak Ketiga',
    '3 minggu',
    ...apbd(12e6),
    {},
  ),
  row(application, 'Pengodean e-musrenbang', 'Node.js, PostgreSQL', 'Pihak Ketiga', '4 bulan', ...apbd(85e6)),
  row(
    application,
    'Pengodean dasbor capaian pembangunan',
    'Metabase',
    'Pihak Ketiga',
    '2 bulan',
    ...apbd(35e6),
  ),
  row(application, 'Pengujian fungsi', 'Black box', 'Diskominfo', '3 hari, 2 kali', ...apbd(4.5e6)),
  row(
    map,
    'Pembangunan peta digital infrastruktur kota',
    'WebGIS, GeoServer',
    'Pihak Ketiga',
    '3 bulan',
    ...apbd(68e6),
    { alike: 'peta' },
  ),
  row(map, 'Survei titik koordinat prasarana', 'GPS geodetik', 'Bappeda', '5 hari, 4 kali', ...apbd(22.5e6)),
  row(
    infrastructure,
    'Pengadaan laptop perencana (3 unit)',
    'E-katalog',
    'Pihak Ketiga',
    '1 bulan',
    ...apbd(55.5e6),
    {
      volume: 3,
      unit: 'Unit',
      unitPrice: 18_500_000,
      standard: 'Laptop',
    },
  ),
  row(infrastructure, 'Sewa peladen virtual', 'Pusat data kota', 'Kominfo', '12 bulan'),
  row(people, 'Bimbingan teknis e-musrenbang', 'Workshop', 'Pihak Ketiga', '2 hari, 3 kali', ...apbd(27e6)),
  row(people, 'Pelatihan administrator', 'Workshop', 'Pihak Ketiga', '2 hari'),
  row(rules, 'Penyusunan SOP pengelolaan data perencanaan', 'Rapat', 'Bappeda', '1 bulan'),
  row(rules, 'Forum Satu Data', 'Rapat', 'Bappeda', '1 hari, 4 kali', ...apbd(14e6)),
]

/** Sheet: columns in another order, a "No" column, a numbered heading row, kop and output above the table. */
export const bappeda: Form = {
  file: 'bappeda.xlsx',
  opd: '5.01.01',
  address: 'Jalan Perkantoran Nomor 1 Prabumulih, Kode Pos 31122',
  title: ['RENCANA TINDAK PELAKSANAAN KEGIATAN TIK', 'TAHUN ANGGARAN 2027'],
  outputs: [{ title: 'Pengembangan Sistem Perencanaan Pembangunan Terpadu (SIPANDU)', rows: first }],
  layout: {
    columns: [
      { kind: 'number', head: 'No', width: 5 },
      { kind: 'stage', head: 'Tahap Pelaksanaan', width: 40 },
      { kind: 'subOutput', head: 'Sub Output', width: 24 },
      { kind: 'implementer', head: 'Pelaksana', width: 22 },
      { kind: 'method', head: 'Metode/Teknologi/\nPlatform', width: 22 },
      { kind: 'resources', head: 'Sumber Daya\nyang Digunakan', width: 20 },
      { kind: 'duration', head: 'Durasi', width: 16 },
    ],
    groups: 'repeated',
    titles: 'above',
    titlePrefix: 'Output : ',
    numberedHead: true,
    total: 'Jumlah',
    sums: dashed,
  },
  notes: ['Keterangan : sewa peladen virtual menjadi beban Diskominfo.'],
  signature: {
    place: 'Prabumulih, 7 Oktober 2026',
    position: 'Kepala Bappeda',
    name: 'Ir. Marlina Sari, M.T.',
    rank: 'Pembina Utama Muda',
    nip: '19730318 199903 2 002',
  },
  leftOut: ['sewa peladen virtual menjadi beban'],
}

const changed = new Map<number, SampleRow>([
  [
    4,
    row(
      application,
      'Pengodean e-musrenbang',
      'Node.js, PostgreSQL',
      'Pihak Ketiga',
      '5 bulan',
      ...apbd(92.5e6),
    ),
  ],
  [
    9,
    row(
      infrastructure,
      'Pengadaan laptop perencana (2 unit)',
      'E-katalog',
      'Pihak Ketiga',
      '1 bulan',
      ...apbd(34e6),
      {
        volume: 2,
        unit: 'Unit',
        unitPrice: 17_000_000,
        standard: 'Laptop',
      },
    ),
  ],
  [
    11,
    row(people, 'Bimbingan teknis e-musrenbang', 'Workshop', 'Diskominfo', '2 hari, 3 kali', ...apbd(27e6)),
  ],
])
const removed = [8, 12]
const added: readonly SampleRow[] = [
  row(
    rules,
    'Penyusunan Keputusan Walikota tentang wali data',
    'Rapat',
    'Bappeda dan Diskominfo',
    '2 bulan',
    ...apbd(6e6),
  ),
  row(
    'Keberlanjutan sistem',
    'Reviu berkala',
    'Rapat',
    'Bappeda dan Diskominfo',
    '1 hari, 2 kali',
    ...apbd(3e6),
  ),
]

/** The later file of the same OPD. Row numbers of `removed` and the first of each pair of `changed` are those of the first file. */
export const bappedaPerbaikan: Form = {
  ...bappeda,
  file: 'bappeda-perbaikan.xlsx',
  title: ['RENCANA TINDAK PELAKSANAAN KEGIATAN TIK (PERBAIKAN)', 'TAHUN ANGGARAN 2027'],
  outputs: [
    {
      title: 'Pengembangan Sistem Perencanaan Pembangunan Terpadu (SIPANDU)',
      rows: [
        ...first
          .map((row, index) => changed.get(index + 1) ?? row)
          .filter((_, i) => !removed.includes(i + 1)),
        ...added,
      ],
    },
  ],
  signature: { ...bappeda.signature, place: 'Prabumulih, 28 Oktober 2026' },
}

const shift = (row: number) => row - removed.filter((gone) => gone < row).length
export const bappedaChanges = {
  from: 'bappeda.xlsx',
  to: 'bappeda-perbaikan.xlsx',
  changed: [...changed.keys()].map((row) => ({ from: row, to: shift(row) })),
  removed,
  added: added.map((_, index) => first.length - removed.length + index + 1),
}
