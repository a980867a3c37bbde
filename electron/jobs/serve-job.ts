import type { Result } from '../../shared/contract/result.ts'

type Out = { readonly kind: 'progress'; readonly done: number; readonly total: number | null } | { readonly kind: 'done'; readonly value: unknown } | { readonly kind: 'failed'; readonly error: unknown }
type Port = { postMessage(message: unknown): void; on(event: 'message', listener: (event: { data: unknown }) => void): void }

const port = (process as { parentPort?: Port }).parentPort

const send = (message: Out): void => {
  if (port === undefined) process.send?.(message)
  else port.postMessage(message)
}

/** Inside a job process: runs the one piece of work that arrives as a message and says how it went. */
export const serveJob = (work: (message: unknown, onProgress: (done: number, total: number | null) => void) => Result<unknown> | Promise<Result<unknown>>): void => {
  const receive = async (message: unknown): Promise<void> => {
    const result = await work(message, (done, total) => send({ kind: 'progress', done, total }))
    send(result.ok ? { kind: 'done', value: result.value } : { kind: 'failed', error: result.error })
  }
  if (port === undefined) process.on('message', receive)
  else port.on('message', ({ data }) => receive(data))
}
