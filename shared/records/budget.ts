import type { Duration, Funding } from '../rules/budget/parsed.ts'
import { decided, defineRecord, together } from './define.ts'
import { boolean, choice, date, integer, longText, money, reference, structure, text, time } from './field.ts'

/** Life of a form. Diskominfo recommends, it does not approve (Pasal 6 ayat (4), Pasal 7 ayat (6)). */
export const formStatuses = {
  diterima: 'Diterima',
  diperiksa: 'Sedang diperiksa',
  dikembalikan: 'Dikembalikan',
  direkomendasikan: 'Direkomendasikan',
  dikunci: 'Dikunci',
} as const
export type FormStatus = keyof typeof formStatuses

/** Something in a row that was not understood; the words stay as printed. */
export type RowMark = {
  readonly column: string
  readonly found: string
  readonly message: string
  readonly type: string
}
/** A doubt about a row that an officer found right: who and when (ISO, UTC). */
export type SettledMark = RowMark & { readonly by: string; readonly at: string }
/** A cell that an officer corrected before saving: what the file said and what she made of it, as the form shows them. `column` '': the row is hers, not the file's. */
export type CorrectedCell = {
  readonly column: string
  readonly before: string
  readonly after: string
  readonly by: string
  readonly at: string
}
/** A row of the file that an officer did not take: its number and words on the file, whole rupiah, who and when (ISO, UTC). */
export type LeftRow = {
  readonly file: string
  readonly row: number
  readonly title: string
  readonly amount: number | null
  readonly by: string
  readonly at: string
}
/** Something about a whole form that was not understood, or a printed sum that its rows do not make. */
export type FormMark = {
  readonly type: string
  /** The words as printed, and the sentence of the importer. */
  readonly found: string
  readonly message: string
  /** Whole rupiah: the sum as printed, and that of its rows as they were read; null where no sum is in doubt. */
  readonly stated: number | null
  readonly counted: number | null
  /** The printed sum speaks of all rows of the form, so that it can be held against the form as it is now. */
  readonly whole: boolean
  /** Officer who found it right, and when (ISO, UTC); null: still open. */
  readonly settledBy: string | null
  readonly settledAt: string | null
}
/** Files that a form was read from, with the attachment that keeps each. */
export type FormFile = { readonly name: string; readonly attachment: string | null }

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
    files: structure<readonly FormFile[]>('Berkas asal', 'list'),
    marks: structure<readonly FormMark[]>('Tanda seluruh formulir', 'list'),
    refused: structure<readonly LeftRow[]>('Baris yang tidak diterima saat impor', 'list'),
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
    durationValue: structure<Duration>('Durasi terbaca', 'object'),
    /** As printed on the form; never changed by the program. */
    resources: text('Sumber daya yang digunakan').searchable(),
    resourcesOther: text('Bukan uang'),
    /** Proposed by the OPD (usulan). Later stages of the budget are fields of their own beside it. */
    usulanAmount: money('Jumlah usulan (Rp)'),
    /** Canonical sources joined by "; ": one source in most rows, so that sums come from an index. */
    usulanSource: text('Sumber dana usulan'),
    usulanFunding: structure<readonly Funding[]>('Rincian sumber dana usulan', 'list'),
    volume: integer('Volume'),
    measure: text('Satuan'),
    unitPrice: money('Harga satuan (Rp)'),
    /** Cells of columns that the form does not know, by heading. */
    extra: structure<Readonly<Record<string, string>>>('Kolom lain', 'object'),
    marks: structure<readonly RowMark[]>('Tanda', 'list'),
    settled: structure<readonly SettledMark[]>('Tanda yang sudah benar', 'list'),
    corrected: structure<readonly CorrectedCell[]>('Dikoreksi saat impor', 'list'),
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

/** A consolidation as it was drawn up: which version of each form it held, so that later changes show. */
export type ConsolidatedForm = {
  readonly form: string
  readonly opd: string
  readonly version: number
  readonly total: number
  readonly rows: number
  readonly seq: number
}

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
    forms: structure<readonly ConsolidatedForm[]>('Formulir', 'list'),
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
