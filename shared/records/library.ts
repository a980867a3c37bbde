import { versioned } from '../regulation/version.ts'
import { defineRecord } from './define.ts'
import { bytes, choice, date, integer, longText, text } from './field.ts'

export const instrumentKinds = { peraturan: 'Peraturan', kerangka: 'Kerangka' } as const

/** A regulation or framework that the city brought into its library, in one version; the city is not judged by it. */
export const instrument = defineRecord('instrument', {
  label: 'Peraturan atau kerangka',
  plural: 'Peraturan dan kerangka tambahan',
  articles: [],
  writers: ['admin', 'perencana'],
  register: true,
  fields: {
    short: text('Nama singkat').required().searchable().help('Dipakai pada pilihan dan kutipan.'),
    version: text('Versi'),
    kind: choice('Jenis', instrumentKinds).required(),
    title: longText('Judul').required().searchable(),
    number: text('Nomor').searchable(),
    year: integer('Tahun'),
    enacted: date('Ditetapkan'),
    promulgated: date('Diundangkan'),
    publisher: text('Penerbit').searchable(),
    released: date('Terbit'),
    copyright: longText('Hak cipta dan lisensi'),
    about: longText('Keterangan').searchable(),
    /** The same for every version: what the file calls itself, or how the regulation is called. */
    series: text('Pengenal').hidden(),
    file: text('Berkas asal').hidden(),
    digest: text('SHA-256 berkas asal').hidden().fixed(),
    /** JSON of an `InstrumentContent`; bytes, so that no list carries it. */
    content: bytes('Naskah').fixed(),
  },
  sections: {
    Penerbitan: ['number', 'year', 'enacted', 'promulgated', 'publisher', 'released'],
    Keterangan: ['about', 'copyright'],
  },
  title: (row) => versioned(row.short ?? row.title ?? '', row.version ?? ''),
  indexes: [['series']],
})
