import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { WrappedSeed } from '../../shared/records/core.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { databasePath } from '../core/writer-host.ts'
import { isNetworkFolder } from './network-folder.ts'
import { weakPassword } from './password-rules.ts'
import { emptySlots, makeRecoveryCode, withOfficer, withRecovery, writeSlots } from './slots.ts'

export type FirstStart = {
  readonly regulation: 'prabumulih' | 'singkawang'
  readonly city: string
  readonly agency: string
  readonly name: string
  readonly nip: string
  readonly position: string
  readonly password: string
}

/** A database without its slots cannot be opened, yet slots can come back from a backup: it is put aside, never removed. */
const putAside = (workspace: string, now: number): void => {
  const path = databasePath(workspace)
  if (!existsSync(path)) return
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, `${path}.tanpa-kunci-${now}${suffix}`)
  }
}

/** A folder in which a workspace can begin. Errors: `WeakPassword`, `NetworkFolder`. */
export const prepareFolder = (workspace: string, start: FirstStart, now: number): Result<null> => {
  const weak = weakPassword(start.password, [start.nip, start.name, start.city, start.agency])
  if (weak !== null) return weak
  mkdirSync(workspace, { recursive: true, mode: 0o700 })
  if (isNetworkFolder(workspace)) return fail('NetworkFolder', coreTexts.networkFolder)
  putAside(workspace, now)
  return ok(null)
}

/** Writes the first slots: the founder's and the printed recovery code's, which is returned. */
export const writeFirstSlots = async (
  workspace: string,
  { city, nip }: FirstStart,
  keys: { readonly seed: Uint8Array; readonly wrapped: WrappedSeed; readonly key: Uint8Array },
): Promise<string> => {
  const recoveryCode = makeRecoveryCode(randomBytes)
  const empty = emptySlots(city)
  const own = await withOfficer(empty, nip, keys.seed, keys.wrapped, keys.key)
  const printed = await withRecovery(recoveryCode, keys.key)
  writeSlots(workspace, printed(own(empty)))
  return recoveryCode
}
