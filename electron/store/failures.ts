import { MalformedBytes } from '../../shared/commit/bytes.ts'
import { type Failure, fail, type Result } from '../../shared/contract/result.ts'
import { storeTexts } from '../../shared/texts/store.ts'

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/** The disk's and the file's own troubles in an officer's words; null for anything else, which is a defect. */
export const storageFailure = (error: unknown): Failure | null => {
  const code = codeOf(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return fail('DiskFull', storeTexts.diskFull).error
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return fail('ReadOnlyFolder', storeTexts.readOnlyFolder).error
  }
  if (
    code.startsWith('SQLITE_IOERR') ||
    code === 'SQLITE_CANTOPEN' ||
    code === 'ENOENT' ||
    code === 'EIO' ||
    code === 'ENODEV'
  ) {
    return fail('DriveGone', storeTexts.driveGone).error
  }
  if (code.startsWith('SQLITE_BUSY')) return fail('InUse', storeTexts.inUse).error
  if (code.startsWith('SQLITE_CORRUPT')) return fail('Damaged', storeTexts.damaged, { file: true }).error
  if (error instanceof MalformedBytes) return fail('Damaged', storeTexts.damaged).error
  if (code === 'SQLITE_NOTADB') return fail('WrongKey', storeTexts.wrongKey).error
  return null
}

/** The database file itself does not read: nothing may be written to it any more. Thrown through threads, which keep the message alone. */
class DamagedFile extends Error {
  constructor() {
    super(damagedMessage)
  }
}
/** SQLite's own words. */
export const damagedMessage = 'database disk image is malformed'
export const isDamagedFile = (error: unknown): boolean =>
  error instanceof Error && error.message === damagedMessage

/** An answer as it is; throws where the file itself is damaged. */
export const undamaged = <T>(result: Result<T>): Result<T> => {
  if (!result.ok && result.error['file'] === true) throw new DamagedFile()
  return result
}

/** Runs what may meet trouble with the disk; a throw that is left is a defect. */
export const expected = <T>(work: () => Result<T>): Result<T> => {
  try {
    return work()
  } catch (error) {
    const known = storageFailure(error)
    if (known === null) throw error
    return { ok: false, error: known }
  }
}

/** Carries an expected failure out of a transaction; `Store.commit` turns it into a `Result`. */
export class RefusedWrite extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.type)
    this.failure = failure
  }
}
