import { z } from 'zod'
import { command, query, task } from './call.ts'
import { listWanted, recordRow } from './records.ts'
import { committed, download, recordId, recordType, seen, values, whole } from './shapes.ts'

/**
 * The list as it is searched, filtered and sorted: all of its rows with all fields that an officer sees, to read back by their id.
 * An entry of the log. Errors: `SealedStays`, `Empty`, `UnknownType`, `UnknownField`, `Cancelled`.
 */
export const recordExport = task('record.export', {
  roles: 'session',
  input: listWanted.extend({ format: z.enum(['xlsx', 'csv']) }),
  output: download.extend({
    rows: whole,
    /** Texts that are longer than a cell of a spreadsheet. */
    clipped: whole,
  }),
})

/** Rows of one list that are written at once, or read from one sheet. */
export const mostRows = 20_000

/** One field of many records at one moment, and what the log held then; records that are gone are left out. */
export const recordMany = query('record.many', {
  roles: 'session',
  input: z.object({ type: recordType, field: z.string(), ids: z.array(recordId).max(mostRows) }),
  output: z.object({ rows: z.array(recordRow), seen }),
})

/**
 * New and changed records as one commit; `seen`: what the log held when the screen was loaded, of all of them.
 * Errors: `Stale`, `NotFound`, `Forbidden` and others of a record, with `rows` (id, title, type, message) of all that stand in the way; `NothingChanged`.
 */
export const recordSaveMany = command('record.saveMany', {
  roles: 'session',
  input: z.object({
    type: recordType,
    rows: z
      .array(z.object({ id: recordId.nullable(), values }))
      .min(1)
      .max(mostRows),
    seen,
    /** The file that they come from; '' for a paste, null where an officer typed one value for all. */
    source: z.string().max(255).nullable().default(null),
  }),
  output: committed.extend({ created: whole, changed: whole }),
})

/** Beside the sentence of a refused `record.saveMany`. */
export const refusedRows = z.array(
  z.object({ id: z.string(), title: z.string(), type: z.string(), message: z.string() }),
)
