import type { Readable, Writable } from 'node:stream'

export type CdpParams = Readonly<Record<string, unknown>>
export type CdpListener = (params: CdpParams, session: string | undefined) => void

/** A client of the Chrome DevTools Protocol. Answers and events are data of the browser: check before use. */
export type Cdp = {
  /** Rejects with `CdpError` when the browser refuses, or when the connection is gone. */
  readonly send: (method: string, params?: CdpParams, session?: string) => Promise<CdpParams>
  readonly on: (method: string, listener: CdpListener) => () => void
  readonly closed: Promise<void>
}

export class CdpError extends Error {
  override readonly name = 'CdpError'
}

type Waiting = { readonly resolve: (result: CdpParams) => void; readonly reject: (error: CdpError) => void }

const isRecord = (value: unknown): value is CdpParams => typeof value === 'object' && value !== null

/** Cuts a byte stream at NUL, the frame mark of --remote-debugging-pipe. */
export const splitAtNul = (onText: (text: string) => void): ((bytes: Buffer) => void) => {
  let rest: Buffer[] = []
  return (bytes) => {
    let from = 0
    for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, from)) {
      const text = Buffer.concat([...rest, bytes.subarray(from, at)]).toString('utf8')
      rest = []
      from = at + 1
      onText(text)
    }
    if (from < bytes.length) rest.push(bytes.subarray(from))
  }
}

const failureOf = (error: unknown): CdpError =>
  new CdpError(isRecord(error) && typeof error.message === 'string' ? error.message : 'refused')

/** Speaks CDP over the two ends of --remote-debugging-pipe: JSON texts, each closed by a NUL. */
export const connectPipe = (write: Writable, read: Readable): Cdp => {
  let lastId = 0
  let gone = false
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, Set<CdpListener>>()
  const { promise: closed, resolve: onClosed } = Promise.withResolvers<void>()

  const answer = (message: CdpParams): void => {
    const slot = waiting.get(message.id as number)
    if (slot === undefined) return
    waiting.delete(message.id as number)
    if ('error' in message) slot.reject(failureOf(message.error))
    else slot.resolve(isRecord(message.result) ? message.result : {})
  }
  const tell = (message: CdpParams): void => {
    const session = typeof message.sessionId === 'string' ? message.sessionId : undefined
    const params = isRecord(message.params) ? message.params : {}
    for (const listener of listeners.get(String(message.method)) ?? []) listener(params, session)
  }
  const close = (): void => {
    gone = true
    for (const slot of waiting.values()) slot.reject(new CdpError('the browser is gone'))
    waiting.clear()
    onClosed()
  }

  read.on(
    'data',
    splitAtNul((text) => {
      const message: unknown = JSON.parse(text)
      if (!isRecord(message)) return
      if ('id' in message) answer(message)
      else tell(message)
    }),
  )
  for (const stream of [read, write]) {
    stream.on('close', close)
    stream.on('error', close)
  }

  return {
    closed,
    send: (method, params = {}, session) => {
      if (gone) return Promise.reject(new CdpError('the browser is gone'))
      lastId += 1
      const slot = Promise.withResolvers<CdpParams>()
      waiting.set(lastId, slot)
      write.write(
        `${JSON.stringify({ id: lastId, method, params, ...(session && { sessionId: session }) })}\0`,
      )
      return slot.promise
    },
    on: (method, listener) => {
      const known = listeners.get(method) ?? new Set()
      listeners.set(method, known.add(listener))
      return () => known.delete(listener)
    },
  }
}
