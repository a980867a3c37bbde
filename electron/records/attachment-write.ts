import type { z } from 'zod'
import type * as contract from '../../shared/contract/attachments.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { PaperKind } from '../../shared/records/attachment.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Records } from '../../shared/records/index.ts'
import { allowed } from '../../shared/rules/access/index.ts'
import { mostFileBytes, mostFiles } from '../../shared/rules/records/attachments.ts'
import { formFields, isPaper } from '../../shared/rules/records/fields.ts'
import { recordsTexts } from '../../shared/texts/records-core.ts'
import type { CommandContext } from '../feature.ts'
import type { StoredBlob } from '../store/blobs.ts'
import { opdOf, type Row, recordFor } from './visible.ts'

type In<C extends { input: z.ZodType }> = z.output<C['input']>
type Out<C extends { output: z.ZodType }> = Result<z.input<C['output']>>
type File = { readonly name: string; readonly bytes: Uint8Array; readonly kind?: PaperKind | null }
type Attachment = Records['attachment']

const mimes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  txt: 'text/plain',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
}
const mimeOf = (name: string): string =>
  mimes[name.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream'

/** Where files may be attached: the record, and the OPD whose roles count. Errors: `NotFound`, `Forbidden`. */
const ownerFor = ({ reader, session }: CommandContext, owner: string) => {
  const found = recordFor(reader, owner, session)
  if (found === null) return fail('NotFound', recordsTexts.notFound, { record: owner })
  const opd = opdOf(found)
  return allowed({ definition: reader.definition('attachment'), opd }, session.grants)
    ? ok({ ...found, opd })
    : fail('Forbidden', recordsTexts.attachForbidden)
}

/** An attachment that may be changed, with its record: the files of a form are what was received. */
const changeable = (context: CommandContext, id: string) => {
  const paper = context.reader.find('attachment', id)
  const owner = paper?.owner ?? null
  if (paper === null || owner === null) return fail('NotFound', recordsTexts.notFound, { record: id })
  const found = ownerFor(context, owner)
  if (!found.ok) return found
  return found.value.definition.register
    ? ok({ ...found.value, owner, paper })
    : fail('NotEditableHere', recordsTexts.attachSource)
}

const tooMuch = (files: readonly File[]) =>
  files.length > mostFiles || files.reduce((sum, { bytes }) => sum + bytes.length, 0) > mostFileBytes
    ? fail('TooLarge', recordsTexts.attachTooMuch(mostFiles, mostFileBytes / 1_000_000))
    : null

const nameOf = ({ name, subject }: Attachment): string => subject || name || ''

/** Files that the record does not have yet, and those that it has, also twice in one drop. */
const told = (there: readonly Attachment[], files: readonly (File & StoredBlob)[]) => {
  const known = new Map(there.map((one) => [one.digest, nameOf(one)]))
  const fresh: (File & StoredBlob)[] = []
  const twins: { name: string; as: string }[] = []
  for (const file of files) {
    const as = known.get(file.digest)
    if (as === undefined) fresh.push(file)
    else twins.push({ name: file.name, as })
    known.set(file.digest, as ?? file.name)
  }
  return { fresh, twins }
}

const namesOf = (files: readonly Pick<File, 'name'>[]): string => files.map(({ name }) => name).join(', ')
const reasonOf = (files: readonly File[]): string =>
  files.length === 1
    ? recordsTexts.attached(namesOf(files))
    : recordsTexts.attachedMany(files.length, namesOf(files))
const alreadyThere = (names: readonly string[]) =>
  fail('AlreadyAttached', recordsTexts.attachKnown(names.map((name) => `“${name}”`).join(', ')))

const valuesOf = ({ name, kind = null, digest, size, blob }: File & StoredBlob) => ({
  name,
  kind,
  mime: mimeOf(name),
  digest,
  size,
  blob,
})

/** Values of an attachment for a commit to come: its file is on the disk, encrypted. */
export const storedPaper = ({ blobs }: CommandContext, owner: string, opd: string | null, file: File) => ({
  owner,
  opd,
  ...valuesOf({ ...file, ...blobs.put(file.bytes) }),
})

/** The files are on the disk, encrypted, before the commit that names them. */
export const attach = (
  context: CommandContext,
  { owner, files }: In<typeof contract.attachmentAdd>,
): Out<typeof contract.attachmentAdd> => {
  const { store, reader, actor, blobs } = context
  const found = ownerFor(context, owner)
  if (!found.ok) return found
  const refused = tooMuch(files)
  if (refused !== null) return refused
  const stored = files.map((file) => ({ ...file, ...blobs.put(file.bytes) }))
  const { fresh, twins } = told(reader.where('attachment', { owner }), stored)
  if (fresh.length === 0) return alreadyThere(twins.map(({ name }) => name))
  const done = store.commit(actor, reasonOf(fresh), (tx) =>
    fresh.map((file) => tx.create('attachment', { owner, opd: found.value.opd, ...valuesOf(file) })),
  )
  if (!done.ok) return done
  const { commit, seq, value } = done.value
  return ok({ commit, seq, ids: [...value], twins })
}

export const replace = (
  context: CommandContext,
  { id, file, seen }: In<typeof contract.attachmentReplace>,
): Out<typeof contract.attachmentReplace> => {
  const { store, reader, actor, blobs } = context
  const found = changeable(context, id)
  if (!found.ok) return found
  const refused = tooMuch([file])
  if (refused !== null) return refused
  const { owner, opd, paper } = found.value
  const stored = { ...file, kind: paper.kind, ...blobs.put(file.bytes) }
  if (told(reader.where('attachment', { owner }), [stored]).fresh.length === 0)
    return alreadyThere([file.name])
  const reason = recordsTexts.attachReplaced(nameOf(paper), file.name)
  const done = store.commit(
    actor,
    reason,
    (tx) => {
      const newer = tx.create('attachment', { owner, opd, subject: paper.subject, ...valuesOf(stored) })
      tx.update('attachment', id, { replacedBy: newer })
      return newer
    },
    seen,
  )
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq, id: done.value.value }) : done
}

