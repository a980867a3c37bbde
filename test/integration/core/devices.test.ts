import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { composition } from '../../../electron/composition.ts'
import { databasePath } from '../../../electron/core/writer-host.ts'
import { readPending } from '../../../electron/identity/device-request.ts'
import { openDatabase } from '../../../electron/store/open.ts'
import { stateHash } from '../../../electron/store/state-hash.ts'
import { attachmentAdd, attachmentList, attachmentOpen } from '../../../shared/contract/attachments.ts'
import { heldRelease } from '../../../shared/contract/conflict.ts'
import { deviceEnrol, deviceList, deviceLook, deviceRevoke } from '../../../shared/contract/device.ts'
import { auditVerify, logList, recordList, recordSave } from '../../../shared/contract/records.ts'
import {
  changePassword,
  newRecoveryCode,
  officerResetPassword,
  sessionLogin,
  sessionRecover,
} from '../../../shared/contract/session.ts'
import { catalogueOf } from '../../../shared/records/index.ts'
import { adminNip, firstPassword, openTestCore, password, type TestCore } from '../../fixtures/core.ts'
import { saveFresh } from '../../fixtures/save.ts'
import { must, refusal, temporaryFolder, testNow } from '../../fixtures/store.ts'

let now = testNow
let ahead = 0
let a: TestCore
let b: TestCore
let code = ''
beforeEach(async () => {
  now = testNow
  ahead = 0
  a = openTestCore({ now: () => now })
  b = openTestCore({ now: () => now + ahead })
  code = await a.begin()
})
afterEach(async () => {
  expect([a.defects, b.defects]).toEqual([[], []])
  await a.close()
  await b.close()
})

const reasons = async (at: TestCore) => must(await at.call(logList, {})).entries.map(({ reason }) => reason)
const welcomeFor = async (request: string): Promise<Uint8Array> => {
  const { welcome } = must(await a.call(deviceEnrol, { code: request }))
  return a.core.download(welcome.token)?.bytes as Uint8Array
}
/** The second workspace is one of the first; nobody is logged in there yet. */
const joined = async (nip = adminNip, secret = password): Promise<string> => {
  const { code: request, device } = must(b.core.requestJoin('Laptop lapangan'))
  must(await b.core.join(await welcomeFor(request), nip, secret))
  return device
}
/** Everything that one has goes to the other; both are logged in. */
const send = async (from: TestCore, to: TestCore) =>
  must(await to.core.receive(must(await from.core.commitsWanted(must(await to.core.wanted())))))
const hashOf = (at: TestCore): string => {
  const db = openDatabase(databasePath(at.folder), at.core.session.databaseKey as Uint8Array, {
    readonly: true,
  })
  const hash = stateHash(db, catalogueOf(composition.definitions))
  db.close()
  return hash
}
const opdAt = async (at: TestCore, opdCode: string) =>
  must(
    await at.call(recordSave, {
      type: 'opd',
      id: null,
      values: { code: opdCode, name: opdCode },
      seen: null,
    }),
  )
const officerOf = async (nip: string): Promise<string> =>
  must(await a.call(recordList, { type: 'officer', filters: { nip } })).rows[0]?.id as string

