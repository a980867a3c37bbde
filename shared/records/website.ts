import { agency, ofAgency } from './common.ts'
import { defineRecord } from './define.ts'
import { boolean, choice, date, reference, text } from './field.ts'

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

const rented = ['country', 'provider', 'legalForm', 'proof', 'leaseUntil'] as const

export const website = defineRecord('website', {
  label: 'Situs atau media sosial',
  plural: 'Situs dan media sosial',
  articles: ['PBM-12(1)', 'PBM-12(2)', 'PBM-12(3)', 'PBM-12(4)'],
  ...ofAgency,
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
    administrator: reference('person', 'Admin').duty().basis('PBM-12(2)'),
    live: boolean('Masih tayang'),
  },
  sections: { Hosting: ['placement', ...rented] },
  unconcerned: ({ kind, placement }) =>
    kind === 'medsos' || (placement !== null && placement !== 'sewa') ? rented : [],
  title: (row) => row.address ?? '',
  indexes: [['address'], ['opd']],
})
