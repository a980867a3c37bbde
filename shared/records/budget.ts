import { z } from 'zod'
import type { Duration, Funding } from '../rules/budget/parsed.ts'
import { decided, defineRecord, together } from './define.ts'
import {
  boolean,
  choice,
  date,
  integer,
  listOf,
  longText,
  money,
  type Plain,
  reference,
  structure,
  text,
  time,
} from './field.ts'

/** Life of a form. Diskominfo recommends, it does not approve (Pasal 6 ayat (4), Pasal 7 ayat (6)). */
export const formStatuses = {
  diterima: 'Diterima',
  diperiksa: 'Sedang diperiksa',
  dikembalikan: 'Dikembalikan',
  direkomendasikan: 'Direkomendasikan',
  dikunci: 'Dikunci',
} as const
export type FormStatus = keyof typeof formStatuses

const rowMark = z.object({
  column: z.string(),
  found: z.string(),
  message: z.string(),
  type: z.string(),
})
/** Something in a row that was not understood; the words stay as printed. */
export type RowMark = Plain<typeof rowMark>

const settledMark = rowMark.extend({ by: z.string(), at: z.string() })
/** A doubt about a row that an officer found right: who and when (ISO, UTC). */
export type SettledMark = Plain<typeof settledMark>

const correctedCell = z.object({
  column: z.string(),
  before: z.string(),
  after: z.string(),
  by: z.string(),
  at: z.string(),
})
/** A cell that an officer corrected before saving: what the file said and what she made of it, as the form shows them. `column` '': the row is hers, not the file's. */
export type CorrectedCell = Plain<typeof correctedCell>

const leftRow = z.object({
  file: z.string(),
  row: z.number(),
  title: z.string(),
  amount: z.number().nullable(),
  by: z.string(),
  at: z.string(),
})
/** A row of the file that an officer did not take: its number and words on the file, whole rupiah, who and when (ISO, UTC). */
export type LeftRow = Plain<typeof leftRow>

const formMark = z.object({
  type: z.string(),
  /** The words as printed, and the sentence of the importer. */
  found: z.string(),
  message: z.string(),
  /** Whole rupiah: the sum as printed, and that of its rows as they were read; null where no sum is in doubt. */
  stated: z.number().nullable(),
  counted: z.number().nullable(),
  /** The printed sum speaks of all rows of the form, so that it can be held against the form as it is now. */
  whole: z.boolean(),
  /** Officer who found it right, and when (ISO, UTC); null: still open. */
  settledBy: z.string().nullable(),
  settledAt: z.string().nullable(),
})
/** Something about a whole form that was not understood, or a printed sum that its rows do not make. */
export type FormMark = Plain<typeof formMark>

const formFile = z.object({ name: z.string(), attachment: z.string().nullable() })
/** Files that a form was read from, with the attachment that keeps each. */
export type FormFile = Plain<typeof formFile>

const duration = z.object({
  value: z.number(),
  unit: z.enum(['jam', 'hari', 'minggu', 'bulan', 'triwulan', 'semester', 'tahun']),
  times: z.number().nullable(),
}) satisfies z.ZodType<Duration>
const funding = z.object({ source: z.string(), amount: z.number() }) satisfies z.ZodType<Funding>

export const budgetForm = defineRecord('budgetForm', {
  label: 'Formulir anggaran',
  plural: 'Formulir anggaran TIK',
  articles: ['PBM-6(4)', 'PBM-Penj6(4)', 'PBM-7(6)', 'SKW-16(4)'],
  writers: ['admin', 'perencana', 'verifikator'],
  scope: 'opd',
  foundBy: 'opd',
  within: ['opd'],
  fields: {
    opd: reference('opd', 'OPD').required(),
    year: integer('Tahun anggaran').required(),
    /** 1 for the first file of this OPD and year; a later file stands beside it. */
    version: integer('Versi').required(),
    /** The version that counts in the consolidation of its OPD and year. */
    current: boolean('Versi yang dipakai'),
    status: choice('Keadaan', formStatuses).required(),
    statusBy: reference('officer', 'Oleh'),
    statusAt: time('Pada'),
    statusNote: longText('Catatan').searchable(),
    received: date('Diterima').required(),
    files: structure('Berkas asal', listOf(formFile)),
    marks: structure('Tanda seluruh formulir', listOf(formMark)),
    refused: structure('Baris yang tidak diterima saat impor', listOf(leftRow)),
    letter: text('Nomor surat pengantar').searchable(),
  },
  together: { keadaan: decided('status', 'statusBy', 'statusAt', 'statusNote') },
  lock: { field: 'status', itself: ['dikunci'], children: ['direkomendasikan', 'dikunci'] },
  title: (row) => `Formulir TA ${row.year ?? '…'} versi ${row.version ?? '…'}`,
  indexes: [
    ['year', 'current', 'opd'],
    ['opd', 'year'],
  ],
})

