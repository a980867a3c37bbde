import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkRun, checkState, recoveryFacts, recoveryTake } from '../../../shared/contract/check.ts'
import { auditRebuild, logList, recordGet, recordList, recordSave } from '../../../shared/contract/records.ts'
import {
  backupCreate,
  backupRestore,
  changePassword,
  draftPut,
  workspaceCreate,
  workspaceStatus,
} from '../../../shared/contract/session.ts'
import { adminNip, openTestCore, password, type TestCore } from '../../fixtures/core.ts'
import { flipIn, foldLog, rootOf } from '../../fixtures/damage.ts'
import { must, refusal, temporaryFolder } from '../../fixtures/store.ts'

let at: TestCore
let disk: { path: string; remove: () => void }
let key: Uint8Array

const open = (parts: Parameters<typeof openTestCore>[0] = {}) => openTestCore({ folder: disk.path, ...parts })
const opd = (code: string) =>
  at.call(recordSave, { type: 'opd', id: null, values: { code, name: `Dinas ${code}` }, seen: null })
const opds = async (): Promise<number> => must(await at.call(recordList, { type: 'opd' })).rows.length
const status = async () => must(await at.call(workspaceStatus, {}))
const database = () => join(disk.path, 'selaras.db')
const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

beforeEach(async () => {
  disk = temporaryFolder()
  at = open()
  await at.begin()
  for (const code of ['1', '2', '3']) must(await opd(code))
  must(await at.call(backupCreate, {}))
  must(await opd('4'))
  key = Uint8Array.from(at.core.session.databaseKey as Uint8Array)
  await at.close()
  foldLog(disk.path, key)
}, 60_000)
afterEach(async () => {
  await at.close()
  disk.remove()
})

describe('a check of the whole database', () => {
  it('is kept with its time where it finds nothing, and writes no entry of the log', async () => {
    at = open()
    must(await at.login())
    const { total } = must(await at.call(logList, {}))
    expect(must(await at.call(checkState, {})).last).toBeNull()
    const found = must(await at.call(checkRun, {}))
    expect(found).toMatchObject({ findings: [], compared: true, comparedAt: found.time })
    expect(must(await at.call(checkState, {}))).toEqual({ last: found, running: null })
    expect(must(await at.call(logList, {})).total).toBe(total)
    await at.close()
    at = open()
    must(await at.login())
    expect(must(await at.call(checkState, {})).last).toEqual(found)
  })

  it('runs by itself after the first login of a day, once per start, from the commits verified before', async () => {
    let now = Date.now()
    const checked = async (login: boolean) => {
      const before = at.events.length
      if (login) must(await at.login())
      while (!at.events.slice(before).some(({ type }) => type === 'checked')) await new Promise(setImmediate)
      return must(await at.call(checkState, {})).last
    }
    at = open({ checkAfter: 0, now: () => now })
    const first = await checked(true)
    expect(first).toMatchObject({ findings: [], compared: true, commits: 6 })
    await at.close()
    now += 25 * 60 * 60 * 1000
    at = open({ checkAfter: 0, now: () => now })
    const second = await checked(true)
    expect(second).toMatchObject({ commits: 1, compared: false, comparedAt: first?.time })
    await at.close()
    at = open({ checkAfter: 0, now: () => now })
    must(await at.login())
    for (let n = 0; n < 200; n += 1) await new Promise(setImmediate)
    expect(must(await at.call(checkState, {})).last?.time).toBe(second?.time)
  }, 60_000)
})

describe('a damaged table', () => {
  beforeEach(() => flipIn(disk.path, rootOf(disk.path, key, 'sqlite_autoindex_priceStandard_1')))

  it('is found by the check, after which nothing is written any more and lists go on', async () => {
    at = open()
    must(await at.login())
    expect((await status()).damage).toBeNull()
    const found = must(await at.call(checkRun, {}))
    expect(found.findings).toMatchObject([{ part: 'pages', count: 1 }, { part: 'structure' }])
    expect(at.events.at(-1)).toEqual({ type: 'checked' })
    const before = digest(database())
    const log = digest(`${database()}-wal`)
    expect(await status()).toMatchObject({
      state: 'open',
      mayRecover: true,
      damage: { findings: found.findings },
    })
    for (const answer of [
      await opd('5'),
      await at.call(draftPut, { place: 'x', value: '1' }),
      await at.call(changePassword, { current: password, next: 'sungai jernih di hulu' }),
      await at.call(backupCreate, {}),
    ])
      expect(refusal(answer)).toMatchObject({ type: 'ReadOnly' })
    expect(await opds()).toBe(4)
    await at.close()
    expect([digest(database()), digest(`${database()}-wal`)]).toEqual([before, log])

    at = open()
    must(await at.login())
    expect(refusal(await opd('5')).type).toBe('ReadOnly')
    expect(await opds()).toBe(4)
    await at.close()
    expect([digest(database()), digest(`${database()}-wal`)]).toEqual([before, log])
  }, 60_000)

  it('is made anew from the log, with the damaged file kept, and all goes on with nothing lost', async () => {
    at = open()
    must(await at.login())
    must(await at.call(checkRun, {}))
    const before = digest(database())
    must(await at.call(auditRebuild, {}))
    expect(await status()).toMatchObject({ damage: null, state: 'open' })
    must(await opd('5'))
    expect(await opds()).toBe(5)
    const kept = readdirSync(disk.path).filter((name) => name.startsWith('berkas-rusak'))
    expect(kept).toHaveLength(1)
    expect(digest(join(disk.path, kept[0] ?? '', 'selaras.db'))).toBe(before)
    expect(must(await at.call(checkRun, {})).findings).toEqual([])
  }, 60_000)

  it('is met by whoever reads it, and stops all writing at once', async () => {
    at = open()
    must(await at.login())
    expect(refusal(await at.call(recordGet, { type: 'priceStandard', id: 'abcdefghij.1.1' })).type).toBe(
      'Damaged',
    )
    expect((await status()).damage).not.toBeNull()
    expect(refusal(await opd('5')).type).toBe('ReadOnly')
    expect(await opds()).toBe(4)
    expect(at.defects).toEqual([])
  }, 60_000)

  it('gives way to a backup, with what was there kept beside', async () => {
    at = open()
    must(await at.login())
    must(await at.call(checkRun, {}))
    const { backup, failed, others } = must(await at.call(recoveryFacts, {}))
    expect({ failed, others, backup }).toMatchObject({ failed: 0, others: [], backup: { commits: 4 } })
    must(await at.call(backupRestore, { file: null, name: backup?.name ?? '', nip: adminNip, password }))
    expect(await status()).toMatchObject({ state: 'locked', damage: null, mayRecover: false })
    must(await at.login())
    expect(await opds()).toBe(3)
    must(await opd('4'))
  }, 60_000)
})

