import { z } from 'zod'
import type { ImportFile } from './importModel.ts'
import { editsOf, isEdited, sheetEdits, withEdits } from './sheetEdits.ts'

const fileDraft = z.object({
  /** Tells the same file again: name, rows and total as the importer read them. */
  print: z.string(),
  name: z.string(),
  opd: z
    .object({
      id: z.string().nullable(),
      code: z.string(),
      name: z.string(),
      short: z.string().default(''),
    })
    .nullable(),
  year: z.number(),
  received: z.string(),
  letter: z.string(),
  mode: z.enum(['version', 'append']),
  settled: z.array(z.number()).default([]),
  edits: sheetEdits,
})
type FileDraft = z.output<typeof fileDraft>

const opdChoice = fileDraft.shape.opd
/** How a file of an import that goes on stands, beside the officer's work in its rows. */
const sessionFile = z.object({
  key: z.string(),
  state: z.enum(['open', 'saved', 'refused', 'aside']),
  usedInstead: z.string().nullable(),
  saved: z.object({ form: z.string(), version: z.number() }).nullable(),
  /** null: as guessed again. */
  opd: opdChoice,
  opdKept: z.string().nullable(),
  year: z.number(),
  received: z.string(),
  letter: z.string(),
  mode: z.enum(['version', 'append']),
  settled: z.array(z.number()),
  edits: sheetEdits,
})
/** An import that goes on: its files wait in the core under `token`. */
const importSession = z.object({
  token: z.string(),
  current: z.string().nullable(),
  files: z.array(sessionFile),
})
export type ImportSession = z.output<typeof importSession>

const importDraft = z.object({
  files: z.array(fileDraft),
  session: importSession.nullable().default(null),
})
export type ImportDraft = z.output<typeof importDraft>

/** What was left unsaved; null for anything else. */
export const readImportDraft = (value: unknown): ImportDraft | null => {
  const parsed = importDraft.safeParse(value)
  if (!parsed.success) return null
  const { files, session } = parsed.data
  return files.length > 0 || session !== null ? parsed.data : null
}

const printOf = (file: ImportFile): string => {
  let total = 0
  for (const { cells } of file.bases.values()) total += typeof cells.amount === 'number' ? cells.amount : 0
  return `${file.name}\u0000${file.bases.size}\u0000${total}`
}

const draftOfFile = (file: ImportFile): FileDraft => ({
  print: printOf(file),
  name: file.name,
  opd: file.guessed ? null : file.opd,
  year: file.year,
  received: file.received,
  letter: file.letter,
  mode: file.mode,
  settled: [...file.settled],
  edits: editsOf(file.sheet, file.bases),
})

const isTouched = ({ opd, letter, mode, settled, edits }: FileDraft): boolean =>
  opd !== null || letter !== '' || mode !== 'version' || settled.length > 0 || isEdited(edits)

/** The officer's own work on files that are not saved yet, beside former work on files that were not chosen now; null: none. */
export const draftOf = (
  files: readonly ImportFile[],
  former: ImportDraft | null = null,
): ImportDraft | null => {
  const here = new Set(files.map(printOf))
  const others = (former?.files ?? []).filter(({ print }) => !here.has(print))
  const own = files
    .filter(({ state }) => state === 'open' || state === 'aside')
    .map(draftOfFile)
    .filter(isTouched)
  const all = [...others, ...own]
  return all.length === 0 ? null : { files: all, session: null }
}

/** The draft without the work on these files. */
export const withoutFiles = (draft: ImportDraft | null, files: readonly ImportFile[]): ImportDraft | null => {
  const gone = new Set(files.map(printOf))
  const rest = (draft?.files ?? []).filter(({ print }) => !gone.has(print))
  return rest.length === 0 ? null : { files: rest, session: null }
}

const sessionFileOf = (file: ImportFile): ImportSession['files'][number] => ({
  key: file.key,
  state: file.state,
  usedInstead: file.usedInstead,
  saved: file.saved,
  opd: file.guessed ? null : file.opd,
  opdKept: file.opdKept,
  year: file.year,
  received: file.received,
  letter: file.letter,
  mode: file.mode,
  settled: [...file.settled],
  edits: editsOf(file.sheet, file.bases),
})

/** The draft of an import that goes on: as long as one of its files is open. */
export const sessionDraft = (
  { token, files }: { readonly token: string; readonly files: readonly ImportFile[] },
  current: string | null,
  former: ImportDraft | null,
): ImportDraft | null => {
  const draft = draftOf(files, former)
  if (files.every(({ state }) => state !== 'open')) return draft
  return { files: draft?.files ?? [], session: { token, current, files: files.map(sessionFileOf) } }
}

/** The file as it stood when its import was left; an OPD that was only guessed is guessed again by the register of now. */
export const withSession = (file: ImportFile, session: ImportSession): ImportFile => {
  const own = session.files.find(({ key }) => key === file.key)
  if (own === undefined) return file
  const { edits, opd, ...rest } = own
  return {
    ...file,
    ...rest,
    sheet: withEdits(file.sheet, edits),
    opd: opd ?? file.opd,
    guessed: opd === null && file.guessed,
  }
}

/** The file with the work of a former attempt on the same file; the file itself where there is none. */
export const withDraft = (file: ImportFile, draft: ImportDraft | null): ImportFile => {
  const own = draft?.files.find(({ print }) => print === printOf(file))
  if (own === undefined) return file
  return {
    ...file,
    sheet: withEdits(file.sheet, own.edits),
    opd: own.opd ?? file.opd,
    guessed: own.opd === null && file.guessed,
    year: own.year,
    received: own.received,
    letter: own.letter,
    mode: own.mode,
    settled: own.settled,
  }
}
