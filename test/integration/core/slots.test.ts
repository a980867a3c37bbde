import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { composition } from '../../../electron/composition.ts'
import { WriterHost } from '../../../electron/core/writer-host.ts'
import { openOfficerSlot, readSlots, slotsPath } from '../../../electron/identity/index.ts'
import { SessionService } from '../../../electron/identity/session-service.ts'
import { noKeychain } from '../../../electron/shell/keychain.ts'
import { recordGet, recordList, recordRemove, recordSave } from '../../../shared/contract/records.ts'
import {
  changePassword,
  officerResetPassword,
  sessionLogin,
  sessionRecover,
} from '../../../shared/contract/session.ts'
import { adminNip, firstPassword, openTestCore, password, type TestCore } from '../../fixtures/core.ts'
import { saveFresh } from '../../fixtures/save.ts'
import { must, refusal, testNow } from '../../fixtures/store.ts'

const day = 24 * 60 * 60 * 1000
let now = testNow
let at: TestCore
let code = ''
beforeEach(async () => {
  now = testNow
  at = openTestCore({ now: () => now })
  code = await at.begin()
})
afterEach(async () => {
  expect(at.defects).toEqual([])
  await at.close()
})

const count = (): number => readSlots(at.folder)?.officers.length ?? 0
const opens = async (nip: string, secret: string): Promise<boolean> =>
  (await openOfficerSlot(readSlots(at.folder) as never, nip, secret)) !== null
const officerOf = async (nip: string): Promise<string> =>
  must(await at.call(recordList, { type: 'officer', filters: { nip } })).rows[0]?.id as string
const roleOf = async (nip: string): Promise<string> =>
  must(await at.call(recordList, { type: 'role', filters: { officer: await officerOf(nip) } })).rows[0]
    ?.id as string

describe('the key of an officer who ends', () => {
  it('is dropped with the end of duty and comes back with it; a reset meanwhile ends the earlier password', async () => {
    const nip = await at.officer('Budi', ['perencana', null])
    const officer = await officerOf(nip)
    expect([count(), await opens(nip, firstPassword)]).toEqual([2, true])
    must(await saveFresh(at, 'officer', officer, { active: false }))
    expect([count(), await opens(nip, firstPassword)]).toEqual([1, false])
    must(await saveFresh(at, 'officer', officer, { active: true }))
    expect(await opens(nip, firstPassword)).toBe(true)
    must(await saveFresh(at, 'officer', officer, { active: false }))
    must(await saveFresh(at, 'officer', officer, { active: true }))
    const given = must(await at.call(officerResetPassword, { officer, password })).firstPassword
    expect(await opens(nip, firstPassword)).toBe(false)
    must(await at.call(sessionLogin, { nip, password: given }))
  })

  it('is dropped with the last role: taken away at once, ended by date at the next login of anybody', async () => {
    const [one, two] = [
      await at.officer('A', ['perencana', null]),
      await at.officer('B', ['perencana', null]),
    ]
    const role = await roleOf(one)
    must(await at.call(recordRemove, { type: 'role', id: role, seen: await seenOf(role) }))
    expect([await opens(one, firstPassword), await opens(two, firstPassword)]).toEqual([false, true])
    must(await saveFresh(at, 'role', await roleOf(two), { until: '2026-11-23' }))
    expect(await opens(two, firstPassword)).toBe(true)
    now += 10 * day
    must(await at.login())
    await expect.poll(() => opens(two, firstPassword), { timeout: 30_000 }).toBe(false)
    expect(await opens(adminNip, password)).toBe(true)
  })
})
const seenOf = async (id: string) => must(await at.call(recordGet, { type: 'role', id })).seen

