import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databasePath } from '../../../electron/core/writer-host.ts'
import { forgetLocal } from '../../../electron/store/local.ts'
import { openDatabase } from '../../../electron/store/open.ts'
import {
  auditAnchor,
  auditContinue,
  auditRebuild,
  auditVerify,
  logList,
  recordList,
  recordSave,
} from '../../../shared/contract/records.ts'
import { backupCreate, backupRestore, draftPut, sessionRecover } from '../../../shared/contract/session.ts'
import { adminNip, openTestCore, password, type TestCore } from '../../fixtures/core.ts'
import { must, refusal, temporaryFolder } from '../../fixtures/store.ts'

let at: TestCore
let recovery: string
beforeEach(async () => {
  at = openTestCore()
  recovery = await at.begin()
}, 60_000)
afterEach(async () => {
  expect(at.defects).toEqual([])
  await at.close()
})

const write = (core: TestCore, code: string) =>
  core.call(recordSave, { type: 'opd', id: null, values: { code, name: `Dinas ${code}` }, seen: null })
const entries = async (core = at) => must(await core.call(logList, {})).entries
const device = async (core = at): Promise<string> => must(await core.call(auditAnchor, {})).here.device
const names = async (core = at): Promise<string[]> =>
  must(await core.call(recordList, { type: 'opd' })).rows.map(({ title }) => title)

/** A copy of the workspace as it lies there, to be put back later. */
const keep = (): { readonly folder: string; readonly putBack: () => void } => {
  const kept = temporaryFolder()
  cpSync(at.folder, kept.path, { recursive: true })
  return {
    folder: kept.path,
    putBack: () => {
      for (const name of readdirSync(at.folder)) rmSync(join(at.folder, name), { recursive: true })
      cpSync(kept.path, at.folder, { recursive: true })
      kept.remove()
    },
  }
}

/** The workspace as it was before three commits that its officer saw acknowledged. */
const rolledBack = async (): Promise<void> => {
  must(await write(at, 'a'))
  await at.logout()
  const { putBack } = keep()
  must(await at.login())
  for (const code of ['b', 'c']) must(await write(at, code))
  await at.logout()
  putBack()
}

describe('a database behind what this computer remembers', () => {
  it('opens read-only: every write is refused with one sentence, lists go on, nothing of it is touched', async () => {
    await rolledBack()
    must(await at.login())
    const state = must(await at.call(auditAnchor, {}))
    expect(state).toMatchObject({ state: 'behind', here: { seq: 2 }, anchored: { seq: 5 } })
    expect(state.sentence).toContain(`${state.here.device}.3 sampai ${state.here.device}.5`)
    const failures = [
      refusal(await write(at, 'd')),
      refusal(await at.call(draftPut, { place: 'formulir', value: 'ketikan' })),
      refusal(await at.call(auditRebuild, {})),
    ]
    for (const failure of failures)
      expect(failure).toMatchObject({ type: 'BehindAnchor', message: state.sentence })
    expect(await names()).toEqual(['Dinas a'])
    expect((await entries()).map(({ seq }) => seq)).toEqual([2, 1])
    expect(must(await at.call(auditVerify, {})).faults).toEqual([])
    must(await at.call(backupCreate, {}))
  }, 60_000)

  it('keeps the keys of an officer whom only the missing commits name, so that the restored data opens for them', async () => {
    await at.logout()
    const { folder } = keep()
    must(await at.login())
    await at.officer('Verifikator', ['verifikator', null])
    await at.logout()
    const ofDatabase = (name: string) => name.startsWith('selaras.db')
    for (const name of readdirSync(at.folder).filter(ofDatabase)) rmSync(join(at.folder, name))
    for (const name of readdirSync(folder).filter(ofDatabase))
      cpSync(join(folder, name), join(at.folder, name))
    rmSync(folder, { recursive: true })
    const slots = readFileSync(join(at.folder, 'slots.json'), 'utf8')
    must(await at.login())
    await at.core.session.followLog()
    expect(must(await at.call(auditAnchor, {})).state).toBe('behind')
    expect(readFileSync(join(at.folder, 'slots.json'), 'utf8')).toBe(slots)
  }, 60_000)

  it('goes on as a new device on an admin’s decision alone, with the password, and names both heads', async () => {
    const verifikator = await at.officer('Verifikator', ['verifikator', null])
    must(await at.login(verifikator))
    must(await at.login())
    await rolledBack()
    must(await at.login(verifikator))
    expect(refusal(await at.call(auditContinue, { password })).type).toBe('NotAllowed')
    must(await at.login())
    const old = must(await at.call(auditAnchor, {}))
    expect(refusal(await at.call(auditContinue, { password: 'bukan ini kata sandi' })).type).toBe(
      'WrongPassword',
    )
    must(await at.call(auditContinue, { password }))
    const now = must(await at.call(auditAnchor, {}))
    expect(now).toMatchObject({ state: 'whole', sentence: '', here: { seq: 1 } })
    expect(now.here.device).not.toBe(old.here.device)
    expect(now.others).toEqual([{ device: old.here.device, seq: old.anchored?.seq, here: old.here.seq }])
    const [first] = await entries()
    for (const head of [old.here, old.anchored as typeof old.here])
      expect(first?.reason).toContain(`${head.device}.${head.seq} ${head.hash.slice(0, 16)}`)
    must(await write(at, 'e'))
    expect(must(await at.call(auditVerify, {})).faults).toEqual([])
    await at.logout()
    must(await at.login())
    expect(must(await at.call(auditAnchor, {})).state).toBe('whole')
  }, 60_000)

  it('is left by the restore of a backup, which starts a new device', async () => {
    must(await write(at, 'a'))
    const { name } = must(await at.call(backupCreate, {}))
    await rolledBack()
    must(await at.login())
    must(await at.call(backupRestore, { file: null, name, nip: adminNip, password }))
    must(await at.login())
    must(await write(at, 'f'))
    expect(must(await at.call(auditAnchor, {})).state).toBe('whole')
  }, 60_000)

  it('is left by the recovery code as well: whoever holds it has decided', async () => {
    await rolledBack()
    must(
      await at.call(sessionRecover, {
        code: recovery,
        nip: adminNip,
        password: 'kata sandi yang sama sekali baru',
      }),
    )
    expect(must(await at.call(auditAnchor, {})).state).toBe('whole')
    must(await write(at, 'g'))
  }, 60_000)
})

