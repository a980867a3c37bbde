import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { backupTexts } from '../../shared/texts/backup.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { openOfficerSlot, readSlots } from '../identity/index.ts'
import { forgetLocal, writeLocal } from '../store/local.ts'
import { openDatabase, type Sqlite } from '../store/open.ts'
import { versionIn } from '../store/schema.ts'
import { isHalfway, type OnStep, swapIn, waitingFolder } from '../store/upkeep/swap-in.ts'
import { aloneInWorkspace } from '../store/upkeep/workspace-lock.ts'
import { type Manifest, manifestEntry } from './container.ts'
import { checkCopy, DamagedBackup, unpackBackup } from './unpack.ts'

export type RestoreOrder = {
  readonly file: string
  readonly workspace: string
  readonly nip: string
  readonly password: string
  /** Name for the folder that keeps the present state, from the time of restoring. */
  readonly kept: string
  /** That of this Selaras: a backup of a newer one is not opened. */
  readonly definitionsVersion: number
  /** Id of the workspace that is replaced; null where there is none. */
  readonly over: string | null
  /** ISO date: the officer holds admin for all OPDs on it. */
  readonly today: string
}
export type Restored = { readonly city: string; readonly head: string; readonly rows: number }

const headText = (manifest: Manifest): string =>
  manifest.heads.map(({ device, seq, hash }) => `${device}.${seq} ${hash.slice(0, 16)}`).join(', ')

/** A restored chain is never continued: the copy forgets its device, and the next login starts a new one that names the old head. */
const endDevice = (path: string, key: Uint8Array, manifest: Manifest): void => {
  const db = openDatabase(path, key, { mustExist: true })
  writeLocal(db, 'restoredFrom', Buffer.from(headText(manifest)))
  forgetLocal(db, 'device')
  forgetLocal(db, 'deviceSeed')
  forgetLocal(db, 'attempts')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

const checkWith = (path: string, key: Uint8Array, manifest: Manifest, order: RestoreOrder): Result<null> => {
  const copy = openWith(path, key)
  try {
    // What refuses a backup by its own words is believed once the copy says it too: damage can write any number there.
    if (versionIn(copy) !== manifest.definitions) throw new DamagedBackup('version')
    if (manifest.definitions > order.definitionsVersion) return fail('NewerDatabase', coreTexts.newerDatabase)
    checkCopy(copy, manifest)
    if (order.over !== null && manifest.workspace !== order.over)
      return fail('OtherWorkspace', backupTexts.otherWorkspace(manifest.city))
    return isWholeAdmin(copy, order.nip, order.today) ? ok(null) : fail('NotAdmin', backupTexts.notAdmin)
  } finally {
    copy.close()
  }
}

const adminSql = `
  select 1 from officer join role on role.officer = officer.id
  where officer.nip = ? and officer._deleted = 0 and (officer.active is null or officer.active = 1)
    and role._deleted = 0 and role.role = 'admin' and role.opd is null
    and (role."from" is null or role."from" <= ?) and (role.until is null or role.until >= ?)`

/** After the restore somebody must be able to begin the new device, and that is an admin. */
const isWholeAdmin = (copy: Sqlite, nip: string, today: string): boolean =>
  copy.prepare(adminSql).get(nip, today, today) !== undefined

/** Slots and database of one backup fit each other; pages that do not read are damage like any other. */
const openWith = (path: string, key: Uint8Array): Sqlite => {
  try {
    return openDatabase(path, key, { readonly: true })
  } catch (error) {
    throw new DamagedBackup(String(error))
  }
}

const restoreFrom = async (order: RestoreOrder, folder: string, step: OnStep): Promise<Result<Restored>> => {
  const manifest = await unpackBackup(order.file, folder)
  step('unpacked')
  const slots = readSlots(folder)
  const opened = slots === null ? null : await openOfficerSlot(slots, order.nip, order.password)
  if (opened === null) return fail('WrongLogin', backupTexts.wrongLogin)
  const path = join(folder, 'selaras.db')
  const checked = checkWith(path, opened.databaseKey, manifest, order)
  if (!checked.ok) return checked
  endDevice(path, opened.databaseKey, manifest)
  step('checked')
  const restored = {
    city: manifest.city,
    head: headText(manifest),
    rows: Object.values(manifest.rows).reduce((sum, n) => sum + n, 0),
  }
  return aloneInWorkspace(order.workspace, () => {
    rmSync(join(folder, manifestEntry))
    swapIn(order.workspace, basename(folder), order.kept, step)
    return ok(restored)
  })
}

/** Everything is checked on a copy before anything live is moved; what was there is kept beside, and a kill at any moment leaves the old or the new whole. Errors: `DamagedBackup`, `OtherWorkspace`, `WrongLogin`, `NotAdmin`, `NewerDatabase`, `InUse`. */
export const restoreBackup = async (
  order: RestoreOrder,
  step: OnStep = () => undefined,
): Promise<Result<Restored>> => {
  mkdirSync(order.workspace, { recursive: true, mode: 0o700 })
  const folder = mkdtempSync(waitingFolder(order.workspace))
  try {
    return await restoreFrom(order, folder, step)
  } catch (error) {
    if (error instanceof DamagedBackup)
      return fail('DamagedBackup', backupTexts.damaged, { check: error.message })
    throw error
  } finally {
    if (!isHalfway(order.workspace)) rmSync(folder, { recursive: true, force: true })
  }
}