describe('a device that joins', () => {
  it('has the whole log, an own key and slots: every officer logs in there with the own password', async () => {
    const nip = await a.officer('Budi', ['perencana', null])
    await opdAt(a, '1')
    const request = must(b.core.requestJoin('Laptop lapangan'))
    expect(must(b.core.requestJoin('lain'))).toEqual(request)
    const look = must(await a.call(deviceLook, { code: request.code }))
    expect(look).toMatchObject({
      name: 'Laptop lapangan',
      fingerprint: request.fingerprint,
      isEnrolled: false,
    })
    const before = (await reasons(a)).length
    const enrolled = must(await a.call(deviceEnrol, { code: request.code }))
    expect(await reasons(a)).toHaveLength(before + 1)
    const { bytes } = a.core.download(enrolled.welcome.token) as { bytes: Uint8Array }
    expect(refusal(await b.core.join(bytes, adminNip, 'bukan ini kata sandinya')).type).toBe('WrongLogin')
    expect(must(await b.core.join(bytes, adminNip, password))).toMatchObject({
      city: 'Kota Contoh',
      device: request.device,
      workspaceCode: enrolled.workspaceCode,
    })
    expect(must(await b.call(sessionLogin, { nip, password: firstPassword })).mustChangePassword).toBe(true)
    must(await b.login())
    expect(b.core.session.databaseKey).not.toEqual(a.core.session.databaseKey)
    await send(b, a)
    await send(a, b)
    expect(hashOf(b)).toBe(hashOf(a))
    expect(must(await b.call(auditVerify, {})).faults).toEqual([])
    expect(must(await a.call(auditVerify, {})).faults).toEqual([])
    expect([
      readPending(b.folder),
      readdirSync(b.folder).filter((name) => name.startsWith('.pulih')),
    ]).toEqual([null, []])
  }, 60_000)

  it('opens with the printed code of the workspace, which is proven on the others', async () => {
    await joined()
    const next = 'bintang utara di malam'
    must(await b.call(sessionRecover, { code, nip: adminNip, password: next }))
    expect(await send(b, a)).toMatchObject({ aside: 0, waiting: 0, refused: [] })
    expect(refusal(await a.login()).type, 'the slot here follows').toBe('WrongLogin')
    must(await a.login(adminNip, next))
    expect(must(await a.call(auditVerify, {})).faults).toEqual([])
  }, 60_000)

  it('reads attachments once their files are there: the key is one', async () => {
    const { id } = await opdAt(a, '1')
    const file = { name: 'surat.pdf', bytes: new Uint8Array([1, 2, 3]) }
    must(await a.call(attachmentAdd, { owner: id, files: [file] }))
    await joined()
    must(await b.login())
    const [entry] = must(await b.call(attachmentList, { owner: id })).attachments
    expect((await b.call(attachmentOpen, { id: entry?.id as string })).ok).toBe(false)
    const { cpSync } = await import('node:fs')
    cpSync(join(a.folder, 'blobs'), join(b.folder, 'blobs'), { recursive: true })
    const { token } = must(await b.call(attachmentOpen, { id: entry?.id as string }))
    expect(b.core.download(token)?.bytes).toEqual(Buffer.from(file.bytes))
  }, 60_000)

  it('joins with the very file that was made for it, whole, and once', async () => {
    const request = must(b.core.requestJoin('Laptop'))
    const bytes = await welcomeFor(request.code)
    const c = openTestCore({ now: () => now })
    expect(refusal(await c.core.join(bytes, adminNip, password)).type).toBe('NoRequest')
    must(c.core.requestJoin('Lain'))
    expect(refusal(await c.core.join(bytes, adminNip, password)).type).toBe('OtherDevice')
    await c.close()
    for (let at = 40; at < bytes.length; at += Math.ceil(bytes.length / 12)) {
      const forged = Uint8Array.from(bytes)
      forged[at] = (forged[at] as number) ^ 1
      expect((await b.core.join(forged, adminNip, password)).ok).toBe(false)
      now += 3_600_000
    }
    expect(existsSync(databasePath(b.folder))).toBe(false)
    must(await b.core.join(bytes, adminNip, password))
    expect(refusal(await b.core.join(bytes, adminNip, password)).type).toBe('WorkspaceExists')
    expect(refusal(b.core.requestJoin('Laptop') as never).type).toBe('WorkspaceExists')
  }, 60_000)

  it('whose clock is behind is told so, and joins when it is right', async () => {
    const request = must(b.core.requestJoin('Laptop'))
    const bytes = await welcomeFor(request.code)
    ahead = -3_600_000
    expect(refusal(await b.core.join(bytes, adminNip, password)).type).toBe('ClockBehind')
    ahead = 0
    must(await b.core.join(bytes, adminNip, password))
  }, 60_000)

  it('is enrolled by its own request alone, once; the file is made again while it is silent', async () => {
    const request = must(b.core.requestJoin('Laptop'))
    for (const bad of ['', 'abc', request.code.slice(0, -4), `A${request.code.slice(1)}`])
      expect(['BadRequest', 'Malformed']).toContain(refusal(await a.call(deviceEnrol, { code: bad })).type)
    const first = must(await a.call(deviceEnrol, { code: request.code }))
    expect(first.commit).not.toBeNull()
    const again = must(await a.call(deviceEnrol, { code: request.code }))
    expect(again.commit).toBeNull()
    must(await b.core.join(a.core.download(again.welcome.token)?.bytes as Uint8Array, adminNip, password))
    must(await b.login())
    await send(b, a)
    expect(refusal(await a.call(deviceEnrol, { code: request.code })).type).toBe('DeviceKnown')
  }, 60_000)
})

describe('a device that is taken out', () => {
  it('keeps what it had written, is heard no more, writes no more once it knows, and all of it is one entry', async () => {
    const device = await joined()
    must(await b.login())
    await opdAt(b, 'sebelum')
    await send(b, a)
    await opdAt(b, 'sesudah')
    const before = (await reasons(a)).length
    must(await a.call(deviceRevoke, { device, seq: null }))
    expect([(await reasons(a)).length, (await reasons(a))[0]]).toEqual([
      before + 1,
      'Komputer dicabut: Laptop lapangan; catatan terakhir yang berlaku 2',
    ])
    await send(b, a)
    const codes = must(await a.call(recordList, { type: 'opd' })).rows.map(({ title }) => title)
    expect(codes).toEqual(['sebelum'])
    const { devices } = must(await a.call(deviceList, {}))
    expect(devices.find((one) => one.device === device)).toMatchObject({ revokedAfter: 2, isOwn: false })
    await send(a, b)
    expect(
      refusal(await b.call(recordSave, { type: 'opd', id: null, values: { code: '9' }, seen: null })).type,
    ).toBe('Revoked')
    expect(hashOf(b)).toBe(hashOf(a))
    expect(refusal(await a.call(deviceRevoke, { device, seq: null })).type).toBe('AlreadyRevoked')
    const own = devices.find(({ isOwn }) => isOwn)?.device as string
    expect(refusal(await a.call(deviceRevoke, { device: own, seq: null })).type).toBe('OwnDevice')
    expect(refusal(await a.call(deviceRevoke, { device: 'zzzzzzzzzz', seq: null })).type).toBe('NotFound')
  }, 60_000)

  it('from an entry on that was known: what followed it is taken back', async () => {
    const device = await joined()
    must(await b.login())
    await opdAt(b, 'satu')
    await opdAt(b, 'dua')
    await send(b, a)
    must(await a.call(deviceRevoke, { device, seq: 2 }))
    expect(must(await a.call(recordList, { type: 'opd' })).rows.map(({ title }) => title)).toEqual(['satu'])
  }, 60_000)
})

