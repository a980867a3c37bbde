import { z } from 'zod'
import { agency, decision, decisionKeys, ofAgency } from './common.ts'
import { defineRecord } from './define.ts'
import { date, listOf, structure, text, time } from './field.ts'

/**
 * A file that left for an OPD with what is recorded about it, and came back or not. What it showed is said once, here in the log:
 * the file itself carries no more than its code.
 */
export const questionnaire = defineRecord('questionnaire', {
  label: 'Lembar isian',
  plural: 'Lembar isian OPD',
  articles: ['PBM-18(4)-1'],
  ...ofAgency,
  fields: {
    opd: agency().fixed(),
    code: text('Kode berkas').unique().searchable().fixed(),
    about: text('Isi').searchable().help('Daftar yang ada dalam berkas.'),
    made: time('Dibuat').fixed(),
    due: date('Diminta kembali'),
    returned: date('Diterima kembali'),
    ...decision(),
    /** Types of the registers that it holds. */
    registers: structure('Daftar', listOf(z.string())).fixed(),
    /** What the log held when its rows were read. */
    seen: structure('Keadaan', z.record(z.string(), z.number().int().nonnegative())).fixed(),
  },
  sections: { Jawaban: ['returned', ...decisionKeys] },
  title: (row) => `Lembar isian ${row.code ?? ''}`.trim(),
  indexes: [['opd'], ['code']],
})
