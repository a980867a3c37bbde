import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { argonRuns } from '../../../electron/identity/password.ts'
import {
  auditRebuild,
  auditVerify,
  logList,
  recordGet,
  recordList,
  recordRemove,
  recordSave,
} from '../../../shared/contract/records.ts'
import type { Result } from '../../../shared/contract/result.ts'
import {
  backupCreate,
  changePassword,
  newRecoveryCode,
  officerAdd,
  officerResetPassword,
  sessionLogin,
  sessionRecover,
  workspaceCreate,
  workspaceStatus,
} from '../../../shared/contract/session.ts'
import { checkPassword } from '../../../shared/rules/identity/password.ts'
import { adminNip, firstPassword, openTestCore, password, type TestCore } from '../../fixtures/core.ts'
import { saveFresh } from '../../fixtures/save.ts'
import { must, refusal, testNow } from '../../fixtures/store.ts'

const minute = 60_000
let now = testNow
let at: TestCore
beforeEach(() => {
  now = testNow
  at = openTestCore({ now: () => now })
})
afterEach(async () => {
  expect(at.defects).toEqual([])
  await at.close()
})

const list = () => at.call(recordList, { type: 'officer' })
const isOpen = async (): Promise<boolean> => (await list()).ok

describe('login', () => {
  it('says the same and does the same work for an unknown officer as for a wrong password', async () => {
    await at.begin()
    await at.logout()
    const runsOf = async (nip: string): Promise<[unknown, number]> => {
      const before = argonRuns.count
      const failure = refusal(await at.login(nip, 'bukan kata sandi saya'))
      return [failure, argonRuns.count - before]
    }
    const [known, knownRuns] = await runsOf(adminNip)
    const [unknown, unknownRuns] = await runsOf('199912312020012009')
    expect(unknown).toEqual(known)
    expect(unknownRuns).toBe(knownRuns)
    expect(known).toMatchObject({ type: 'WrongLogin' })
  })

  it('takes the NIP with or without spaces and the password to the letter, also with other spellings of one letter', async () => {
    await at.begin()
    await at.logout()
    must(await at.login('19850101 201001 1 001'))
    await at.logout()
    expect(refusal(await at.login(adminNip, password.toUpperCase())).type).toBe('WrongLogin')
    expect(refusal(await at.login(adminNip, `${password} `)).type).toBe('WrongLogin')
  })

  it('waits longer after each failure from the fifth, up to 15 minutes, and asks no Argon2 meanwhile', async () => {
    await at.begin()
    await at.logout()
    const wrong = () => at.login(adminNip, 'salah salah salah')
    for (let n = 0; n < 5; n += 1) expect(refusal(await wrong()).type).toBe('WrongLogin')
    const before = argonRuns.count
    expect(refusal(await wrong())).toMatchObject({ type: 'Wait', milliseconds: 1000 })
    expect(refusal(await at.login()).type, 'the right password waits too').toBe('Wait')
    expect(argonRuns.count).toBe(before)
    now += 1000
    expect(refusal(await wrong()).type).toBe('WrongLogin')
    expect(refusal(await wrong())).toMatchObject({ type: 'Wait', milliseconds: 2000 })
    now += 2000
    must(await at.login())
  })

  it('tries attempts that come at once one after the other, so that none slips past the delay', async () => {
    await at.begin()
    await at.logout()
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => at.login(adminNip, 'salah salah salah')),
    )
    expect(answers.map((answer) => refusal(answer).type)).toEqual([
      ...Array(5).fill('WrongLogin'),
      ...Array(7).fill('Wait'),
    ])
  })

  it('ends the session of the officer before when another one logs in, and keeps it when the login fails', async () => {
    await at.begin()
    const nip = await at.officer('Budi', ['hanya_lihat', null])
    expect(refusal(await at.login(nip, 'salah salah salah')).type).toBe('WrongLogin')
    expect(must(await at.call(workspaceStatus, {})).session?.nip).toBe(adminNip)
    must(await at.login(nip))
    expect(must(await at.call(workspaceStatus, {})).session?.nip).toBe(nip)
  })
})

