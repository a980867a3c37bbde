import { agency, coordination, coordinationKeys, hasIt, ofAgency } from './common.ts'
import { defineRecord } from './define.ts'
import { boolean, choice, date, integer, longText, money, reference, text, when } from './field.ts'

export const infrastructure = defineRecord('infrastructure', {
  label: 'Infrastruktur',
  plural: 'Infrastruktur TIK',
  articles: ['PBM-1.14', 'PBM-13(1)', 'PBM-13(4)', 'SKW-1.5', 'SKW-1.8-10', 'SKW-1.15'],
  ...ofAgency,
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
    ...coordination('PBM-13(4)'),
    assetCode: text('Kode barang'),
    value: money('Nilai (Rp)'),
  },
  // Of its own things alone an OPD says how they were coordinated.
  unconcerned: ({ keeper }) => (keeper === null || keeper === 'opd' ? [] : coordinationKeys),
  sections: { Koordinasi: coordinationKeys },
  title: (row) => row.name ?? '',
  indexes: [['opd'], ['kind']],
})

/** Whether an OPD uses what Diskominfo provides at its place. */
export const infrastructureUse = defineRecord('infrastructureUse', {
  label: 'Pemanfaatan infrastruktur',
  plural: 'Pemanfaatan infrastruktur',
  articles: ['PBM-13(2)'],
  ...ofAgency,
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
  ...ofAgency,
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
    ...coordination('PBM-13(4)'),
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
  ...ofAgency,
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
  ...ofAgency,
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
