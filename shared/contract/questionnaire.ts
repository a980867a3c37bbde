import { z } from 'zod'
import { keepers } from '../records/common.ts'
import { command, task } from './call.ts'
import {
  budgetYear,
  committed,
  download,
  isoDate,
  recordId,
  recordType,
  seen,
  upload,
  values,
  whole,
} from './shapes.ts'
import { mostRows } from './sheet.ts'

const registers = z.array(recordType).min(1).max(60)

/** What the files are about and say, beside what is recorded. */
export const questionnaireWanted = z.object({
  types: registers,
  year: budgetYear,
  due: isoDate.nullable().default(null),
  /** Where it is sent back to. */
  to: z.string().max(300).default(''),
  paper: z.enum(['A4', 'F4']).default('A4'),
})

/**
 * One XLSX for each OPD with what is recorded about it, as one ZIP where there are several (`opds` null: every active OPD that the
 * officer may see). Each file is a record, with what it showed. Errors: `Empty`, `NotFound`, `NotAsked`, `Forbidden`, `Cancelled`.
 */
export const questionnaireMake = task('questionnaire.make', {
  roles: keepers,
  input: questionnaireWanted.extend({ opds: z.array(recordId).min(1).max(500).nullable() }),
  output: download.extend({ files: whole, rows: whole }),
})

const comparedCell = z.object({
  key: z.string(),
  text: z.string(),
  before: z.string(),
  value: z.unknown(),
  fault: z.string(),
  kind: z.enum(['changed', 'differs', 'emptied', 'unread']),
  base: z.string().nullable(),
})
const comparedRow = z.object({
  line: whole.nullable(),
  state: z.enum(['new', 'changed', 'differs', 'same', 'missing', 'unread']),
  id: recordId.nullable(),
  title: z.string(),
  cells: z.array(comparedCell),
  fault: z.string(),
  remark: z.string(),
  isDoubted: z.boolean(),
})
const source = z.object({
  /** Jabatan, nama. */
  by: z.string().max(400),
  on: isoDate.nullable(),
  paper: z.string().max(400),
})
const answer = z.object({
  file: z.string(),
  opd: z.object({ id: recordId, name: z.string() }),
  /** For the one command that takes it. */
  token: z.string(),
  /** Whether the log says what the file showed when it was made. */
  isKnown: z.boolean(),
  source,
  /** Sentences about the file as a whole. */
  notes: z.array(z.string()),
  sheets: z.array(
    z.object({
      type: recordType,
      declared: z.enum(['lengkap', 'nihil']).nullable(),
      rows: z.array(comparedRow),
    }),
  ),
  seen,
})

/**
 * Reads files that came back from OPDs, each in a process that can be killed, and says what each would change; nothing is written.
 * A file that is none of ours has a sentence instead. Errors: `NothingToRead`, `Cancelled`.
 */
export const questionnaireRead = task('questionnaire.read', {
  roles: keepers,
  input: z.object({
    files: z.array(upload).min(1).max(60),
    /** The OPD from whose page they are read: a file of another one says so. */
    expected: recordId.nullable().default(null),
  }),
  output: z.object({
    files: z.array(z.object({ file: z.string(), refusal: z.string(), answer: answer.nullable() })),
  }),
})

/**
 * What the officer takes of one file, as one commit: rows, declarations, the source, and the file itself as an attachment.
 * Errors: `Gone`, `Elsewhere`, `Stale` and others of a record, with `rows` as in `record.saveMany`.
 */
export const questionnaireAccept = command('questionnaire.accept', {
  roles: keepers,
  input: z.object({
    token: z.string(),
    sheets: z.array(
      z.object({
        type: recordType,
        rows: z.array(z.object({ id: recordId.nullable(), values })).max(mostRows),
        /** The OPD's declaration, where the officer takes it. */
        declared: z.enum(['lengkap', 'nihil']).nullable().default(null),
      }),
    ),
    source,
    seen,
  }),
  output: committed.extend({ created: whole, changed: whole, declared: whole }),
})
