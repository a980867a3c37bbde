import { z } from 'zod'
import { headPattern } from '../rules/audit/head.ts'
import { command, query, task } from './call.ts'
import { pdfVerdict } from './document.ts'
import {
  commitName,
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

/** A record in a list or form: its values and the titles of the records that it refers to, by field. */
export const recordRow = z.object({
  id: recordId,
  title: z.string(),
  values,
  titles: z.record(z.string(), z.string()),
})
export type RecordRow = z.infer<typeof recordRow>

export const listCursor = z.object({ value: z.union([z.string(), z.number(), z.null()]), row: whole })

/** Which records of a type, and in which order. */
export const listWanted = z.object({
  type: recordType,
  search: z.string().max(200).default(''),
  /** Field and cell that must be equal. */
  filters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
  sort: z.object({ field: z.string(), descending: z.boolean() }).nullable().default(null),
})

export const recordList = query('record.list', {
  roles: 'session',
  input: listWanted.extend({
    after: listCursor.nullable().default(null),
    limit: whole.min(1).max(500).default(50),
  }),
  output: z.object({ rows: z.array(recordRow), next: listCursor.nullable(), total: whole.nullable() }),
})

export const finding = z.object({
  field: z.string(),
  kind: z.enum(['required', 'unique', 'reference', 'doubt']),
  message: z.string(),
})
export type Finding = z.infer<typeof finding>

export const recordGet = query('record.get', {
  roles: 'session',
  input: z.object({ type: recordType, id: recordId }),
  output: recordRow.extend({
    seen,
    findings: z.array(finding),
    /** Fields that were filled in differently on several computers and wait for a decision. */
    disputed: z.array(z.string()),
  }),
})

/** Errors: `Stale` with `differences`, `Forbidden`, `WrongKind`, `NotFound`. A missing field never holds back a save. */
export const recordSave = command('record.save', {
  roles: 'session',
  input: z
    .object({ type: recordType, id: recordId.nullable(), values, seen: seen.nullable() })
    // Without what the screen had seen, a change could replace what its author never saw.
    .refine(({ id, seen }) => id === null || seen !== null, { path: ['seen'] }),
  output: committed.extend({ id: recordId, findings: z.array(finding) }),
})

export const recordRemove = command('record.remove', {
  roles: 'session',
  input: z.object({ type: recordType, id: recordId, seen }),
  output: committed,
})

export const recordOptions = query('record.options', {
  roles: 'session',
  input: z.object({ type: recordType, text: z.string().max(200) }),
  output: z.object({ options: z.array(z.object({ id: recordId, title: z.string() })) }),
})

export const historyStep = z.object({
  commit: commitName,
  device: z.string(),
  time: z.string(),
  officer: z.string(),
  capacity: z.string(),
  reason: z.string(),
  operation: z.enum(['create', 'update']),
  /** After it the record was gone. */
  deletes: z.boolean(),
  fields: z.array(z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() })),
})
export type HistoryStepRow = z.infer<typeof historyStep>
export const recordHistory = query('record.history', {
  roles: 'session',
  input: z.object({ type: recordType, id: recordId }),
  output: z.object({ steps: z.array(historyStep) }),
})

/** Eight of one kind at most. */
export const searchAll = query('search.all', {
  roles: 'session',
  input: z.object({ text: z.string().max(200), limit: whole.min(1).max(100).default(30) }),
  output: z.object({
    found: z.array(
      z.object({
        type: z.string(),
        /** What it is: a record type, or what stands over several records (an output: `id` is its first row). */
        label: z.string(),
        id: recordId,
        title: z.string(),
        /** Where it stands: “Dinas Kesehatan · Formulir TA 2027 versi 1”; ''. */
        within: z.string(),
        excerpt: z.string(),
        /** What a record that is found by its own words is part of, the sub output of a row; ''. */
        part: z.string(),
        /** Rupiah; null where it has none. */
        amount: whole.nullable(),
        /** The words stand in a paper of this record. */
        isPaper: z.boolean(),
      }),
    ),
  }),
})

