import { Worker } from 'node:worker_threads'

// biome-ignore lint/suspicious/noExplicitAny: methods of any host
type Method = (...args: any[]) => unknown
/** Methods of a host, each answering later: in a thread, or in this one for the command line. */
export type Hosted<T> = {
  readonly [K in keyof T as T[K] extends Method ? K : never]: T[K] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<Awaited<R>>
    : never
} & {
  /** Starts the thread ahead of the first call. */
  readonly warm: () => void
  readonly stop: () => Promise<void>
}

export type ThreadRequest = {
  readonly id: number
  readonly method: string
  readonly args: readonly unknown[]
}
export type ThreadReply = {
  readonly id: number
  readonly value?: unknown
  readonly error?: { readonly message: string; readonly stack: string }
}

/** The thread that was to answer is gone. */
export class ThreadEnded extends Error {}

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }

const proxyOf = <T>(
  call: (method: string, args: readonly unknown[]) => Promise<unknown>,
  own: { readonly warm: () => void; readonly stop: () => Promise<void> },
): Hosted<T> =>
  new Proxy(own as Hosted<T>, {
    get: (_target, method) => {
      if (method === 'then') return undefined
      if (method === 'warm' || method === 'stop') return own[method]
      return (...args: unknown[]) => call(String(method), args)
    },
  })

class Thread {
  private readonly worker: Worker
  private readonly waiting = new Map<number, Waiting>()
  private next = 1
  isGone = false

  constructor(module: URL, workerData: unknown) {
    this.worker = new Worker(module, { workerData })
    let reason = 'ended'
    this.worker.on('message', (reply: ThreadReply) => this.hear(reply))
    this.worker.on('error', (error) => {
      reason = String(error)
    })
    this.worker.on('exit', () => this.end(new ThreadEnded(`thread: ${reason}`)))
  }

  call(method: string, args: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = this.next++
      this.waiting.set(id, { resolve, reject })
      this.worker.postMessage({ id, method, args } satisfies ThreadRequest)
    })
  }

  async stop(): Promise<void> {
    await this.worker.terminate()
  }

  private hear({ id, value, error }: ThreadReply): void {
    const entry = this.waiting.get(id)
    this.waiting.delete(id)
    if (error === undefined) entry?.resolve(value)
    else entry?.reject(Object.assign(new Error(error.message), { stack: error.stack }))
  }

  private end(error: ThreadEnded): void {
    this.isGone = true
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }
}

/**
 * A host in a thread, which starts at the first call or `warm`. One that dies rejects what waits for it and the call after
 * it with `ThreadEnded`, and another is started, which has nothing open yet.
 */
export const inThread = <T>(module: URL, workerData: unknown): Hosted<T> => {
  let thread: Thread | null = null
  const running = (): Thread => {
    thread ??= new Thread(module, workerData)
    return thread
  }
  const call = (method: string, args: readonly unknown[]): Promise<unknown> => {
    if (!running().isGone) return running().call(method, args)
    thread = new Thread(module, workerData)
    return Promise.reject(new ThreadEnded('thread: started anew'))
  }
  return proxyOf<T>(call, { warm: () => void running(), stop: async () => thread?.stop() })
}

/** The same host without a thread. */
export const inline = <T extends object>(host: T): Hosted<T> =>
  proxyOf<T>(async (method, args) => (host as Record<string, Method>)[method]?.(...args), {
    warm: () => undefined,
    stop: async () => undefined,
  })
