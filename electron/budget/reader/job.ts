import { ok } from '../../../shared/contract/result.ts'
import { serveJob } from '../../jobs/serve-job.ts'
import { type InputFile, readEach } from './index.ts'

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

/** The process that reads foreign files: takes `{ files }` and hands over each file as it is done; says at last that it was all. */
serveJob(async (message, onProgress) => {
  await readEach(filesOf(message), onProgress)
  return ok(null)
})
