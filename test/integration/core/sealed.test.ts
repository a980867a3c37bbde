import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unpackBackup } from '../../../electron/backup/unpack.ts'
import { openDatabase } from '../../../electron/store/open.ts'
import * as attachments from '../../../shared/contract/attachments.ts'
import { heldList } from '../../../shared/contract/conflict.ts'
import * as records from '../../../shared/contract/records.ts'
import { sealedDestroy } from '../../../shared/contract/sealed.ts'
import * as session from '../../../shared/contract/session.ts'
import { clearTextInDeletedFiles, clearTextUnder, shownIn } from '../../fixtures/canary.ts'
import { adminNip, openTestCore, type TestCore } from '../../fixtures/core.ts'
import { composition } from '../../fixtures/sealed-composition.ts'
import { must, refusal, temporaryFolder } from '../../fixtures/store.ts'

const canary = 'KENARI-4d81c2-tersegel'
const plain = 'KENARI-77ab10-terbuka'
const type = 'secretCase'

/** Temporary files of this process and of every job go here, to be looked into. */
const temporary = temporaryFolder()
let at: TestCore
let budi: string
let cici: string
let id: string
const officerOf = async (nip: string): Promise<string> =>
  must(await at.call(records.recordList, { type: 'officer', filters: { nip } })).rows[0]?.id as string

beforeAll(async () => {
  process.env['TMPDIR'] = temporary.path
  const compositionUrl = new URL('../../fixtures/sealed-composition.ts', import.meta.url).href
  at = openTestCore({ composition, compositionUrl, threads: true })
  await at.begin()
  budi = await at.officer('Budi', ['verifikator', null])
  cici = await at.officer('Cici', ['admin', null])
  must(await at.login(budi))
  must(await at.login(cici))
  must(await at.login(adminNip))
  const officers = [await officerOf(adminNip), await officerOf(budi)]
  const opd = must(
    await at.call(records.recordSave, {
      type: 'opd',
      id: null,
      values: { code: '1', name: plain },
      seen: null,
    }),
  )
  const values = { officers, subject: `Kasus ${canary}`, body: `Uraian ${canary}`, about: opd.id }
  id = must(await at.call(records.recordSave, { type, id: null, values, seen: null })).id
}, 60_000)
afterAll(async () => {
  await at.close()
  temporary.remove()
})

const listed = async () => must(await at.call(records.recordList, { type })).rows
/** All that an officer may ask of the core about a record, as one text. */
const everythingSaid = async (): Promise<string> => {
  const answers = [
    await at.call(records.recordList, { type }),
    await at.call(records.recordList, { type, search: canary }),
    await at.call(records.recordGet, { type, id }),
    await at.call(records.recordHistory, { type, id }),
    await at.call(records.recordOptions, { type, text: 'Kasus' }),
    await at.call(records.searchAll, { text: canary }),
    await at.call(records.searchAll, { text: 'Kasus' }),
    await at.call(records.logList, {}),
    await at.call(records.logList, { search: canary }),
    await at.call(records.logList, { record: type }),
    await at.call(attachments.attachmentList, { owner: id }),
    await at.call(session.backupList, {}),
    await at.call(session.draftGet, { place: `isian/${type}/${id}` }),
  ]
  return JSON.stringify(answers)
}

describe('for an officer whom it names, a sealed record', () => {
  it('leaves the list of what was not accepted to be asked as before', async () => {
    expect(must(await at.call(heldList, {}))).toEqual({ entries: [], total: 0, waiting: 0 })
  })

  it('is listed, found in its list, read, offered and has a history, by the calls of all records', async () => {
    expect(await listed()).toMatchObject([{ id, title: `Kasus ${canary}` }])
    const found = must(await at.call(records.recordList, { type, search: 'uraian kenari' }))
    expect(found.rows).toMatchObject([{ id, titles: { about: plain } }])
    const got = must(await at.call(records.recordGet, { type, id }))
    expect(got.values).toMatchObject({ body: `Uraian ${canary}` })
    expect(got.findings).toEqual([])
    const newest = must(await at.call(records.logList, { limit: 1 })).entries[0]
    expect(got.seen[String(newest?.device)]).toBe(newest?.seq)
    const { options } = must(await at.call(records.recordOptions, { type, text: 'Kasus' }))
    expect(options).toEqual([{ id, title: `Kasus ${canary}` }])
    const { steps } = must(await at.call(records.recordHistory, { type, id }))
    expect(steps).toMatchObject([
      { operation: 'create', officer: 'Siti Rahma', reason: 'Perubahan berkas rahasia' },
    ])
  })

  it('is changed from what the screen had seen; a screen from before another change is refused with the difference', async () => {
    const { seen } = must(await at.call(records.recordGet, { type, id }))
    must(await at.call(records.recordSave, { type, id, values: { ground: `Dasar ${canary}` }, seen }))
    const late = await at.call(records.recordSave, { type, id, values: { ground: 'lain' }, seen })
    expect(refusal(late)).toMatchObject({ type: 'Stale' })
    expect(must(await at.call(records.recordGet, { type, id })).values['ground']).toBe(`Dasar ${canary}`)
  })

  it('may be created and removed as others', async () => {
    const officers = [await officerOf(adminNip)]
    const made = must(
      await at.call(records.recordSave, {
        type,
        id: null,
        values: { officers, subject: 'Sebentar' },
        seen: null,
      }),
    )
    const { seen } = must(await at.call(records.recordGet, { type, id: made.id }))
    must(await at.call(records.recordRemove, { type, id: made.id, seen }))
    expect(await listed()).toHaveLength(1)
  })

  it('is there for another whom it names, on the same device', async () => {
    must(await at.login(budi))
    expect(await listed()).toMatchObject([{ id }])
    must(await at.login(adminNip))
  })
})

