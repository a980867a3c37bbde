import type { AskedBook } from '../../../shared/rules/questionnaire/book.ts'
import { collect, writeWorkbook } from '../xlsx/workbook.ts'
import { ChoiceLists } from './choices.ts'
import { instructionSheet } from './instructions.ts'
import { registerSheet } from './register-sheet.ts'

type OnFile = (done: number, total: number) => void

const writeBook = async (book: AskedBook): Promise<Uint8Array> => {
  const lists = new ChoiceLists()
  const sheets = book.sheets.map((sheet) => registerSheet(book, sheet, lists))
  return collect(
    await writeWorkbook({
      title: book.file,
      created: new Date(book.created),
      sheets: [instructionSheet(book), ...sheets, lists.sheet()],
    }),
  )
}

/** One file as it is, several as a ZIP. */
export const writeQuestionnaires = async (
  books: readonly AskedBook[],
  onFile: OnFile,
): Promise<Uint8Array> => {
  const [first, ...others] = books
  if (first === undefined) throw new TypeError('no questionnaire to write')
  if (others.length === 0) return writeBook(first)
  const { ZipFile } = await import('yazl')
  const zip = new ZipFile()
  for (const [done, book] of books.entries()) {
    // Its parts are compressed already.
    const options = { mtime: new Date(book.created), compress: false }
    zip.addBuffer(Buffer.from(await writeBook(book)), book.file, options)
    onFile(done + 1, books.length)
  }
  zip.end()
  return collect(zip.outputStream as import('node:stream').Readable)
}
