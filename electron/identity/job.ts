import { fail, type Result } from '../../shared/contract/result.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { serveJob } from '../jobs/serve-job.ts'
import { storageFailure } from '../store/failures.ts'
import { type RekeyOrder, rekeyFiles } from './rekey-files.ts'

const work = async (message: unknown): Promise<Result<unknown>> => {
  try {
    return await rekeyFiles(message as RekeyOrder)
  } catch (error) {
    const known = storageFailure(error)
    return known === null
      ? fail('Defect', coreTexts.defect, { detail: String(error) })
      : { ok: false, error: known }
  }
}

serveJob(work)
