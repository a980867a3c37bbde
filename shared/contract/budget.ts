import { z } from 'zod'
import { command, query, task } from './call.ts'
import { budgetYear, commitName, committed, isoDate, recordId, seen, upload, whole } from './shapes.ts'

const funding = z.object({ source: z.string(), amount: whole })
const duration = z.object({
  value: z.number(),
  unit: z.enum(['jam', 'hari', 'minggu', 'bulan', 'triwulan', 'semester', 'tahun']),
  times: whole.nullable(),
})
const place = z.object({ sheet: z.string().nullable(), table: whole.nullable(), line: whole })
export const parsedRow = z.object({
  row: whole,
  place,
  subOutput: z.string(),
  stage: z.string(),
  method: z.string(),
  implementer: z.string(),
  duration: z.string(),
  durationValue: duration.nullable(),
  resources: z.object({ asPrinted: z.string(), funding: z.array(funding), other: z.string() }),
  amount: whole.nullable(),
  extra: z.record(z.string(), z.string()),
})
const doubt = z.object({
  row: whole,
  place,
  column: z.enum(['subOutput', 'stage', 'method', 'implementer', 'duration', 'resources', 'extra', 'total']),
  found: z.string(),
  message: z.string(),
  type: z.string(),
  sums: z.object({ stated: whole, counted: whole }).optional(),
})
const output = z.object({ title: z.string(), rows: z.array(parsedRow), total: whole })
const parsedFile = z.object({
  file: z.string(),
  outputs: z.array(output),
  doubts: z.array(doubt),
  leftOut: z.array(z.object({ where: z.string(), reason: z.string() })),
  printed: z.object({ found: z.string(), stated: whole }).optional(),
})
const refusedFile = z.object({ file: z.string(), error: z.object({ type: z.string(), message: z.string() }) })
/** What was read of one file, or why nothing was. */
export const readFile = z.union([parsedFile, refusedFile])
export const parsedImport = z.object({ files: z.array(readFile) })

/** Reads files or a pasted table in a process that can be killed. Nothing is written; the files wait in the writer's thread under `token`. */
export const budgetPreview = task('budget.preview', {
  roles: ['admin', 'perencana', 'verifikator'],
  input: z.object({
    files: z.array(upload).max(200),
    paste: z.object({ html: z.string(), text: z.string() }).nullable().default(null),
  }),
  output: z.object({ token: z.string(), parsed: parsedImport }),
})

/** What was read under a token and waits still, also after a lock; null: it is gone, the files must be chosen again. */
export const budgetWaiting = command('budget.waiting', {
  roles: ['admin', 'perencana', 'verifikator'],
  input: z.object({ token: z.string().max(64) }),
  output: z.object({ parsed: parsedImport.nullable() }),
})

/** What was read under `more` joins the import under `token`; `first`: place of its first file there. Error: `PreviewGone`. */
export const budgetJoin = command('budget.join', {
  roles: ['admin', 'perencana', 'verifikator'],
  input: z.object({ token: z.string().max(64), more: z.string().max(64) }),
  output: z.object({ first: whole }),
})

/** The officer is done with what was read under a token: nothing of it is kept. */
export const budgetDiscard = command('budget.discard', {
  roles: ['admin', 'perencana', 'verifikator'],
  input: z.object({ token: z.string().max(64) }),
  output: z.object({}),
})

const acceptedRow = parsedRow.extend({
  marks: z
    .array(z.object({ column: z.string(), found: z.string(), message: z.string(), type: z.string() }))
    .default([]),
})
/** What the officer accepted, corrected in place: written as one commit. `opd` by id, or by code and name if not yet known. */
export const budgetAccept = command('budget.accept', {
  roles: ['admin', 'perencana', 'verifikator'],
  input: z.object({
    token: z.string(),
    opd: z.object({
      id: recordId.nullable(),
      code: z.string().max(40),
      name: z.string().max(200),
      /** Short name of a new OPD, “Dinkes”. */
      short: z.string().max(60).default(''),
    }),
    year: budgetYear,
    received: isoDate,
    letter: z.string().max(120).default(''),
    /** `version`: a new version beside the old. `append`: more rows for the version in use. */
    mode: z.enum(['version', 'append']),
    /** Places of the files in the preview that these rows come from; empty: found by the rows that were not changed. */
    files: z.array(whole).default([]),
    /** Doubts of the whole file that the officer found right: their places among those of these files. */
    settled: z.array(whole).default([]),
    /** `refuse`: a version with the very rows of the one in use is refused (`SameAsPresent`). */
    same: z.enum(['take', 'refuse']).default('take'),
    outputs: z.array(z.object({ title: z.string(), rows: z.array(acceptedRow) })),
  }),
  output: committed.extend({
    form: recordId,
    version: whole,
    rows: whole,
    total: whole,
    opdAdded: z.boolean(),
  }),
})

