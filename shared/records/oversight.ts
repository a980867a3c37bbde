import { agency, coordination, coordinationKeys, decision, decisionKeys, hasIt, keepers } from './common.ts'
import { defineRecord } from './define.ts'
import { boolean, choice, date, integer, longText, money, reference, text, when } from './field.ts'

const principle = (label: string) =>
  choice(label, { diterapkan: 'Diterapkan', tidak: 'Tidak diterapkan' }).basis('PBM-1.15')

export const securityReview = defineRecord('securityReview', {
  label: 'Kontrol keamanan',
  plural: 'Kontrol keamanan',
  articles: ['PBM-15(2)-1', 'PBM-1.15', 'PBM-15(1)', 'PBM-14(2)a-b', 'PBM-17(6)'],
  writers: keepers,
  scope: 'opd',
  register: true,
  within: ['opd'],
  fields: {
    subject: text('Sistem').required().searchable().basis('PBM-15(1)'),
    opd: agency(),
    application: reference('application', 'Aplikasi'),
    preventRule: hasIt('Prosedur pencegahan').basis('PBM-15(2)-1'),
    preventSystem: hasIt('Sistem pencegahan').basis('PBM-15(2)-1'),
    respondRule: hasIt('Prosedur penanggulangan').basis('PBM-15(2)-1'),
    respondSystem: hasIt('Sistem penanggulangan').basis('PBM-15(2)-1'),
    confidential: principle('Kerahasiaan'),
    intact: principle('Keutuhan'),
    authentic: principle('Keaslian'),
    undeniable: principle('Nir penyangkalan'),
    accessMatrix: hasIt('Matriks hak akses').basis('PBM-14(2)a-b', 'PBM-Penj14(2)'),
    on: date('Dinilai').required(),
    proof: text('Bukti atau berita acara'),
    testedOn: date('Terakhir diuji'),
  },
  sections: {
    'Pencegahan dan penanggulangan': ['preventRule', 'preventSystem', 'respondRule', 'respondSystem'],
    'Empat prinsip': ['confidential', 'intact', 'authentic', 'undeniable', 'accessMatrix'],
  },
  title: (row) => row.subject ?? '',
  indexes: [['opd'], ['application']],
})

export const securityPledge = defineRecord('securityPledge', {
  label: 'Pernyataan keamanan',
  plural: 'Pernyataan keamanan pegawai',
  articles: ['PBM-15(2)-2'],
  writers: keepers,
  scope: 'opd',
  register: true,
  within: ['opd'],
  fields: {
    opd: agency(),
    year: integer('Tahun').required(),
    people: integer('Jumlah pegawai').basis('PBM-15(2)-2'),
    signed: integer('Yang menandatangani').basis('PBM-15(2)-2'),
    proof: text('Bukti'),
  },
  title: (row) => `Pernyataan keamanan ${row.year ?? '…'}`,
  indexes: [['opd', 'year']],
})

export const certificate = defineRecord('certificate', {
  label: 'Sertifikat elektronik',
  plural: 'Sertifikat elektronik',
  articles: ['PBM-1.12', 'PBM-16(2)', 'PBM-16(3)', 'PBM-16(5)-3'],
  writers: keepers,
  scope: 'opd',
  register: true,
  within: ['opd'],
  fields: {
    person: reference('person', 'Pemilik'),
    opd: agency(),
    holder: choice('Atas nama', {
      orang: 'Orang',
      jabatan: 'Jabatan',
      instansi: 'Instansi (segel)',
      sistem: 'Sistem',
    }).basis('PBM-1.12'),
    issuer: text('Penerbit').searchable().basis('PBM-1.12'),
    serial: text('Nomor seri').searchable().basis('PBM-1.12'),
    issued: date('Terbit').basis('PBM-1.12'),
    expires: date('Berakhir').basis('PBM-1.12', 'PBM-16(3)'),
    state: choice('Keadaan', { aktif: 'Aktif', dibekukan: 'Dibekukan', dicabut: 'Dicabut' }).basis(
      'PBM-16(3)',
      'PBM-16(5)-2',
    ),
    obliged: text('Surat perintah memakai').basis('PBM-16(5)-3'),
    uses: text('Dipakai untuk').basis('PBM-16(4)'),
  },
  title: (row) => row.serial ?? row.uses ?? 'Sertifikat elektronik',
  indexes: [['opd'], ['person'], ['expires']],
})

