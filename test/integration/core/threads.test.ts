import { constants } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeCore } from '../../../electron/core/compose.ts'
import { makeJobRunner } from '../../../electron/jobs/run-job.ts'
import { spawnNode } from '../../../electron/jobs/spawn-node.ts'
import type { Child } from '../../../electron/shell/fork.ts'
import { budgetForm, budgetSaveRows, budgetUseVersion } from '../../../shared/contract/budget.ts'
import { auditVerify, recordList, recordSave, searchAll } from '../../../shared/contract/records.ts'
import { taskCancel } from '../../../shared/contract/session.ts'
import { decodeWire, encodeRequest, encodeWire } from '../../../shared/contract/wire.ts'
import { openTestCore, root, type TestCore } from '../../fixtures/core.ts'
import { composition, crashReader, crashWriter } from '../../fixtures/crash-composition.ts'
import { must, refusal } from '../../fixtures/store.ts'

let at: TestCore
beforeAll(async () => {
  const compositionUrl = new URL('../../fixtures/crash-composition.ts', import.meta.url).href
  at = openTestCore({ threads: true, composition, compositionUrl })
  await at.begin()
}, 60_000)
afterAll(() => at.close())

const save = (values: Record<string, unknown>) =>
  at.call(recordSave, { type: 'opd', id: null, values, seen: null })

describe('the core in threads', () => {
  it('answers lists and search while 12,000 rows are written, before the write is done', async () => {
    const opd = must(await save({ code: '1', name: 'Dinas Besar' })).id
    const form = await firstForm(opd)
    const { seen } = must(await at.call(budgetForm, { form }))
    const created = Array.from({ length: 12_000 }, (_unused, n) => ({
      key: `k${n}`,
      position: (n + 1) * 1024,
      values: { output: 'Keluaran', stage: `Tahap ${n}`, resources: 'APBD : 10 Juta' },
    }))
    const order: string[] = []
    const writing = at
      .call(budgetSaveRows, { form, seen, created, updated: [], removed: [] })
      .then((answer) => {
        order.push('ditulis')
        return answer
      })
    for (let n = 0; n < 5; n += 1) {
      expect(must(await at.call(recordList, { type: 'opd' })).rows).toHaveLength(1)
      expect(must(await at.call(searchAll, { text: 'besar' })).found.map(({ type }) => type)).toContain('opd')
      order.push('dijawab')
    }
    must(await writing)
    expect(order).toEqual([...Array(5).fill('dijawab'), 'ditulis'])
    expect(must(await at.call(budgetForm, { form })).form.rows).toBe(12_001)
  }, 120_000)

  it.each([
    ['writer', crashWriter],
    ['reader', crashReader],
  ])(
    'reports a %s thread that ended, loses nothing, and goes on with the same session',
    async (name, crash) => {
      const before = must(await at.call(recordList, { type: 'opd' })).rows.length
      expect(refusal(await at.call(crash, {})).type).toBe('Defect')
      expect(String(at.defects.at(-1))).toContain('thread')
      must(await save({ code: name, name: `Sesudah ${name}` }))
      expect(must(await at.call(recordList, { type: 'opd' })).rows).toHaveLength(before + 1)
      expect(must(await at.call(auditVerify, {})).faults).toEqual([])
    },
  )

  it('answers the window in text as it answers values, and reads no input that it only passes on', async () => {
    const text = encodeRequest({ name: 'record.list', call: 'c', input: { type: 'opd' } })
    const told = decodeWire(await at.core.answer(text))
    expect(told).toEqual(decodeWire(encodeWire(await at.core.handle('record.list', { type: 'opd' }))))
    expect(decodeWire(await at.core.answer('["record.save","c"]\nbukan JSON'))).toMatchObject({
      ok: false,
      error: { type: 'Malformed' },
    })
  })

  it('tells the window which records changed', () => {
    expect(at.events.filter(({ type }) => type === 'changed').at(-1)).toMatchObject({ records: ['opd'] })
  })
})