describe('for an officer whom it does not name, whatever the role', () => {
  it('is in no list, search, history, log, choice or list of backups, also right after one who reads it', async () => {
    expect(await everythingSaid()).toContain(canary)
    must(await at.login(cici))
    expect(await everythingSaid()).not.toContain(canary)
    expect(await listed()).toEqual([])
    expect(refusal(await at.call(records.recordGet, { type, id })).type).toBe('NotFound')
    const { entries } = must(await at.call(records.logList, {}))
    expect(entries.some(({ reason }) => reason === 'Perubahan berkas rahasia')).toBe(true)
    must(await at.login(adminNip))
    expect(await listed()).toHaveLength(1)
  })

  it('is not undone, and the undo of it says nothing', async () => {
    const { entries } = must(await at.call(records.logList, {}))
    const { commit } = entries.find(({ reason }) => reason === 'Perubahan berkas rahasia') as {
      commit: string
    }
    expect(must(await at.call(records.commitReach, { commits: [commit] }))).toMatchObject({
      made: [],
      changed: [],
    })
    expect(refusal(await at.call(records.commitUndo, { commit })).type).toBe('NoUndo')
  })

  it('is in nobody’s hands after a lock: no call is answered', async () => {
    await at.logout()
    expect(refusal(await at.call(records.recordList, { type })).type).toBe('NeedsLogin')
    must(await at.login(adminNip))
  })
})

describe('what is on the disk', () => {
  it('a draft of a sealed record is not kept', async () => {
    for (const place of [`isian/${type}/${id}`, `isian/${type}/baru-1`]) {
      must(await at.call(session.draftPut, { place, value: `ketikan ${canary}` }))
      expect(must(await at.call(session.draftGet, { place })).value).toBeNull()
    }
  })

  it.runIf(process.platform === 'linux')(
    'neither a sealed nor an ordinary text lies in clear in any file: data, memory files, slots, backups, temporary files, open or deleted',
    async () => {
      must(await at.call(session.backupCreate, {}))
      const files = readdirSync(at.folder, { recursive: true, encoding: 'utf8' })
      for (const name of ['selaras.db', 'selaras.db-wal', 'selaras.db-shm', 'slots.json'])
        expect(files).toContain(name)
      expect(files.some((name) => name.endsWith('.salinan'))).toBe(true)
      expect(clearTextUnder(temporary.path, canary, plain)).toEqual([])
      for (const text of [canary, plain]) expect(clearTextInDeletedFiles(text)).toEqual([])
    },
  )

  it('an export of the log, which anybody may read, holds ciphertext of it', async () => {
    const { token } = must(await at.call(records.auditExport, {}))
    const bytes = at.core.download(token)?.bytes as Uint8Array
    expect(shownIn(bytes, 'Perubahan berkas rahasia')).toBe(true)
    for (const text of [canary, type, 'Uraian']) expect(shownIn(bytes, text)).toBe(false)
  })

  it('the log is whole, and a rebuild gives the same tables without reading anything sealed', async () => {
    expect(must(await at.call(records.auditVerify, {})).faults).toEqual([])
    expect(must(await at.call(records.auditRebuild, {}))).toMatchObject({ equal: true, search: true })
    expect(await listed()).toHaveLength(1)
  })
})

describe('destroying it', () => {
  it('takes an administrator and a second officer, says what remains, and leaves nothing of it to read', async () => {
    const approver = await officerOf(budi)
    const input = { record: id, reason: 'Masa retensi habis', basis: 'JRA nomor 12', approver }
    const own = await officerOf(adminNip)
    expect(refusal(await at.call(sealedDestroy, { ...input, approver: own })).type).toBe('NeedsApprover')
    const { remains } = must(await at.call(sealedDestroy, input))
    expect(remains).toContain('Salinan data yang dibuat sebelumnya')
    expect(await listed()).toEqual([])
    expect(refusal(await at.call(sealedDestroy, input)).type).toBe('AlreadyDestroyed')
    expect(must(await at.call(records.auditVerify, {})).faults).toEqual([])
    const said = must(await at.call(records.recordList, { type: 'sealedDestruction' })).rows
    expect(said).toMatchObject([
      { values: { record: id, basis: 'JRA nomor 12' }, titles: { approver: 'Budi' } },
    ])
    expect(at.defects).toEqual([])
  })

  it('leaves earlier backups as they were: they hold it still', async () => {
    const folder = join(at.folder, 'salinan')
    const [name] = readdirSync(folder).filter((one) => one.endsWith('.salinan'))
    const unpacked = temporaryFolder()
    await unpackBackup(join(folder, String(name)), unpacked.path)
    const key = at.core.session.databaseKey as Uint8Array
    const db = openDatabase(join(unpacked.path, 'selaras.db'), key, { readonly: true })
    const kept = db
      .prepare('select count(*) from _localSealed join _part on id = part where record = ?')
      .pluck()
    expect(kept.get(id)).toBe(2)
    db.close()
    unpacked.remove()
  })
})
