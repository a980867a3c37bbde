import type { Grid } from '../../../shared/rules/budget/grid.ts'
import { type ReadFile, readForm, sumUp } from '../../../shared/rules/budget/import.ts'
import type { ParsedFile, ParsedImport, RefusedFile } from '../../../shared/rules/budget/parsed.ts'
import { importTexts } from '../../../shared/texts/import.ts'
import { refusedTexts } from '../../../shared/texts/import-refused.ts'
import { detect } from '../../foreign/detect.ts'
import { decodeText } from '../../foreign/text.ts'
import { archiveKind, looksLikeHtml } from './archive-kind.ts'
import { type Guard, limits, startGuard } from './limits.ts'
import { Refusal, refuse, refusedFile } from './refusal.ts'

export type InputFile = { readonly name: string; readonly bytes: Uint8Array }

const withMacroNote = (read: ReadFile, names: readonly string[]): ReadFile =>
  names.some((name) => /vbaProject\.bin$/i.test(name) || /xl\/macrosheets\//i.test(name))
    ? {
        ...read,
        leftOut: [{ where: importTexts.leftOut.file, reason: importTexts.leftOut.macro }, ...read.leftOut],
      }
    : read

const readArchive = async (bytes: Uint8Array, guard: Guard): Promise<ReadFile> => {
  const { openArchive } = await import('./zip.ts')
  const archive = await openArchive(bytes, guard)
  const kind = archiveKind(archive.names, archive.has)
  if (kind === 'xlsx')
    return withMacroNote(await (await import('./xlsx.ts')).readXlsx(archive, guard), archive.names)
  if (kind === 'docx')
    return withMacroNote(await (await import('./docx.ts')).readDocx(archive, guard), archive.names)
  return refuse(kind)
}

const readText = async (bytes: Uint8Array, guard: Guard, least: number): Promise<ReadFile> => {
  const text = decodeText(bytes) ?? refuse('Unknown')
  if (text.trim() === '') refuse('Empty')
  if (looksLikeHtml(text)) return (await import('./paste.ts')).readHtml(text, guard)
  return (await import('./csv.ts')).readCsv(text, guard, least)
}

/** `least`: marks between the fields of a line of text, at the least. */
const readBytes = async (bytes: Uint8Array, guard: Guard, least = 2): Promise<ReadFile> => {
  if (bytes.length > limits.fileBytes) return refuse('TooBig')
  const found = detect(bytes)
  if (found.kind === 'refused') return refuse(found.type)
  return found.kind === 'zip' ? readArchive(bytes, guard) : readText(bytes, guard, least)
}

/** One file, under its own limits of time, memory and size. A refusal is a value with its sentence. */
export const parseForm = async ({ name, bytes }: InputFile): Promise<ParsedFile | RefusedFile> => {
  try {
    const guard = startGuard()
    const read = await readBytes(bytes, guard)
    return readForm(name, read, guard.check) ?? refusedFile(name, 'FormNotFound')
  } catch (error) {
    if (error instanceof Refusal) return refusedFile(name, error.type)
    if (error instanceof RangeError) return refusedFile(name, 'TooMuchContent')
    throw error
  }
}

/** Tables of a file as they stand; `message` says why there are none. */
export type ReadTables = {
  readonly file: string
  readonly grids: readonly Grid[]
  readonly message: string | null
}

/** Tables of one file, whatever they are about. A refusal is a value with its sentence. */
export const readTables = async ({ name, bytes }: InputFile): Promise<ReadTables> => {
  try {
    const { grids } = await readBytes(bytes, startGuard(), 1)
    return { file: name, grids, message: null }
  } catch (error) {
    if (error instanceof Refusal) return { file: name, grids: [], message: refusedTexts[error.type] }
    if (error instanceof RangeError) return { file: name, grids: [], message: refusedTexts.TooMuchContent }
    throw error
  }
}

export type OnFile = (done: number, total: number, file: ParsedFile | RefusedFile) => void

/** Reads one file after the other and hands each over; keeps none, so that the memory of one is free for the next. */
export const readEach = async (files: readonly InputFile[], onFile: OnFile): Promise<void> => {
  let done = 0
  for (const file of files) {
    const one = await parseForm(file)
    done += 1
    onFile(done, files.length, one)
  }
}

/** Word, Excel, CSV, and tables from the clipboard (HTML or text with tabs) to what was understood of them. */
export const parseForms = async (files: readonly InputFile[], onProgress?: OnFile): Promise<ParsedImport> => {
  const parsed: (ParsedFile | RefusedFile)[] = []
  await readEach(files, (done, total, file) => {
    parsed.push(file)
    onProgress?.(done, total, file)
  })
  return sumUp(parsed)
}
