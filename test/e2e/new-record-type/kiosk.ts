import { defineRecord } from '../../../shared/records/define.ts'
import { choice, date, longText, money, reference, text } from '../../../shared/records/field.ts'

/** A register that Selaras does not have: one file, nothing else is touched. */
export const kiosk = defineRecord('kiosk', {
  label: 'Anjungan informasi',
  plural: 'Anjungan informasi warga',
  articles: ['PBM-12(1)', 'PBM-12(4)'],
  writers: ['admin'],
  register: true,
  fields: {
    address: text('Alamat').required().unique().searchable(),
    owner: reference('opd', 'Pengelola').required(),
    host: choice('Lokasi hosting', { ID: 'Indonesia', SG: 'Singapura' }).required(),
    rent: money('Sewa setahun (Rp)'),
    leaseEnds: date('Sewa berakhir'),
    notes: longText('Catatan').searchable(),
  },
  title: (site) => site.address ?? '',
  indexes: [['address']],
})
