import { ok } from '../../../shared/contract/result.ts'
import { serveJob } from '../../jobs/serve-job.ts'
import { type InputFile, readEach, readTables } from './index.ts'

const isFile = (file: unknown): file is InputFile =>
  typeof file === 'object' &&
  file !== null &&
  'name' in file &&
  typeof file.name === 'string' &&
  'bytes' in file &&
  file.bytes instanceof Uint8Array

const filesOf = (message: unknown): readonly InputFile[] => {
  const files = typeof message === 'object' && message !== null && 'files' in message ? message.files : null
  if (!Array.isArray(files) || !files.every(isFile)) throw new TypeError('files: list of { name, bytes }')
  return files
}

const asksTables = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'tables' in message && message.tables === true

/**
 * The process that reads foreign files: takes `{ files }` and hands over each file as it is done, as JSON; says at last that it was all.
 * With `tables: true` it answers with the tables of the first file as they stand.
 */
serveJob(async (message, onProgress) => {
  const files = filesOf(message)
  const [first] = files
  if (first !== undefined && asksTables(message)) return ok(await readTables(first))
  await readEach(files, (done, total, read) => onProgress(done, total, JSON.stringify(read)))
  return ok(null)
})
