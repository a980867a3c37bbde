import { Worker } from 'node:worker_threads'

// biome-ignore lint/suspicious/noExplicitAny: methods of any host
type Method = (...args: any[]) => unknown
/** Methods of a host, each answering later: in a thread, or in this one for the command line. */
export type Hosted<T> = {
  readonly [K in keyof T as T[K] extends Method ? K : never]: T[K] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<Awaited<R>>
    : never
} & { readonly stop: () => Promise<void> }

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

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }

const proxyOf = <T>(
  call: (method: string, args: readonly unknown[]) => Promise<unknown>,
  stop: () => Promise<void>,
): Hosted<T> =>
  new Proxy({} as Hosted<T>, {
    get: (_target, method) => {
      if (method === 'then') return undefined
      return method === 'stop' ? stop : (...args: unknown[]) => call(String(method), args)
    },
  })

/** Starts a thread that serves a host. A thread that dies rejects everything that waits for it. */
export const inThread = <T>(module: URL, workerData: unknown): Hosted<T> => {
  const worker = new Worker(module, { workerData })
  const waiting = new Map<number, Waiting>()
  let next = 1
  worker.on('message', ({ id, value, error }: ThreadReply) => {
    const entry = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) entry?.resolve(value)
    else entry?.reject(Object.assign(new Error(error.message), { stack: error.stack }))
  })
  const failAll = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', failAll)
  worker.on('exit', (code) => failAll(new Error(`thread ended with ${code}`)))
  const call = (method: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = next++
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, method, args } satisfies ThreadRequest)
    })
  return proxyOf<T>(call, async () => void (await worker.terminate()))
}

/** The same host without a thread. */
export const inline = <T extends object>(host: T): Hosted<T> =>
  proxyOf<T>(
    async (method, args) => (host as Record<string, Method>)[method]?.(...args),
    async () => undefined,
  )
