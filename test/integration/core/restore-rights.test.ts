import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordList, recordSave } from '../../../shared/contract/records.ts'
import {
  backupCreate,
  backupList,
  backupRestore,
  changePassword,
  workspaceStatus,
} from '../../../shared/contract/session.ts'
import { adminNip, openTestCore, password, type TestCore } from '../../fixtures/core.ts'
import { must, refusal, testNow } from '../../fixtures/store.ts'

let now = testNow
let at: TestCore
let name = ''
let opd = ''
beforeEach(async () => {
  now = testNow
  at = openTestCore({ now: () => now })
  await at.begin()
  const { id } = must(
    await at.call(recordSave, { type: 'opd', id: null, values: { code: '1', name: 'A' }, seen: null }),
  )
  opd = id
})
afterEach(async () => {
  expect(at.defects).toEqual([])
  await at.close()
})

const restore = (nip: string, secret = password, from: string | null = name) =>
  at.call(backupRestore, { file: null, name: from, nip, password: secret })
const backUp = async (): Promise<void> => {
  name = must(await at.call(backupCreate, {})).name
}
const opds = async (): Promise<number> => must(await at.call(recordList, { type: 'opd' })).rows.length
const foreign = async () => {
  const other = openTestCore()
  await other.begin()
  const made = must(await other.call(backupCreate, {}))
  const { folder } = must(await other.call(backupList, {}))
  const bytes = new Uint8Array(readFileSync(join(folder, made.name)))
  await other.close()
  return bytes
}

describe('a restore over data that is there', () => {
  it('is an admin’s for all OPDs who is logged in: nobody at the lock, no other role, no admin of one OPD', async () => {
    const looker = await at.officer('Pelihat', ['hanya_lihat', null])
    const narrow = await at.officer('Admin satu OPD', ['admin', opd])
    for (const nip of [looker, narrow]) must(await at.login(nip))
    must(await at.login())
    await backUp()
    await at.logout()
    for (const nip of [adminNip, looker, narrow])
      expect([nip, refusal(await restore(nip)).type]).toEqual([nip, 'NeedsLogin'])
    for (const nip of [looker, narrow]) {
      must(await at.login(nip))
      expect([nip, refusal(await restore(adminNip)).type]).toEqual([nip, 'NotAllowed'])
      const direct = await at.core.restore(join(at.folder, 'salinan', name), adminNip, password)
      expect(refusal(direct).type).toBe('NotAllowed')
    }
  }, 60_000)

  it('takes a copy of this workspace and no other, and the session goes on after a refusal', async () => {
    const file = { name: 'lain.salinan', bytes: await foreign() }
    const answer = await at.call(backupRestore, { file, name: null, nip: adminNip, password })
    expect(refusal(answer).type).toBe('OtherWorkspace')
    expect(must(await at.call(workspaceStatus, {})).state).toBe('open')
    expect(await opds()).toBe(1)
  }, 60_000)

  it('is opened by an officer who is admin in the copy too', async () => {
    const nip = await at.officer('Perencana', ['perencana', null])
    must(await at.login(nip))
    must(await at.login())
    await backUp()
    expect(refusal(await restore(nip)).type).toBe('NotAdmin')
    expect(await opds()).toBe(1)
  }, 60_000)

  it('counts wrong passwords as a login does, and a right one of another workspace forgives none', async () => {
    await backUp()
    const bytes = await foreign()
    const wrong = async () => refusal(await restore(adminNip, 'salah salah salah')).type
    for (let n = 0; n < 4; n += 1) expect(await wrong()).toBe('WrongLogin')
    const file = { name: 'lain.salinan', bytes }
    refusal(await at.call(backupRestore, { file, name: null, nip: adminNip, password }))
    expect(await wrong()).toBe('WrongLogin')
    expect(await wrong()).toBe('Wait')
    expect(refusal(await restore(adminNip)).type).toBe('Wait')
    now += 1000
    must(await restore(adminNip))
  }, 60_000)

  it('asks for the password of the copy’s time, and says so', async () => {
    await backUp()
    must(await at.call(changePassword, { current: password, next: 'samudra biru tak bertepi' }))
    expect(refusal(await restore(adminNip, 'samudra biru tak bertepi'))).toMatchObject({
      type: 'WrongLogin',
      message: expect.stringContaining('saat salinan dibuat'),
    })
    must(await restore(adminNip))
    expect(must(await at.call(workspaceStatus, {})).state).toBe('locked')
    must(await at.login())
  }, 60_000)
})

it('a restore on an empty machine needs no session, and waits after wrong passwords all the same', async () => {
  const fresh = openTestCore({ now: () => now })
  const file = { name: 'a.salinan', bytes: await foreign() }
  const take = (secret: string) =>
    fresh.call(backupRestore, { file, name: null, nip: adminNip, password: secret })
  for (let n = 0; n < 5; n += 1) expect(refusal(await take('salah salah salah')).type).toBe('WrongLogin')
  expect(refusal(await take(password)).type).toBe('Wait')
  now += 1000
  must(await take(password))
  must(await fresh.login())
  await fresh.close()
}, 60_000)
