import { z } from 'zod'
import { command, query, task } from './call.ts'
import { committed, isoDate, recordId, recordType, seen, upload, whole } from './shapes.ts'

const line = z.object({
  line: whole,
  code: z.string(),
  name: z.string(),
  short: z.string(),
  head: z.string(),
})

/** Reads a list of OPDs from a file or a pasted table, in a process that can be killed. Nothing is written. Errors: `NothingToRead`, `Cancelled`. */
export const opdRead = task('opd.read', {
  roles: ['admin', 'perencana'],
  input: z.object({
    files: z.array(upload).max(20),
    paste: z.object({ html: z.string(), text: z.string() }).nullable().default(null),
  }),
  output: z.object({
    rows: z.array(line),
    refused: z.array(z.object({ file: z.string(), message: z.string() })),
  }),
})

/** Whether somebody said that the register holds every OPD; `by` and `at` are '' where nobody did. */
export const opdRegister = query('opd.register', {
  roles: 'session',
  input: z.object({}),
  output: z.object({
    opds: z.array(
      z.object({
        id: recordId,
        code: z.string(),
        name: z.string(),
        short: z.string(),
        head: z.string(),
        active: z.boolean(),
      }),
    ),
    complete: z.boolean(),
    by: z.string(),
    at: z.string(),
    /** Active OPDs. */
    active: whole,
    /** Active OPDs without a code. */
    codeless: whole,
    seen,
  }),
})

const cell = z.string().max(200)
/** New and changed OPDs as one commit; '' leaves a value as it is. Errors: `CodeTaken`, `NothingChanged`, `NotFound`, `Stale`. */
export const opdTake = command('opd.take', {
  roles: ['admin', 'perencana'],
  input: z.object({
    rows: z
      .array(
        z.object({ id: recordId.nullable(), code: z.string().max(40), name: cell, short: cell, head: cell }),
      )
      .max(5000),
    seen,
  }),
  output: committed.extend({ created: whole, changed: whole }),
})

/** Says that the register holds every OPD, or takes that back. Errors: `NothingChanged`, `Empty`, `Stale`. */
export const opdDeclare = command('opd.declare', {
  roles: ['admin', 'perencana'],
  input: z.object({ complete: z.boolean(), seen }),
  output: committed,
})

/** Of the whole workspace: it ends OPDs and moves what any of them keeps. */
const organisers = { whole: ['admin', 'perencana'] } as const
const some = z.array(recordId).max(200)
/** `to`: OPDs that take over, `id` null for a new one; of a change of name, how the OPD is called from now on. */
const sotkChange = z.object({
  kind: z.enum(['nama', 'gabung', 'pecah', 'bubar']),
  on: isoDate.refine((day) => !Number.isNaN(Date.parse(day))),
  basis: z.string().max(500),
  from: some,
  to: z
    .array(
      z.object({ id: recordId.nullable(), code: z.string().max(40), name: cell, short: cell, head: cell }),
    )
    .max(50),
})

/**
 * What a change of the structure would do; nothing is written. Errors, with the `field` that they are about: `NotYet`, `Incomplete`,
 * `NotFound`, `AlreadyEnded`, `LaterChange`, `NothingChanged`, `CodeTaken`.
 */
export const opdSotkPreview = query('opd.sotkPreview', {
  roles: organisers,
  input: sotkChange,
  output: z.object({
    /** What happens to each OPD, as sentences. */
    opds: z.array(z.string()),
    /** Names of the OPDs of `to`, in its order. */
    heirs: z.array(z.string()),
    /** Registers of what lives on: records that would move, and those that were over before. */
    registers: z.array(z.object({ type: recordType, label: z.string(), moved: whole, left: whole })),
    /** Records of the past: they stay with the OPD of then. */
    past: z.array(z.object({ label: z.string(), count: whole })),
    /** Roles of officers for an OPD that ends. */
    roles: whole,
    seen,
  }),
})

/** The change as one commit. `moves`: registers whose living records move, each to a place in `to`. Errors: those of the preview, `Stale`, `Forbidden`. */
export const opdSotk = command('opd.sotk', {
  roles: organisers,
  input: z.object({
    change: sotkChange,
    moves: z.array(z.object({ type: recordType, to: whole.min(0).max(49) })).max(100),
    seen,
  }),
  output: committed.extend({ moved: whole }),
})

/** What became of an OPD and what it came from, oldest first, as sentences. */
export const opdSotkHistory = query('opd.sotkHistory', {
  roles: 'session',
  input: z.object({ opd: recordId }),
  output: z.object({ lines: z.array(z.string()) }),
})