describe('a copied profile', () => {
  const copied = async (): Promise<TestCore> => {
    must(await write(at, 'a'))
    await at.logout()
    const { folder } = keep()
    return openTestCore({ folder })
  }
  const leave = async (copy: TestCore): Promise<void> => {
    expect(copy.defects).toEqual([])
    await copy.close()
    for (const path of [copy.folder, copy.settings]) rmSync(path, { recursive: true, force: true })
  }

  it('never continues the chain: it becomes a new device whose first commit names the old head', async () => {
    const copy = await copied()
    must(await at.login())
    const [head] = await entries()
    must(await copy.login())
    expect(await device(copy)).not.toBe(await device())
    const [login, first] = await entries(copy)
    expect([login?.seq, first?.seq, first?.reason]).toEqual([
      2,
      1,
      expect.stringContaining(`${head?.device}.${(head?.seq ?? 0) - 1} `),
    ])
    must(await write(copy, 'b'))
    must(await write(at, 'c'))
    expect(must(await copy.call(auditVerify, {})).faults).toEqual([])
    const own = await device(copy)
    await copy.logout()
    must(await copy.login())
    expect(await device(copy)).toBe(own)
    await leave(copy)
  }, 60_000)

  it('waits for an admin', async () => {
    const nip = await at.officer('Verifikator', ['verifikator', null])
    must(await at.login(nip))
    must(await at.login())
    const copy = await copied()
    expect(refusal(await copy.login(nip))).toMatchObject({
      type: 'NeedsAdmin',
      message: expect.stringContaining('disalin dari komputer lain'),
    })
    must(await copy.login())
    must(await copy.login(nip))
    await leave(copy)
  }, 60_000)
})

describe('what stays as it was', () => {
  it('a workspace from before gets its anchor silently', async () => {
    const key = Buffer.from(at.core.session.databaseKey as Uint8Array)
    await at.logout()
    rmSync(at.settings, { recursive: true })
    const db = openDatabase(databasePath(at.folder), key)
    forgetLocal(db, 'anchored')
    db.close()
    must(await at.login())
    expect((await entries()).map(({ reason, seq }) => [seq, reason])).toEqual([
      [2, 'Masuk'],
      [1, expect.any(String)],
    ])
    expect(must(await at.call(auditAnchor, {}))).toMatchObject({ state: 'whole', anchored: { seq: 2 } })
  }, 60_000)

  it('a crash before the anchor was written only moves it', async () => {
    must(await write(at, 'a'))
    await at.logout()
    const path = join(at.settings, 'jangkar', readdirSync(join(at.settings, 'jangkar'))[0] as string)
    const before = readFileSync(path)
    must(await at.login())
    must(await write(at, 'b'))
    await at.logout()
    writeFileSync(path, before)
    must(await at.login())
    expect(must(await at.call(auditAnchor, {}))).toMatchObject({
      state: 'whole',
      here: { seq: 5 },
      anchored: { seq: 5 },
    })
  }, 60_000)

  it('two processes of one workspace, one after the other and at once', async () => {
    const other = openTestCore({ folder: at.folder })
    must(await other.login())
    must(await write(other, 'a'))
    must(await write(at, 'b'))
    must(await write(other, 'c'))
    await at.logout()
    must(await at.login())
    expect(must(await at.call(auditAnchor, {}))).toMatchObject({ state: 'whole', here: { seq: 6 } })
    await other.close()
  }, 60_000)

  it('no text of a record and no key lies in what the computer remembers', async () => {
    must(await write(at, 'a'))
    await at.logout()
    const [name = ''] = readdirSync(join(at.settings, 'jangkar'))
    expect(readFileSync(join(at.settings, 'jangkar', name), 'utf8')).toMatch(
      /^(own [0-9a-z]{10} \d+ [0-9a-f]{64}\n)+$/,
    )
  }, 60_000)
})
