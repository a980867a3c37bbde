import { fail, type Result } from '../../shared/contract/result.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { serveJob } from '../jobs/serve-job.ts'
import { storageFailure } from '../store/failures.ts'
import type { BackupOrder } from './create.ts'
import { firstWhole, type InspectOrder } from './inspect.ts'
import { makeVerified } from './make.ts'
import { type RestoreOrder, restoreBackup } from './restore.ts'

type Order =
  | ({ readonly kind: 'create' } & BackupOrder)
  | ({ readonly kind: 'restore' } & RestoreOrder)
  | ({ readonly kind: 'inspect' } & InspectOrder)

const work = async (message: unknown): Promise<Result<unknown>> => {
  const order = message as Order
  try {
    if (order.kind === 'inspect') return await firstWhole(order)
    return order.kind === 'create' ? await makeVerified(order) : await restoreBackup(order)
  } catch (error) {
    const known = storageFailure(error)
    return known === null
      ? fail('Defect', coreTexts.defect, { detail: String(error) })
      : { ok: false, error: known }
  }
}

serveJob(work)
