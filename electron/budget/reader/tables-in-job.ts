import { fail, ok, type Result } from '../../../shared/contract/result.ts'
import { refusedTexts } from '../../../shared/texts/import-refused.ts'
import { jobTexts } from '../../../shared/texts/job.ts'
import type { JobRunner } from '../../jobs/runner.ts'
import type { InputFile, ReadTables } from './index.ts'
import { limits } from './limits.ts'
import { readerJob } from './parse-in-job.ts'

/** Tables of files as they stand, each file in a process that can be killed; a file that kills its process has none. Error: `Cancelled`. */
export const readTablesInJob = async (
  jobs: JobRunner,
  files: readonly InputFile[],
  signal: AbortSignal,
): Promise<Result<readonly ReadTables[]>> => {
  const read: ReadTables[] = []
  for (const file of files) {
    const one = await jobs.run<ReadTables>(
      readerJob,
      { files: [file], tables: true },
      { timeoutMs: 20_000, limitMegabytes: limits.processMegabytes, signal },
    )
    if (signal.aborted) return fail('Cancelled', jobTexts.cancelled)
    read.push(one.ok ? one.value : { file: file.name, grids: [], message: refusedTexts.Crashed })
  }
  return ok(read)
}
