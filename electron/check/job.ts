import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { compositionAt } from '../composition-at.ts'
import { serveJob } from '../jobs/serve-job.ts'
import { storageFailure } from '../store/failures.ts'
import { type CheckOptions, checkStore } from '../store/upkeep/check.ts'

export type CheckOrder = Pick<CheckOptions, 'path' | 'key' | 'blobs' | 'since' | 'compares'> & {
  readonly compositionUrl: string
}

const work = async (
  message: unknown,
  onProgress: (done: number, total: number, step: unknown) => void,
): Promise<Result<unknown>> => {
  const { compositionUrl, ...order } = message as CheckOrder
  try {
    const { definitions, definitionsVersion } = await compositionAt(compositionUrl)
    const report = checkStore({
      ...order,
      definitions,
      definitionsVersion,
      onProgress: (step, done, total) => onProgress(done, total, step),
    })
    return ok(report)
  } catch (error) {
    const known = storageFailure(error)
    return known === null
      ? fail('Defect', coreTexts.defect, { detail: String(error) })
      : { ok: false, error: known }
  }
}

serveJob(work)
