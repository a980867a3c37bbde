import type { Child } from '../shell/fork.ts'
import type { Port } from '../shell/protocol.ts'
import type { SpawnJob } from './run-job.ts'

type Listeners = {
  readonly message: ((message: unknown) => void)[]
  readonly exit: ((code: number | null) => void)[]
}
type Heard = {
  readonly kind?: unknown
  readonly job?: unknown
  readonly message?: unknown
  readonly code?: unknown
}

/** Jobs that the shell starts for the core: Electron's core may not fork by itself. `ending` of the entries: ".ts" or ".js". */
export const spawnByShell = (port: Port, ending: string): SpawnJob => {
  const jobs = new Map<number, Listeners>()
  let next = 1
  port.onMessage((heard) => {
    const { kind, job, message, code } = (heard ?? {}) as Heard
    const listeners = jobs.get(Number(job))
    if (kind === 'job') for (const listener of listeners?.message ?? []) listener(message)
    if (kind !== 'job-exit') return
    jobs.delete(Number(job))
    for (const listener of listeners?.exit ?? []) listener(typeof code === 'number' ? code : null)
  })
  return (module, limitMegabytes): Child => {
    const job = next++
    const listeners: Listeners = { message: [], exit: [] }
    jobs.set(job, listeners)
    port.send({ kind: 'spawn-job', job, module: `./${module}${ending}`, limitMegabytes })
    return {
      send: (message) => port.send({ kind: 'to-job', job, message }),
      onMessage: (listener) => void listeners.message.push(listener),
      onExit: (listener) => void listeners.exit.push(listener),
      kill: () => port.send({ kind: 'kill-job', job }),
    }
  }
}
