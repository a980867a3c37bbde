import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { dayInWib } from '../../shared/format/date.ts'
import { nipDigits } from '../../shared/format/nip.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { deviceTexts } from '../../shared/texts/device.ts'
import type { Composition } from '../composition-shape.ts'
import { databasePath } from '../core/writer-host.ts'
import { unpackCommit } from '../store/commit-bytes.ts'
import { privateKeyFrom } from '../store/keys.ts'
import { writeLocal } from '../store/local.ts'
import { Store } from '../store/store.ts'
import { isHalfway, swapIn, waitingFolder } from '../store/upkeep/swap-in.ts'
import { aloneInWorkspace } from '../store/upkeep/workspace-lock.ts'
import { currentCode, knownOfficers } from './credentials.ts'
import { dropPending, fingerprintOf, type PendingDevice, readPending, requestFor } from './device-request.ts'
import { openWelcome, readWelcome, type Welcome } from './device-welcome.ts'
import { Labels } from './labels.ts'
import { isNetworkFolder } from './network-folder.ts'
import type { SessionService } from './session-service.ts'
import { emptySlots, openOfficerSlot, writeSlots } from './slots.ts'
import { slotsOfLog } from './slots-of-log.ts'
import { accountLabels } from './tell-attempts.ts'

/** A folder that shall join asks to be taken in. Errors: `WorkspaceExists`, `NetworkFolder`. */
export const requestJoin = (session: SessionService, name: string): Result<ReturnType<typeof requestFor>> => {
  const { workspace } = session
  const slots = session.here.read()
  if (!slots.ok) return slots
  if (slots.value !== null) return fail('WorkspaceExists', coreTexts.workspaceExists)
  mkdirSync(workspace, { recursive: true, mode: 0o700 })
  if (isNetworkFolder(workspace)) return fail('NetworkFolder', coreTexts.networkFolder)
  return ok(requestFor(workspace, name === '' ? hostname() : name))
}

export type Joined = {
  readonly city: string
  readonly device: string
  readonly commits: number
  readonly workspaceCode: string
}
type Parts = { readonly composition: Composition; readonly now: () => number }

/** A database of this device's own, with every commit judged as if it had come one by one. */
const receiveAll = (store: Store, welcome: Welcome, pending: PendingDevice): Result<null> => {
  writeLocal(store.db, 'workspace', Buffer.from(welcome.workspace))
  writeLocal(store.db, 'genesis', welcome.genesis)
  writeLocal(store.db, 'blobKey', welcome.blobKey)
  writeLocal(store.db, 'device', Buffer.from(pending.device))
  writeLocal(store.db, 'deviceSeed', pending.signSeed)
  const received = store.receive(welcome.commits.map(unpackCommit))
  if (!received.ok) return received
  if (store.held.list().some(({ reason }) => reason === 'ahead'))
    return fail('ClockBehind', deviceTexts.clockBehind)
  const isEnrolled = store.reader.where('device', { deviceId: pending.device }).length > 0
  return isEnrolled && received.value.waiting + received.value.aside === 0
    ? ok(null)
    : fail('DamagedWelcome', deviceTexts.damagedWelcome)
}

const build = async (
  folder: string,
  welcome: Welcome,
  pending: PendingDevice,
  { composition, now }: Parts,
): Promise<Result<string>> => {
  const { definitions, definitionsVersion, rules } = composition
  const key = randomBytes(32)
  const store = new Store({ path: databasePath(folder), key, definitions, definitionsVersion, rules, now })
  try {
    const received = receiveAll(store, welcome, pending)
    if (!received.ok) return received
    const { reader } = store
    const city = reader.where('workspace', {})[0]?.city ?? ''
    const officers = knownOfficers(reader, dayInWib(now()))
    const slots = await slotsOfLog(emptySlots(city), officers, currentCode(reader), key, new Labels())
    writeSlots(folder, slots)
    store.db.pragma('wal_checkpoint(TRUNCATE)')
    return ok(city)
  } finally {
    store.close()
  }
}

const place = async (
  workspace: string,
  welcome: Welcome,
  pending: PendingDevice,
  parts: Parts,
): Promise<Result<Joined>> => {
  const folder = mkdtempSync(waitingFolder(workspace))
  try {
    const built = await build(folder, welcome, pending, parts)
    if (!built.ok) return built
    const kept = deviceTexts.keptFolder(String(parts.now()))
    const swapped = await aloneInWorkspace(workspace, () => {
      swapIn(workspace, basename(folder), kept)
      return ok(null)
    })
    if (!swapped.ok) return swapped
    dropPending(workspace)
    const workspaceCode = fingerprintOf(welcome.genesis)
    return ok({ city: built.value, device: pending.device, commits: welcome.commits.length, workspaceCode })
  } finally {
    if (!isHalfway(workspace) && existsSync(join(folder))) rmSync(folder, { recursive: true, force: true })
  }
}

const joinWith = async (
  session: SessionService,
  bytes: Uint8Array,
  nip: string,
  password: string,
  parts: Parts,
): Promise<Result<Joined>> => {
  const { workspace } = session
  const slots = session.here.read()
  if (!slots.ok) return slots
  if (slots.value !== null) return fail('WorkspaceExists', coreTexts.workspaceExists)
  const pending = readPending(workspace)
  if (pending === null) return fail('NoRequest', deviceTexts.noRequest)
  const sealed = readWelcome(bytes)
  if (sealed === null) return fail('DamagedWelcome', deviceTexts.damagedWelcome)
  if (sealed.device !== pending.device) return fail('OtherDevice', deviceTexts.otherDevice)
  const opened = await session.attempt(accountLabels.restore, 'WrongLogin', async () => {
    const found = await openOfficerSlot(sealed.slots, nip, password)
    return found === null ? fail('WrongLogin', coreTexts.wrongLogin) : ok(found.databaseKey)
  })
  if (!opened.ok) return opened
  const welcome = openWelcome(sealed, privateKeyFrom('x25519', pending.boxSeed), opened.value)
  if (welcome === null) return fail('DamagedWelcome', deviceTexts.damagedWelcome)
  return place(workspace, welcome, pending, parts)
}

/**
 * The new device takes the welcome: every officer on duty logs in here with the own password from then on. The password of one
 * of them opens it. Errors: `WorkspaceExists`, `NoRequest`, `DamagedWelcome`, `OtherDevice`, `WrongLogin`, `Wait`, `ClockBehind`, `InUse`.
 */
export const joinWorkspace = (
  session: SessionService,
  welcome: Uint8Array,
  nip: string,
  password: string,
  parts: Parts,
): Promise<Result<Joined>> =>
  session.inTurn(() => joinWith(session, welcome, nipDigits(nip), password, parts))
