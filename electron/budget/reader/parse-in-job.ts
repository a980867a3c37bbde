import { sumUp } from '../../../shared/rules/budget/import.ts'
import type { ParsedFile, ParsedImport, RefusedFile } from '../../../shared/rules/budget/parsed.ts'
import type { RefusalType } from '../../../shared/texts/import-refused.ts'
import type { JobRunner } from '../../jobs/runner.ts'
import type { InputFile } from './index.ts'
import { limits } from './limits.ts'
import { refusedFile } from './refusal.ts'

export const readerJob = 'budget/reader/job'

export type ParseOptions = {
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
  /** Silence after which the file at hand is given up; longer than what the reader allows itself. */
  readonly silenceMs?: number
  /** How many processes share the files; one unless told. */
  readonly processes?: number
  /** Above what the process takes at its start. */
  readonly limitMegabytes?: number
}

const reasons: Readonly<Record<string, RefusalType>> = {
  TooLong: 'TooSlow',
  TooMuchMemory: 'TooHungry',
  Cancelled: 'Stopped',
}

/** Reads what is not done yet into `done`; the type of failure where the process did not reach the end. */
const runRest = async (
  jobs: JobRunner,
  files: readonly InputFile[],
  done: string[],
  options: ParseOptions,
): Promise<string | null> => {
  const rest = files.slice(done.length)
  const onPiece = (_done: number, _total: number | null, piece: unknown): void => {
    if (typeof piece !== 'string') return
    done.push(piece)
    options.onProgress?.(done.length, files.length)
  }
  const result = await jobs.run(
    readerJob,
    { files: rest },
    {
      timeoutMs: 20_000 + rest.length * 2_000,
      silenceMs: options.silenceMs ?? limits.silenceMilliseconds,
      patience: options.silenceMs === undefined ? 8 : 0,
      limitMegabytes: options.limitMegabytes ?? limits.processMegabytes,
      onProgress: onPiece,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    },
  )
  return result.ok ? null : result.error.type
}

/** Reads files one after the other; each gets a result, also where its process died. */
const readAll = async (
  jobs: JobRunner,
  files: readonly InputFile[],
  options: ParseOptions,
): Promise<readonly string[]> => {
  const done: string[] = []
  while (done.length < files.length) {
    const first = done.length
    const failed = await runRest(jobs, files, done, options)
    if (failed === null && done.length < files.length) throw new Error('the reader ended before its files')
    if (failed === null) break
    // What the files before it left behind may have filled the memory: it is tried once more in a process of its own.
    if (done.length > first && failed !== 'TooLong' && failed !== 'Cancelled') continue
    const blamed =
      failed === 'Cancelled' ? files.slice(done.length) : files.slice(done.length, done.length + 1)
    done.push(...blamed.map(({ name }) => JSON.stringify(refusedFile(name, reasons[failed] ?? 'Crashed'))))
    options.onProgress?.(done.length, files.length)
  }
  return done
}

/** The files in `count` shares of about as many bytes, in their order. */
const sharesOf = (files: readonly InputFile[], count: number): readonly (readonly InputFile[])[] => {
  const all = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const shares = Array.from({ length: count }, (): InputFile[] => [])
  let before = 0
  for (const file of files) {
    shares[Math.min(count - 1, Math.floor((before * count) / Math.max(1, all)))]?.push(file)
    before += file.bytes.length
  }
  return shares.filter((share) => share.length > 0)
}

/**
 * `parseForms` in processes that can be killed: one JSON of a `ParsedFile` or `RefusedFile` for each file. A file that makes
 * its process die is refused with a sentence, the files before it keep their result, and the files after it are read in a fresh process.
 */
export const readInJob = async (
  jobs: JobRunner,
  files: readonly InputFile[],
  options: ParseOptions = {},
): Promise<readonly string[]> => {
  const counts: number[] = []
  const read = sharesOf(files, options.processes ?? 1).map((share, at) =>
    readAll(jobs, share, {
      ...options,
      onProgress: (done) => {
        counts[at] = done
        options.onProgress?.(
          counts.reduce((sum, count) => sum + count, 0),
          files.length,
        )
      },
    }),
  )
  return (await Promise.all(read)).flat()
}

/** The same as values, summed up. */
export const parseInJob = async (
  jobs: JobRunner,
  files: readonly InputFile[],
  options: ParseOptions = {},
): Promise<ParsedImport> =>
  sumUp((await readInJob(jobs, files, options)).map((text): ParsedFile | RefusedFile => JSON.parse(text)))