describe('a session', () => {
  it('locks after ten minutes without use; reading lists is use, asking for the state is not', async () => {
    await at.begin()
    for (let n = 0; n < 3; n += 1) {
      now += 9 * minute
      expect(await isOpen()).toBe(true)
    }
    now += 9 * minute
    must(await at.call(workspaceStatus, {}))
    now += 2 * minute
    expect(refusal(await list()).type).toBe('NeedsLogin')
    expect(at.events.at(-1)).toEqual({ type: 'locked', reason: 'idle' })
    must(await at.login())
    expect(await isOpen()).toBe(true)
  })

  it('ends after twelve hours however busy it was', async () => {
    await at.begin()
    for (let n = 0; n < 12 * 60; n += 9) {
      now += 9 * minute
      if (n < 12 * 60 - 9) must(await list())
    }
    now += minute
    expect(refusal(await list()).type).toBe('NeedsLogin')
    expect(at.events.at(-1)).toEqual({ type: 'locked', reason: 'expired' })
  })

  it('ends at the next action of an officer who is no longer on duty, whoever ended the duty', async () => {
    await at.begin()
    const nip = await at.officer('Budi', ['hanya_lihat', null])
    await at.logout()
    must(await at.login(nip))
    const beside = openTestCore({ folder: at.folder, now: () => now })
    must(await beside.login())
    const officer = must(await beside.call(recordList, { type: 'officer', filters: { nip } })).rows[0]
      ?.id as string
    must(await saveFresh(beside, 'officer', officer, { active: false }))
    expect(refusal(await list()).type).toBe('NeedsLogin')
    expect(at.events.at(-1)).toEqual({ type: 'locked', reason: 'logout' })
    expect(refusal(await at.login(nip)).type).toBe('WrongLogin')
    await beside.close()
  })

  it('follows a role that is given, ended by date, and taken away', async () => {
    await at.begin()
    const nip = await at.officer('Budi', ['hanya_lihat', null])
    const officer = must(await at.call(recordList, { type: 'officer', filters: { nip } })).rows[0]
      ?.id as string
    must(
      await at.call(recordSave, {
        type: 'role',
        id: null,
        values: { officer, role: 'perencana', until: '2026-11-22' },
        seen: null,
      }),
    )
    const save = () =>
      at.call(recordSave, {
        type: 'implementerAlias',
        id: null,
        values: { written: 'V', implementer: 'Vendor' },
        seen: null,
      })
    await at.logout()
    must(await at.login(nip))
    must(await save())
    now += 2 * 24 * 60 * minute
    must(await at.login(nip))
    expect(refusal(await save()).type).toBe('Forbidden')
    must(await at.login())
    const role = must(await at.call(recordList, { type: 'role', filters: { officer, role: 'hanya_lihat' } }))
      .rows[0]?.id as string
    must(await saveFresh(at, 'role', role, { until: '2026-11-01' }))
    expect(refusal(await at.login(nip)).type, 'the key is gone with the last role').toBe('WrongLogin')
  })

  it('keeps the last administrator and the NIP to which a password is bound', async () => {
    await at.begin()
    const { id } = must(await at.call(recordList, { type: 'officer', filters: { nip: adminNip } }))
      .rows[0] as { id: string }
    const role = must(await at.call(recordList, { type: 'role', filters: { officer: id } })).rows[0]
      ?.id as string
    const save = (type: string, record: string, values: Record<string, unknown>) =>
      saveFresh(at, type, record, values)
    expect(refusal(await save('officer', id, { active: false })).type).toBe('LastAdmin')
    for (const values of [{ role: 'pimpinan' }, { until: '2026-12-31' }])
      expect(refusal(await save('role', role, values)).type).toBe('LastAdmin')
    expect(refusal(await save('officer', id, { nip: '198501012010011009' })).type).toBe('NipFixed')
    await at.officer('Admin kedua', ['admin', null])
    must(await save('role', role, { until: '2026-11-20' }))
  })
})

