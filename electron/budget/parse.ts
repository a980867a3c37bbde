import { availableParallelism } from 'node:os'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { jobTexts } from '../../shared/texts/job.ts'
import type { JobRunner } from '../jobs/runner.ts'
import { type ParseOptions, readInJob as read } from './reader/parse-in-job.ts'

type Upload = { readonly name: string; readonly bytes: Uint8Array }

/** So many forms at once (all OPDs of a city) are worth the start of a second process. */
const many = 16
const processesFor = (files: readonly Upload[]): number =>
  files.length >= many && availableParallelism() > 1 ? 2 : 1

/** Reads files in processes that can be killed; what a file is refused for stands in its place. Each as JSON of a `ParsedFile` or `RefusedFile`. Error: `Cancelled` after Batal. */
export const readInJob = async (
  jobs: JobRunner,
  files: readonly Upload[],
  options: ParseOptions = {},
): Promise<Result<readonly string[]>> => {
  const parsed = await read(jobs, files, { ...options, processes: processesFor(files) })
  return options.signal?.aborted === true ? fail('Cancelled', jobTexts.cancelled) : ok(parsed)
}
