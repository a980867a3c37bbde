import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSlots, slotsPath } from '../../../electron/identity/index.ts'
import { keychainPath } from '../../../electron/identity/keychain-slot.ts'
import { type Keychain, noKeychain } from '../../../electron/shell/keychain.ts'
import { auditVerify, logList, recordList } from '../../../shared/contract/records.ts'
import { fail, ok } from '../../../shared/contract/result.ts'
import {
  newRecoveryCode,
  officerResetPassword,
  sessionLogin,
  sessionRecover,
  workspaceStatus,
} from '../../../shared/contract/session.ts'
import { adminNip, openTestCore, password, type TestCore } from '../../fixtures/core.ts'
import { saveFresh } from '../../fixtures/save.ts'
import { must, refusal } from '../../fixtures/store.ts'

/** A keychain as the operating system has one: another account's or a new keyring opens nothing of it. */
const keychainOf = (secret = randomBytes(32)): Keychain => ({
  seal: async (bytes) => {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', secret, nonce)
    return ok(Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]))
  },
  open: async (sealed) => {
    try {
      const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(-16))
      const bytes = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
      return ok({ bytes, renew: false })
    } catch {
      return fail('KeychainFailed', 'gagal')
    }
  },
})

const next = 'bintang utara di malam'
const keychain = keychainOf()
const cores: TestCore[] = []
let at: TestCore
let code = ''
let budi = ''
const start = (of: Keychain, folder?: string): TestCore => {
  const core = openTestCore({ keychain: of, ...(folder === undefined ? {} : { folder }) })
  cores.push(core)
  return core
}
beforeEach(async () => {
  at = start(keychain)
  code = await at.begin()
  budi = await at.officer('Budi', ['perencana', null])
  must(await at.login(budi))
  must(await at.login())
  await kept()
})
afterEach(async () => {
  for (const core of cores.splice(0).reverse()) {
    expect(core.defects).toEqual([])
    await core.close()
  }
})

/** It is sealed in the turn after a login. */
const kept = async (core = at): Promise<boolean> => {
  await core.core.session.inTurn(async () => undefined)
  return existsSync(keychainPath(core.folder))
}
/** The program is started anew in the same folder. */
const startAnew = async (of = keychain): Promise<TestCore> => {
  await at.core.stop()
  return start(of, at.folder)
}
const stateOf = async (core: TestCore) => core.call(workspaceStatus, {})

describe('losing one way in leaves the others', () => {
  it('a forgotten password: the printed code, or a new one from an admin', async () => {
    const officer = must(await at.call(recordList, { type: 'officer', filters: { nip: budi } })).rows[0]
    const { firstPassword } = must(
      await at.call(officerResetPassword, { officer: officer?.id as string, password }),
    )
    must(await at.call(sessionLogin, { nip: budi, password: firstPassword }))
    must(await at.call(sessionRecover, { code, nip: adminNip, password: next }))
  }, 60_000)

  it('the printed code: passwords open, and a new code is made with one', async () => {
    must(await at.login())
    const { recoveryCode } = must(await at.call(newRecoveryCode, { password }))
    expect(refusal(await at.call(sessionRecover, { code, nip: adminNip, password: next })).type).toBe(
      'WrongRecoveryCode',
    )
    must(await at.call(sessionRecover, { code: recoveryCode, nip: adminNip, password: next }))
  }, 60_000)

  it.each(['is gone', 'does not read'])(
    'slots.json, when it %s: the keychain makes it anew, and nobody is in by that',
    async (how) => {
      if (how === 'is gone') rmSync(slotsPath(at.folder))
      else writeFileSync(slotsPath(at.folder), '{"format":1')
      const core = await startAnew()
      expect(must(await stateOf(core))).toMatchObject({ state: 'locked', city: 'Kota Contoh' })
      expect(refusal(await core.call(recordList, { type: 'officer' })).type).toBe('NeedsLogin')
      expect(refusal(await core.login(adminNip, 'bukan ini kata sandinya')).type).toBe('WrongLogin')
      must(await core.login(budi))
      must(await core.login())
      const { entries } = must(await core.call(logList, {}))
      expect(entries.filter(({ reason }) => reason.startsWith('Berkas kunci'))).toHaveLength(1)
      expect(must(await core.call(auditVerify, {})).faults).toEqual([])
      must(await core.call(sessionRecover, { code, nip: adminNip, password: next }))
    },
    60_000,
  )

  it('the keyring: passwords open, and the next unlock seals with the new one', async () => {
    const other = keychainOf()
    const core = await startAnew(other)
    must(await core.login())
    expect(await kept(core)).toBe(true)
    await core.core.stop()
    rmSync(slotsPath(at.folder))
    const again = start(other, at.folder)
    expect(must(await stateOf(again)).state).toBe('locked')
    must(await again.login())
  }, 60_000)

  it('a profile moved to another machine: passwords and the printed code open; the keychain there does not', async () => {
    const core = await startAnew(keychainOf())
    must(await core.login())
    must(await core.call(sessionRecover, { code, nip: adminNip, password: next }))
    await core.core.stop()
    rmSync(slotsPath(at.folder))
    expect(must(await stateOf(start(keychainOf(), at.folder))).state).toBe('none')
    expect(readSlots(at.folder)).toBeNull()
  }, 60_000)

  it('a system without a keychain, or with one that anyone can open, has no slot and needs none', async () => {
    await at.core.stop()
    const bare = start(noKeychain)
    const printed = await bare.begin()
    must(await bare.login())
    expect(await kept(bare)).toBe(false)
    must(await bare.call(sessionRecover, { code: printed, nip: adminNip, password: next }))
  }, 60_000)
})

describe('the slot of the keychain', () => {
  it('follows another database key', async () => {
    const officer = must(await at.call(recordList, { type: 'officer', filters: { nip: budi } })).rows[0]
    must(await saveFresh(at, 'officer', officer?.id as string, { active: false }))
    must(await at.login())
    await kept()
    rmSync(slotsPath(at.folder))
    const core = await startAnew()
    expect(must(await stateOf(core)).state).toBe('locked')
    must(await core.login())
    expect(refusal(await core.login(budi)).type).toBe('WrongLogin')
  }, 60_000)
})