describe('a machine that was copied whole and goes on twice', () => {
  it('is taken out from before the first place where both wrote, so that all computers end alike', async () => {
    const device = await joined()
    must(await b.login())
    await opdAt(b, 'bersama')
    await b.logout()
    const copy = temporaryFolder()
    cpSync(b.folder, copy.path, { recursive: true })
    cpSync(b.settings, `${copy.path}-setelan`, { recursive: true })
    const twin = openTestCore({ folder: copy.path, now: () => now })
    must(await b.login())
    must(await twin.login())
    await opdAt(b, 'asli')
    await opdAt(twin, 'salinan')
    await send(b, a)
    await send(twin, a)
    const heldBefore = must(await a.call(deviceList, {})).devices.find((one) => one.device === device)?.held
    expect(heldBefore?.[0]).toMatchObject({ reason: 'fork' })
    const first = heldBefore?.[0]?.seq ?? 0
    must(await a.call(deviceRevoke, { device, seq: null }))
    const { devices } = must(await a.call(deviceList, {}))
    expect(devices.find((one) => one.device === device)).toMatchObject({ revokedAfter: first - 1 })
    await send(a, twin)
    await send(a, b)
    expect(must(await a.call(recordList, { type: 'opd' })).rows.map(({ title }) => title)).toEqual([
      'bersama',
    ])
    expect([hashOf(b), hashOf(twin)]).toEqual([hashOf(a), hashOf(a)])
    expect(twin.defects).toEqual([])
    await twin.close()
    copy.remove()
  }, 60_000)
})

describe('an entry whose clock runs ahead', () => {
  it('waits until an administrator lets it in', async () => {
    const device = await joined()
    ahead = 3_600_000
    must(await b.login())
    await opdAt(b, 'kelak')
    expect(await send(b, a)).toMatchObject({ applied: 0, waiting: 2 })
    const { devices } = must(await a.call(deviceList, {}))
    expect(devices.find((one) => one.device === device)?.held).toEqual([
      { seq: 1, reason: 'ahead' },
      { seq: 2, reason: 'gap' },
    ])
    expect(must(await a.call(heldRelease, { device, until: 2 }))).toMatchObject({ released: 2, applied: 2 })
    expect(refusal(await a.call(heldRelease, { device, until: 2 })).type).toBe('NotFound')
    expect(must(await a.call(recordList, { type: 'opd' })).rows.map(({ title }) => title)).toEqual(['kelak'])
  }, 60_000)
})

describe('the slots of a device follow what came from others', () => {
  it('a new officer, a reset, a new password, a new printed code, and an officer who ended', async () => {
    await joined()
    must(await b.login())
    const nip = await a.officer('Budi', ['perencana', null])
    await send(a, b)
    must(await b.call(sessionLogin, { nip, password: firstPassword }))
    must(await b.call(changePassword, { current: firstPassword, next: 'gunung dan lembah hijau' }))
    await send(b, a)
    must(await a.call(sessionLogin, { nip, password: 'gunung dan lembah hijau' }))
    must(await a.login())
    const { firstPassword: given } = must(
      await a.call(officerResetPassword, { officer: await officerOf(nip), password }),
    )
    const { recoveryCode } = must(await a.call(newRecoveryCode, { password }))
    must(await b.login())
    await send(a, b)
    expect(refusal(await b.call(sessionLogin, { nip, password: 'gunung dan lembah hijau' })).type).toBe(
      'WrongLogin',
    )
    must(await b.call(sessionLogin, { nip, password: given }))
    const recover = (printed: string) =>
      b.call(sessionRecover, { code: printed, nip: adminNip, password: 'bintang utara di malam' })
    expect(refusal(await recover(code)).type).toBe('WrongRecoveryCode')
    must(await recover(recoveryCode))
    must(await saveFresh(a, 'officer', await officerOf(nip), { active: false }))
    await send(a, b)
    expect(refusal(await b.call(sessionLogin, { nip, password: given })).type).toBe('WrongLogin')
  }, 60_000)
})