export const formStatus = z.enum(['diterima', 'diperiksa', 'dikembalikan', 'direkomendasikan', 'dikunci'])
/** What waits for a decision because it was filled in differently on several computers. */
export const formDisputes = z.object({
  rows: whole,
  /** Whole rupiah of the form's total that rest on it. */
  amount: whole,
  /** The form itself, its state for one. */
  form: z.boolean(),
  /** Record to begin with; null where nothing waits. */
  first: recordId.nullable(),
})
export type FormDisputes = z.infer<typeof formDisputes>

export const formSummary = z.object({
  id: recordId,
  opd: recordId,
  opdCode: z.string(),
  opdName: z.string(),
  year: whole,
  version: whole,
  current: z.boolean(),
  status: formStatus,
  received: z.string(),
  rows: whole,
  withoutCost: whole,
  /** Open doubts: about cells of its rows, and about the form as a whole. */
  marks: whole,
  total: whole,
  disputed: formDisputes,
})
export type FormSummary = z.infer<typeof formSummary>

export const budgetForms = query('budget.forms', {
  roles: 'session',
  input: z.object({ year: budgetYear, allVersions: z.boolean().default(false) }),
  output: z.object({
    forms: z.array(formSummary),
    /** Active OPDs without a form this year. */
    missing: z.array(z.object({ id: recordId, code: z.string(), name: z.string() })),
    /** Somebody said that the register holds every OPD; else more may be missing. */
    listComplete: z.boolean(),
    years: z.array(whole),
  }),
})

export const budgetRowShape = z.object({
  id: recordId,
  position: whole,
  output: z.string(),
  subOutput: z.string(),
  stage: z.string(),
  method: z.string(),
  implementer: z.string(),
  duration: z.string(),
  resources: z.string(),
  amount: whole.nullable(),
  source: z.string(),
  other: z.string(),
  volume: whole.nullable(),
  measure: z.string(),
  unitPrice: whole.nullable(),
  extra: z.record(z.string(), z.string()),
  marks: z.array(z.object({ column: z.string(), found: z.string(), message: z.string(), type: z.string() })),
  /** Doubts that were found right. `by`: the officer's name. */
  settled: z
    .array(
      z.object({
        column: z.string(),
        found: z.string(),
        message: z.string(),
        by: z.string(),
        at: z.string(),
      }),
    )
    .default([]),
  /** Cells corrected before saving: as the file said, and as saved; '' for nothing, column '' for a row that the file has not. `by`: the officer's name. */
  corrected: z
    .array(
      z.object({ column: z.string(), before: z.string(), after: z.string(), by: z.string(), at: z.string() }),
    )
    .default([]),
  note: z.string(),
  /** Columns that were filled in differently on several computers and wait for a decision. */
  disputed: z.array(z.string()).default([]),
})
export type BudgetRowShape = z.infer<typeof budgetRowShape>

/** A doubt about a whole form. `settledBy`: name, '' while it is open. `agrees`: its rows make the printed sum by now. */
export const formMark = z.object({
  /** Place among the marks of the form. */
  at: whole,
  type: z.string(),
  found: z.string(),
  message: z.string(),
  stated: whole.nullable(),
  counted: whole.nullable(),
  agrees: z.boolean(),
  settledBy: z.string(),
  settledAt: z.string(),
})
export type FormMarkShape = z.infer<typeof formMark>

export const budgetForm = query('budget.form', {
  roles: 'session',
  input: z.object({ form: recordId }),
  output: z.object({
    form: formSummary.extend({
      statusBy: z.string(),
      statusAt: z.string(),
      statusNote: z.string(),
      letter: z.string(),
      files: z.array(z.object({ name: z.string(), attachment: recordId.nullable() })),
      marksOfForm: z.array(formMark),
    }),
    rows: z.array(budgetRowShape),
    /** With the names of the files that each was read from. */
    versions: z.array(formSummary.extend({ fileNames: z.array(z.string()) })),
    seen,
    /** What the officer's roles and the form's state allow now. */
    may: z.object({
      edit: z.boolean(),
      examine: z.boolean(),
      sendBack: z.boolean(),
      recommend: z.boolean(),
      lock: z.boolean(),
      unlock: z.boolean(),
    }),
  }),
})

