import { agency, ofAgency } from './common.ts'
import { defineRecord } from './define.ts'
import { boolean, choice, date, integer, longText, reference, text, when } from './field.ts'

export const permit = defineRecord('permit', {
  label: 'Izin atau rekomendasi',
  plural: 'Izin dan rekomendasi TIK',
  articles: ['PBM-8(4)', 'PBM-Penj8(4)', 'PBM-Penj8(4)-2', 'PBM-18(4)-3', 'PBM-20(2)', 'SKW-11(3)'],
  ...ofAgency,
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
  ...ofAgency,
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
  ...ofAgency,
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