/** A new name keeps the ending, by which the file opens. */
const withEnding = (name: string, former: string | null): string => {
  const ending = /\.[^.\s]+$/.exec(former ?? '')?.[0] ?? ''
  return name.toLowerCase().endsWith(ending.toLowerCase()) ? name : `${name}${ending}`
}

export const save = (
  context: CommandContext,
  { id, values, seen }: In<typeof contract.attachmentSave>,
): Out<typeof contract.attachmentSave> => {
  const found = changeable(context, id)
  if (!found.ok) return found
  const { store, actor } = context
  const { paper } = found.value
  const { name, ...details } = values
  const said = name === undefined ? details : { ...details, name: withEnding(name, paper.name) }
  const changed = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  const reason = recordsTexts.attachSaved(nameOf({ ...paper, ...changed }))
  const done = store.commit(actor, reason, (tx) => tx.update('attachment', id, changed), seen)
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq }) : done
}

/** Fields of a record that name one of its papers. */
const citing = (definition: AnyDefinition, row: Row, id: string): Record<string, null> =>
  Object.fromEntries(
    formFields(definition)
      .filter((field) => isPaper(field) && row[field.key] === id)
      .map(({ key }) => [key, null]),
  )

/** In one commit, so that one undo brings back the file, what it replaced, and what named it. */
export const remove = (
  context: CommandContext,
  { id, seen }: In<typeof contract.attachmentRemove>,
): Out<typeof contract.attachmentRemove> => {
  const { store, reader, actor } = context
  const found = changeable(context, id)
  if (!found.ok) return found
  const { definition, row, owner, paper } = found.value
  const cited = citing(definition, row, id)
  const done = store.commit(
    actor,
    recordsTexts.attachRemoved(nameOf(paper)),
    (tx) => {
      for (const former of reader.where('attachment', { owner, replacedBy: id }))
        tx.update('attachment', former.id, { replacedBy: null })
      if (Object.keys(cited).length > 0) tx.update(definition.type, owner, cited)
      tx.remove('attachment', id)
    },
    seen,
  )
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq }) : done
}
