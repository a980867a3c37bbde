import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { ParsedImport } from '../../shared/rules/budget/parsed.ts'
import { jobTexts } from '../../shared/texts/job.ts'
import type { JobRunner } from '../jobs/runner.ts'
import { type ParseOptions, parseInJob as parse } from './reader/parse-in-job.ts'

type Upload = { readonly name: string; readonly bytes: Uint8Array }

/** Reads files in a process that can be killed; what a file is refused for stands in its place. Error: `Cancelled` after Batal. */
export const parseInJob = async (
  jobs: JobRunner,
  files: readonly Upload[],
  options: ParseOptions = {},
): Promise<Result<ParsedImport>> => {
  const parsed = await parse(jobs, files, options)
  return options.signal?.aborted === true ? fail('Cancelled', jobTexts.cancelled) : ok(parsed)
}
