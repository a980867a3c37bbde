import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databasePath } from '../../../electron/core/writer-host.ts'
import { openOfficerSlot, readSlots } from '../../../electron/identity/index.ts'
import { rekeyFiles } from '../../../electron/identity/rekey-files.ts'
import { type SlotFile, writeSlots } from '../../../electron/identity/slots.ts'
import { openDatabase } from '../../../electron/store/open.ts'
import { attachmentAdd, attachmentList, attachmentOpen } from '../../../shared/contract/attachments.ts'
import { auditVerify, logList, recordList, recordSave } from '../../../shared/contract/records.ts'
import { newRecoveryCode, sessionRecover, workspaceStatus } from '../../../shared/contract/session.ts'
import { adminNip, firstPassword, openTestCore, password, type TestCore } from '../../fixtures/core.ts'
import { saveFresh } from '../../fixtures/save.ts'
import { must, temporaryFolder } from '../../fixtures/store.ts'

const child = fileURLToPath(new URL('rekey-writer.ts', import.meta.url))
const next = 'bintang utara di malam'
let at: TestCore
let code = ''
let budi = ''
beforeEach(async () => {
  at = openTestCore()
  code = await at.begin()
  budi = await at.officer('Budi', ['perencana', null])
})
afterEach(async () => {
  expect(at.defects).toEqual([])
  await at.close()
})

const officerOf = async (nip: string): Promise<string> =>
  must(await at.call(recordList, { type: 'officer', filters: { nip } })).rows[0]?.id as string
const endBudi = async () => must(await saveFresh(at, 'officer', await officerOf(budi), { active: false }))
const rekeys = async (core = at): Promise<number> =>
  must(await core.call(logList, {})).entries.filter(({ reason }) => reason.startsWith('Kunci data')).length
const keyOf = async (slots: SlotFile, nip: string, secret: string): Promise<Uint8Array | null> =>
  (await openOfficerSlot(slots, nip, secret))?.databaseKey ?? null
const opens = (folder: string, key: Uint8Array): boolean => {
  try {
    openDatabase(databasePath(folder), key, { readonly: true }).close()
    return true
  } catch {
    return false
  }
}

describe('after an officer ended', () => {
  it('the next unlock changes the database key: a kept copy of the slots opens nothing, all others open, as one entry', async () => {
    const { id } = must(
      await at.call(recordSave, { type: 'opd', id: null, values: { code: '1', name: 'Dinas' }, seen: null }),
    )
    must(
      await at.call(attachmentAdd, { owner: id, files: [{ name: 'a.pdf', bytes: new Uint8Array([1, 2]) }] }),
    )
    const stolen = readSlots(at.folder) as SlotFile
    const key = (await keyOf(stolen, budi, firstPassword)) as Uint8Array
    await endBudi()
    expect([opens(at.folder, key), await rekeys()]).toEqual([true, 0])
    must(await at.login())
    expect([opens(at.folder, key), await rekeys()]).toEqual([false, 1])
    expect(must(await at.call(auditVerify, {})).faults).toEqual([])
    const [file] = must(await at.call(attachmentList, { owner: id })).attachments
    must(await at.call(attachmentOpen, { id: file?.id as string }))
    must(await at.call(recordSave, { type: 'opd', id: null, values: { code: '2' }, seen: null }))
    must(await at.login())
    expect(await rekeys()).toBe(1)
    must(await at.call(sessionRecover, { code, nip: adminNip, password: next }))
    expect(must(await at.call(recordList, { type: 'opd' })).rows).toHaveLength(2)
    expect(readdirSync(at.folder).filter((name) => /^\.pulih|^pemulihan/.test(name))).toEqual([])
  }, 60_000)

  it('waits for an unlock at which no other process has the data open', async () => {
    const beside = openTestCore({ folder: at.folder })
    must(await beside.login())
    await endBudi()
    must(await at.login())
    expect(await rekeys()).toBe(0)
    must(await at.call(recordSave, { type: 'opd', id: null, values: { code: '1' }, seen: null }))
    await beside.close()
    must(await at.login())
    expect(await rekeys()).toBe(1)
  }, 60_000)

  it('waits where the printed code could not be sealed to, until a new code is made', async () => {
    const old = readSlots(at.folder) as SlotFile
    const database = at.core.session.databaseKey as Uint8Array
    const withoutCode = openDatabase(databasePath(at.folder), database)
    withoutCode.exec('delete from recoveryKey')
    withoutCode.close()
    writeSlots(at.folder, { ...old, recovery: { salt: 'AAAA', database: 'AAAA' } })
    await endBudi()
    must(await at.login())
    expect(await rekeys()).toBe(0)
    const { recoveryCode } = must(await at.call(newRecoveryCode, { password }))
    must(await at.login())
    expect(await rekeys()).toBe(1)
    must(await at.call(sessionRecover, { code: recoveryCode, nip: adminNip, password: next }))
  }, 60_000)
})

describe('a change of the key that is killed', () => {
  it('at any step leaves the old slots with the old key or the new with the new, and goes on by itself', async () => {
    must(
      await at.call(recordSave, { type: 'opd', id: null, values: { code: '1', name: 'Dinas' }, seen: null }),
    )
    const slots = readSlots(at.folder) as SlotFile
    const key = Uint8Array.from(at.core.session.databaseKey as Uint8Array)
    const newKey = randomBytes(32)
    const fresh = await at.core.session.keeper.slotsFor(newKey)
    await at.core.stop()
    const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
    const scratch = temporaryFolder()
    const order = join(scratch.path, 'perintah.json')
    writeFileSync(order, JSON.stringify({ key: hex(key), newKey: hex(newKey), slots: fresh }))
    const steps: string[] = []
    const trial = join(scratch.path, 'percobaan')
    cpSync(at.folder, trial, { recursive: true })
    must(await rekeyFiles({ workspace: trial, key, newKey, slots: fresh }, (step) => void steps.push(step)))
    expect(steps.length).toBeGreaterThan(8)
    for (const [n, step] of steps.entries()) {
      const workspace = join(scratch.path, `langkah-${n}`)
      cpSync(at.folder, workspace, { recursive: true })
      expect([step, spawnSync(process.execPath, [child, order, workspace, step]).signal]).toEqual([
        step,
        'SIGKILL',
      ])
      const core = openTestCore({ folder: workspace })
      expect(must(await core.call(workspaceStatus, {}))).toMatchObject({ state: 'locked', restore: null })
      const isNew = n >= steps.indexOf('begun')
      expect([step, readSlots(workspace)]).toEqual([step, isNew ? fresh : slots])
      expect([step, opens(workspace, isNew ? newKey : key)]).toEqual([step, true])
      must(await core.login())
      expect([step, await rekeys(core)]).toEqual([step, isNew ? 1 : 0])
      expect(must(await core.call(recordList, { type: 'opd' })).rows).toHaveLength(1)
      expect(readdirSync(workspace).filter((name) => /^\.pulih|^pemulihan/.test(name))).toEqual([])
      await core.close()
    }
    scratch.remove()
  }, 180_000)
})
