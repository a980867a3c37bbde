import { z } from 'zod'
import { budgetRowShape, formStatus } from './budget.ts'
import { command, query, task } from './call.ts'
import { budgetYear, committed, download, isoDate, recordId, upload, whole } from './shapes.ts'

export const group = z.object({ label: z.string(), rows: whole, withoutCost: whole, total: whole })
const stage = z.enum(['usulan'])
const dimension = z.enum(['opd', 'output', 'source', 'implementer', 'method'])
export type Dimension = z.infer<typeof dimension>

export const point = z.object({
  kind: z.enum([
    'disputed',
    'missing',
    'listOpen',
    'codeless',
    'withoutCost',
    'withoutSource',
    'abovePrice',
    'twin',
    'duplicate',
    'changed',
    'total',
    'doubt',
    'corrected',
    'returned',
    'unfinished',
  ]),
  text: z.string(),
  /** Records to open: forms or rows. */
  forms: z.array(recordId),
  rows: z.array(recordId),
})
export type Point = z.infer<typeof point>

export const consolidationSummary = query('consolidation.summary', {
  roles: 'session',
  input: z.object({ year: budgetYear, stage: stage.default('usulan') }),
  output: z.object({
    year: whole,
    all: z.object({ forms: whole, rows: whole, withoutCost: whole, total: whole }),
    /** What was filled in differently on several computers and waits for a decision; `amount` of the total rests on it. */
    disputed: z.object({ forms: whole, rows: whole, amount: whole }),
    byOpd: z.array(
      group.extend({
        opd: recordId,
        code: z.string(),
        /** Singkatan of the OPD; ''. */
        short: z.string(),
        form: recordId,
        version: whole,
        status: formStatus,
      }),
    ),
    /** The sums by OPD once more, under what the OPDs have become by today; null where none became another one. */
    byOpdNow: z.array(group.extend({ from: z.array(z.string()) })).nullable(),
    bySource: z.array(group),
    byImplementer: z.array(group.extend({ written: z.array(z.string()) })),
    byMethod: z.array(group),
    byOutput: z.array(group.extend({ opd: z.string(), opdId: recordId, subOutputs: z.array(group) })),
    /** The last one that was drawn up, if any. */
    last: z
      .object({ id: recordId, drawnUp: z.string(), by: z.string(), total: whole, rows: whole })
      .nullable(),
    years: z.array(whole),
  }),
})

export const consolidationPoints = query('consolidation.points', {
  roles: 'session',
  input: z.object({ year: budgetYear, stage: stage.default('usulan') }),
  output: z.object({
    points: z.array(point),
    /** “n dari m baris dapat dibandingkan” with the price standard. */
    comparable: z.object({ rows: whole, of: whole }),
  }),
})

/** The rows behind a number. */
export const consolidationRows = query('consolidation.rows', {
  roles: 'session',
  input: z.object({
    year: budgetYear,
    stage: stage.default('usulan'),
    dimension: dimension.nullable(),
    /** Label of the group, as the summary gave it; for opd its record id. */
    label: z.string(),
    subOutput: z.string().nullable().default(null),
    /** For an output: the OPD of the group, since two OPDs may name an output alike. */
    opd: recordId.nullable().default(null),
    only: z.enum(['all', 'withoutCost']).default('all'),
  }),
  output: z.object({
    rows: z.array(budgetRowShape.extend({ form: recordId, opdName: z.string(), counted: whole.nullable() })),
    total: whole,
    withoutCost: whole,
  }),
})

/** Keeps the present consolidation as a record, so that later changes of the forms show. */
export const consolidationDrawUp = command('consolidation.drawUp', {
  roles: ['admin', 'perencana', 'verifikator'],
  input: z.object({ year: budgetYear, stage: stage.default('usulan') }),
  output: committed.extend({ id: recordId }),
})

const signerShape = z.object({
  place: z.string(),
  date: isoDate,
  position: z.string(),
  name: z.string(),
  rank: z.string(),
  nip: z.string(),
})
export const exportInput = z.object({
  year: budgetYear,
  stage: stage.default('usulan'),
  format: z.enum(['pdf', 'docx', 'xlsx']),
  paper: z.enum(['A4', 'F4']).default('A4'),
  /** wet: for a signature by hand. outside: for signing in another program. sign: with the certificate file given. */
  signature: z.enum(['wet', 'outside', 'sign']).default('wet'),
  certificate: z
    .object({ file: upload, password: z.string().max(1024) })
    .nullable()
    .default(null),
  signer: signerShape.nullable().default(null),
})
/** Errors: those of the certificate (`WrongPassword`, `NotACertificate`, `Expired`, …), `Cancelled`. */
export const consolidationExport = task('consolidation.export', {
  roles: 'session',
  input: exportInput,
  output: download.extend({
    pages: whole.nullable(),
    total: whole,
    signed: z.boolean(),
    demoCertificate: z.boolean(),
    /** A signed PDF stays within reach of `document.verify` until the session ends; null for all others. */
    made: z.string().nullable(),
  }),
})
