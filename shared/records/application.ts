import { agency, coordination, coordinationKeys, hasIt, ofAgency } from './common.ts'
import { defineRecord } from './define.ts'
import { boolean, choice, date, integer, longText, money, reference, text, when } from './field.ts'

export const origins = {
  daerah: 'Dibuat oleh atau untuk daerah',
  pusat: 'Dari pemerintah pusat',
  provinsi: 'Dari provinsi',
  langganan: 'Langganan (SaaS)',
  siap_pakai: 'Siap pakai berlisensi',
} as const

const document = (label: string, letter: string) =>
  choice(label, { ada: 'Ada', tidak: 'Tidak ada', tidak_tersedia: 'Tidak tersedia dari pembuatnya' }).basis(
    `PBM-11(3)${letter}`,
  )

/** The five papers of Pasal 11 ayat (3), a to e. */
export const applicationDocuments = [
  'docNeeds',
  'docDesign',
  'docTechnical',
  'docManual',
  'docSource',
] as const

const ofMakers = [...applicationDocuments, 'docReason'] as const
const ofOwners = ['copyright', 'copyrightProof', 'stored', 'repository', 'storedOn'] as const
const ofReceivers = [
  'tested',
  'testedOn',
  'licence',
  'licenceProof',
  'licenceUntil',
  'secured',
  'securedOn',
] as const

/** The origin decides which paragraphs of Pasal 11 concern it. */
const unconcerned = ({
  origin,
  kind,
  ...row
}: {
  readonly origin: keyof typeof origins | null
  readonly kind: string | null
  readonly licence: string | null
} & Readonly<Record<(typeof applicationDocuments)[number], string | null>>) => {
  const isGiven = origin === 'pusat' || origin === 'provinsi'
  const lacksNone = applicationDocuments.every((key) => row[key] !== 'tidak_tersedia')
  return [
    ...(isGiven ? [...ofMakers, ...ofReceivers] : lacksNone ? (['docReason'] as const) : []),
    ...(origin === null || (origin === 'daerah' && row.licence !== 'terbuka') ? [] : ofOwners),
    ...(origin === 'daerah' && kind !== 'umum' ? [] : (['developedOn', ...coordinationKeys] as const)),
    ...(row.licence === 'pemda' ? (['licenceProof', 'licenceUntil'] as const) : []),
  ]
}

