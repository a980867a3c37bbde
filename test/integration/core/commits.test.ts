import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unpackBody } from '../../../electron/store/compress.ts'
import { openDatabase } from '../../../electron/store/open.ts'
import * as attachments from '../../../shared/contract/attachments.ts'
import * as budget from '../../../shared/contract/budget.ts'
import type { AnyCall, InputOf, OutputOf } from '../../../shared/contract/call.ts'
import { heldRelease } from '../../../shared/contract/conflict.ts'
import { consolidationDrawUp } from '../../../shared/contract/consolidation.ts'
import * as devices from '../../../shared/contract/device.ts'
import { handoverPreview, handoverRun } from '../../../shared/contract/handover.ts'
import { calls } from '../../../shared/contract/index.ts'
import * as opds from '../../../shared/contract/opd.ts'
import * as questionnaires from '../../../shared/contract/questionnaire.ts'
import * as records from '../../../shared/contract/records.ts'
import { regulationRead, regulationTake } from '../../../shared/contract/regulation.ts'
import * as restores from '../../../shared/contract/restore.ts'
import { sealedDestroy } from '../../../shared/contract/sealed.ts'
import * as session from '../../../shared/contract/session.ts'
import * as sheets from '../../../shared/contract/sheet.ts'
import * as views from '../../../shared/contract/views.ts'
import { clearTextUnder, shownIn } from '../../fixtures/canary.ts'
import { adminNip, openTestCore, password, type TestCore } from '../../fixtures/core.ts'
import { composition } from '../../fixtures/sealed-composition.ts'
import { must, temporaryFolder } from '../../fixtures/store.ts'

const canary = 'KENARI-9c1f4e-rahasia'
const second = 'samudra biru tak bertepi'
const third = 'bintang utara di malam'
const fourth = 'sungai jernih di hulu'
const budi = '199001012015031001'

let at: TestCore
let recovery: string
let fresh: string
let given: string
let key: Buffer
/** Temporary files of this process and of every job go here, to be looked into. */
const temporary = temporaryFolder()
const made = new Map<string, string>()
const wrote = new Set<string>()

const entries = async () => must(await at.call(records.logList, { limit: 1 }))
/** Calls and says how many entries the log has more. */
const counted = async <C extends AnyCall>(call: C, input: InputOf<C>): Promise<OutputOf<C>> => {
  const before = (await entries()).total
  const value = must(await at.call(call, input))
  const after = await entries()
  expect([call.name, after.total - before]).toEqual([call.name, 1])
  wrote.add(call.name)
  return value
}
const id = (name: string): string => made.get(name) as string
const seen = async () => must(await at.call(budget.budgetForm, { form: id('form') })).seen

beforeAll(async () => {
  process.env['TMPDIR'] = temporary.path
  at = openTestCore({
    composition,
    compositionUrl: new URL('../../fixtures/sealed-composition.ts', import.meta.url).href,
  })
  recovery = await at.begin()
  key = Buffer.from(at.core.session.databaseKey as Uint8Array)
}, 60_000)
afterAll(async () => {
  await at.close()
  temporary.remove()
})

