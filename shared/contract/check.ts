import { z } from 'zod'
import { checkedParts } from '../rules/audit/verdict.ts'
import { task } from './call.ts'
import { download, whole } from './shapes.ts'

export const finding = z.object({
  part: z.enum(checkedParts),
  count: whole,
  /** Technical, to be copied for help; never values of records. */
  detail: z.string(),
})

const head = z.object({ device: z.string(), seq: whole, hash: z.string() })

/** What a check found. `compared`: tables and search were made anew from the log and compared. */
export const checkResult = z.object({
  /** ISO times: of this check, and of the last one that compared; null: never. */
  time: z.string(),
  comparedAt: z.string().nullable(),
  pages: whole,
  commits: whole,
  attachments: whole,
  compared: z.boolean(),
  findings: z.array(finding),
  /** Labels of record types that cannot be read. */
  unreadable: z.array(z.string()),
  /** Last commit of each device that was verified. */
  heads: z.array(head),
})
export type CheckResult = z.infer<typeof checkResult>

/** Damage of the database that was found and not mended yet. */
export const damage = checkResult.omit({ comparedAt: true, compared: true }).extend({
  /** Id of the workspace, where it could still be read; else ''. */
  workspace: z.string(),
})
export type Damage = z.infer<typeof damage>

/**
 * Checks the whole database in a process of its own: pages, structure, chain, search, attachments, tables against the log.
 * Damage is part of the answer and makes the data read-only until it is mended. Errors: `Cancelled`, those of the disk.
 */
export const checkRun = task('check.run', { roles: 'session', input: z.object({}), output: checkResult })

/** The last check that is known, and the one that runs by itself after the login. */
export const checkState = task('check.state', {
  roles: 'session',
  input: z.object({}),
  output: z.object({
    last: checkResult.nullable(),
    running: z.object({ step: z.string(), done: whole, total: whole.nullable() }).nullable(),
  }),
})

/**
 * What is safe while the database is damaged: the newest backup that was read back whole just now, and what other computers
 * hold by the log. For an officer whose password opened the keys, also where the data itself does not open. Error: `NeedsLogin`.
 */
export const recoveryFacts = task('recovery.facts', {
  roles: 'public',
  input: z.object({}),
  output: z.object({
    backup: z
      .object({ name: z.string(), made: z.string(), rows: whole, commits: whole, head: z.string() })
      .nullable(),
    /** Newer backups that did not pass. */
    failed: whole,
    others: z.array(z.object({ name: z.string(), commits: whole })),
  }),
})

/** The damaged files as they lie there, encrypted, to be taken along for help. Errors: `NeedsLogin`, `TooLarge` with the place. */
export const recoveryTake = task('recovery.take', {
  roles: 'public',
  input: z.object({}),
  output: download,
})