const element = (label: string, letter: string) =>
  choice(label, { ada: 'Ada', tidak: 'Tidak ada' }).basis(`PBM-17(4)${letter}`)
/** The six elements of Pasal 17 ayat (4), a to f. */
export const serviceElements = [
  'organiserProfile',
  'staffProfile',
  'standard',
  'pledge',
  'complaints',
  'performance',
] as const

export const publicService = defineRecord('publicService', {
  label: 'Layanan publik',
  plural: 'Layanan publik',
  articles: ['PBM-1.18', 'PBM-1.19', 'PBM-17(1)', 'PBM-17(4)a-f'],
  writers: keepers,
  scope: 'opd',
  register: true,
  within: ['opd'],
  fields: {
    name: text('Nama layanan').required().searchable(),
    opd: reference('opd', 'OPD penyelenggara atau pembina').required().basis('PBM-1.19'),
    organiser: text('Penyelenggara lain')
      .help('BUMD, lembaga, atau badan hukum lain; tidak menilai OPD pembinanya.')
      .basis('PBM-1.19'),
    goods: boolean('Barang').basis('PBM-1.18'),
    services: boolean('Jasa').basis('PBM-1.18'),
    administrative: boolean('Administratif').basis('PBM-1.18'),
    electronic: boolean('Berbasis sistem elektronik').basis('PBM-17(6)'),
    application: reference('application', 'Aplikasi').basis('PBM-17(1)'),
    transacts: boolean('Bertransaksi elektronik').basis('PBM-16(4)'),
    certificate: choice('Sertifikat elektronik', { dipakai: 'Dipakai', tidak: 'Tidak dipakai' }).basis(
      'PBM-16(4)',
    ),
    certificateProof: text('Bukti pemakaian sertifikat').basis('PBM-16(4)'),
    organiserProfile: element('Profil penyelenggara', 'a'),
    staffProfile: element('Profil pelaksana', 'b'),
    standard: element('Standar pelayanan', 'c'),
    pledge: element('Maklumat pelayanan', 'd'),
    complaints: element('Pengelolaan pengaduan', 'e'),
    performance: element('Penilaian kinerja', 'f'),
    informed: date('Informasi dimutakhirkan').basis('PBM-17(4)a-f'),
    media: choice('Media informasi', {
      elektronik: 'Elektronik',
      cetak: 'Non elektronik',
      keduanya: 'Keduanya',
    }).basis('PBM-17(4)a-f'),
    response: text('Waktu tanggap informasi').basis('PBM-17(3)'),
    channel: choice('Kanal akses Pemkot', {
      dipakai: 'Dipakai',
      tidak: 'Disediakan, tidak dipakai',
      belum: 'Belum disediakan',
    }).basis('PBM-17(5)'),
    leaders: choice('Akses waktu nyata pimpinan', { ada: 'Ada', tidak: 'Tidak ada' }).basis('PBM-17(2)'),
    active: boolean('Masih diselenggarakan'),
  },
  sections: {
    'Transaksi dan sertifikat': ['electronic', 'application', 'transacts', 'certificate', 'certificateProof'],
    'Enam unsur informasi': [...serviceElements, 'informed', 'media'],
    'Kemudahan akses': ['response', 'channel', 'leaders'],
  },
  title: (row) => row.name ?? '',
  indexes: [['opd'], ['name']],
})

