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
const importDraft = z.object({ files: z.array(fileDraft) })
export type ImportDraft = z.output<typeof importDraft>

/** What was left unsaved; null for anything else. */
export const readImportDraft = (value: unknown): ImportDraft | null => {
  const parsed = importDraft.safeParse(value)
  return parsed.success && parsed.data.files.length > 0 ? parsed.data : null
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
  return all.length === 0 ? null : { files: all }
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
