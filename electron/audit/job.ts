import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { catalogueOf } from '../../shared/records/index.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { composition } from '../composition.ts'
import { serveJob } from '../jobs/serve-job.ts'
import { storageFailure } from '../store/failures.ts'
import { openDatabase } from '../store/open.ts'
import { rebuild } from '../store/rebuild.ts'
import { stateHash } from '../store/state-hash.ts'
import { verifyChain } from '../store/verify-chain.ts'

type Message = { readonly kind: 'verify' | 'rebuild'; readonly path: string; readonly key: Uint8Array }
type OnProgress = (done: number, total: number) => void

const verify = ({ path, key }: Message, onProgress: OnProgress) => {
  const db = openDatabase(path, key, { readonly: true })
  const chain = verifyChain(db, onProgress)
  return { chain, stateHash: stateHash(db, catalogueOf(composition.definitions)) }
}

const work = (message: unknown, onProgress: OnProgress): Result<unknown> => {
  const order = message as Message
  try {
    if (order.kind === 'verify') return ok(verify(order, onProgress))
    const { definitions, definitionsVersion } = composition
    return ok(rebuild({ path: order.path, key: order.key, definitions, definitionsVersion, onProgress }))
  } catch (error) {
    const known = storageFailure(error)
    return known === null
      ? fail('Defect', coreTexts.defect, { detail: String(error) })
      : { ok: false, error: known }
  }
}

serveJob(work)