export const permit = defineRecord('permit', {
  label: 'Izin atau rekomendasi',
  plural: 'Izin dan rekomendasi TIK',
  articles: ['PBM-8(4)', 'PBM-Penj8(4)', 'PBM-Penj8(4)-2', 'PBM-18(4)-3', 'PBM-20(2)', 'SKW-11(3)'],
  writers: keepers,
  scope: 'opd',
  register: true,
  within: ['opd'],
  fields: {
    subject: text('Tentang').required().searchable(),
    opd: agency(),
    kind: choice('Jenis', {
      izin: 'Izin',
      rekomendasi: 'Rekomendasi',
      clearing: 'Clearing house',
      koordinasi: 'Catatan koordinasi',
    })
      .required()
      .basis('PBM-18(4)-3', 'PBM-Penj8(4)', 'SKW-11(3)'),
    application: reference('application', 'Aplikasi'),
    inPlan: boolean('Tertuang dalam rencana induk').basis('PBM-8(4)', 'PBM-Penj8(4)-2'),
    number: text('Nomor').searchable(),
    issued: when('Terbit').basis('PBM-20(2)'),
    until: date('Berlaku sampai').help('Kosong berarti tanpa batas waktu.').basis('PBM-20(2)'),
    requested: date('Dimohonkan'),
    answer: choice('Keputusan', { diberikan: 'Diberikan', bersyarat: 'Bersyarat', ditolak: 'Ditolak' }).basis(
      'PBM-18(4)-3',
      'PBM-8(4)',
    ),
    reason: longText('Alasan atau syarat'),
    form: choice('Bentuk koordinasi', { surat: 'Surat', rapat: 'Rapat', ba: 'Berita acara' }).basis(
      'PBM-Penj8(4)-2',
    ),
  },
  title: (row) => row.subject ?? '',
  indexes: [['opd'], ['application'], ['until']],
})

export const guidanceKinds = {
  koordinasi: 'Koordinasi',
  bimbingan: 'Bimbingan dan supervisi',
  diklat: 'Pendidikan dan pelatihan',
  profesionalisme: 'Peningkatan profesionalisme aparatur',
  pengawasan: 'Pengawasan (monev)',
  situs: 'Pembinaan situs OPD',
} as const

export const guidance = defineRecord('guidance', {
  label: 'Pembinaan atau pengawasan',
  plural: 'Pembinaan dan pengawasan',
  articles: [
    'PBM-18(1)',
    'PBM-18(2)',
    'PBM-18(3)',
    'PBM-18(5)',
    'PBM-12(3)',
    'PBM-7(4)',
    'PBM-Penj7(4)',
    'PBM-7(5)',
  ],
  writers: keepers,
  register: true,
  fields: {
    title: text('Kegiatan').required().searchable(),
    kind: choice('Jenis', guidanceKinds).required().basis('PBM-18(2)', 'PBM-18(3)', 'PBM-12(3)', 'PBM-7(4)'),
    on: date('Tanggal').required(),
    opd: reference('opd', 'OPD').help('Kosong berarti seluruh OPD.').basis('PBM-7(4)', 'PBM-Penj7(4)'),
    form: choice('Cara', {
      laporan: 'Laporan OPD',
      pemeriksaan: 'Pemeriksaan langsung',
      kegiatan: 'Kegiatan',
    }).basis('PBM-Penj7(4)'),
    wholeArea: boolean('Mencakup seluruh area').basis('PBM-Penj7(4)'),
    people: integer('Peserta'),
    result: longText('Hasil'),
    paper: text('Laporan atau berita acara').searchable(),
    other: text('Pihak lain')
      .help('Pihak ketiga yang dilibatkan, dengan dokumen penunjukannya.')
      .basis('PBM-18(5)', 'PBM-7(5)', 'SKW-15(2)'),
    independent: choice('Penilai', {
      bukan: 'Bukan pengelola yang dinilai',
      pengelola: 'Pengelola yang dinilai',
    }).basis('SKW-15(2)'),
  },
  title: (row) => row.title ?? '',
  indexes: [['kind', 'on'], ['opd']],
})

