import { mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { backupTexts } from '../../shared/texts/backup.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { serveJob } from '../jobs/serve-job.ts'
import { storageFailure } from '../store/failures.ts'
import { openDatabase } from '../store/open.ts'
import { type BackupOrder, createBackup } from './create.ts'
import { type RestoreOrder, restoreBackup } from './restore.ts'
import { checkCopy, unpackBackup } from './unpack.ts'

type Order = ({ readonly kind: 'create' } & BackupOrder) | ({ readonly kind: 'restore' } & RestoreOrder)

/** Reads the written file back, opens it and compares: a backup that was not read is a hope. */
const verified = async (order: BackupOrder): Promise<boolean> => {
  const folder = mkdtempSync(join(dirname(order.target), '.periksa-'))
  try {
    const manifest = await unpackBackup(order.target, folder)
    const db = openDatabase(join(folder, 'selaras.db'), order.key, { readonly: true })
    checkCopy(db, manifest)
    db.close()
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const create = async (order: BackupOrder): Promise<Result<unknown>> => {
  const made = await createBackup(order)
  if (await verified(order)) return ok(made)
  rmSync(order.target, { force: true })
  return fail('NotVerified', backupTexts.notVerified)
}

const work = async (message: unknown): Promise<Result<unknown>> => {
  const order = message as Order
  try {
    return order.kind === 'create' ? await create(order) : await restoreBackup(order)
  } catch (error) {
    const known = storageFailure(error)
    return known === null
      ? fail('Defect', coreTexts.defect, { detail: String(error) })
      : { ok: false, error: known }
  }
}

serveJob(work)