export const application = defineRecord('application', {
  label: 'Aplikasi',
  plural: 'Aplikasi',
  articles: ['PBM-1.6', 'PBM-9(1)a-d', 'PBM-9(2)', 'PBM-11(3)a-e', 'SKW-1.8-10'],
  ...ofAgency,
  fields: {
    name: text('Nama aplikasi').required().searchable(),
    opd: agency().basis('PBM-1.6', 'PBM-9(2)'),
    origin: choice('Asal', origins).required().help('Menentukan ayat mana dari Pasal 11 yang berlaku.'),
    kind: choice('Jenis', { umum: 'Aplikasi umum', khusus: 'Aplikasi khusus' }).basis(
      'PBM-11(2)',
      'PBM-11(4)',
      'PBM-11(5)',
    ),
    use: choice('Pemakaian', { aktif: 'Aktif', terbatas: 'Terbatas', tidak: 'Tidak digunakan' }),
    unusedSince: when('Tidak digunakan sejak'),
    plan: choice('Rencana', { lanjut: 'Lanjut', gabung: 'Gabung', hentikan: 'Hentikan' }),
    about: longText('Uraian').searchable(),
    purpose: longText('Fungsi dan peruntukan').basis('PBM-11(1)'),
    duty: text('Tugas dan fungsi OPD yang didukung').basis('PBM-9(2)', 'PBM-11(5)'),
    forInternal: boolean('Dipakai internal pemerintah').basis('PBM-5(1)', 'PBM-3b'),
    forPublic: boolean('Dipakai masyarakat').basis('PBM-5(1)', 'PBM-3b'),
    forBusiness: boolean('Dipakai dunia usaha').basis('PBM-5(1)', 'PBM-3b'),
    transacts: boolean('Melakukan transaksi elektronik').basis('PBM-1.7', 'PBM-16(4)'),
    since: when('Dipakai sejak').basis('PBM-11(3)a-e', 'PBM-20(1)'),
    developedOn: when('Dikembangkan').basis('PBM-11(5)'),
    provider: reference('opd', 'Disediakan oleh OPD').basis('PBM-11(4)'),
    forAll: boolean('Dipakai seluruh OPD').basis('PBM-11(4)'),
    budgetYear: integer('Tahun anggaran pengadaan'),
    activity: text('Sub kegiatan'),
    account: text('Rekening belanja'),
    contract: text('Nomor kontrak').searchable(),
    vendor: text('Penyedia').searchable(),
    value: money('Nilai (Rp)'),
    handover: text('Nomor BAST'),
    handoverDate: date('Tanggal BAST'),
    assetCode: text('Kode barang').basis('PBM-9(1)a-d'),
    assetValue: money('Nilai aset (Rp)').basis('PBM-9(1)a-d'),
    intangible: boolean('Tercatat sebagai aset tak berwujud').basis('PBM-9(1)a-d'),
    docNeeds: document('Dokumen kebutuhan perangkat lunak', 'a'),
    docDesign: document('Dokumen arsitektur atau desain', 'b'),
    docTechnical: document('Dokumen teknis', 'c'),
    docManual: document('Dokumen manual', 'd'),
    docSource: document('Kode sumber', 'e'),
    docReason: text('Alasan yang tidak tersedia').basis('PBM-11(3)a-e'),
    licence: choice('Lisensi', {
      pemda: 'Milik pemerintah daerah',
      terbuka: 'Kode sumber terbuka',
      berbayar: 'Berlisensi',
      tanpa: 'Tanpa lisensi yang sah',
    }).basis('PBM-11(2)', 'PBM-Penj11(2)'),
    licenceProof: text('Bukti lisensi atau alamat kode sumber').basis('PBM-11(2)', 'PBM-Penj11(2)'),
    licenceUntil: date('Lisensi berlaku sampai').basis('PBM-11(2)'),
    copyright: choice('Pemegang hak cipta', { pemda: 'Pemerintah daerah', lain: 'Pihak lain' }).basis(
      'PBM-11(6)',
    ),
    copyrightProof: text('Dasar hak cipta').basis('PBM-11(6)'),
    stored: hasIt('Tersimpan di repository Diskominfo').basis('PBM-11(6)-2'),
    repository: text('Alamat di repository').basis('PBM-11(6)-2'),
    storedOn: date('Disimpan di repository').basis('PBM-11(6)-2'),
    tested: choice('Uji fungsi', { lulus: 'Sesuai peruntukan', tidak: 'Tidak sesuai' }).basis('PBM-11(1)'),
    testedOn: date('Tanggal uji fungsi').basis('PBM-11(1)'),
    related: text('Sistem lain yang terkait').basis('PBM-11(1)'),
    integrated: choice('Integrasi', { sudah: 'Sudah', bisa: 'Bisa, belum', tidak: 'Tidak bisa' }).basis(
      'PBM-11(1)',
      'SKW-5a-f',
    ),
    secured: choice('Penilaian keamanan', { memenuhi: 'Memenuhi', tidak: 'Tidak memenuhi' }).basis(
      'PBM-11(2)',
    ),
    securedOn: date('Tanggal penilaian keamanan').basis('PBM-11(2)'),
    risk: choice('Tingkat risiko', { rendah: 'Rendah', sedang: 'Sedang', tinggi: 'Tinggi' }).basis('SKW-10'),
    accessMatrix: hasIt('Matriks hak akses').basis('PBM-14(2)a-b', 'PBM-Penj14(2)', 'SKW-10'),
    ...coordination('PBM-11(5)'),
    place: choice('Tempat sistem', {
      diskominfo: 'Pusat data yang dikelola Diskominfo',
      opd: 'Infrastruktur OPD sendiri',
      sewa: 'Disewa',
      pusat: 'Diwajibkan pemerintah pusat',
    }).basis('PBM-10(4)', 'PBM-9(1)a-d'),
    code: text('Kode referensi').searchable(),
    supports: text('Layanan yang didukung'),
    uses: text('Data yang digunakan'),
    yields: text('Luaran'),
    basedOn: choice('Basis', { web: 'Web', mobile: 'Mobile', desktop: 'Desktop', cloud: 'Cloud' }),
    server: text('Server'),
    language: text('Bahasa pemrograman'),
    framework: text('Kerangka'),
    database: text('Basis data'),
    developer: text('Unit pengembang'),
    operator: text('Unit operasional'),
    linked: text('ID aplikasi terkait'),
  },
  sections: {
    'Pengguna dan transaksi': ['forInternal', 'forPublic', 'forBusiness', 'transacts'],
    'Pengembangan dan koordinasi': ['since', 'developedOn', 'provider', 'forAll', ...coordinationKeys],
    'Lima dokumen': [...applicationDocuments, 'docReason'],
    'Lisensi, hak cipta, repository': [
      'licence',
      'licenceProof',
      'licenceUntil',
      'copyright',
      'copyrightProof',
      'stored',
      'repository',
      'storedOn',
    ],
    'Fungsi, integrasi, keamanan': [
      'tested',
      'testedOn',
      'related',
      'integrated',
      'secured',
      'securedOn',
      'risk',
      'accessMatrix',
      'place',
    ],
    'Pengadaan dan aset': [
      'budgetYear',
      'activity',
      'account',
      'contract',
      'vendor',
      'value',
      'handover',
      'handoverDate',
      'assetCode',
      'assetValue',
      'intangible',
    ],
    'Arsitektur SPBE': [
      'code',
      'supports',
      'uses',
      'yields',
      'basedOn',
      'server',
      'language',
      'framework',
      'database',
      'developer',
      'operator',
      'linked',
    ],
  },
  unconcerned,
  title: (row) => row.name ?? '',
  indexes: [['name'], ['opd']],
})