/** A report on monitoring to the Walikota. */
export const mayorReport = defineRecord('mayorReport', {
  label: 'Laporan kepada Walikota',
  plural: 'Laporan monev kepada Walikota',
  articles: ['PBM-7(4)-2'],
  writers: ['admin', 'perencana', 'petugas_monev'],
  register: true,
  fields: {
    period: text('Periode').required().searchable(),
    number: text('Nomor').searchable(),
    on: date('Tanggal').required(),
    signer: text('Penanda tangan'),
    received: text('Bukti terima'),
  },
  title: (row) => row.period ?? '',
  indexes: [['on']],
})

export const indicator = defineRecord('indicator', {
  label: 'Indikator keberhasilan',
  plural: 'Indikator keberhasilan',
  articles: ['SKW-15(1)', 'PBM-1.16', 'SKW-1.16'],
  writers: keepers,
  scope: 'opd',
  register: true,
  within: ['opd'],
  fields: {
    name: text('Indikator').required().searchable(),
    opd: agency(),
    period: integer('Tahun').required(),
    aim: choice('Tujuan', {
      efisiensi: 'Efisiensi',
      efektivitas: 'Efektivitas',
      transparansi: 'Transparansi',
      akuntabilitas: 'Akuntabilitas',
    }).basis('PBM-1.16'),
    target: text('Target').basis('SKW-15(1)'),
    reached: text('Realisasi').basis('SKW-15(1)'),
    feedback: longText('Umpan balik').basis('SKW-1.16'),
  },
  title: (row) => row.name ?? '',
  indexes: [['opd', 'period']],
})

/** The city's plan: its ground is asked for by a dozen duties. */
export const masterplan = defineRecord('masterplan', {
  label: 'Rencana induk',
  plural: 'Rencana induk TIK',
  articles: [
    'PBM-6(1)',
    'PBM-6(2)a',
    'PBM-6(2)b',
    'PBM-6(2)b-2',
    'PBM-6(2)c',
    'PBM-6(2)d',
    'SKW-1.11',
    'SKW-11(1)',
    'SKW-11(2)',
  ],
  writers: ['admin', 'perencana'],
  register: true,
  fields: {
    title: text('Judul').required().searchable(),
    from: when('Berlaku sejak').required().basis('PBM-6(2)b', 'SKW-1.11'),
    until: when('Sampai dengan').basis('PBM-6(2)b', 'SKW-1.11'),
    author: choice('Disusun oleh', { diskominfo: 'Diskominfo', lain: 'Lainnya' }).basis(
      'PBM-6(2)c',
      'SKW-11(2)',
    ),
    decree: text('Nomor Keputusan Walikota').searchable().basis('PBM-6(2)d'),
    decreeDate: date('Tanggal Keputusan').basis('PBM-6(2)d'),
    signer: text('Penanda tangan').basis('PBM-6(2)d'),
    aligned: text('Dokumen pembangunan yang diacu')
      .help('RPJPD, RPJMD, Renstra.')
      .basis('PBM-6(2)a', 'SKW-11(1)'),
    reviewed: date('Terakhir ditinjau').basis('PBM-6(2)b-2'),
    reviewPaper: text('Berita acara peninjauan').basis('PBM-6(2)b-2'),
    goals: choice('Tujuan utama', {
      a: 'Pemerintahan berbasis TIK',
      b: 'Pelayanan publik dan non publik',
      c: 'Ketertiban dan kepastian hukum',
    }).basis('PBM-3a', 'PBM-3b', 'PBM-3c'),
  },
  title: (row) => row.title ?? '',
  indexes: [['from']],
})

