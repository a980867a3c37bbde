import { agency, coordination, coordinationKeys, decision, decisionKeys, ofAgency } from './common.ts'
import { defineRecord } from './define.ts'
import { boolean, choice, date, integer, longText, money, text, when } from './field.ts'

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
  ...ofAgency,
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
    ...coordination('SKW-11(3)'),
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
  ...ofAgency,
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
    ...coordination('PBM-Penj8(4)-2', 'SKW-16(3)'),
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
  ...ofAgency,
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
