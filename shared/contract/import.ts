import { z } from 'zod'
import { task } from './call.ts'
import { recordId, recordType, seen, upload, whole } from './shapes.ts'

export const plannedRow = z.object({
  line: whole,
  state: z.enum(['new', 'changed', 'same', 'unread']),
  id: recordId.nullable(),
  title: z.string(),
  cells: z.array(
    z.object({
      key: z.string(),
      text: z.string(),
      before: z.string(),
      value: z.unknown(),
      fault: z.string(),
    }),
  ),
  fault: z.string(),
})

/**
 * Reads a file or a pasted table, in a process that can be killed, and says what taking it into a register would do. Nothing is
 * written: `record.saveMany` takes the rows. Errors: `NothingToRead`, `Unreadable`, `Questionnaire` (a file of
 * `questionnaire.read`), `NoHeadings`, `NoRows`, `NotEditableHere`, `Cancelled`.
 */
export const recordRead = task('record.read', {
  roles: 'session',
  input: z.object({
    type: recordType,
    files: z.array(upload).max(20),
    paste: z.object({ html: z.string(), text: z.string() }).nullable().default(null),
  }),
  output: z.object({
    file: z.string(),
    columns: z.array(z.object({ heading: z.string(), key: z.string().nullable(), remark: z.string() })),
    rows: z.array(plannedRow),
    leftOut: z.array(z.string()),
    seen,
  }),
})
