import { agency, coordination, coordinationKeys, decision, decisionKeys, hasIt, keepers } from './common.ts'
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

export const application = defineRecord('application', {
  label: 'Aplikasi',
  plural: 'Aplikasi',
  articles: ['PBM-1.6', 'PBM-9(1)a-d', 'PBM-9(2)', 'PBM-11(3)a-e', 'SKW-1.8-10'],
  writers: keepers,
  scope: 'opd',
  register: true,
  within: ['opd'],
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
    ...coordination(),
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
  title: (row) => row.name ?? '',
  indexes: [['name'], ['opd']],
})

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
  writers: keepers,
  scope: 'opd',
  register: true,
  within: ['opd'],
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
    ...coordination(),
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
    'Pendapat atas alasan penolakan': ['opinionOwner', 'opinionAsker', 'opinionDiskominfo', 'opinionsIn'],
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

export const countries = {
  ID: 'Indonesia',
  SG: 'Singapura',
  MY: 'Malaysia',
  US: 'Amerika Serikat',
  JP: 'Jepang',
  AU: 'Australia',
  DE: 'Jerman',
  NL: 'Belanda',
  XX: 'Luar negeri, negara lain',
} as const

export const website = defineRecord('website', {
  label: 'Situs atau media sosial',
  plural: 'Situs dan media sosial',
  articles: ['PBM-12(1)', 'PBM-12(2)', 'PBM-12(3)', 'PBM-12(4)'],
  writers: keepers,
  scope: 'opd',
  register: true,
  within: ['opd'],
  fields: {
    address: text('Alamat').required().searchable().looksLike('domain'),
    opd: agency().basis('PBM-12(2)'),
    kind: choice('Jenis', { situs: 'Situs web', medsos: 'Media sosial' }).required(),
    owner: choice('Milik', { pemda: 'Pemerintah daerah', opd: 'OPD' }).basis('PBM-12(1)', 'PBM-12(2)'),
    manager: reference('opd', 'Dikelola oleh').basis('PBM-12(1)', 'PBM-12(2)'),
    placement: choice('Penempatan', {
      diskominfo: 'Pusat data yang dikelola Diskominfo',
      sewa: 'Disewa',
      opd: 'Infrastruktur OPD sendiri',
      pusat: 'Pemerintah pusat',
    }).basis('PBM-12(4)'),
    country: choice('Negara server', countries)
      .help('Kosong bila belum diketahui atau di balik CDN.')
      .basis('PBM-12(4)'),
    provider: text('Penyedia hosting').searchable().basis('PBM-12(4)'),
    legalForm: choice('Badan usaha penyedia', {
      indonesia: 'Berbadan hukum Indonesia',
      asing: 'Badan hukum asing',
      bukan: 'Bukan badan hukum',
    }).basis('PBM-12(4)'),
    proof: text('Bukti lokasi dan badan hukum')
      .help('Kontrak, akta, atau keterangan penyedia.')
      .basis('PBM-12(4)'),
    leaseUntil: date('Sewa sampai').basis('PBM-12(4)'),
    administrator: reference('person', 'Admin').basis('PBM-12(2)'),
    live: boolean('Masih tayang'),
  },
  sections: { Hosting: ['placement', 'country', 'provider', 'legalForm', 'proof', 'leaseUntil'] },
  title: (row) => row.address ?? '',
  indexes: [['address'], ['opd']],
})

export const infrastructure = defineRecord('infrastructure', {
  label: 'Infrastruktur',
  plural: 'Infrastruktur TIK',
  articles: ['PBM-1.14', 'PBM-13(1)', 'PBM-13(4)', 'SKW-1.5', 'SKW-1.8-10', 'SKW-1.15'],
  writers: keepers,
  scope: 'opd',
  register: true,
  within: ['opd'],
  fields: {
    name: text('Nama').required().searchable(),
    opd: agency(),
    kind: choice('Jenis', {
      pusat_data: 'Pusat data',
      server: 'Server',
      jaringan: 'Jaringan',
      perangkat: 'Perangkat',
      piranti_lunak: 'Piranti lunak platform',
    })
      .required()
      .help('Piranti lunak termasuk infrastruktur pada Perwal Singkawang, tidak pada Perwal Prabumulih.')
      .basis('PBM-1.14', 'SKW-1.8-10', 'SKW-1.5'),
    keeper: choice('Dikelola', { diskominfo: 'Diskominfo', opd: 'OPD sendiri', mitra: 'Pihak ketiga' }).basis(
      'PBM-13(1)',
      'PBM-13(4)',
    ),
    place: text('Lokasi').searchable(),
    condition: choice('Kondisi', {
      baik: 'Baik',
      rusak_ringan: 'Rusak ringan',
      rusak_berat: 'Rusak berat',
    }).basis('PBM-13(1)'),
    acquired: when('Diadakan').basis('PBM-13(4)'),
    lifetime: integer('Umur pakai (tahun)').basis('SKW-1.15'),
    shared: boolean('Disediakan untuk OPD lain').basis('PBM-13(2)'),
    ...coordination(),
    assetCode: text('Kode barang'),
    value: money('Nilai (Rp)'),
  },
  sections: { Koordinasi: coordinationKeys },
  title: (row) => row.name ?? '',
  indexes: [['opd'], ['kind']],
})

