import { agency, components, decision, decisionKeys, keepers, ofAgency, stages } from './common.ts'
import { defineRecord } from './define.ts'
import { boolean, choice, date, integer, longText, reference, text, when } from './field.ts'

/** What became of an OPD; a merger of two is two of these. */
export const opdSuccession = defineRecord('opdSuccession', {
  label: 'Perubahan SOTK',
  plural: 'Perubahan SOTK',
  articles: ['PBM-1.4', 'SKW-1.4'],
  writers: ['admin', 'perencana'],
  register: true,
  fields: {
    from: reference('opd', 'OPD semula').required(),
    to: reference('opd', 'Menjadi'),
    kind: choice('Jenis', {
      nama: 'Ganti nama',
      gabung: 'Digabung',
      pecah: 'Dipecah',
      bubar: 'Dibubarkan',
    }).required(),
    on: date('Berlaku').required(),
    basis: text('Dasar').searchable().help('Perda atau Perwal tentang susunan perangkat daerah.'),
    /** Of a change of name: as it was called before. */
    nameBefore: text('Nama semula').searchable(),
    codeBefore: text('Kode semula'),
  },
  title: (row) => row.nameBefore ?? 'Perubahan SOTK',
  indexes: [['from'], ['to'], ['on']],
})

export const declaredRegisters = {
  application: 'Aplikasi',
  dataset: 'Dataset',
  website: 'Situs dan media sosial',
  infrastructure: 'Infrastruktur',
  ictStaff: 'SDM TIK',
  training: 'Diklat SDM TIK',
  policy: 'SOP dan instruksi kerja',
  securityReview: 'Kontrol keamanan',
  certificate: 'Sertifikat elektronik',
  publicService: 'Layanan publik',
  maintenance: 'Pemeliharaan',
  person: 'Pegawai',
  position: 'Jabatan',
  assignment: 'Pemangku jabatan',
  staffMove: 'Promosi dan mutasi SDM TIK',
  itService: 'Layanan TIK dan RACI',
  dataRequest: 'Permintaan data',
  infrastructureUse: 'Pemanfaatan infrastruktur',
  internetAccess: 'Internet, IP publik, bandwidth',
  backupProcedure: 'Prosedur cadangan',
  securityPledge: 'Pernyataan keamanan pegawai',
  permit: 'Izin dan rekomendasi TIK',
  indicator: 'Indikator keberhasilan',
  ictNeed: 'Kebutuhan TIK OPD',
  ictSpending: 'Belanja dan investasi TIK',
  transition: 'Penyesuaian dua tahun',
} as const

/** A register is whole for an OPD, or it has nothing to record there: only then does an absence say anything. */
export const declaration = defineRecord('declaration', {
  label: 'Pernyataan lengkap',
  plural: 'Pernyataan lengkap dan nihil',
  articles: ['PBM-18(4)-1', 'PBM-1.8'],
  ...ofAgency,
  fields: {
    opd: agency(),
    register: choice('Daftar', declaredRegisters).required(),
    state: choice('Dinyatakan', { lengkap: 'Lengkap', nihil: 'Nihil' }).required(),
    asOf: date('Keadaan per').required(),
    ...decision(),
  },
  sections: { Sumber: decisionKeys },
  title: (row) =>
    `${row.register === null ? 'Daftar' : declaredRegisters[row.register]} ${row.state ?? ''} per ${row.asOf ?? '…'}`,
  indexes: [['opd', 'register', 'asOf']],
})

/** An officer's answer where no register can tell: with what is written about it. */
export const assessment = defineRecord('assessment', {
  label: 'Penilaian',
  plural: 'Penilaian petugas',
  articles: [],
  ...ofAgency,
  fields: {
    opd: agency(),
    obligation: text('Kewajiban').required().help('Kunci pasal, misalnya “PBM-7(2)”.'),
    state: choice('Keadaan', {
      terpenuhi: 'Terpenuhi',
      sebagian: 'Sebagian',
      belum: 'Belum terpenuhi',
      tidak_berlaku: 'Tidak berlaku',
    }).required(),
    words: longText('Alasan').searchable(),
    on: date('Keadaan per').required(),
    ...decision(),
  },
  sections: { Sumber: decisionKeys },
  title: (row) => `Penilaian ${row.obligation ?? ''}`.trim(),
  indexes: [['opd', 'obligation', 'on']],
})

export const organisationElements = {
  tim_kebijakan: 'Tim Kebijakan TIK',
  komite: 'Komite TIK',
  pengelola: 'PD Pengelola TIK',
  pemilik: 'PD Pemilik Proses Bisnis',
  tim_teknis: 'Tim Pelaksana Teknis TIK',
  tim_penyusun: 'Tim penyusun rencana induk',
  lain: 'Lainnya',
} as const