describe('passwords and keys', () => {
  it('a new password opens, the old one no longer, and the signatures of before and after verify', async () => {
    await at.begin()
    expect(
      refusal(
        await at.call(changePassword, {
          current: 'bukan ini kata sandinya',
          next: 'samudra biru tak bertepi',
        }),
      ).type,
    ).toBe('WrongPassword')
    must(await at.call(changePassword, { current: password, next: 'samudra biru tak bertepi' }))
    await at.logout()
    expect(refusal(await at.login()).type).toBe('WrongLogin')
    must(await at.login(adminNip, 'samudra biru tak bertepi'))
    must(
      await at.call(recordSave, { type: 'opd', id: null, values: { code: '1', name: 'Dinas' }, seen: null }),
    )
    expect(must(await at.call(auditVerify, {})).faults).toEqual([])
  })

  it('the recovery code gives an admin a new password, once more with a new code, and nobody else', async () => {
    const code = await at.begin()
    const nip = await at.officer('Budi', ['perencana', null])
    expect(refusal(await at.call(newRecoveryCode, { password: 'bukan ini kata sandinya' })).type).toBe(
      'WrongPassword',
    )
    await at.logout()
    const recover = (given: string, who = adminNip, next = 'bintang utara di malam') =>
      at.call(sessionRecover, { code: given, nip: who, password: next })
    expect(refusal(await recover('AAAA-BBBB')).type).toBe('WrongRecoveryCode')
    expect(refusal(await recover(code, adminNip, 'pendek')).type).toBe('WeakPassword')
    expect(refusal(await recover(code, nip)).type).toBe('NotAdmin')
    expect(refusal(await recover(code, '199912312020012009')).type).toBe('UnknownOfficer')
    must(await recover(code.toLowerCase().replaceAll('-', ' ')))
    expect(await isOpen()).toBe(true)
    const { recoveryCode } = must(await at.call(newRecoveryCode, { password: 'bintang utara di malam' }))
    expect(must(await at.call(auditVerify, {})).faults).toEqual([])
    await at.logout()
    expect(refusal(await at.login()).type).toBe('WrongLogin')
    must(await at.login(adminNip, 'bintang utara di malam'))
    await at.logout()
    expect(refusal(await recover(code)).type).toBe('WrongRecoveryCode')
    must(await recover(recoveryCode, adminNip, 'gunung dan lembah hijau'))
  })

  it('the recovery code and what concerns the whole workspace are no matter of an admin of one OPD', async () => {
    const code = await at.begin()
    const { id: opd } = must(
      await at.call(recordSave, { type: 'opd', id: null, values: { code: '1', name: 'Dinas' }, seen: null }),
    )
    const nip = await at.officer('Admin satu OPD', ['admin', opd])
    must(await at.login(nip))
    const role = { role: 'admin', opd: null, from: null, until: null } as const
    const officer = { nip: '199912312020012009', name: 'X', position: '', rank: '', password: firstPassword }
    for (const answer of [
      await at.call(newRecoveryCode, { password }),
      await at.call(officerAdd, { ...officer, grants: [role] }),
      await at.call(officerResetPassword, { officer: opd, password }),
      await at.call(auditRebuild, {}),
      await at.call(backupCreate, {}),
    ])
      expect(refusal(answer as Result<unknown>).type).toBe('NotAllowed')
    const taken = await at.call(sessionRecover, { code, nip, password: 'bintang utara di malam' })
    expect(refusal(taken).type).toBe('NotAdmin')
  })

  it('the use of the recovery code stands in the log and is told to its officer at each login for a month', async () => {
    const code = await at.begin()
    await at.logout()
    const next = 'bintang utara di malam'
    expect(must(await at.call(sessionRecover, { code, nip: adminNip, password: next })).recovered).toBeNull()
    expect(must(await at.call(logList, {})).entries[0]?.reason).toBe(
      'Kode pemulihan dipakai: kata sandi baru untuk Siti Rahma',
    )
    const login = async () => must(await at.call(sessionLogin, { nip: adminNip, password: next })).recovered
    const used = new Date(now).toISOString()
    now += 20 * 24 * 60 * minute
    expect([await login(), await login()]).toEqual([used, used])
    now += 11 * 24 * 60 * minute
    expect(await login()).toBeNull()
  })

  it('guesses of the recovery code wait as guesses of a password do', async () => {
    await at.begin()
    await at.logout()
    const guess = () =>
      at.call(sessionRecover, { code: 'SALAH', nip: adminNip, password: 'bintang utara di malam' })
    for (let n = 0; n < 5; n += 1) expect(refusal(await guess()).type).toBe('WrongRecoveryCode')
    expect(refusal(await guess()).type).toBe('Wait')
  })

  it('an officer is added once, with a password that holds, and opens the same data', async () => {
    await at.begin()
    const nip = await at.officer('Budi', ['perencana', null])
    const add = (given: string, secret = password) =>
      at.call(officerAdd, {
        nip: given,
        name: 'Lain',
        position: '',
        rank: '',
        password: secret,
        grants: [{ role: 'perencana', opd: null, from: null, until: null }],
      })
    expect(refusal(await add(nip)).type).toBe('OfficerExists')
    expect(refusal(await add('199912312020012009', 'kota contoh 1')).type).toBe('WeakPassword')
    await at.logout()
    must(await at.login(nip))
    expect(must(await list()).rows.map(({ title }) => title)).toContain('Siti Rahma')
    must(
      await at.call(recordSave, { type: 'opd', id: null, values: { code: '1', name: 'Dinas' }, seen: null }),
    )
    expect(must(await at.call(auditVerify, {})).faults).toEqual([])
    expect(must(await at.call(logList, {})).entries[0]).toMatchObject({
      officer: 'Budi',
      capacity: 'Perencana',
    })
  })

  it('nobody reads the wrapped keys of another officer through the general calls', async () => {
    await at.begin()
    expect(refusal(await at.call(recordList, { type: 'credential' })).type).toBe('UnknownType')
    const { device } = must(await at.call(logList, {})).entries[0] as { device: string }
    expect(refusal(await at.call(recordGet, { type: 'credential', id: `${device}.1.2` })).type).toBe(
      'UnknownType',
    )
  })
})

