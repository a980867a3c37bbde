import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Child, Fork } from './fork.ts'
import type { FromCore, ToCore } from './protocol.ts'

export type Jobs = {
  readonly spawn: (order: Extract<FromCore, { kind: 'spawn-job' }>) => void
  readonly send: (job: number, message: unknown) => void
  readonly kill: (job: number) => void
  readonly killAll: () => void
}

/**
 * The file of a job: a path or file URL, relative to the core's own folder, within the application's folder.
 * Undefined for everything else, so that the core cannot run foreign code.
 */
export const jobFile = (root: string, core: string, module: string): string | undefined => {
  const wanted = module.startsWith('file:') ? fileURLToPath(module) : module
  const file = path.resolve(path.dirname(core), wanted)
  const inside = path.relative(root, file)
  return inside.startsWith('..') || path.isAbsolute(inside) ? undefined : file
}

/** Processes that the core asks for and that can be killed at any moment. */
export const startJobs = (
  fork: Fork,
  fileOf: (module: string) => string | undefined,
  tell: (message: ToCore) => void,
): Jobs => {
  const running = new Map<number, Child>()
  const ended = (job: number, code: number | null): void => {
    running.delete(job)
    tell({ kind: 'job-exit', job, code })
  }
  return {
    spawn: ({ job, module, limitMegabytes }) => {
      const file = fileOf(module)
      if (file === undefined || running.has(job)) return tell({ kind: 'job-exit', job, code: null })
      const child = fork(file, { title: `Selaras: ${path.parse(file).name}`, limitMegabytes })
      running.set(job, child)
      child.onMessage((message) => tell({ kind: 'job', job, message }))
      child.onExit((code) => ended(job, code))
    },
    send: (job, message) => running.get(job)?.send(message),
    kill: (job) => running.get(job)?.kill(),
    killAll: () => {
      for (const child of running.values()) child.kill()
    },
  }
}
