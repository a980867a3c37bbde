import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { backupTexts } from '../../shared/texts/backup.ts'
import { syncFolderOf } from '../store/files.ts'
import { openDatabase } from '../store/open.ts'
import { type BackupMade, type BackupOrder, createBackup } from './create.ts'
import { checkCopy, unpackBackup } from './unpack.ts'

/** Reads the written file back, opens it and compares: a backup that was not read is a hope. */
const isWhole = async (file: string, key: Uint8Array): Promise<boolean> => {
  const folder = mkdtempSync(join(dirname(file), '.periksa-'))
  try {
    const manifest = await unpackBackup(file, folder)
    const db = openDatabase(join(folder, 'selaras.db'), key, { readonly: true })
    try {
      checkCopy(db, manifest)
    } finally {
      db.close()
    }
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A backup gets its name once it was verified, and only then takes the place of an earlier one. `onWritten`: before that, for tests. Error: `NotVerified`. */
export const makeVerified = async (
  order: BackupOrder,
  onWritten: () => void = () => undefined,
): Promise<Result<BackupMade>> => {
  const written = `${order.target}.${process.pid}.tmp`
  try {
    const made = await createBackup({ ...order, target: written })
    onWritten()
    if (!(await isWhole(written, order.key))) return fail('NotVerified', backupTexts.notVerified)
    renameSync(written, order.target)
    syncFolderOf(order.target)
    return ok(made)
  } finally {
    rmSync(written, { force: true })
  }
}