describe('a first password from an admin', () => {
  const enter = (nip: string, secret: string) => at.call(sessionLogin, { nip, password: secret })
  const change = (current: string, next: string) => at.call(changePassword, { current, next })
  const officerOf = async (nip: string): Promise<string> =>
    must(await at.call(recordList, { type: 'officer', filters: { nip } })).rows[0]?.id as string

  it('opens nothing but its own change, for reading, writing and backups alike', async () => {
    await at.begin()
    const nip = await at.officer('Budi', ['admin', null])
    expect(must(await enter(nip, firstPassword)).mustChangePassword).toBe(true)
    const save = at.call(recordSave, { type: 'opd', id: null, values: { code: '1' }, seen: null })
    for (const answer of [await list(), await save, await at.core.backup(null)])
      expect(refusal(answer as Result<unknown>).type).toBe('MustChangePassword')
    expect(must(await at.call(workspaceStatus, {})).session?.mustChangePassword).toBe(true)
  })

  it('gives way to a password of the officer’s own, which is not the first one again, and then all is open', async () => {
    await at.begin()
    const nip = await at.officer('Budi', ['perencana', null])
    must(await enter(nip, firstPassword))
    expect(refusal(await change(firstPassword, firstPassword)).type).toBe('WeakPassword')
    must(await change(firstPassword, 'samudra biru tak bertepi'))
    expect(must(await at.call(workspaceStatus, {})).session?.mustChangePassword).toBe(false)
    must(await list())
    await at.logout()
    expect(must(await enter(nip, 'samudra biru tak bertepi')).mustChangePassword).toBe(false)
  })

  it('is given anew to one who forgot: shown once, changed at the next login, the forgotten one void, and all of it in the log', async () => {
    await at.begin()
    const nip = await at.officer('Budi', ['perencana', null])
    must(await at.login(nip))
    must(await at.call(recordSave, { type: 'opd', id: null, values: { code: '1' }, seen: null }))
    for (let n = 0; n < 6; n += 1) await enter(nip, 'salah salah salah')
    must(await at.login())
    const officer = await officerOf(nip)
    const reset = (secret: string) => at.call(officerResetPassword, { officer, password: secret })
    expect(refusal(await reset('bukan ini kata sandinya')).type).toBe('WrongPassword')
    const { firstPassword: given } = must(await reset(password))
    expect(must(await at.call(logList, {})).entries[0]).toMatchObject({
      officer: 'Siti Rahma',
      reason: 'Kata sandi pertama baru untuk Budi',
    })
    expect(refusal(await enter(nip, password)).type).toBe('WrongLogin')
    expect(must(await enter(nip, given)).mustChangePassword).toBe(true)
    expect(refusal(await list()).type).toBe('MustChangePassword')
    must(await change(given, 'gunung dan lembah hijau'))
    must(await list())
    must(await at.login())
    expect(must(await at.call(auditVerify, {})).faults).toEqual([])
  })

  it('given twice, only the second opens, and one change is enough', async () => {
    await at.begin()
    const nip = await at.officer('Budi', ['perencana', null])
    const officer = await officerOf(nip)
    const reset = async () => must(await at.call(officerResetPassword, { officer, password })).firstPassword
    const [first, second] = [await reset(), await reset()]
    expect(refusal(await enter(nip, first)).type).toBe('WrongLogin')
    must(await enter(nip, second))
    must(await change(second, 'gunung dan lembah hijau'))
    must(await list())
  })

  it('is nothing that an admin gives to oneself, to nobody, or that another officer gives', async () => {
    await at.begin()
    const nip = await at.officer('Budi', ['perencana', null])
    const [own, other] = [await officerOf(adminNip), await officerOf(nip)]
    const reset = (officer: string) => at.call(officerResetPassword, { officer, password })
    expect(refusal(await reset(own)).type).toBe('OwnPassword')
    expect(refusal(await reset(`${own.slice(0, 10)}.1.999`)).type).toBe('UnknownOfficer')
    must(await saveFresh(at, 'officer', other, { active: false }))
    expect(refusal(await reset(other)).type).toBe('UnknownOfficer')
    must(await saveFresh(at, 'officer', other, { active: true }))
    const { firstPassword: given } = must(await reset(other))
    must(await enter(nip, given))
    must(await change(given, password))
    expect(refusal(await reset(own)).type).toBe('NotAllowed')
  })
})