describe('every call that changes something', () => {
  it('writes exactly one entry of the log', async () => {
    const opd = await counted(records.recordSave, {
      type: 'opd',
      id: null,
      values: { code: '1', name: `Dinas ${canary}` },
      seen: null,
    })
    const gone = must(
      await at.call(records.recordSave, { type: 'opd', id: null, values: { code: '2' }, seen: null }),
    )
    const got = must(await at.call(records.recordGet, { type: 'opd', id: gone.id }))
    await counted(records.recordRemove, { type: 'opd', id: gone.id, seen: got.seen })
    await counted(records.commitUndo, { commit: (await entries()).entries[0]?.commit ?? '' })

    const csv = Buffer.from(
      `Output / Sub Output;Tahap Pelaksanaan;Metode;Pelaksana;Durasi;Sumber daya\nSIM ${canary};Analisis;Rapat;Vendor;1 Bulan;APBD : 10 Juta\nJUMLAH;;;;;Rp25.000.000\n`,
    )
    const file = { name: `${canary}.csv`, bytes: new Uint8Array(csv) }
    const { token, parsed } = must(await at.call(budget.budgetPreview, { files: [file] }))
    const outputs = parsed.files.flatMap((one) =>
      'outputs' in one
        ? one.outputs.map(({ title, rows }) => ({ title, rows: rows.map((row) => ({ ...row, marks: [] })) }))
        : [],
    )
    const accepted = await counted(budget.budgetAccept, {
      token,
      opd: { id: opd.id, code: '', name: '' },
      year: 2027,
      received: '2026-11-02',
      mode: 'version',
      outputs,
    })
    made.set('form', accepted.form)
    await counted(attachments.attachmentAdd, {
      owner: accepted.form,
      files: [{ name: 'surat.pdf', bytes: new Uint8Array(Buffer.from(`surat ${canary}`)) }],
    })
    const values = { output: 'SIM', subOutput: '', stage: `Tahap ${canary}`, resources: 'sesuai DPA' }
    await counted(budget.budgetSaveRows, {
      form: accepted.form,
      seen: await seen(),
      created: [{ key: 'a', position: 9, values }],
      updated: [],
      removed: [],
    })
    const { rows } = must(await at.call(budget.budgetForm, { form: accepted.form }))
    const doubted = rows.find(({ marks }) => marks.length > 0)
    await counted(budget.budgetSettleCells, {
      form: accepted.form,
      marks: (doubted?.marks ?? []).map(({ column, type, found }) => ({
        row: doubted?.id ?? '',
        column,
        type,
        found,
      })),
      seen: await seen(),
    })
    await counted(budget.budgetSettle, { form: accepted.form, mark: 0, seen: await seen() })
    await counted(consolidationDrawUp, { year: 2027 })
    await counted(budget.budgetSetStatus, {
      form: accepted.form,
      status: 'diperiksa',
      note: canary,
      seen: await seen(),
    })
    const again = must(await at.call(budget.budgetPreview, { files: [file] }))
    must(
      await at.call(budget.budgetAccept, {
        token: again.token,
        opd: { id: opd.id, code: '', name: '' },
        year: 2027,
        received: '2026-11-03',
        mode: 'version',
        outputs,
      }),
    )
    await counted(budget.budgetUseVersion, { form: accepted.form, seen: await seen() })

    await counted(records.auditExport, {})
    const row = { id: null, code: '9', name: `Badan ${canary}`, short: '', head: '' }
    await counted(opds.opdTake, { rows: [row], seen: await seen() })
    await counted(sheets.recordExport, { type: 'opd', format: 'csv' })
    const shortened = [{ id: opd.id, values: { short: canary } }]
    await counted(sheets.recordSaveMany, { type: 'opd', rows: shortened, seen: await seen() })
    const files = { types: ['website'], opds: [opd.id], year: 2027 }
    const left = await counted(questionnaires.questionnaireMake, files)
    const back = { name: left.name, bytes: new Uint8Array(at.core.download(left.token)?.bytes ?? []) }
    const [read] = must(await at.call(questionnaires.questionnaireRead, { files: [back] })).files
    const { token: staged = '', source = { by: '', on: null, paper: '' } } = read?.answer ?? {}
    await counted(questionnaires.questionnaireAccept, {
      token: staged,
      sheets: [{ type: 'website', rows: [{ id: null, values: { address: canary } }] }],
      source,
      seen: await seen(),
    })
    const { steps } = must(await at.call(records.recordHistory, { type: 'opd', id: opd.id }))
    const step = { type: 'opd', id: opd.id, commit: steps.at(-1)?.commit ?? '' }
    await counted(restores.recordRestore, { ...step, fields: ['short'], seen: await seen() })
    await counted(records.recordRemove, { type: 'opd', id: opd.id, seen: await seen() })
    await counted(restores.recordBringBack, { type: 'opd', id: opd.id, seen: await seen() })
    await counted(opds.opdDeclare, { complete: true, seen: await seen() })
    const { ids } = await counted(attachments.attachmentAdd, {
      owner: opd.id,
      files: [{ name: 'sk.pdf', bytes: new Uint8Array(Buffer.from(`sk ${canary}`)) }],
    })
    const [paper = ''] = ids
    const newer = { name: 'sk-2.pdf', bytes: new Uint8Array(Buffer.from(`sk 2 ${canary}`)) }
    await counted(attachments.attachmentReplace, { id: paper, file: newer, seen: await seen() })
    await counted(attachments.attachmentSave, { id: paper, values: { subject: canary }, seen: await seen() })
    await counted(attachments.attachmentRemove, { id: paper, seen: await seen() })
    const text = Buffer.from(`PERATURAN ${canary}\nPasal 1\nNaskah ${canary}.\n`)
    const foreign = must(
      await at.call(regulationRead, { file: { name: `${canary}.txt`, bytes: new Uint8Array(text) } }),
    )
    await counted(regulationTake, { token: foreign.token, facts: foreign.read.facts })
    const saved = { id: null, register: 'opd', name: canary, shared: true, seen: null }
    const kept = await counted(views.viewSave, {
      ...saved,
      view: { sort: null, filters: { short: canary }, columns: [] },
    })
    await counted(views.viewRemove, { id: kept.id, seen: await seen() })
    const renamed = { id: null, code: '', name: `Badan ${canary} baru`, short: '', head: '' }
    const change = { kind: 'nama' as const, on: '2026-11-01', basis: '', from: [opd.id], to: [renamed] }
    await counted(opds.opdSotk, { change, moves: [], seen: await seen() })

    await counted(session.officerAdd, {
      nip: budi,
      name: 'Budi',
      position: '',
      rank: '',
      password: third,
      grants: [{ role: 'perencana', opd: null, from: null, until: null }],
    })
    const { id: officer } = must(
      await at.call(records.recordList, { type: 'officer', filters: { nip: budi } }),
    ).rows[0] as { id: string }
    const [held] = must(await at.call(handoverPreview, { from: officer, to: null })).roles
    const { rows: admins } = must(
      await at.call(records.recordList, { type: 'officer', filters: { nip: adminNip } }),
    )
    await counted(handoverRun, {
      from: officer,
      to: admins[0]?.id ?? '',
      on: '2026-11-01',
      reason: canary,
      letter: canary,
      roles: [{ id: held?.id ?? '', fate: 'pinjam', until: '2030-01-01' }],
      views: [],
      duties: [],
      seen: await seen(),
    })
    const laptop = openTestCore({ now: () => Date.now() + 600_000 })
    const request = must(laptop.core.requestJoin('Laptop'))
    const { welcome, device } = await counted(devices.deviceEnrol, { code: request.code })
    must(await laptop.core.join(at.core.download(welcome.token)?.bytes as Uint8Array, adminNip, password))
    must(await laptop.login())
    must(await at.core.receive(must(await laptop.core.commitsWanted({ seen: {}, hashes: {} }))))
    const before = (await entries()).total
    must(await at.call(heldRelease, { device, until: 1 }))
    expect((await entries()).total, 'its own, and the one that it lets in').toBe(before + 2)
    wrote.add('held.release')
    await counted(devices.deviceRevoke, { device, seq: null })
    await laptop.close()
    const me = must(await at.call(records.recordList, { type: 'officer', filters: { nip: adminNip } }))
      .rows[0]
    const secret = await counted(records.recordSave, {
      type: 'secretCase',
      id: null,
      values: { officers: [me?.id], subject: canary },
      seen: null,
    })
    await counted(sealedDestroy, { record: secret.id, reason: canary, basis: canary, approver: officer })
    const reset = await counted(session.officerResetPassword, { officer, password })
    given = reset.firstPassword
    await counted(session.changePassword, { current: password, next: second })
    await counted(session.sessionLogin, { nip: adminNip, password: second })
    fresh = (await counted(session.newRecoveryCode, { password: second })).recoveryCode
    await counted(session.sessionRecover, { code: fresh, nip: adminNip, password: third })
  }, 60_000)

  /** What lies beside the log: files and drafts of this device, and what only reads. */
  const beside = new Set([
    'draft.put',
    // A choice of this device (capacity.test.ts).
    'session.actAs',
    // Only reads: record.saveMany takes its rows.
    'record.read',
    'questionnaire.read',
    // Only reads: regulation.take keeps what was read.
    'regulation.read',
    // Of a demonstration: an entry for each register, into a workspace that holds none yet (demo.test.ts).
    'demo.fill',
    'workspace.create',
    'session.logout',
    'task.cancel',
    'backup.create',
    'backup.take',
    'backup.restore',
    'audit.rebuild',
    'audit.verify',
    'audit.anchor',
    // Where the data is whole it does nothing; where it lost commits see anchor.test.ts.
    'audit.continue',
    'check.run',
    'check.state',
    'recovery.facts',
    'recovery.take',
    'workspace.status',
    'backup.list',
    'attachment.open',
    'budget.preview',
    'budget.join',
    'budget.waiting',
    'budget.discard',
    'opd.read',
    'consolidation.export',
    // Needs another device: test/integration/conflict.
    'conflict.decide',
    'held.take',
    'document.openCertificate',
    'document.verify',
  ])
  it('was tried: no call of the contract is left out', () => {
    const changing = [...calls.values()]
      .filter(({ kind, name }) => kind !== 'query' && !beside.has(name))
      .map(({ name }) => name)
    expect([...wrote].sort()).toEqual(changing.sort())
  })

  it('leaves a draft on this device, for its officer alone, and writes no entry', async () => {
    const before = (await entries()).total
    must(await at.call(session.draftPut, { place: 'formulir', value: `ketikan ${canary}` }))
    expect(must(await at.call(session.draftGet, { place: 'formulir' })).value).toBe(`ketikan ${canary}`)
    expect((await entries()).total).toBe(before)
    must(await at.login(budi, given))
    must(await at.call(session.changePassword, { current: given, next: fourth }))
    expect(must(await at.call(session.draftGet, { place: 'formulir' })).value).toBeNull()
    must(await at.login(adminNip, third))
    expect(must(await at.call(session.draftGet, { place: 'formulir' })).value).toBe(`ketikan ${canary}`)
  })

  it('leaves a chain that verifies and tables that a rebuild gives again', async () => {
    const { faults, stateHash } = must(await at.call(records.auditVerify, {}))
    expect(faults).toEqual([])
    expect(must(await at.call(records.auditRebuild, {}))).toMatchObject({
      equal: true,
      search: true,
      after: stateHash,
    })
    expect(must(await at.call(records.recordList, { type: 'opd' })).rows).toHaveLength(3)
  })
})