describe('slots.json', () => {
  it('keeps what another process wrote into it meanwhile', async () => {
    const other = openTestCore({ folder: at.folder, now: () => now })
    must(await other.login())
    const [next, later] = ['samudra biru tak bertepi', 'gunung dan lembah hijau']
    const [mine] = await Promise.all([
      at.officer('Budi', ['perencana', null]),
      other.call(changePassword, { current: password, next }),
    ])
    expect([count(), await opens(mine, firstPassword), await opens(adminNip, next)]).toEqual([2, true, true])
    const nips = await Promise.all([at.officer('C', ['admin', null]), other.officer('D', ['admin', null])])
    for (const nip of nips) expect([nip, await opens(nip, firstPassword)]).toEqual([nip, true])
    must(await at.call(changePassword, { current: next, next: later }))
    expect(count()).toBe(4)
    await other.close()
  }, 60_000)

  it('of before a reset opens no session: only an officer’s newest keys log in', async () => {
    const nip = await at.officer('Budi', ['perencana', null])
    must(await at.login(nip))
    const before = readFileSync(slotsPath(at.folder))
    must(await at.login())
    must(await at.call(officerResetPassword, { officer: await officerOf(nip), password }))
    writeFileSync(slotsPath(at.folder), before)
    expect(refusal(await at.call(sessionLogin, { nip, password })).type).toBe('WrongLogin')
  })
})

describe('the last admin', () => {
  it('is one whose role holds today and who has a key: a role of later, or an officer without an account, counts for none', async () => {
    const other = await at.officer('Admin kelak', ['admin', null])
    must(await saveFresh(at, 'role', await roleOf(other), { from: '2099-01-01' }))
    const { id: bare } = must(
      await at.call(recordSave, {
        type: 'officer',
        id: null,
        values: { nip: '199912312020012009', name: 'Tanpa akun', active: true },
        seen: null,
      }),
    )
    const role = { officer: bare, role: 'admin' }
    must(await at.call(recordSave, { type: 'role', id: null, values: role, seen: null }))
    expect(refusal(await saveFresh(at, 'role', await roleOf(adminNip), { role: 'pimpinan' })).type).toBe(
      'LastAdmin',
    )
    must(await saveFresh(at, 'role', await roleOf(other), { from: null }))
    must(await saveFresh(at, 'role', await roleOf(adminNip), { role: 'pimpinan' }))
  })

  it('whose role begins later is helped by the recovery code where nobody else holds the role today', async () => {
    const loose = openTestCore({ composition: { ...composition, guards: [] }, now: () => now })
    const printed = await loose.begin()
    const { rows } = must(await loose.call(recordList, { type: 'role' }))
    must(await saveFresh(loose, 'role', rows[0]?.id as string, { from: '2099-01-01' }))
    const next = 'bintang utara di malam'
    must(await loose.call(sessionRecover, { code: printed, nip: adminNip, password: next }))
    must(await loose.call(recordList, { type: 'officer' }))
    must(await loose.call(sessionLogin, { nip: adminNip, password: next }))
    await loose.close()
    expect(code).not.toBe(printed)
  })
})

describe('keys in memory', () => {
  it('of the writer are a copy that is overwritten when it closes', async () => {
    const opened = await openOfficerSlot(readSlots(at.folder) as never, adminNip, password)
    const { seed, databaseKey } = opened as { seed: Buffer; databaseKey: Buffer }
    const host = new WriterHost(composition, () => now, null)
    must(host.open(at.folder, databaseKey))
    must(host.login(adminNip, seed))
    const held = (host as unknown as { seed: Uint8Array }).seed
    expect(Buffer.compare(held, seed)).toBe(0)
    host.close()
    expect([held.every((byte) => byte === 0), seed.every((byte) => byte === 0)]).toEqual([true, false])
  })

  it('a thread that ended while the data was closed for other work leaves nothing busy', async () => {
    const gone = () => Promise.reject(new Error('thread: started anew'))
    const host = { close: gone, open: gone, mayWrite: gone } as never
    const clocks = { now: () => now, uptime: () => now, jobs: at.core.jobs, keychain: noKeychain }
    const service = new SessionService({
      writer: host,
      reader: host,
      workspace: at.folder,
      settings: at.settings,
      ...clocks,
    })
    const open = { facts: {}, seed: new Uint8Array(1), key: new Uint8Array(1), since: now, used: now }
    Object.assign(service, { open })
    await service.alone(async () => 1).catch(() => undefined)
    expect(service.isBusy).toBe(false)
  })
})
