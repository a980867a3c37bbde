import { z } from 'zod'
import { defineRecord } from './define.ts'
import { boolean, type Plain, reference, structure, text } from './field.ts'

/** Filters, order and columns of a list; no data. */
export const looked = z.object({
  sort: z.object({ key: z.string().max(60), direction: z.enum(['asc', 'desc']) }).nullable(),
  filters: z.record(z.string().max(60), z.string().max(200)),
  columns: z.array(z.string().max(60)).max(200),
})
export type Looked = Plain<typeof looked>

/** A view of a register that an officer keeps, for himself or for all; it stays with the work when he moves. */
export const savedView = defineRecord('savedView', {
  label: 'Tampilan daftar',
  articles: [],
  internal: true,
  writers: ['admin'],
  fields: {
    officer: reference('officer', 'Milik').required(),
    register: text('Daftar').required().fixed(),
    name: text('Nama').required(),
    view: structure('Saringan, urutan, dan kolom', looked),
    shared: boolean('Untuk semua petugas'),
  },
  own: { by: 'officer', fields: ['officer', 'register', 'name', 'view', 'shared'], makes: true },
  title: (row) => row.name ?? '',
  indexes: [['register'], ['officer']],
})
