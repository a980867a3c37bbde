import { fork } from 'node:child_process'

/** A forked process as the shells see it; two makers: `forkNode` here, `forkUtility` in electron.ts. */
export type Child = {
  readonly send: (message: unknown) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  readonly onExit: (listener: (code: number | null) => void) => void
  readonly kill: () => void
}

export type ForkOptions = {
  readonly env?: Readonly<Record<string, string>>
  /** Limit of the JavaScript heap, in MB. */
  readonly limitMegabytes?: number
  readonly title: string
}

export type Fork = (module: string, options: ForkOptions) => Child

export const heapLimit = (limitMegabytes: number | undefined): string[] =>
  limitMegabytes === undefined ? [] : [`--max-old-space-size=${Math.ceil(limitMegabytes)}`]

/** Plain Node, structured clone over the channel: bytes stay bytes. */
export const forkNode: Fork = (module, options) => {
  const child = fork(module, [], {
    serialization: 'advanced',
    env: { ...process.env, ...options.env },
    execArgv: ['--disable-warning=ExperimentalWarning', ...heapLimit(options.limitMegabytes)],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  child.on('error', () => {}) // A failed start or send shows as an exit.
  return {
    send: (message) => {
      if (child.connected) child.send(message as object, () => {})
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill('SIGKILL'),
  }
}