export const organisation = defineRecord('organisation', {
  label: 'Unsur kelembagaan',
  plural: 'Kelembagaan TIK',
  articles: ['PBM-8(1)', 'PBM-6(2)c', 'SKW-9(1)a-e', 'SKW-9(2)'],
  writers: ['admin', 'perencana'],
  register: true,
  fields: {
    element: choice('Unsur', organisationElements).required().basis('PBM-8(1)', 'PBM-6(2)c', 'SKW-9(1)a-e'),
    name: text('Nama').required().searchable(),
    opd: reference('opd', 'OPD').basis('SKW-1.6', 'SKW-1.7', 'PBM-1.5'),
    members: longText('Anggota dan peran'),
    decree: text('Nomor Keputusan').searchable().basis('SKW-9(2)'),
    decreeDate: date('Tanggal Keputusan').basis('SKW-9(2)'),
    from: when('Berlaku sejak'),
    until: date('Berlaku sampai'),
  },
  title: (row) => row.name ?? '',
  indexes: [['element']],
})

const aspect = (label: string) => choice(label, { ya: 'Diperhatikan', belum: 'Belum' }).basis('SKW-13(1)')

/** A service of ICT with who is responsible, accountable, consulted and informed. */
export const itService = defineRecord('itService', {
  label: 'Layanan TIK',
  plural: 'Layanan TIK dan RACI',
  articles: ['SKW-6(2)a', 'SKW-6(2)b', 'SKW-6(2)c', 'SKW-6(2)d', 'SKW-13(1)', 'SKW-1.14'],
  ...ofAgency,
  fields: {
    name: text('Nama layanan').required().searchable(),
    opd: agency(),
    application: reference('application', 'Aplikasi'),
    responsible: text('Responsible (yang memanfaatkan)').searchable().basis('SKW-6(2)a'),
    accountable: text('Accountable (penanggung jawab)').searchable().basis('SKW-6(2)b', 'SKW-16(1)'),
    consulted: text('Consulted (dimintai pendapat)').basis('SKW-6(2)c'),
    informed: text('Informed (mendapat informasi)').basis('SKW-6(2)d'),
    minimum: longText('Spesifikasi minimal').basis('SKW-1.14'),
    legality: aspect('Legalitas'),
    authority: aspect('Kewenangan'),
    security: aspect('Keamanan'),
    quality: aspect('Kualitas'),
    continuity: aspect('Keberlangsungan'),
    active: boolean('Masih berjalan'),
  },
  sections: {
    RACI: ['responsible', 'accountable', 'consulted', 'informed'],
    Pengoperasian: ['minimum', 'legality', 'authority', 'security', 'quality', 'continuity'],
  },
  title: (row) => row.name ?? '',
  indexes: [['opd']],
})

export const policyForms = {
  perda: 'Peraturan Daerah',
  perwal: 'Peraturan Walikota',
  keputusan: 'Keputusan Walikota',
  sop: 'SOP',
  ik: 'Instruksi kerja',
  lain: 'Lainnya',
} as const

export const policyTopics = {
  umum: 'Umum',
  harga: 'Standar harga TIK',
  legalitas: 'Legalitas dan open source',
  integrasi: 'Sistem terintegrasi',
  clearing: 'Clearing house teknologi',
  berbagi: 'Berbagi data',
  metadata: 'Ketentuan teknis metadata',
  desain: 'Desain sistem integrasi',
  pengamanan: 'Pengamanan informasi',
  sertifikat: 'Sertifikat elektronik',
  kompetensi: 'Standar kompetensi SDM TIK',
  izin: 'Tata cara izin pengembangan TIK',
} as const

