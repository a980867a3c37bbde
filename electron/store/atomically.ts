import type { Result } from '../../shared/contract/result.ts'
import { RefusedWrite, storageFailure } from './failures.ts'
import type { Sqlite } from './open.ts'

/** Facts of this device and the commit that rests on them as one: a refusal, a full disk or a kill leaves nothing of either. */
export const atomically = <T>(db: Sqlite, work: () => Result<T>): Result<T> => {
  const all = db.transaction(() => {
    const done = work()
    if (!done.ok) throw new RefusedWrite(done.error)
    return done
  })
  try {
    return all.immediate()
  } catch (error) {
    if (error instanceof RefusedWrite) return { ok: false, error: error.failure }
    const known = storageFailure(error)
    if (known !== null) return { ok: false, error: known }
    throw error
  }
}
