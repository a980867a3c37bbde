import { fork } from 'node:child_process'
import { constants } from 'node:os'
import { childEnvironment } from './environment.ts'

/** A forked process as the shells see it; two makers: `forkNode` here, `forkUtility` in electron.ts. */
export type Child = {
  readonly send: (message: unknown) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  /** `code`: as a command line says it, 128 + the number of the signal for a process that a signal ended; null where nobody knows. */
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

const codeOf = (signal: NodeJS.Signals | null): number | null =>
  signal === null ? null : 128 + constants.signals[signal]

/** Plain Node, structured clone over the channel: bytes stay bytes. */
export const forkNode: Fork = (module, options) => {
  const child = fork(module, [], {
    serialization: 'advanced',
    env: { ...childEnvironment(), ...options.env },
    execArgv: ['--disable-warning=ExperimentalWarning', ...heapLimit(options.limitMegabytes)],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  let exited: (code: number | null) => void = () => {}
  // A start that fails has no exit of its own; an error of a running process is followed by one.
  child.on('error', () => {
    if (child.pid === undefined) exited(null)
  })
  return {
    send: (message) => {
      if (child.connected) child.send(message as object, () => {})
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => {
      exited = listener
      child.once('exit', (code, signal) => listener(code ?? codeOf(signal)))
    },
    kill: () => child.kill('SIGKILL'),
  }
}
