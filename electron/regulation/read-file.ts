import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { ReadInstrument, regulationRead } from '../../shared/contract/regulation.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { regulationImportTexts } from '../../shared/texts/regulation-import.ts'
import type { TaskContext } from '../feature.ts'
import { limits } from './reader/limits.ts'

/** Waits between what was read and its keeping. */
export type Staged = {
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
  readonly digest: string
  readonly read: ReadInstrument
}

const readerJob = 'regulation/job'
/** Its process ended before it said anything of the file. */
const ended: ReadonlySet<string> = new Set(['TooLong', 'TooMuchMemory', 'JobEnded'])

/** Reads a foreign file in a process of its own; nothing is written. Errors: `Unreadable`, `Cancelled`. */
export const readFile = async (
  { jobs, signal, stage }: TaskContext,
  { file }: z.output<typeof regulationRead.input>,
): Promise<Result<z.input<typeof regulationRead.output>>> => {
  const read = await jobs.run<ReadInstrument>(
    readerJob,
    { name: file.name, bytes: file.bytes },
    { timeoutMs: limits.milliseconds, limitMegabytes: limits.megabytes, signal },
  )
  if (!read.ok)
    return ended.has(read.error.type)
      ? fail('Unreadable', regulationImportTexts.refused.TooMuchContent, { findings: [] })
      : read
  const digest = createHash('sha256').update(file.bytes).digest('hex')
  const token = await stage({ file, digest, read: read.value } satisfies Staged)
  return ok({ token, file: file.name, digest, read: read.value })
}
