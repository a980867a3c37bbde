import { type ReadInstrument, readInstrument } from '../../../shared/contract/regulation.ts'
import { fail, ok, type Result } from '../../../shared/contract/result.ts'
import { splitLines } from '../../../shared/regulation/printed.ts'
import { type RefusedFile, regulationImportTexts } from '../../../shared/texts/regulation-import.ts'
import { detect } from '../../foreign/detect.ts'
import { decodeText } from '../../foreign/text.ts'
import { readFrameworkFile } from './framework-file.ts'
import { limits } from './limits.ts'
import { Notes } from './notes.ts'
import { readOwnFile } from './own-file.ts'
import { readPrintedFile } from './printed-file.ts'
import { Refusal, refuse } from './refusal.ts'
import { openYaml } from './yaml.ts'

const isNamed = (type: string): type is RefusedFile => Object.hasOwn(regulationImportTexts.refused, type)

/** The text of a file; refuses what is none, with what to do instead. */
const textOf = (bytes: Uint8Array): string => {
  if (bytes.length > limits.fileBytes) return refuse('TooBig')
  const found = detect(bytes)
  if (found.kind === 'refused') return refuse(isNamed(found.type) ? found.type : 'NotText')
  return found.kind === 'zip' ? refuse('Word') : (decodeText(bytes) ?? refuse('NotText'))
}

/** JSON, or YAML by its name or by what every library has; anything else is printed text. */
const isStructured = (name: string, text: string): boolean =>
  /^\s*\{/.test(text) || /^objects\s*:/m.test(text) || /\.(?:ya?ml|json)$/i.test(name)

const read = (name: string, bytes: Uint8Array): ReadInstrument => {
  const text = textOf(bytes)
  const lines = splitLines(text)
  const notes = new Notes(lines)
  if (!isStructured(name, text)) return readPrintedFile(text, notes)
  const root = openYaml(text, lines, notes)
  return root.entries()?.has('lines') ? readOwnFile(root, notes) : readFrameworkFile(root, notes)
}

const notTooMuch = (made: ReadInstrument): ReadInstrument =>
  Buffer.byteLength(JSON.stringify(made.content)) > limits.bytes ? refuse('TooMuchContent') : made

/** A foreign file as a regulation or framework. Error: `Unreadable`, with the lines that are to blame where there are such. */
export const readForeign = (name: string, bytes: Uint8Array): Result<ReadInstrument> => {
  try {
    return ok(readInstrument.parse(notTooMuch(read(name, bytes))))
  } catch (error) {
    if (error instanceof Refusal) return fail('Unreadable', error.sentence, { findings: error.findings })
    throw error
  }
}