export const policy = defineRecord('policy', {
  label: 'Kebijakan atau SOP',
  plural: 'Kebijakan dan SOP',
  articles: [
    'PBM-7(1)',
    'PBM-7(2)',
    'PBM-7(3)',
    'PBM-8(2)',
    'PBM-8(3)',
    'PBM-8(3)-2',
    'PBM-Penj8(4)',
    'PBM-10(5)-2',
    'PBM-16(5)-1',
    'SKW-11(4)',
    'SKW-12(2)',
    'SKW-13(2)',
    'SKW-14(3)',
    'SKW-15(3)',
  ],
  writers: keepers,
  scope: 'opd',
  register: true,
  fields: {
    title: text('Judul').required().searchable(),
    form: choice('Bentuk', policyForms).required().basis('PBM-7(1)', 'PBM-7(2)', 'PBM-7(3)'),
    number: text('Nomor').searchable(),
    on: when('Ditetapkan'),
    signer: text('Penanda tangan (jabatan, nama)').basis('PBM-8(2)'),
    opd: reference('opd', 'Disusun oleh OPD').basis('PBM-7(3)', 'PBM-8(3)'),
    state: choice('Keadaan', { rancangan: 'Rancangan', berlaku: 'Berlaku', dicabut: 'Dicabut' }),
    topic: choice('Tentang', policyTopics).basis('PBM-Penj8(4)', 'PBM-10(5)-2', 'PBM-16(5)-1'),
    binds: text('Mengikat').help('Semua OPD, atau OPD yang disebut.').basis('PBM-7(2)', 'PBM-8(3)'),
    sentOn: date('Disampaikan').basis('PBM-8(3)-2'),
    sentIn: text('Bukti penyampaian').basis('PBM-8(3)-2'),
    process: text('Proses atau sistem yang diatur').searchable().basis('PBM-7(3)'),
    version: text('Versi'),
    carriedOut: boolean('Dilaksanakan').basis('PBM-7(3)'),
    proof: text('Bukti pelaksanaan').basis('PBM-7(3)'),
    component: choice('Komponen', components).basis('SKW-7a-e'),
    stage: choice('Tahap', stages).basis(
      'SKW-8a-e',
      'SKW-11(4)',
      'SKW-12(2)',
      'SKW-13(2)',
      'SKW-14(3)',
      'SKW-15(3)',
    ),
  },
  sections: {
    Keberlakuan: ['binds', 'sentOn', 'sentIn'],
    'SOP dan instruksi kerja': ['process', 'version', 'carriedOut', 'proof'],
    'Perwal turunan': ['component', 'stage'],
  },
  title: (row) => row.title ?? '',
  indexes: [['opd'], ['form'], ['topic']],
})

/** How far the city is with a component in a stage. */
export const stageCell = defineRecord('stageCell', {
  label: 'Sel matriks 5 × 5',
  plural: 'Matriks komponen dan tahap',
  articles: ['SKW-7a-e', 'SKW-8a-e', 'SKW-1.12', 'SKW-1.13'],
  writers: keepers,
  register: true,
  fields: {
    component: choice('Komponen', components).required().basis('SKW-7a-e'),
    stage: choice('Tahap', stages).required().basis('SKW-8a-e', 'SKW-1.12', 'SKW-1.13'),
    done: longText('Yang sudah dilakukan'),
    gap: longText('Celah'),
    reviewedAfter: date('Evaluasi pasca implementasi').basis('SKW-1.13'),
    on: date('Dinilai'),
  },
  title: (row) =>
    [row.component === null ? '' : components[row.component], row.stage === null ? '' : stages[row.stage]]
      .filter((word) => word !== '')
      .join(' × '),
  indexes: [['component', 'stage']],
})

export const settledSubjects = {
  laporan_monev: 'Laporan monev kepada Walikota',
  monev_opd: 'Monev setiap OPD',
  kompetensi: 'Peningkatan kompetensi SDM TIK',
  pembinaan_situs: 'Pembinaan situs OPD',
  koordinasi: 'Koordinasi pembinaan',
  inventarisasi: 'Inventarisasi sumber daya TIK',
  standar_biaya: 'Penetapan standar biaya',
  berbagi_data: 'Jawaban permintaan data',
  lapor_insiden: 'Laporan insiden kepada Diskominfo',
  surat_walidata: 'Pemberitahuan kepada walidata',
  pernyataan_keamanan: 'Pernyataan keamanan pegawai',
} as const

/** A period or a number that the regulation does not give: the city's own choice, with the paper that adopted it. */
export const settled = defineRecord('settled', {
  label: 'Jangka waktu',
  plural: 'Jangka waktu pilihan kota',
  articles: ['PBM-7(4)-2', 'PBM-8(6)', 'PBM-12(3)', 'PBM-15(5)-2', 'PBM-18(2)', 'PBM-18(4)-1', 'PBM-18(4)-2'],
  writers: ['admin', 'perencana'],
  register: true,
  fields: {
    subject: choice('Untuk', settledSubjects).required(),
    amount: integer('Banyaknya').required(),
    unit: choice('Satuan', {
      jam: 'jam',
      hari: 'hari',
      hari_kerja: 'hari kerja',
      bulan: 'bulan',
      tahun: 'tahun',
    }).required(),
    paper: text('Ditetapkan dengan (nomor)').help('Tanpa nomor, kewajibannya belum dapat dinilai.'),
    on: date('Tanggal penetapan'),
    note: longText('Catatan'),
  },
  title: (row) => (row.subject === null ? 'Jangka waktu' : settledSubjects[row.subject]),
  indexes: [['subject']],
})
