import { openPdf, type PdfFile } from '../pdf/read.ts'
import { isKind, PdfDamaged, type PdfDict } from '../pdf/value.ts'
import type { ProblemCode } from './report.ts'

export type Covered = {
  /** The parts that were signed, in order. */
  readonly parts: readonly [Uint8Array, Uint8Array]
  /** The file as it was when it was signed. */
  readonly revision: PdfFile
  readonly end: number
  readonly contents: Uint8Array
}

type Range = readonly [number, number, number, number]

const rangeOf = (file: PdfFile, signature: PdfDict): Range | null => {
  const value = file.resolve(signature.entries.get('ByteRange'))
  if (!isKind(value, 'array') || value.items.length !== 4) return null
  const numbers = value.items.filter(
    (item): item is number => typeof item === 'number' && Number.isSafeInteger(item),
  )
  return numbers.length === 4 ? (numbers as unknown as Range) : null
}

const hexOnly = (bytes: Uint8Array): boolean => /^<[0-9A-Fa-f]*>$/.test(Buffer.from(bytes).toString('latin1'))

/** The gap is the Contents of this very signature and nothing else; before and after it everything is signed. */
const isSane = (file: PdfFile, signature: PdfDict, [start, first, second, length]: Range): boolean => {
  const contents = signature.entries.get('Contents')
  const end = second + length
  return (
    start === 0 &&
    first > 0 &&
    second > first &&
    length > 0 &&
    end <= file.bytes.length &&
    isKind(contents, 'string') &&
    contents.start === first &&
    contents.end === second &&
    hexOnly(file.bytes.subarray(first, second))
  )
}

const endsAsPdf = (bytes: Uint8Array): boolean =>
  /%%EOF[\r\n \t]{0,4}$/.test(Buffer.from(bytes.subarray(-16)).toString('latin1'))

const revisionUpTo = (file: PdfFile, end: number): PdfFile | null => {
  if (end === file.bytes.length) return file
  try {
    return openPdf(file.bytes.subarray(0, end))
  } catch (error) {
    if (error instanceof PdfDamaged) return null
    throw error
  }
}

/** What a signature covers, or why its ranges cannot be believed. */
export const coveredBy = (file: PdfFile, signature: PdfDict): Covered | ProblemCode => {
  const range = rangeOf(file, signature)
  if (range === null || !isSane(file, signature, range)) return 'rangeWrong'
  const [, first, second, length] = range
  const end = second + length
  const revision = endsAsPdf(file.bytes.subarray(0, end)) ? revisionUpTo(file, end) : null
  if (revision === null) return 'rangeNotRevision'
  const contents = signature.entries.get('Contents')
  return {
    parts: [file.bytes.subarray(0, first), file.bytes.subarray(second, end)],
    revision,
    end,
    contents: isKind(contents, 'string') ? contents.bytes : new Uint8Array(),
  }
}

/** Whether the file ends as a PDF does, with nothing hanging on. */
export const hasCleanEnd = (file: PdfFile): boolean => endsAsPdf(file.bytes)
