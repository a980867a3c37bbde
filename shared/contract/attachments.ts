import { z } from 'zod'
import { paperKinds } from '../records/attachment.ts'
import { command, query, task } from './call.ts'
import { committed, download, recordId, seen, upload, whole } from './shapes.ts'

const roles = ['admin', 'perencana', 'verifikator', 'petugas_monev'] as const
const kind = z.enum(Object.keys(paperKinds) as [keyof typeof paperKinds, ...(keyof typeof paperKinds)[]])
const words = z.string().max(2000).nullable()

/** What an officer says of a paper; null where nobody did. `effective`: a day, a month or a year. */
export const attachmentDetails = z.object({
  kind: kind.nullable(),
  number: words,
  subject: words,
  effective: z.string().max(10).nullable(),
  expires: z.string().max(10).nullable(),
  name: z.string().trim().min(1).max(255),
  note: z.string().max(20_000).nullable(),
})

export const attachmentRow = attachmentDetails.extend({
  id: recordId,
  name: z.string(),
  size: whole,
  mime: z.string(),
  /** ISO time and officer of the commit that attached it. */
  added: z.string(),
  by: z.string(),
})
export type AttachmentRow = z.infer<typeof attachmentRow>

/** Files of a record, the newest first, each with its earlier versions. */
export const attachmentList = query('attachment.list', {
  roles: 'session',
  input: z.object({ owner: recordId }),
  output: z.object({
    attachments: z.array(attachmentRow.extend({ earlier: z.array(attachmentRow) })),
    seen,
  }),
})

/** A file that the record has already, under which name; it is not attached again. */
const twin = z.object({ name: z.string(), as: z.string() })

/** Several files, one commit. Errors: `Forbidden`, `TooLarge`, `AlreadyAttached` where the record has all of them. */
export const attachmentAdd = command('attachment.add', {
  roles,
  input: z.object({
    owner: recordId,
    files: z.array(upload.extend({ kind: kind.nullable().default(null) })).min(1),
  }),
  output: committed.extend({ ids: z.array(recordId), twins: z.array(twin) }),
})

/** A newer version, which takes over what was said of the paper; the former stays beside it. Errors: as above. */
export const attachmentReplace = command('attachment.replace', {
  roles,
  input: z.object({ id: recordId, file: upload, seen }),
  output: committed.extend({ id: recordId }),
})

export const attachmentSave = command('attachment.save', {
  roles,
  input: z.object({ id: recordId, values: attachmentDetails.partial(), seen }),
  output: committed,
})

/** Takes the file from its record, and with it what named it there as its paper. */
export const attachmentRemove = command('attachment.remove', {
  roles,
  input: z.object({ id: recordId, seen }),
  output: committed,
})

export const attachmentOpen = task('attachment.open', {
  roles: 'session',
  input: z.object({ id: recordId }),
  output: download,
})
