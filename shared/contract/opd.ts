import { z } from 'zod'
import { command, query, task } from './call.ts'
import { committed, recordId, seen, upload, whole } from './shapes.ts'

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
      z.object({ id: recordId, code: z.string(), name: z.string(), short: z.string(), head: z.string() }),
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