describe('what nobody may read', () => {
  const secrets = (): string[] => [
    password,
    second,
    third,
    recovery,
    recovery.replaceAll('-', ''),
    fresh,
    fresh.replaceAll('-', ''),
    given,
    given.replaceAll('-', ''),
    fourth,
    key.toString('hex'),
    key.toString('base64'),
  ]

  it('no text of a record, no password, code or key lies in clear in any file: data, attachments, slots, backups, temporary files', async () => {
    must(await at.call(session.backupCreate, {}))
    const files = readdirSync(at.folder, { recursive: true, encoding: 'utf8' })
    for (const name of ['selaras.db', 'selaras.db-wal', 'slots.json', 'blobs']) expect(files).toContain(name)
    expect(files.some((name) => name.endsWith('.salinan'))).toBe(true)
    expect(at.folder.startsWith(temporary.path)).toBe(true)
    expect(
      clearTextUnder(temporary.path, canary, 'Siti Rahma', adminNip, '199001012015031001', ...secrets()),
    ).toEqual([])
  })

  it('no password, code or database key is in the log or the tables, not even inside of the encryption', () => {
    const db = openDatabase(join(at.folder, 'selaras.db'), key, { readonly: true })
    const tables = (
      db
        .prepare(
          `select name from sqlite_master where type = 'table' and name not like '\\_search%' escape '\\'`,
        )
        .all() as { name: string }[]
    ).map(({ name }) => name)
    const texts = tables.flatMap((table) =>
      db
        .prepare(`select * from "${table}"`)
        .all()
        .map((row) => JSON.stringify(row)),
    )
    const bodies = (db.prepare('select body from _part').all() as { body: Buffer }[]).map(({ body }) =>
      unpackBody(body),
    )
    db.close()
    for (const secret of secrets()) {
      expect(
        texts.some((text) => text.includes(secret)),
        'in a table',
      ).toBe(false)
      expect(
        bodies.some((body) => shownIn(body, secret)),
        'in a part',
      ).toBe(false)
    }
    expect(
      bodies.some((body) => shownIn(body, canary)),
      'the check itself finds what is there',
    ).toBe(true)
  })

  it('slots.json names nobody', () => {
    const text = readFileSync(join(at.folder, 'slots.json'), 'utf8')
    for (const name of ['Siti', 'Budi', adminNip, 'perencana']) expect(text).not.toContain(name)
  })
})
