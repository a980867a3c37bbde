import { serveJob } from '../jobs/serve-job.ts'
import { readForeign } from './reader/index.ts'

const isAsked = (message: unknown): message is { readonly name: string; readonly bytes: Uint8Array } =>
  typeof message === 'object' &&
  message !== null &&
  'name' in message &&
  typeof message.name === 'string' &&
  'bytes' in message &&
  message.bytes instanceof Uint8Array

/** The process that reads a foreign regulation or framework: takes `{ name, bytes }`, answers with what was read. */
serveJob((message) => {
  if (!isAsked(message)) throw new TypeError('{ name, bytes }')
  return readForeign(message.name, message.bytes)
})
