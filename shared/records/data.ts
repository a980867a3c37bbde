import { coordination, coordinationKeys, decision, decisionKeys, keepers, ofAgency } from './common.ts'
import { defineRecord } from './define.ts'
import { boolean, choice, date, longText, reference, text } from './field.ts'

export const confidentiality = {
  terbuka: 'Terbuka',
  terbatas: 'Terbatas',
  rahasia: 'Rahasia',
  dikecualikan: 'Dikecualikan',
} as const

const quality = (label: string) =>
  choice(label, { baik: 'Baik', kurang: 'Perlu diperbaiki' }).basis('PBM-10(3)', 'PBM-Penj10(4)')

export const storagePlaces = {
  diskominfo: 'Pusat data yang dikelola Diskominfo',
  pusat: 'Diwajibkan pemerintah pusat',
  sewa: 'Disewa',
  opd: 'Infrastruktur OPD sendiri',
  lain: 'Tempat lain',
} as const

export const dataset = defineRecord('dataset', {
  label: 'Dataset',
  plural: 'Dataset',
  articles: ['PBM-1.17', 'PBM-9(1)a-d', 'PBM-10(3)', 'PBM-10(4)', 'PBM-10(5)', 'PBM-15(4)', 'SKW-7a-e'],
  ...ofAgency,
  fields: {
    name: text('Nama dataset').required().searchable(),
    opd: reference('opd', 'Walidata (OPD)')
      .required()
      .help('Menurut Perpres 39/2019: produsen data.')
      .basis('PBM-1.17'),
    about: longText('Uraian').searchable(),
    keywords: text('Kata kunci').searchable().basis('PBM-10(2)'),
    columns: longText('Isian (kolom)')
      .help('Dipisah koma; dipakai mencari data sejenis.')
      .basis('PBM-10(2)', 'PBM-10(5)'),
    application: reference('application', 'Aplikasi'),
    status: choice('Status kerahasiaan', confidentiality).basis('PBM-15(4)'),
    statusBasis: text('Dasar hukum status').basis('PBM-15(4)'),
    ...decision(),
    every: choice('Pemutakhiran', {
      harian: 'Harian',
      mingguan: 'Mingguan',
      bulanan: 'Bulanan',
      triwulan: 'Triwulanan',
      semester: 'Semesteran',
      tahunan: 'Tahunan',
      insidental: 'Insidental',
      tetap: 'Tetap',
    }).basis('PBM-10(3)'),
    updated: date('Terakhir dimutakhirkan').basis('PBM-10(3)'),
    accuracy: quality('Akurasi'),
    wholeness: quality('Keutuhan'),
    judgedOn: date('Mutu dinilai').basis('PBM-10(3)'),
    place: choice('Tempat simpan', storagePlaces).basis('PBM-10(4)'),
    placeBasis: text('Dasar atau bukti tempat simpan').basis('PBM-10(4)'),
    ...coordination('PBM-10(4)'),
    metadata: choice('Metadata', { sesuai: 'Sesuai ketentuan', tidak: 'Tidak sesuai' })
      .help('Dinyatakan pemeriksa.')
      .basis('PBM-10(5)'),
    metadataOn: date('Metadata diperiksa').basis('PBM-10(5)'),
    concept: text('Konsep'),
    definition: longText('Definisi'),
    classification: text('Klasifikasi'),
    measure: text('Ukuran'),
    unit: text('Satuan'),
    personal: boolean('Memuat data pribadi'),
  },
  sections: {
    'Status kerahasiaan': ['status', 'statusBasis', ...decisionKeys, 'personal'],
    Mutu: ['every', 'updated', 'accuracy', 'wholeness', 'judgedOn'],
    'Tempat simpan': ['place', 'placeBasis', ...coordinationKeys],
    Metadata: ['metadata', 'metadataOn', 'concept', 'definition', 'classification', 'measure', 'unit'],
  },
  title: (row) => row.name ?? '',
  indexes: [['name'], ['opd']],
})

const opinion = (label: string) =>
  choice(label, { menerima: 'Menerima alasan', tidak: 'Tidak menerima alasan' }).basis(
    'PBM-19(2)a',
    'PBM-10(1)',
  )

const opinions = ['opinionOwner', 'opinionAsker', 'opinionDiskominfo', 'opinionsIn'] as const

export const dataRequest = defineRecord('dataRequest', {
  label: 'Permintaan data',
  plural: 'Permintaan berbagi data',
  articles: ['PBM-10(1)', 'PBM-19(2)a'],
  writers: keepers,
  scope: 'owner',
  register: true,
  within: ['owner'],
  fields: {
    dataset: reference('dataset', 'Dataset'),
    owner: reference('opd', 'Pemilik (walidata)').required().basis('PBM-10(1)'),
    asker: reference('opd', 'Peminta').required(),
    purpose: text('Tujuan').searchable(),
    asked: date('Diminta').required(),
    letter: text('Nomor surat').searchable(),
    answer: choice('Jawaban', {
      diberikan: 'Diberikan',
      ditolak: 'Ditolak',
      sebagian: 'Diberikan sebagian',
    }).basis('PBM-10(1)'),
    answered: date('Dijawab'),
    ...decision(),
    reason: longText('Alasan penolakan').basis('PBM-10(1)'),
    lawful: boolean('Penolakan berdasar hukum')
      .help('Data rahasia, dikecualikan, atau data pribadi tanpa dasar.')
      .basis('PBM-10(1)'),
    opinionOwner: opinion('Pendapat tertulis pemilik'),
    opinionAsker: opinion('Pendapat tertulis peminta'),
    opinionDiskominfo: opinion('Pendapat tertulis Diskominfo'),
    opinionsIn: text('Dokumen pendapat').basis('PBM-10(1)'),
    channel: text('Cara berbagi').help('API, salinan, atau akses, dengan berita acaranya.'),
  },
  sections: {
    Jawaban: ['answer', 'answered', ...decisionKeys, 'reason', 'lawful', 'channel'],
    'Pendapat atas alasan penolakan': opinions,
  },
  // A refusal alone needs a reason; one that rests on law, nobody's opinion.
  unconcerned: ({ answer, lawful }) => {
    if (answer !== 'ditolak') return ['reason', 'lawful', ...opinions]
    return lawful === true ? opinions : []
  },
  title: (row) => row.purpose ?? row.letter ?? 'Permintaan data',
  indexes: [['owner'], ['asker'], ['dataset']],
})

/** Two datasets that look alike: a guess until an officer of the city says so after both were heard. */
export const datasetTwin = defineRecord('datasetTwin', {
  label: 'Data sejenis',
  plural: 'Data sejenis',
  articles: ['PBM-10(2)'],
  writers: keepers,
  register: true,
  fields: {
    first: reference('dataset', 'Dataset').required(),
    second: reference('dataset', 'Dataset lain').required(),
    why: longText('Kemiripan').searchable(),
    state: choice('Dinyatakan', { sejenis: 'Sejenis', bukan: 'Bukan data sejenis' }).basis('PBM-10(2)'),
    heard: boolean('Kedua OPD didengar').basis('PBM-10(2)'),
    keeper: reference('opd', 'Walidata yang ditunjuk').basis('PBM-10(2)'),
    ended: date('Pengumpulan ganda berakhir').basis('PBM-10(2)'),
    ...decision(),
  },
  sections: { Pernyataan: ['state', 'heard', 'keeper', 'ended', ...decisionKeys] },
  title: (row) => row.why ?? 'Data sejenis',
  indexes: [['first'], ['second']],
})
