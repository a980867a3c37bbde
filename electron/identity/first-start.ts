import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { hostname } from 'node:os'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { SessionFacts } from '../../shared/contract/session.ts'
import type { WrappedSeed } from '../../shared/records/core.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { databasePath } from '../core/writer-host.ts'
import { isNetworkFolder } from './network-folder.ts'
import { weakPassword } from './password-rules.ts'
import { makeRecoveryCode, type PublicCode } from './recovery-code.ts'
import type { SessionService } from './session-service.ts'
import { emptySlots, withOfficer, withRecovery, wrapSeed, writeSlots } from './slots.ts'

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
const prepareFolder = (workspace: string, start: FirstStart, now: number): Result<null> => {
  const weak = weakPassword(start.password, [start.nip, start.name, start.city, start.agency])
  if (weak !== null) return weak
  mkdirSync(workspace, { recursive: true, mode: 0o700 })
  if (isNetworkFolder(workspace)) return fail('NetworkFolder', coreTexts.networkFolder)
  putAside(workspace, now)
  return ok(null)
}

type FirstKeys = {
  readonly seed: Uint8Array
  readonly wrapped: WrappedSeed
  readonly key: Uint8Array
  readonly code: PublicCode
}

/** Writes the first slots: the founder's and that of the printed recovery code. */
const writeFirstSlots = async (
  workspace: string,
  { city, nip }: FirstStart,
  keys: FirstKeys,
): Promise<void> => {
  const empty = emptySlots(city)
  const own = await withOfficer(empty, nip, keys.seed, keys.wrapped, keys.key)
  writeSlots(workspace, withRecovery(keys.code, keys.key)(own(empty)))
}

type Begun = { session: SessionFacts; recoveryCode: string }

const begin = async (session: SessionService, start: FirstStart): Promise<Result<Begun>> => {
  const { writer } = session.parts
  const key = randomBytes(32)
  const seed = randomBytes(32)
  const wrapped = await wrapSeed(seed, start.password)
  const { code, known } = await makeRecoveryCode()
  const opened = await writer.open(session.workspace, key, true)
  if (!opened.ok) return opened
  const { nip, name, position, city, regulation, agency } = start
  const officer = { nip, name, position, seed, wrapped }
  const place = { city, regulation, agency, deviceName: hostname() }
  const begun = await writer.begin({ ...place, officer, code: known })
  if (!begun.ok) return session.closing(begun)
  await writeFirstSlots(session.workspace, start, { seed, wrapped, key, code: known })
  const entered = await session.entered(begun, seed, key)
  return entered.ok ? ok({ session: entered.value, recoveryCode: code }) : entered
}

/** A workspace begins with its first administrator, who is logged in then. Errors: `WorkspaceExists` and those of `prepareFolder`. */
export const createWorkspace = (session: SessionService, start: FirstStart): Promise<Result<Begun>> =>
  session.inTurn(async () => {
    const slots = session.folderIsThere() ?? session.here.read()
    if (!slots.ok) return slots
    if (slots.value !== null) return fail('WorkspaceExists', coreTexts.workspaceExists)
    const prepared = prepareFolder(session.workspace, start, session.parts.now())
    return prepared.ok ? begin(session, start) : prepared
  })
