import { kindPrefix, officeOf } from '../rules/people/office.ts'
import { agency, ofAgency } from './common.ts'
import { defineRecord } from './define.ts'
import { boolean, choice, date, integer, longText, reference, text, when } from './field.ts'

export const person = defineRecord('person', {
  label: 'Pegawai',
  articles: ['PBM-8(5)'],
  ...ofAgency,
  fields: {
    number: text('NIP')
      .required()
      .unique()
      .searchable()
      .looksLike('nip')
      .help('NIP atau NI PPPK 18 angka; kode sendiri bila bukan ASN.'),
    name: text('Nama').required().searchable(),
    opd: reference('opd', 'OPD'),
    status: choice('Status', { pns: 'PNS', pppk: 'PPPK', lain: 'Bukan ASN' }).basis('PBM-8(5)'),
    rank: text('Pangkat/golongan'),
    active: boolean('Masih bertugas'),
  },
  title: (row) => row.name ?? row.number ?? '',
  indexes: [['number'], ['name'], ['opd']],
})

export const position = defineRecord('position', {
  label: 'Jabatan',
  articles: ['PBM-1.4', 'SKW-1.4'],
  ...ofAgency,
  fields: {
    opd: agency(),
    title: text('Nama jabatan')
      .required()
      .searchable()
      .help('Sebagaimana tercetak, misalnya “Kepala Dinas”.'),
    head: boolean('Pimpinan OPD'),
    begins: when('Ada sejak'),
    ends: when('Ada sampai'),
    basis: text('Dasar').help('Peraturan tentang susunan organisasi.'),
  },
  title: (row) => row.title ?? '',
  indexes: [['opd', 'title']],
})

export const assignments = { definitif: 'Definitif', plt: 'Plt.', plh: 'Plh.', pj: 'Pj.' } as const
export const signingForms = {
  sendiri: 'Sendiri',
  an: 'a.n. (atas nama)',
  ub: 'u.b. (untuk beliau)',
  up: 'u.p. (untuk perhatian)',
} as const

/** Who holds a position when; the signature of a paper is that of its date. */
export const assignment = defineRecord('assignment', {
  label: 'Penugasan',
  plural: 'Pemangku jabatan',
  articles: ['PBM-1.4', 'SKW-1.4'],
  ...ofAgency,
  fields: {
    opd: agency(),
    person: reference('person', 'Pegawai').required(),
    position: reference('position', 'Jabatan').required(),
    kind: choice('Sebagai', assignments).required(),
    from: date('Sejak').required(),
    until: date('Sampai dengan'),
    signs: choice('Menandatangani', signingForms).help('Kosong berarti sendiri.'),
    onBehalf: text('Atas nama jabatan').help('Untuk a.n. dan u.b., misalnya “Sekretaris Daerah”.'),
    letter: text('Nomor surat').searchable(),
    letterDate: date('Tanggal surat'),
  },
  sections: { 'Tanda tangan dan dasar': ['signs', 'onBehalf', 'letter', 'letterDate'] },
  title: (row, named) => {
    const [office, person] = [
      officeOf({ title: named?.('position') ?? '', opdName: named?.('opd') ?? '' }),
      named?.('person') ?? '',
    ]
    const words = [`${kindPrefix(row.kind)}${office}`.trim(), person].filter((word) => word !== '')
    return office === '' && person === ''
      ? `${row.kind === null ? 'Penugasan' : assignments[row.kind]} sejak ${row.from ?? '…'}`
      : words.join(' · ')
  },
  indexes: [['position', 'from'], ['person']],
})

/** Duties of a person in the ICT of an OPD. */
export const ictStaff = defineRecord('ictStaff', {
  label: 'SDM TIK',
  plural: 'SDM TIK',
  articles: ['PBM-8(5)', 'PBM-15(3)', 'PBM-16(2)', 'SKW-7a-e'],
  ...ofAgency,
  fields: {
    person: reference('person', 'Pegawai').required(),
    opd: agency(),
    duty: text('Tugas TIK').required().searchable(),
    competence: text('Keahlian').searchable().basis('PBM-8(5)'),
    standard: text('Standar kompetensi jabatan')
      .help('Kosong bila standar belum ditetapkan.')
      .basis('PBM-8(5)'),
    fits: boolean('Memenuhi standar').basis('PBM-8(5)'),
    security: boolean('Bertugas mengamankan sistem').basis('PBM-15(3)'),
    transacts: boolean('Melaksanakan transaksi elektronik').basis('PBM-16(2)', 'PBM-1.7'),
    systems: text('Sistem yang ditangani').searchable().basis('PBM-8(7)'),
    from: when('Sejak'),
    until: date('Sampai dengan'),
  },
  title: (row) => row.duty ?? 'SDM TIK',
  indexes: [['opd'], ['person']],
})

export const training = defineRecord('training', {
  label: 'Diklat SDM TIK',
  plural: 'Diklat SDM TIK',
  articles: ['PBM-8(6)', 'PBM-15(3)', 'PBM-18(2)'],
  ...ofAgency,
  fields: {
    person: reference('person', 'Pegawai').required(),
    opd: agency(),
    name: text('Nama diklat').required().searchable(),
    kind: choice('Jenis', { didik: 'Pendidikan', latih: 'Pelatihan', sertifikasi: 'Sertifikasi' }).basis(
      'PBM-15(3)',
    ),
    security: boolean('Tentang keamanan informasi').basis('PBM-15(3)'),
    on: when('Waktu').required().basis('PBM-8(6)'),
    hours: integer('Lamanya (jam)'),
    certificate: text('Nomor sertifikat'),
    validUntil: date('Berlaku sampai'),
  },
  title: (row) => row.name ?? '',
  indexes: [['person', 'on'], ['opd']],
})

export const staffMove = defineRecord('staffMove', {
  label: 'Promosi atau mutasi SDM TIK',
  plural: 'Promosi dan mutasi SDM TIK',
  articles: ['PBM-8(7)', 'PBM-Penj8(7)'],
  ...ofAgency,
  fields: {
    person: reference('person', 'Pegawai').required(),
    opd: agency(),
    kind: choice('Jenis', { promosi: 'Promosi', mutasi: 'Mutasi' }),
    effective: date('Berlaku').required().basis('PBM-8(7)'),
    known: date('Diketahui'),
    systems: longText('Sistem yang terdampak').basis('PBM-8(7)'),
    successor: reference('person', 'Pegawai pengganti').basis('PBM-8(7)', 'PBM-Penj8(7)'),
    competent: boolean('Pengganti kompeten').basis('PBM-Penj8(7)'),
    letter: text('Surat ke Badan Kepegawaian').basis('PBM-Penj8(7)'),
    letterDate: date('Tanggal surat'),
    handedOver: date('Serah terima'),
  },
  title: (row) => `${row.kind === 'promosi' ? 'Promosi' : 'Mutasi'} ${row.effective ?? ''}`.trim(),
  indexes: [['opd'], ['person']],
})
