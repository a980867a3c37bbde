import { z } from 'zod'
import { command, query } from './call.ts'
import { commitName, committed, recordId, recordType, seen, values, whole } from './shapes.ts'

/** Why a field stays as it is. `gone`: it named a record that is deleted since. */
export const leftOut = ['disputed', 'fixed', 'computed', 'confidential', 'gone'] as const
export type LeftOut = (typeof leftOut)[number]

/** In words; '' for empty, and for what is not shown to anybody. */
const difference = z.object({ field: z.string(), label: z.string(), now: z.string(), earlier: z.string() })
export type RestoreField = z.infer<typeof difference>

/**
 * What it would change to bring a record back to what it was after a commit of its history, and what of that stays out. Errors:
 * `NoUndo`, `NotFound`, `CommitNotFound`, `WasDeleted`, `NotEditableHere`.
 */
export const recordRestorePlan = query('record.restorePlan', {
  roles: 'session',
  input: z.object({ type: recordType, id: recordId, commit: commitName }),
  output: z.object({
    title: z.string(),
    fields: z.array(difference),
    left: z.array(difference.extend({ why: z.enum(leftOut) })),
    /** What the fields would hold, and the titles of the records that they name. */
    values,
    titles: z.record(z.string(), z.string()),
    /** It has files; they stay as they are. */
    hasFiles: z.boolean(),
    seen,
  }),
})

/** `fields`: those of the plan that the officer wants back. Errors: as above, `Stale` with `differences`, `NothingChanged`, `Forbidden`. */
export const recordRestore = command('record.restore', {
  roles: 'session',
  input: z.object({
    type: recordType,
    id: recordId,
    commit: commitName,
    fields: z.array(z.string()).max(500),
    seen,
  }),
  output: committed,
})

/** Deleted records of a register, those deleted last first; `search`: words of the title. Errors: `NoUndo`, `NotEditableHere`. */
export const recordDeleted = query('record.deleted', {
  roles: 'session',
  input: z.object({ type: recordType, search: z.string().max(200).default('') }),
  output: z.object({
    rows: z.array(
      z.object({
        id: recordId,
        title: z.string(),
        time: z.string(),
        officer: z.string(),
        reason: z.string(),
        /** Whether it shall be gone is to be decided, elsewhere. */
        disputed: z.boolean(),
      }),
    ),
    /** How many are left out. */
    more: whole,
    seen,
  }),
})

/** As it was when it was deleted. Errors: `NotFound`, `Stale`, `Disputed`, `Forbidden`, `NoUndo`. */
export const recordBringBack = command('record.bringBack', {
  roles: 'session',
  input: z.object({ type: recordType, id: recordId, seen }),
  output: committed,
})
