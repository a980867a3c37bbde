import { defineRecord } from './define.ts'
import { choice, date, integer, longText, reference, text, when } from './field.ts'

export const paperKinds = {
  sk: 'SK',
  surat: 'Surat',
  bast: 'BAST',
  kontrak: 'Kontrak',
  foto: 'Foto',
  tangkapan: 'Tangkapan layar',
  lain: 'Lainnya',
} as const
export type PaperKind = keyof typeof paperKinds

/** A file of a record. When it was uploaded is the time of the commit; what the paper itself says stands in its fields. */
export const attachment = defineRecord('attachment', {
  label: 'Lampiran',
  articles: [],
  writers: ['admin', 'perencana', 'verifikator', 'petugas_monev'],
  scope: 'opd',
  fields: {
    /** Id of the record that the file belongs to, of any type. */
    owner: text('Milik').hidden().fixed(),
    /** OPD of that record, so that an officer of one OPD may attach to it; empty where it has none. */
    opd: reference('opd', 'OPD').hidden(),
    kind: choice('Jenis', paperKinds),
    number: text('Nomor').searchable(),
    subject: text('Judul atau perihal').searchable(),
    effective: when('Tanggal berkas').help(
      'Tanggal suratnya, atau saat foto diambil; tahun atau bulan saja boleh.',
    ),
    expires: date('Berlaku sampai').help('Kosong bila tidak berakhir.'),
    name: text('Nama berkas').required().searchable().basis('PBM-1.9-10'),
    mime: text('Format').hidden(),
    size: integer('Ukuran (bita)').hidden().fixed(),
    digest: text('SHA-256').hidden().fixed(),
    blob: text('Nama simpanan').hidden().fixed(),
    note: longText('Keterangan'),
    /** A newer version of the same paper; this one stays beside it. */
    replacedBy: reference('attachment', 'Digantikan oleh').hidden(),
  },
  title: (row) => row.subject || row.name || '',
  indexes: [['owner'], ['expires']],
})