/** Whether an OPD uses what Diskominfo provides at its place. */
export const infrastructureUse = defineRecord('infrastructureUse', {
  label: 'Pemanfaatan infrastruktur',
  plural: 'Pemanfaatan infrastruktur',
  articles: ['PBM-13(2)'],
  writers: keepers,
  scope: 'opd',
  register: true,
  within: ['opd'],
  fields: {
    opd: agency(),
    infrastructure: reference('infrastructure', 'Infrastruktur Diskominfo').required(),
    state: choice('Keadaan', {
      dipakai: 'Dipakai',
      tidak: 'Tersedia, tidak dipakai',
      belum: 'Belum tersedia di lokasi',
    }).basis('PBM-13(2)'),
    on: date('Keadaan per'),
    note: text('Catatan'),
  },
  title: (row) => row.note ?? 'Pemanfaatan infrastruktur',
  indexes: [['opd'], ['infrastructure']],
})

export const internetAccess = defineRecord('internetAccess', {
  label: 'Akses internet',
  plural: 'Internet, IP publik, bandwidth',
  articles: ['PBM-13(3)'],
  writers: keepers,
  scope: 'opd',
  register: true,
  within: ['opd'],
  fields: {
    name: text('Nama').required().searchable(),
    opd: agency(),
    kind: choice('Jenis', { ip: 'IP publik', bandwidth: 'Bandwidth', langganan: 'Langganan sendiri' })
      .required()
      .basis('PBM-13(3)'),
    address: text('Alamat IP').searchable().looksLike('ip').basis('PBM-13(3)'),
    megabits: integer('Bandwidth (Mbps)').basis('PBM-13(3)'),
    owner: choice('Milik', { pemda: 'Pemerintah daerah', opd: 'OPD sendiri' }).basis(
      'PBM-13(3)',
      'PBM-13(4)',
    ),
    provider: text('Penyedia').searchable(),
    contract: text('Kontrak'),
    until: date('Berlaku sampai'),
    controlled: text('Bukti kendali Diskominfo').basis('PBM-13(3)'),
    ...coordination(),
  },
  sections: { Koordinasi: coordinationKeys },
  title: (row) => row.name ?? '',
  indexes: [['opd'], ['address']],
})

export const partner = defineRecord('partner', {
  label: 'Mitra infrastruktur',
  plural: 'Mitra infrastruktur',
  articles: ['PBM-13(5)'],
  writers: ['admin', 'perencana'],
  register: true,
  fields: {
    name: text('Nama mitra').required().searchable(),
    agreement: text('Nomor PKS').searchable().basis('PBM-13(5)'),
    signed: date('Tanggal PKS').basis('PBM-13(5)'),
    until: date('Berlaku sampai').basis('PBM-13(5)'),
    where: choice('Kedudukan', {
      dalam: 'Di wilayah hukum Indonesia',
      luar: 'Di luar wilayah hukum Indonesia',
    }).basis('PBM-13(5)'),
    provides: text('Yang disediakan').searchable(),
  },
  title: (row) => row.name ?? '',
})

export const maintenance = defineRecord('maintenance', {
  label: 'Pemeliharaan',
  plural: 'Pemeliharaan',
  articles: ['PBM-13(1)', 'SKW-14(1)', 'SKW-1.17-18'],
  writers: keepers,
  scope: 'opd',
  register: true,
  within: ['opd'],
  fields: {
    subject: text('Yang dipelihara').required().searchable(),
    opd: agency(),
    infrastructure: reference('infrastructure', 'Infrastruktur').basis('PBM-13(1)'),
    application: reference('application', 'Aplikasi'),
    component: choice('Komponen', {
      aplikasi: 'Aplikasi',
      data: 'Data dan informasi',
      infrastruktur: 'Infrastruktur',
      kelembagaan: 'Kelembagaan',
      sdm: 'SDM TIK',
    }).basis('SKW-14(1)'),
    kind: choice('Pendekatan', { preventif: 'Preventif', kuratif: 'Kuratif' }).basis(
      'SKW-14(1)',
      'SKW-1.17-18',
    ),
    planned: date('Dijadwalkan').basis('PBM-13(1)', 'SKW-14(1)'),
    done: date('Dilaksanakan').basis('PBM-13(1)', 'SKW-14(1)'),
    cost: money('Biaya (Rp)'),
    result: text('Hasil'),
  },
  title: (row) => row.subject ?? '',
  indexes: [['opd'], ['infrastructure']],
})

export const backupProcedure = defineRecord('backupProcedure', {
  label: 'Prosedur cadangan',
  plural: 'Prosedur cadangan',
  articles: ['SKW-14(2)'],
  writers: keepers,
  scope: 'opd',
  register: true,
  within: ['opd'],
  fields: {
    subject: text('Layanan').required().searchable(),
    opd: agency(),
    application: reference('application', 'Aplikasi'),
    component: choice('Komponen', {
      aplikasi: 'Aplikasi',
      data: 'Data dan informasi',
      infrastruktur: 'Infrastruktur',
      kelembagaan: 'Kelembagaan',
      sdm: 'SDM TIK',
    }).basis('SKW-14(2)'),
    state: hasIt('Prosedur cadangan').basis('SKW-14(2)'),
    how: longText('Cara').help('Prosedur manual termasuk.'),
    tested: date('Terakhir diuji').basis('SKW-14(2)'),
    result: text('Hasil uji'),
  },
  title: (row) => row.subject ?? '',
  indexes: [['opd']],
})
