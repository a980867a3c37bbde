import { ok } from '../../../shared/contract/result.ts'
import { serveJob } from '../../jobs/serve-job.ts'
import { type InputFile, parseForms } from './index.ts'

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

const isTrue = (message: unknown, key: string): boolean =>
  typeof message === 'object' && message !== null && (message as Record<string, unknown>)[key] === true

/**
 * The process that reads foreign files: takes `{ files }`, hands over each file as it is done, answers with the whole.
 * With `pieces: true` the whole is not sent a second time.
 */
serveJob(async (message, onProgress) => {
  const whole = await parseForms(filesOf(message), (done, total, file) => onProgress(done, total, file))
  return ok(isTrue(message, 'pieces') ? null : whole)
})
