import type { Result } from '../../shared/contract/result.ts'

export type JobOptions = {
  readonly timeoutMs: number
  /** The longest time between two messages of the job, counted from its first; for work that comes in pieces. */
  readonly silenceMs?: number
  /** On a busy machine the silence may last this many times as long as the process took to start. */
  readonly patience?: number
  readonly limitMegabytes: number
  readonly onProgress?: (done: number, total: number | null, piece: unknown) => void
  readonly signal?: AbortSignal
}

/** Runs a module in a process of its own that is killed on time-out, on too much memory or on Batal. */
export type JobRunner = {
  /** `module`: name of the job entry without ending, relative to electron/: "budget/reader/job", "document/job". */
  readonly run: <T>(module: string, message: unknown, options: JobOptions) => Promise<Result<T>>
}
