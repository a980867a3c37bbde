import { ofAgency } from './common.ts'
import { defineRecord } from './define.ts'
import { boolean, choice, date, reference, text } from './field.ts'

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
  ...ofAgency,
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