export const logEntry = z.object({
  commit: commitName,
  device: z.string(),
  seq: whole,
  time: z.string(),
  officer: z.string(),
  capacity: z.string(),
  reason: z.string(),
  rows: whole,
  hash: z.string(),
})
/** Newest first. `search`: words of what was done; `record`: a type of record that it touched; days are those of western Indonesia. */
export const logList = query('log.list', {
  roles: 'session',
  input: z.object({
    before: whole.nullable().default(null),
    limit: whole.min(1).max(200).default(50),
    search: z.string().max(200).default(''),
    officer: recordId.nullable().default(null),
    record: recordType.nullable().default(null),
    from: isoDate.nullable().default(null),
    until: isoDate.nullable().default(null),
  }),
  output: z.object({
    entries: z.array(logEntry.extend({ arrival: whole })),
    next: whole.nullable(),
    total: whole,
  }),
})

const touched = z.array(z.object({ label: z.string(), records: whole }))
/** What the undo of these commits takes away (`made`) and puts back (`changed`), by kind of record; a commit that is not there counts nothing. */
export const commitReach = query('commit.reach', {
  roles: 'session',
  input: z.object({ commits: z.array(commitName).min(1).max(1000) }),
  output: z.object({ made: touched, changed: touched, asks: z.boolean() }),
})

/** Errors: `ChangedLater`, `StillReferenced` (records named), `NoUndo`, `Forbidden`. */
export const commitUndo = command('commit.undo', {
  roles: 'session',
  input: z.object({ commit: commitName }),
  output: committed.extend({ records: whole }),
})

const namedHead = z.object({ device: z.string(), seq: whole, hash: z.string() })

/** Held against a head from elsewhere where one is given: of a PDF that this program made, or typed from the foot of a print. Errors: `NoLogHead`, `NotPdf` and the like. */
export const auditVerify = task('audit.verify', {
  roles: 'session',
  input: z.object({
    against: upload.nullable().default(null),
    head: z.string().regex(headPattern).nullable().default(null),
  }),
  output: z.object({
    commits: whole,
    rows: whole,
    heads: z.array(z.object({ device: z.string(), seq: whole, hash: z.string() })),
    faults: z.array(z.object({ device: z.string(), seq: whole, fault: z.string(), message: z.string() })),
    /** Uses of the recovery code: only the city knows whether they were its own. */
    recoveries: z.array(z.object({ device: z.string(), seq: whole, time: z.string() })),
    stateHash: z.string(),
    against: z
      .object({
        head: namedHead,
        found: z.enum(['same', 'shorter', 'differs']),
        /** Last commit of that device here; 0 where there is none. */
        last: whole,
        /** Hash of the commit at that place here. */
        here: z.string().nullable(),
        message: z.string(),
        /** What the PDF's own signatures say; null where the head was typed. */
        signed: z.object({ verdict: pdfVerdict, headline: z.string() }).nullable(),
      })
      .nullable(),
  }),
})
/** The whole log as a file in clear, for those who check it without Selaras (resources/verifikasi-catatan.mjs). An entry of the log itself: `head` names it. */
export const auditExport = task('audit.export', {
  roles: { whole: ['admin'] },
  input: z.object({}),
  output: download.extend({ commits: whole, head: z.string() }),
})
/** What this computer remembers of the log outside of the data (electron/core/own-device.ts), and what of it is here. */
export const auditAnchor = task('audit.anchor', {
  roles: 'session',
  input: z.object({}),
  output: z.object({
    state: z.enum(['first', 'whole', 'copied', 'behind', 'unread']),
    /** Why nothing can be written; '' where it can. */
    sentence: z.string(),
    here: namedHead,
    anchored: namedHead.nullable(),
    /** Other computers of whose commits more was here before. */
    others: z.array(z.object({ device: z.string(), seq: whole, here: whole })),
    /** The newest commits could not be remembered. */
    isUnwritten: z.boolean(),
  }),
})
/**
 * An admin goes on with data that lost commits: this computer's device ends, a new one starts whose first commit names both
 * heads. Errors: `WrongPassword`, `NotBehind`.
 */
export const auditContinue = task('audit.continue', {
  roles: { whole: ['admin'] },
  input: z.object({ password: z.string().min(1).max(1024) }),
  output: z.object({ device: z.string() }),
})
export const auditRebuild = task('audit.rebuild', {
  roles: { whole: ['admin'] },
  input: z.object({}),
  output: z.object({
    commits: whole,
    before: z.string(),
    after: z.string(),
    equal: z.boolean(),
    search: z.boolean(),
  }),
})
