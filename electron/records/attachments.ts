import * as contract from '../../shared/contract/records.ts'
import { fail, ok } from '../../shared/contract/result.ts'
import { allowed } from '../../shared/rules/access/index.ts'
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
import { opdOf, recordFor } from './visible.ts'

const mimes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  txt: 'text/plain',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
}
export const mimeOf = (name: string): string =>
  mimes[name.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream'

/** Values of an attachment record: the file is on the disk, encrypted, before the commit that names it. */
export const storeAttachment = (
  { blobs }: CommandContext,
  owner: string,
  file: { name: string; bytes: Uint8Array },
) => ({
  owner,
  name: file.name,
  mime: mimeOf(file.name),
  ...blobs.put(file.bytes),
})

const attach = (
  context: CommandContext,
  { owner, file }: { owner: string; file: { name: string; bytes: Uint8Array } },
) => {
  const { store, reader, session, actor } = context
  const found = recordFor(reader, owner, session)
  if (found === null) return fail('NotFound', recordsTexts.notFound, { record: owner })
  const opd = opdOf(found)
  if (!allowed({ definition: reader.definition('attachment'), opd }, session.grants))
    return fail('Forbidden', recordsTexts.attachForbidden)
  const values = { ...storeAttachment(context, owner, file), opd }
  const done = store.commit(actor, recordsTexts.attached(file.name), (tx) => tx.create('attachment', values))
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq, id: done.value.value }) : done
}

/** An attachment is as visible as the record that it belongs to. */
const visibleAttachment = (reader: Reader, session: Session, id: string) => {
  const found = reader.find('attachment', id)
  if (found === null || session.opds === null) return found
  return found.owner !== null && recordFor(reader, found.owner, session) !== null ? found : null
}

const listAttachments = ({ reader, session }: QueryContext, owner: string) => {
  const seen = recordFor(reader, owner, session) === null ? [] : reader.where('attachment', { owner })
  return ok({
    attachments: seen.map(({ id, name, size, mime, note }) => ({
      id,
      name: name ?? '',
      size: size ?? 0,
      mime: mime ?? '',
      note: note ?? '',
    })),
  })
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
  onInternal<{ id: string }, { name: string; mime: string; bytes: Uint8Array }>(
    readAttachment,
    (context, { id }) => readBlob(context, id),
  ),
  onTask(contract.attachmentOpen, async ({ write, downloads }, { id }) => {
    const read = await write<{ name: string; mime: string; bytes: Uint8Array }>(readAttachment, { id })
    return read.ok ? ok(downloads.offer(read.value.name, read.value.mime, read.value.bytes)) : read
  }),
]
