import { z } from 'zod'
import { task } from './call.ts'
import { listWanted } from './records.ts'
import { download, whole } from './shapes.ts'

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