const rowEdit = z.object({
  output: z.string(),
  subOutput: z.string(),
  stage: z.string(),
  method: z.string(),
  implementer: z.string(),
  duration: z.string(),
  resources: z.string(),
  amount: whole.nullable(),
  volume: whole.nullable(),
  measure: z.string(),
  unitPrice: whole.nullable(),
  note: z.string(),
})
/**
 * Saves the grid as one commit. The core reads amounts and durations from the texts again, by the importer's own rules.
 * `amount` given beside `resources` only where the officer typed the number itself. Errors: `Stale`, `Locked`, `Forbidden`.
 */
export const budgetSaveRows = command('budget.saveRows', {
  roles: ['admin', 'perencana', 'verifikator'],
  input: z.object({
    form: recordId,
    seen,
    created: z.array(z.object({ key: z.string(), position: whole, values: rowEdit.partial() })),
    updated: z.array(z.object({ id: recordId, position: whole.nullable(), values: rowEdit.partial() })),
    removed: z.array(recordId),
  }),
  output: committed.extend({ created: z.record(z.string(), recordId) }),
})

/** Errors: `Locked`, `NotInThisState`, `Undecided` with the `dispute` to begin with, `NoteMissing` (dikembalikan needs a note on the form or a row), `Forbidden`, `Stale`. */
export const budgetSetStatus = command('budget.setStatus', {
  roles: ['admin', 'perencana', 'verifikator'],
  input: z.object({ form: recordId, status: formStatus, note: z.string().max(4000), seen }),
  output: committed,
})

/** “Sudah benar” for a doubt about the whole form: by whom and when is kept. Errors: `NotFound`, `Locked`, `Forbidden`, `Stale`. */
export const budgetSettle = command('budget.settle', {
  roles: ['admin', 'perencana', 'verifikator'],
  input: z.object({ form: recordId, mark: whole, seen }),
  output: committed,
})

const cellMark = z.object({ row: recordId, column: z.string(), type: z.string(), found: z.string() })
/** “Sudah benar” for doubts about cells, as one commit: by whom and when is kept. Errors: `NotFound`, `Locked`, `Forbidden`, `Stale`. */
export const budgetSettleCells = command('budget.settleCells', {
  roles: ['admin', 'perencana', 'verifikator'],
  input: z.object({ form: recordId, marks: z.array(cellMark).min(1).max(20_000), seen }),
  output: committed,
})

const formChange = z.object({
  /** Row that it is about, and its number on the form now; null for the form itself or a row that is gone. */
  row: recordId.nullable(),
  number: whole.nullable(),
  kind: z.enum(['changed', 'added', 'removed', 'settled', 'corrected', 'refused']),
  /** “Tahap pelaksanaan”; '' for a whole row. */
  label: z.string(),
  /** Values in words; of a row added or removed its title, of a settled doubt the words found, of a row refused at import its words on the file. '' for nothing. */
  before: z.string(),
  after: z.string(),
})
export const formStep = z.object({
  commit: commitName,
  time: z.string(),
  officer: z.string(),
  capacity: z.string(),
  reason: z.string(),
  changes: z.array(formChange),
  /** Changes beyond those listed. */
  more: whole,
})
export type FormStep = z.infer<typeof formStep>
/** What became of a form and its rows, newest first; of one row where `row` names it. */
export const budgetHistory = query('budget.history', {
  roles: 'session',
  input: z.object({ form: recordId, row: recordId.nullable().default(null) }),
  output: z.object({ steps: z.array(formStep) }),
})

/** Makes another version the one that counts. */
export const budgetUseVersion = command('budget.useVersion', {
  roles: ['admin', 'perencana'],
  input: z.object({ form: recordId, seen }),
  output: committed,
})

export const rowDifference = z.object({
  kind: z.enum(['added', 'removed', 'changed']),
  output: z.string(),
  subOutput: z.string(),
  stage: z.string(),
  fields: z.array(z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() })),
  amountBefore: whole.nullable(),
  amountAfter: whole.nullable(),
})
export const budgetCompare = query('budget.compare', {
  roles: 'session',
  input: z.object({ before: recordId, after: recordId }),
  output: z.object({
    before: formSummary,
    after: formSummary,
    differences: z.array(rowDifference),
    same: whole,
  }),
})
