import type { Child, Fork } from './fork.ts'
import { jobFile, startJobs } from './jobs.ts'
import { answerKeychain, type Keychain, noKeychain } from './keychain.ts'
import type { DownloadFile, FromCore, ToCore } from './protocol.ts'

export type CoreLink = {
  readonly ready: Promise<void>
  /** Resolves with the exit code, null when it was killed. */
  readonly gone: Promise<number | null>
  readonly alive: () => boolean
  /** Rejects with `CoreGone` when the core ends before it answers. */
  readonly call: (text: string) => Promise<string>
  readonly download: (token: string) => Promise<DownloadFile | null>
  /** Asks the core to end, waits up to `patience` ms, then kills it. */
  readonly stop: (patience?: number) => Promise<void>
}

export type CoreOptions = {
  readonly fork: Fork
  /** File of the core's entry, and the folder outside of which no job may lie. */
  readonly module: string
  readonly root: string
  readonly env: Readonly<Record<string, string>>
  readonly onEvent: (text: string) => void
  /** Absent: this shell has none. */
  readonly keychain?: Keychain
}

export class CoreGone extends Error {
  override readonly name = 'CoreGone'
}

type Slot = { readonly resolve: (value: never) => void; readonly reject: (error: CoreGone) => void }

const kinds = new Set<FromCore['kind']>([
  'ready',
  'reply',
  'event',
  'download',
  'spawn-job',
  'to-job',
  'kill-job',
  'keychain',
])

const isFromCore = (message: unknown): message is FromCore =>
  typeof message === 'object' && message !== null && kinds.has((message as FromCore).kind)

const isFile = (file: DownloadFile | null): file is DownloadFile =>
  typeof file?.name === 'string' && typeof file.type === 'string' && file.bytes instanceof Uint8Array

/** Starts the core process and speaks protocol.ts with it; orders that come before it is ready wait. */
export const startCore = (options: CoreOptions): CoreLink => {
  const child: Child = options.fork(options.module, { title: 'Selaras: inti', env: options.env })
  const ready = Promise.withResolvers<void>()
  const gone = Promise.withResolvers<number | null>()
  const slots = new Map<number, Slot>()
  const waiting: ToCore[] = []
  let state: 'starting' | 'ready' | 'gone' = 'starting'
  let lastId = 0

  const send = (message: ToCore): void => {
    const isOrder = message.kind === 'call' || message.kind === 'download'
    if (state === 'starting' && isOrder) waiting.push(message)
    else child.send(message)
  }
  const jobs = startJobs(options.fork, (module) => jobFile(options.root, options.module, module), send)

  const settle = (id: number, value: unknown): void => {
    const slot = slots.get(id)
    slots.delete(id)
    slot?.resolve(value as never)
  }
  const onReady = (): void => {
    state = 'ready'
    for (const message of waiting.splice(0)) child.send(message)
    ready.resolve()
  }
  const receive = (message: FromCore) => {
    switch (message.kind) {
      case 'ready':
        return onReady()
      case 'reply':
        return settle(message.id, String(message.text))
      case 'event':
        return options.onEvent(String(message.text))
      case 'download':
        return settle(message.id, isFile(message.file) ? message.file : null)
      case 'spawn-job':
        return jobs.spawn(message)
      case 'to-job':
        return jobs.send(message.job, message.message)
      case 'kill-job':
        return jobs.kill(message.job)
      case 'keychain':
        return void answerKeychain(options.keychain ?? noKeychain, message).then(send)
    }
  }
  const onExit = (code: number | null): void => {
    state = 'gone'
    jobs.killAll()
    for (const slot of slots.values()) slot.reject(new CoreGone('the core process ended'))
    slots.clear()
    gone.resolve(code)
  }
  const ask = <T>(order: (id: number) => ToCore): Promise<T> => {
    if (state === 'gone') return Promise.reject(new CoreGone('the core process ended'))
    lastId += 1
    const slot = Promise.withResolvers<T>()
    slots.set(lastId, slot as Slot)
    send(order(lastId))
    return slot.promise
  }
  const stop = async (patience = 10_000): Promise<void> => {
    if (state === 'gone') return
    child.send({ kind: 'stop' } satisfies ToCore)
    const tooLong = setTimeout(child.kill, patience)
    await gone.promise
    clearTimeout(tooLong)
  }

  child.onMessage((message) => {
    if (isFromCore(message)) receive(message)
  })
  child.onExit(onExit)

  return {
    ready: ready.promise,
    gone: gone.promise,
    alive: () => state !== 'gone',
    call: (text) => ask((id) => ({ kind: 'call', id, text })),
    download: (token) => ask((id) => ({ kind: 'download', id, token })),
    stop,
  }
}
