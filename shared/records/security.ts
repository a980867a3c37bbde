import { agency, hasIt, ofAgency } from './common.ts'
import { defineRecord } from './define.ts'
import { choice, date, integer, reference, text } from './field.ts'

const principle = (label: string) =>
  choice(label, { diterapkan: 'Diterapkan', tidak: 'Tidak diterapkan' }).basis('PBM-1.15')

export const securityReview = defineRecord('securityReview', {
  label: 'Kontrol keamanan',
  plural: 'Kontrol keamanan',
  articles: ['PBM-15(2)-1', 'PBM-1.15', 'PBM-15(1)', 'PBM-14(2)a-b', 'PBM-17(6)'],
  ...ofAgency,
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
  ...ofAgency,
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
  ...ofAgency,
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