/** A form with one row, imported as an officer does it. */
const firstForm = async (opd: string): Promise<string> => {
  const { budgetAccept, budgetPreview } = await import('../../../shared/contract/budget.ts')
  const bytes = new Uint8Array(
    Buffer.from(
      'Output / Sub Output;Tahap Pelaksanaan;Metode;Pelaksana;Durasi;Sumber daya\nSIM;Analisis;Rapat;Vendor;1 Bulan;APBD : 10 Juta\n',
    ),
  )
  const { token, parsed } = must(await at.call(budgetPreview, { files: [{ name: 'a.csv', bytes }] }))
  const outputs = parsed.files.flatMap((one) =>
    'outputs' in one
      ? one.outputs.map(({ title, rows }) => ({ title, rows: rows.map((row) => ({ ...row, marks: [] })) }))
      : [],
  )
  return must(
    await at.call(budgetAccept, {
      token,
      opd: { id: opd, code: '', name: '' },
      year: 2027,
      received: '2026-11-02',
      mode: 'version',
      outputs,
    }),
  ).form
}

describe('jobs', () => {
  const children: Child[] = []
  let core: ReturnType<typeof composeCore>
  let folder: TestCore
  beforeAll(async () => {
    folder = openTestCore()
    await folder.begin()
    await folder.logout()
    const spawn = spawnNode(root)
    core = composeCore({
      root,
      composition,
      compositionUrl: '',
      workspace: folder.folder,
      settings: folder.settings,
      jobs: makeJobRunner((module, limit) => {
        const child = spawn(module, limit)
        children.push(child)
        return child
      }),
      threads: false,
      onEvent: () => undefined,
      onDefect: () => undefined,
    })
    must(
      (await core.handle('session.login', {
        nip: '198501012010011001',
        password: 'lumbung padi di kaki bukit',
      })) as never,
    )
  }, 60_000)
  afterAll(async () => {
    await core.stop()
    await folder.close()
  })

  it('one that is killed from outside is reported, and the next one runs', async () => {
    const answer = core.handle('audit.verify', {}, 'a')
    while (children.length === 0) await new Promise(setImmediate)
    children[0]?.kill()
    expect(refusal((await answer) as never).type).toBe('JobEnded')
    must((await core.handle('audit.verify', {}, 'b')) as never)
  })

  it('one that the officer cancels ends at once and says so', async () => {
    const ended: (number | null)[] = []
    const before = children.length
    const answer = core.handle('audit.verify', {}, 'c')
    while (children.length === before) await new Promise(setImmediate)
    const exit = new Promise<void>((resolve) =>
      children.at(-1)?.onExit((code) => resolve(void ended.push(code))),
    )
    expect(must((await core.handle(taskCancel.name, { call: 'c' })) as never)).toEqual({ stopped: true })
    expect(refusal((await answer) as never).type).toBe('Cancelled')
    await exit
    expect(ended).toEqual([128 + constants.signals.SIGKILL])
    expect(must((await core.handle(taskCancel.name, { call: 'c' })) as never)).toEqual({ stopped: false })
  })

  it('while the tables are made anew other calls are told to wait, and afterwards all goes on', async () => {
    const before = children.length
    const rebuilding = core.handle('audit.rebuild', {}, 'd')
    while (children.length === before) await new Promise(setImmediate)
    expect(refusal((await core.handle(recordList.name, { type: 'opd' })) as never).type).toBe('Busy')
    expect(
      refusal((await core.handle(budgetUseVersion.name, { form: 'aaaaaaaaaa.1.1', seen: {} })) as never).type,
    ).toBe('Busy')
    expect(must((await rebuilding) as never)).toMatchObject({ equal: true })
    must((await core.handle(recordList.name, { type: 'opd' })) as never)
  })

  it('the tables are not made anew under another process that has the data open', async () => {
    must(await folder.login())
    expect(refusal((await core.handle('audit.rebuild', {}, 'e')) as never).type).toBe('InUse')
    must((await core.handle(recordList.name, { type: 'opd' })) as never)
    await folder.logout()
    must((await core.handle('audit.rebuild', {}, 'f')) as never)
  })
})
