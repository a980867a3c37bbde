import { parentPort, workerData } from 'node:worker_threads'
import type { Composition } from '../composition-shape.ts'
import type { ThreadReply, ThreadRequest } from './hosted.ts'

type Host = Record<string, (...args: unknown[]) => unknown>

const answer = (host: Host, { id, method, args }: ThreadRequest): ThreadReply => {
  try {
    return { id, value: host[method]?.(...args) }
  } catch (error) {
    const known = error instanceof Error ? error : new Error(String(error))
    return { id, error: { message: known.message, stack: known.stack ?? '' } }
  }
}

/** What the core gives a thread: the address of its composition and the folder of the machine's settings. */
type Given = { readonly composition: string; readonly settings: string }

/** In a thread: loads the composition that the core named and serves the host made from it. */
export const serveHost = async (
  make: (composition: Composition, settings: string) => object,
): Promise<void> => {
  const port = parentPort
  if (port === null) throw new TypeError('serves a host only inside a thread')
  const waiting: ThreadRequest[] = []
  const early = (request: ThreadRequest): void => void waiting.push(request)
  port.on('message', early)
  const given = workerData as Given
  const { composition } = (await import(given.composition)) as { composition: Composition }
  const host = make(composition, given.settings) as unknown as Host
  port.off('message', early)
  port.on('message', (request: ThreadRequest) => port.postMessage(answer(host, request)))
  for (const request of waiting) port.postMessage(answer(host, request))
}
