import { renameSync, rmSync } from 'node:fs'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { backupTexts } from '../../shared/texts/backup.ts'
import { syncFolderOf } from '../store/upkeep/files.ts'
import { type BackupMade, type BackupOrder, createBackup } from './create.ts'
import { readBack } from './inspect.ts'

/** A backup gets its name once it was verified, and only then takes the place of an earlier one. `onWritten`: before that, for tests. Error: `NotVerified`. */
export const makeVerified = async (
  order: BackupOrder,
  onWritten: () => void = () => undefined,
): Promise<Result<BackupMade>> => {
  const written = `${order.target}.${process.pid}.tmp`
  try {
    const made = await createBackup({ ...order, target: written })
    onWritten()
    // A backup that was not read is a hope.
    if ((await readBack(written, order.key)) === null) return fail('NotVerified', backupTexts.notVerified)
    renameSync(written, order.target)
    syncFolderOf(order.target)
    return ok(made)
  } finally {
    rmSync(written, { force: true })
  }
}