export const budgetRow = defineRecord('budgetRow', {
  label: 'Baris anggaran',
  articles: ['PBM-Penj6(4)'],
  writers: ['admin', 'perencana', 'verifikator'],
  scope: 'opd',
  lockedWith: 'form',
  within: ['opd', 'form'],
  heading: { field: 'output', under: 'form' },
  brief: { words: ['stage', 'subOutput', 'output'], amount: 'usulanAmount' },
  fields: {
    form: reference('budgetForm', 'Formulir').required().fixed(),
    opd: reference('opd', 'OPD').required(),
    /** Order on the form; a row put between two others gets a number between theirs. */
    position: integer('Urutan').hidden(),
    output: text('Output').searchable(),
    subOutput: text('Sub output').searchable(),
    stage: text('Tahap pelaksanaan').searchable(),
    method: text('Metode/teknologi/platform').searchable(),
    implementer: text('Pelaksana').searchable(),
    duration: text('Durasi'),
    durationValue: structure<Duration>('Durasi terbaca', duration),
    /** As printed on the form; never changed by the program. */
    resources: text('Sumber daya yang digunakan').searchable(),
    resourcesOther: text('Bukan uang'),
    /** Proposed by the OPD (usulan). Later stages of the budget are fields of their own beside it. */
    usulanAmount: money('Jumlah usulan (Rp)'),
    /** Canonical sources joined by "; ": one source in most rows, so that sums come from an index. */
    usulanSource: text('Sumber dana usulan'),
    usulanFunding: structure('Rincian sumber dana usulan', listOf(funding)),
    volume: integer('Volume'),
    measure: text('Satuan'),
    unitPrice: money('Harga satuan (Rp)'),
    /** Cells of columns that the form does not know, by heading. */
    extra: structure<Readonly<Record<string, string>>>('Kolom lain', z.record(z.string(), z.string())),
    marks: structure('Tanda', listOf(rowMark)),
    settled: structure('Tanda yang sudah benar', listOf(settledMark)),
    corrected: structure('Dikoreksi saat impor', listOf(correctedCell)),
    note: longText('Catatan pemeriksa').searchable(),
  },
  together: {
    pendanaan: together('resources', 'resourcesOther', 'usulanAmount', 'usulanSource', 'usulanFunding'),
    durasi: together('duration', 'durationValue'),
  },
  title: (row) =>
    [row.output, row.subOutput, row.stage].filter((part) => part !== null && part !== '').join(' · '),
  /** Sums by form and source, and the number of marked rows, come from this index alone. */
  indexes: [['form', 'usulanSource', 'usulanAmount', 'marks']],
})

const consolidatedForm = z.object({
  form: z.string(),
  opd: z.string(),
  version: z.number(),
  total: z.number(),
  rows: z.number(),
  seq: z.number(),
})
/** A consolidation as it was drawn up: which version of each form it held, so that later changes show. */
export type ConsolidatedForm = Plain<typeof consolidatedForm>

export const consolidation = defineRecord('consolidation', {
  label: 'Konsolidasi anggaran',
  articles: ['PBM-6(4)'],
  writers: ['admin', 'perencana', 'verifikator'],
  /** Totals of all OPDs: read by the consolidation alone, which keeps to the officer's OPDs. */
  internal: true,
  fields: {
    year: integer('Tahun anggaran').required(),
    stage: text('Tahap').required(),
    drawnUp: time('Disusun').required(),
    by: reference('officer', 'Oleh'),
    total: money('Jumlah (Rp)'),
    rows: integer('Baris'),
    forms: structure('Formulir', listOf(consolidatedForm)),
  },
  title: (row) => `Konsolidasi TA ${row.year ?? '…'}`,
  indexes: [['year', 'drawnUp']],
})

export const priceStandard = defineRecord('priceStandard', {
  label: 'Standar harga',
  plural: 'Standar harga TIK',
  articles: ['PBM-18(4)-2', 'PBM-Penj8(4)'],
  writers: ['admin', 'perencana'],
  register: true,
  fields: {
    item: text('Uraian').required().searchable(),
    measure: text('Satuan').required(),
    price: money('Harga satuan (Rp)').required(),
    year: integer('Tahun anggaran').required(),
    basis: text('Dasar').searchable(),
  },
  title: (row) => row.item ?? '',
  indexes: [['item'], ['year']],
})

/** Different spellings of one implementer: Vendor, VENDOR; KOMINFO, Kantor KOMINFO, Diskominfo. */
export const implementerAlias = defineRecord('implementerAlias', {
  label: 'Padanan pelaksana',
  articles: ['PBM-Penj6(4)'],
  writers: ['admin', 'perencana'],
  register: true,
  fields: {
    written: text('Tertulis pada formulir').required().unique().searchable(),
    implementer: text('Dihitung sebagai').required().searchable(),
  },
  title: (row) => row.written ?? '',
  indexes: [['written']],
})
