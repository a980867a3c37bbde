import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { composition } from '../../../electron/composition.ts'
import { newDevice } from '../../../electron/core/genesis.ts'
import { databasePath } from '../../../electron/core/writer-host.ts'
import { openOfficerSlot, readSlots } from '../../../electron/identity/index.ts'
import { type LocalKey, readLocal } from '../../../electron/store/local.ts'
import { openDatabase } from '../../../electron/store/open.ts'
import { Store } from '../../../electron/store/store.ts'
import type { Guard } from '../../../electron/store/transaction.ts'
import { auditVerify, logList } from '../../../shared/contract/records.ts'
import { fail } from '../../../shared/contract/result.ts'
import { backupCreate, backupRestore, sessionRecover } from '../../../shared/contract/session.ts'
import { adminNip, openTestCore, password, type TestCore } from '../../fixtures/core.ts'
import { must, refusal } from '../../fixtures/store.ts'

const writer = fileURLToPath(new URL('device-writer.ts', import.meta.url))
let at: TestCore
let code = ''
/** A workspace that was restored: its next login by an admin starts a new device. */
beforeEach(async () => {
  at = openTestCore()
  code = await at.begin()
  const { name } = must(await at.call(backupCreate, {}))
  must(await at.call(backupRestore, { file: null, name, nip: adminNip, password }))
})
afterEach(async () => {
  expect(at.defects).toEqual([])
  await at.close()
})

const keyOf = async (): Promise<Uint8Array> => {
  const opened = await openOfficerSlot(readSlots(at.folder) as never, adminNip, password)
  return (opened as { databaseKey: Uint8Array }).databaseKey
}
const local = async (key: LocalKey): Promise<string | null> => {
  const db = openDatabase(databasePath(at.folder), await keyOf(), { readonly: true })
  const value = readLocal(db, key)
  db.close()
  return value?.toString() ?? null
}
/** The next login starts the device, names the old head, and everything that rests on it holds. */
const expectStarted = async (): Promise<void> => {
  must(await at.login())
  const { entries } = must(await at.call(logList, {}))
  const starts = entries.filter(({ reason }) => reason.includes('mulai dari salinan data'))
  expect(starts).toHaveLength(1)
  expect(starts[0]?.reason).toMatch(/berakhir pada \w{10}\.\d+ [0-9a-f]{16}$/)
  expect(must(await at.call(auditVerify, {})).faults).toEqual([])
  must(await at.call(backupCreate, {}))
  expect(await local('restoredFrom')).toBeNull()
}

describe('the first login after a restore', () => {
  it('killed where it enrols its device leaves none behind, and the next one starts it', async () => {
    const child = spawnSync(process.execPath, [writer, at.folder, adminNip, password])
    expect(child.signal).toBe('SIGKILL')
    expect([await local('device'), await local('deviceSeed')]).toEqual([null, null])
    expect(await local('restoredFrom')).not.toBeNull()
    await expectStarted()
  }, 60_000)

  it('that cannot write, as on a full disk, leaves none behind either and forgets nothing', async () => {
    const full: Guard = ({ definition }) =>
      definition.type === 'device' ? fail('DiskFull', 'penuh').error : null
    const broken = openTestCore({
      folder: at.folder,
      composition: { ...composition, guards: [...composition.guards, full] },
    })
    expect(refusal(await broken.login()).type).toBe('DiskFull')
    await broken.close()
    expect([await local('device'), await local('deviceSeed')]).toEqual([null, null])
    await expectStarted()
  }, 60_000)

  it('may be by the recovery code: device and new keys are one entry, which the code vouches for', async () => {
    const next = 'bintang utara di malam'
    must(await at.call(sessionRecover, { code, nip: adminNip, password: next }))
    const { entries } = must(await at.call(logList, {}))
    expect(entries[0]?.reason).toMatch(/^Kode pemulihan dipakai.*berakhir pada \w{10}\.\d+ [0-9a-f]{16}$/)
    expect(must(await at.call(auditVerify, {})).faults).toEqual([])
  }, 60_000)

  it('takes a device that the log does not know for none', async () => {
    const { definitions, definitionsVersion } = composition
    const path = databasePath(at.folder)
    const key = await keyOf()
    const store = new Store({ path, key, definitions, definitionsVersion, now: Date.now })
    newDevice(store, readLocal(store.db, 'workspace')?.toString() ?? '')
    store.close()
    await expectStarted()
  }, 60_000)
})
