import { constants } from 'node:os'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { jobTexts } from '../../shared/texts/job.ts'
import { spokenAs } from '../../shared/texts/terms.ts'
import type { Child } from '../shell/fork.ts'
import type { JobOptions, JobRunner } from './runner.ts'

/** Starts the process of a job entry: `module` as `JobRunner.run` takes it. */
export type SpawnJob = (module: string, limitMegabytes: number) => Child

type Said = {
  readonly kind?: unknown
  readonly done?: unknown
  readonly total?: unknown
  readonly value?: unknown
  readonly error?: unknown
  readonly piece?: unknown
}

/** Errors: `Cancelled` (Batal), `TooLong`, `TooMuchMemory`, `JobEnded` (killed from outside or crashed), and the job's own. */
export const runJob = <T>(
  spawn: SpawnJob,
  module: string,
  message: unknown,
  options: JobOptions,
): Promise<Result<T>> =>
  new Promise((resolve) => {
    if (options.signal?.aborted) return resolve(fail('Cancelled', jobTexts.cancelled))
    const child = spawn(module, options.limitMegabytes)
    let settled = false
    const settle = (result: Result<T>): void => {
      settled = true
      clearTimeout(timer)
      clearTimeout(silence)
      options.signal?.removeEventListener('abort', abort)
      child.kill()
      resolve(result)
    }
    const abort = (): void => settle(fail('Cancelled', jobTexts.cancelled))
    const late = (ms: number): void => settle(fail('TooLong', jobTexts.tooLong(Math.ceil(ms / 1000))))
    const timer = setTimeout(late, options.timeoutMs, options.timeoutMs)
    const started = performance.now()
    let silenceMs: number | null = null
    let silence: NodeJS.Timeout | undefined
    const heard = (): void => {
      clearTimeout(silence)
      if (settled || options.silenceMs === undefined) return
      silenceMs ??= Math.max(options.silenceMs, (options.patience ?? 0) * (performance.now() - started))
      silence = setTimeout(late, silenceMs, silenceMs)
    }
    options.signal?.addEventListener('abort', abort)
    child.onMessage((said) => {
      heard()
      const { kind, done, total, value, error, piece } = (said ?? {}) as Said
      if (kind === 'progress')
        options.onProgress?.(Number(done), total === null ? null : Number(total), piece)
      else if (kind === 'done') settle(ok(value as T))
      else if (kind === 'failed') settle({ ok: false, error: error as never })
    })
    child.onExit((code) =>
      settle(
        code !== null && memoryDeaths.has(code)
          ? fail('TooMuchMemory', jobTexts.tooMuchMemory)
          : fail('JobEnded', jobTexts.ended),
      ),
    )
    child.send({ limitMegabytes: options.limitMegabytes, speech: spokenAs(), message })
  })

/** Exit code of a job whose watcher could not go on within the limit. */
export const outOfMemory = 77
/** Nothing else sends it to a job: the watcher's own way to end a process that is over its limit. No such signals on Windows. */
export const overLimit = process.platform === 'win32' ? 'SIGKILL' : 'SIGUSR2'
/** What is known to be the limit: the watcher's two ways, and V8 at the end of its heap (abort, trap, or a fault where even that needs room). A plain kill may be anybody's. */
const memoryDeaths: ReadonlySet<number> = new Set([
  outOfMemory,
  ...(['SIGUSR2', 'SIGABRT', 'SIGTRAP', 'SIGSEGV'] as const).map((signal) => 128 + constants.signals[signal]),
])

export const makeJobRunner = (spawn: SpawnJob): JobRunner => ({
  run: (module, message, options) => runJob(spawn, module, message, options),
})