/** What an OPD needs for the plan. */
export const ictNeed = defineRecord('ictNeed', {
  label: 'Kebutuhan TIK',
  plural: 'Kebutuhan TIK OPD',
  articles: ['PBM-6(3)', 'SKW-11(3)', 'SKW-5a-f'],
  writers: keepers,
  scope: 'opd',
  register: true,
  within: ['opd'],
  fields: {
    title: text('Kebutuhan').required().searchable(),
    opd: agency(),
    none: boolean('Nihil').help('OPD menyatakan tidak ada kebutuhan.'),
    duty: text('Tugas dan fungsi').basis('PBM-6(3)'),
    target: text('Ukuran dan target').basis('PBM-6(3)'),
    year: integer('Tahun'),
    ceiling: money('Pagu (Rp)'),
    asked: date('Diminta Diskominfo').basis('PBM-6(3)'),
    due: date('Batas pada surat permintaan').basis('PBM-6(3)'),
    sent: date('Disampaikan').basis('PBM-6(3)'),
    specific: choice('Spesifik', { ya: 'Ya', tidak: 'Belum' }).basis('PBM-6(3)'),
    measurable: choice('Terukur', { ya: 'Ya', tidak: 'Belum' }).basis('PBM-6(3)'),
    realistic: choice('Realistis', { ya: 'Ya', tidak: 'Belum' }).basis('PBM-6(3)'),
    fitting: choice('Sesuai tugas dan fungsi', { ya: 'Ya', tidak: 'Belum' }).basis('PBM-6(3)'),
    verdict: longText('Alasan penilaian'),
    ...coordination(),
  },
  sections: {
    Penilaian: ['specific', 'measurable', 'realistic', 'fitting', 'verdict'],
    Koordinasi: coordinationKeys,
  },
  title: (row) => row.title ?? '',
  indexes: [['opd'], ['sent']],
})

export const ictSpending = defineRecord('ictSpending', {
  label: 'Belanja TIK',
  plural: 'Belanja dan investasi TIK',
  articles: ['SKW-16(1)', 'SKW-16(2)', 'SKW-16(3)', 'SKW-16(4)', 'PBM-7(6)', 'PBM-6(1)', 'SKW-12(1)'],
  writers: keepers,
  scope: 'opd',
  register: true,
  within: ['opd'],
  fields: {
    title: text('Belanja').required().searchable(),
    opd: agency(),
    year: integer('Tahun anggaran').required(),
    value: money('Nilai (Rp)'),
    on: date('Tanggal belanja').help('Kontrak, SPK, atau pesanan.').basis('SKW-16(3)'),
    accountable: text('Accountable').basis('SKW-16(1)'),
    initiative: text('Inisiatif rencana induk').basis('PBM-6(1)', 'SKW-12(1)', 'SKW-16(2)'),
    yearPaper: text('Dokumen tahun berjalan')
      .help('Yang dimaksud kota dengan “RDP tahun berjalan”.')
      .basis('SKW-16(2)'),
    workPlan: text('Renja').basis('SKW-16(2)'),
    ...coordination(),
    involved: text('Bukti pelibatan PD Pengelola TIK').basis('SKW-16(4)', 'PBM-7(6)'),
  },
  sections: { Koordinasi: [...coordinationKeys, 'involved'] },
  title: (row) => row.title ?? '',
  indexes: [['opd', 'year']],
})

/** What had to be done within two years of the regulation, by whom it bound then. */
export const transition = defineRecord('transition', {
  label: 'Penyesuaian',
  plural: 'Penyesuaian dua tahun',
  articles: ['PBM-20(1)'],
  writers: keepers,
  scope: 'opd',
  register: true,
  within: ['opd'],
  fields: {
    subject: text('Yang disesuaikan').required().searchable(),
    opd: agency(),
    state: choice('Keadaan per 21-12-2019', { sesuai: 'Sudah sesuai', belum: 'Belum sesuai' }).basis(
      'PBM-20(1)',
    ),
    proof: text('Bukti').basis('PBM-20(1)'),
    ...decision(),
  },
  sections: { Sumber: decisionKeys },
  title: (row) => row.subject ?? '',
  indexes: [['opd']],
})
