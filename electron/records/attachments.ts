import * as contract from '../../shared/contract/attachments.ts'
import { fail, ok } from '../../shared/contract/result.ts'
import type { Records } from '../../shared/records/index.ts'
import { versionsOf } from '../../shared/rules/records/attachments.ts'
import { recordsTexts } from '../../shared/texts/records-core.ts'
import {
  type CommandContext,
  onCommand,
  onInternal,
  onQuery,
  onTask,
  type QueryContext,
  type Session,
} from '../feature.ts'
import type { Reader } from '../store/reader.ts'
import { attach, remove, replace, save } from './attachment-write.ts'
import { madeBy } from './made-by.ts'
import { vectorOf } from './vector.ts'
import { papersOf } from './visible.ts'

type Attachment = Records['attachment']

/** An attachment is as visible as the record that it belongs to. */
const visibleAttachment = (reader: Reader, session: Session, id: string): Attachment | null => {
  const found = reader.find('attachment', id)
  if (found === null || session.opds === null) return found
  return found.owner !== null && papersOf(reader, found.owner, session) !== null ? found : null
}

const rowOf = (reader: Reader, found: Attachment): contract.AttachmentRow => {
  const { id, name, kind, number, subject, effective, expires, note, size, mime } = found
  const said = { id, name: name ?? '', kind, number, subject, effective, expires, note }
  return { ...said, size: size ?? 0, mime: mime ?? '', ...madeBy(reader, id) }
}

const listAttachments = ({ reader, session }: QueryContext, owner: string) => {
  const all = papersOf(reader, owner, session) === null ? [] : reader.where('attachment', { owner })
  const attachments = versionsOf(all.toReversed()).map(({ paper, earlier }) => ({
    ...rowOf(reader, paper),
    earlier: earlier.map((one) => rowOf(reader, one)),
  }))
  return ok({ attachments, seen: vectorOf(reader) })
}

const readBlob = ({ reader, blobs, session }: CommandContext, id: string) => {
  const found = visibleAttachment(reader, session, id)
  if (found === null || found.blob === null) return fail('NotFound', recordsTexts.notFound, { record: id })
  try {
    const bytes = blobs.get(found.blob)
    return bytes === null
      ? fail('FileGone', recordsTexts.attachmentGone)
      : ok({ name: found.name ?? 'lampiran', mime: found.mime ?? '', bytes })
  } catch {
    return fail('FileDamaged', recordsTexts.attachmentDamaged)
  }
}

/** Reads a file of the encrypted folder where the key is: the writer's thread. */
const readAttachment = 'attachment.read'

export const attachmentHandlers = [
  onQuery(contract.attachmentList, (context, { owner }) => listAttachments(context, owner)),
  onCommand(contract.attachmentAdd, attach),
  onCommand(contract.attachmentReplace, replace),
  onCommand(contract.attachmentSave, save),
  onCommand(contract.attachmentRemove, remove),
  onInternal<{ id: string }, { name: string; mime: string; bytes: Uint8Array }>(
    readAttachment,
    (context, { id }) => readBlob(context, id),
  ),
  onTask(contract.attachmentOpen, async ({ write, downloads }, { id }) => {
    const read = await write<{ name: string; mime: string; bytes: Uint8Array }>(readAttachment, { id })
    return read.ok ? ok(downloads.offer(read.value.name, read.value.mime, read.value.bytes)) : read
  }),
]