describe('a database that does not open', () => {
  it('leads whoever knows the password to what is safe, and nobody else', async () => {
    flipIn(disk.path, 1)
    const before = digest(database())
    at = open()
    expect(refusal(await at.login(adminNip, 'bukan kata sandinya')).type).toBe('WrongLogin')
    expect(await status()).toMatchObject({ damage: null, mayRecover: false })
    expect(refusal(await at.login()).type).toBe('Damaged')
    expect(await status()).toMatchObject({ state: 'locked', session: null, mayRecover: true })
    while ((await status()).damage?.pages === 0) await new Promise(setImmediate)
    expect((await status()).damage?.findings).toMatchObject([{ part: 'pages', count: 1 }, { part: 'log' }])
    const { backup } = must(await at.call(recoveryFacts, {}))
    expect(backup).toMatchObject({ commits: 4 })
    const { token, name } = must(await at.call(recoveryTake, {}))
    expect(name).toMatch(/^Berkas rusak Selaras Kota Contoh .*\.zip$/)
    expect(Buffer.from(at.core.download(token)?.bytes ?? []).includes(readFileSync(database()))).toBe(true)
    expect(digest(database())).toBe(before)
    await at.logout()
    expect(await status()).toMatchObject({ mayRecover: false })
    for (const call of [recoveryFacts, recoveryTake])
      expect(refusal(await at.call(call, {})).type).toBe('NeedsLogin')
    const restore = () =>
      at.call(backupRestore, { file: null, name: backup?.name ?? '', nip: adminNip, password })
    expect(refusal(await restore()).type).toBe('NeedsLogin')
    expect(refusal(await at.login()).type).toBe('Damaged')
    must(await restore())
    must(await at.login())
    expect(await opds()).toBe(3)
    const kept = readdirSync(disk.path).filter((name) => name.startsWith('sebelum-dipulihkan'))
    expect(digest(join(disk.path, kept[0] ?? '', 'selaras.db'))).toBe(before)
    expect(existsSync(join(disk.path, kept[0] ?? '', 'kerusakan.json'))).toBe(true)
  }, 60_000)

  it('is told apart where it belongs to another workspace', async () => {
    const other = openTestCore()
    await other.begin()
    await other.core.stop()
    copyFileSync(join(other.folder, 'selaras.db'), database())
    rmSync(`${database()}-wal`, { force: true })
    at = open()
    expect(refusal(await at.login()).type).toBe('Damaged')
    while ((await status()).damage?.pages === 0) await new Promise(setImmediate)
    expect((await status()).damage?.findings[0]?.part).toBe('key')
    await other.close()
  }, 60_000)

  it('is not begun anew where the file is gone', async () => {
    renameSync(database(), `${database()}.hilang`)
    at = open()
    expect(refusal(await at.login()).type).toBe('Damaged')
    expect((await status()).damage?.findings).toMatchObject([{ part: 'file' }])
    expect(existsSync(database())).toBe(false)
    await at.logout()
    renameSync(`${database()}.hilang`, database())
    must(await at.login())
    expect(refusal(await opd('5')).type, 'until a check finds it whole').toBe('ReadOnly')
    must(await at.call(checkRun, {}))
    expect((await status()).damage).toBeNull()
    must(await opd('5'))
  }, 60_000)
})

describe('a drive that is not there', () => {
  const away = () => `${disk.path}-lepas`
  const retrieve = () => existsSync(away()) && renameSync(away(), disk.path)
  afterEach(retrieve)

  it('is no beginning: the sentence names the folder, nothing is made there, and plugged in all goes on', async () => {
    at = open()
    must(await at.login())
    await at.logout()
    renameSync(disk.path, away())
    const { type, message } = refusal(await at.call(workspaceStatus, {}))
    expect([type, message.includes(disk.path)]).toEqual(['DriveGone', true])
    expect(refusal(await at.login()).type).toBe('DriveGone')
    const start = {
      regulation: 'prabumulih',
      city: 'Kota Contoh',
      name: 'X',
      nip: adminNip,
      password,
    } as const
    expect(refusal(await at.call(workspaceCreate, start)).type).toBe('DriveGone')
    expect(existsSync(disk.path)).toBe(false)
    retrieve()
    must(await at.login())
    expect(await opds()).toBe(4)
    must(await opd('5'))
  }, 60_000)
})