describe('the workspace', () => {
  it('has one profile, which is changed, never doubled or removed', async () => {
    await at.begin()
    const { rows } = must(await at.call(recordList, { type: 'workspace' }))
    const save = (id: string | null, values: Record<string, unknown>) =>
      saveFresh(at, 'workspace', id, values)
    expect(refusal(await save(null, { city: 'Kota Kedua' })).type).toBe('OneWorkspace')
    const own = rows[0]?.id as string
    must(await save(own, { agency: 'Dinas Kominfo' }))
    expect(refusal(await at.call(recordRemove, { type: 'workspace', id: own, seen: {} })).type).toBe(
      'OneWorkspace',
    )
    expect(must(await at.call(recordList, { type: 'workspace' })).rows).toHaveLength(1)
  })

  it('is begun once, and never over data that is there', async () => {
    await at.begin()
    const again = await at.call(workspaceCreate, {
      regulation: 'singkawang',
      city: 'Lain',
      name: 'X',
      nip: adminNip,
      password: 'gunung dan lembah hijau',
    })
    expect(refusal(again).type).toBe('WorkspaceExists')
    await at.logout()
    const digest = createHash('sha256')
      .update(readFileSync(join(at.folder, 'selaras.db')))
      .digest('hex')
    rmSync(join(at.folder, 'slots.json'))
    must(
      await at.call(workspaceCreate, {
        regulation: 'singkawang',
        city: 'Lain',
        name: 'X',
        nip: adminNip,
        password: 'gunung dan lembah hijau',
      }),
    )
    const aside = readdirSync(at.folder).find((name) => name.startsWith('selaras.db.tanpa-kunci'))
    expect(
      createHash('sha256')
        .update(readFileSync(join(at.folder, aside ?? '')))
        .digest('hex'),
    ).toBe(digest)
  })

  it('says so when slots.json is damaged, and touches nothing', async () => {
    await at.begin()
    await at.logout()
    for (const text of ['', '{}', '{"format":2}', 'x']) {
      writeFileSync(join(at.folder, 'slots.json'), text)
      expect(refusal(await at.login()).type).toBe('DamagedSlots')
      expect(refusal(await at.call(workspaceStatus, {})).type).toBe('DamagedSlots')
      expect(
        refusal(
          await at.call(workspaceCreate, {
            regulation: 'singkawang',
            city: 'Lain',
            name: 'X',
            nip: adminNip,
            password,
          }),
        ).type,
      ).toBe('DamagedSlots')
    }
    expect(existsSync(join(at.folder, 'selaras.db'))).toBe(true)
  })
})

describe('a password', () => {
  it.each([
    ['lumbung padi di kaki bukit', true],
    ['ikan🐟ikan🐟ikan🐟laut', true],
    ['aku aku aku aku aku aku', false],
    ['pendek', false],
    ['Password1234', false],
    ['123456789012', false],
    ['qwertyuiopas', false],
    ['aaaaaaaaaaaaaaa', false],
    ['sitirahma2026', false],
    ['KotaContoh-01', false],
    ['diskominfo123', false],
  ])('%s is strong enough: %s', (given, strong) => {
    expect(checkPassword(given, ['Siti Rahma', adminNip, 'Kota Contoh']) === null).toBe(strong)
  })

  it('of 64 letters and more is taken whole, and no kind of letter is asked for', () => {
    const words = 'hujan turun pelan di atas sawah ketika petani pulang membawa cangkul tua'
    expect(checkPassword(words, [])).toBeNull()
    expect(checkPassword('a'.repeat(300), [])).not.toBeNull()
  })
})
