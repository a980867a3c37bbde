import { afterAll, beforeAll, expect, it } from 'vitest'
import { formDisputes } from '../../../electron/budget/disputed.ts'
import { listForms, openForm } from '../../../electron/budget/form.ts'
import { decidedFirst, formLock } from '../../../electron/budget/index.ts'
import { setStatus } from '../../../electron/budget/status.ts'
import { decide } from '../../../electron/conflict/decide.ts'
import { openDispute } from '../../../electron/conflict/disputes.ts'
import { exportConsolidation } from '../../../electron/consolidation/export.ts'
import { findPoints } from '../../../electron/consolidation/points.ts'
import { reportOf } from '../../../electron/consolidation/report.ts'
import { summaryOf } from '../../../electron/consolidation/summary.ts'
import { totalWords } from '../../../electron/document/sums.ts'
import type { TaskContext } from '../../../electron/feature.ts'
import { vectorOf } from '../../../electron/records/index.ts'
import { exportInput } from '../../../shared/contract/consolidation.ts'
import { ok } from '../../../shared/contract/result.ts'
import { must, refusal } from '../../fixtures/store.ts'
import { missing, type Network, type Node, openNetwork } from '../store/network.ts'
import { deskOf } from './desk.ts'

let network: Network
let a: Node
let b: Node
let form: string
let ids: string[]

const exchange = (): void => {
  must(b.store.receive(missing(a.store, b.store)))
  must(a.store.receive(missing(b.store, a.store)))
}
beforeAll(() => {
  network = openNetwork({ devices: 2, rules: [formLock] }, ['verifikator'])
  ;[a, b] = network.nodes as [Node, Node]
  const { value } = must(
    a.store.commit(a.actor, 'Formulir', (tx) => {
      const opd = tx.create('opd', { code: '1', name: 'Dinas Kesehatan', short: 'Dinkes' })
      const own = tx.create('budgetForm', {
        opd,
        year: 2027,
        version: 1,
        current: true,
        status: 'diperiksa',
        statusBy: null,
        statusAt: null,
        statusNote: null,
      })
      const rows = [10, 20, 30].map((amount, at) =>
        tx.create('budgetRow', {
          form: own,
          opd,
          position: (at + 1) * 1024,
          stage: `Tahap ${amount}`,
          usulanAmount: amount,
        }),
      )
      return { own, rows }
    }),
  )
  form = value.own
  ids = value.rows
  exchange()
  const [first = '', second = ''] = ids
  const write = (node: Node, id: string, values: Record<string, unknown>) =>
    must(node.store.commit(node.actor, 'ubah', (tx) => tx.update('budgetRow', id, values)))
  write(a, first, { usulanAmount: 11 })
  write(a, second, { method: 'Laravel' })
  b.clock += 60_000
  write(b, first, { usulanAmount: 15 })
  write(b, second, { method: 'Django' })
  exchange()
})
afterAll(() => network.close())

const query = () => deskOf(a).query
const status = (to: 'direkomendasikan' | 'dikembalikan' | 'diperiksa' | 'dikunci') =>
  setStatus(deskOf(a).command, { form, status: to, note: 'catatan', seen: vectorOf(a.store.reader) })

it('the form and the list of forms say how many rows and how much of the total wait for a decision', () => {
  const [listed] = must(listForms(query(), { year: 2027, allVersions: false })).forms
  expect(listed).toMatchObject({ total: 65, disputed: { rows: 2, amount: 15, form: false } })
  const { rows } = must(openForm(query(), { form }))
  expect(rows.map(({ disputed }) => disputed)).toEqual([['amount'], ['method'], []])
})

it('so do the consolidation, its points, and the words of the total on paper', () => {
  expect(summaryOf(query(), 2027)).toMatchObject({
    all: { total: 65 },
    disputed: { forms: 1, rows: 2, amount: 15 },
  })
  const [point] = findPoints(query(), 2027).points
  expect(point).toMatchObject({ kind: 'disputed', forms: [form] })
  expect(point?.text).toBe(
    'Dinas Kesehatan: 2 baris, Rp15 diisi berbeda di beberapa komputer dan menunggu keputusan; yang dihitung sementara isian yang tampil.',
  )
  expect(totalWords(reportOf(query(), 2027, null))).toBe(
    'Rp65 (enam puluh lima rupiah); 2 baris, Rp15 dari jumlah ini, masih diisi berbeda dan menunggu keputusan',
  )
})

it('recommending waits, with a sentence and the record to begin with; other steps do not', () => {
  const refused = refusal(status('direkomendasikan'))
  expect(refused).toMatchObject({ type: 'Undecided', dispute: expect.any(String) })
  expect(ids).toContain(refused['dispute'])
  expect(refused.message).toContain('2 baris, Rp15')
  must(status('dikembalikan'))
  must(status('diperiksa'))
})

it('a recommendation that was made before waits for its lock, and whatever way it comes is held back by the guard', () => {
  const { reader } = a.store
  const row = reader.row('select * from budgetForm where id = ?', form) as never
  const change = {
    definition: reader.definition('budgetForm'),
    id: form,
    row,
    cells: { status: 'direkomendasikan' },
    look: () => null,
    states: () => ['diperiksa'],
    time: a.clock,
    officer: a.actor.officer,
    grants: a.actor.grants,
    reader,
    now: a.clock,
  }
  expect(decidedFirst(change)?.type).toBe('Undecided')
  expect(decidedFirst({ ...change, cells: { status: 'diperiksa' } })).toBeNull()
  expect(decidedFirst({ ...change, cells: { statusNote: 'x' } })).toBeNull()
})

it('a document to be signed is not made; one with room for ink, Word and Excel are', async () => {
  const asked: string[] = []
  const context = {
    ask: () => Promise.resolve(ok(reportOf(query(), 2027, null))),
    jobs: {
      run: (_name: string, order: { kind: string }) => {
        asked.push(order.kind)
        return Promise.resolve({ ok: false, error: { type: 'Cancelled', message: '' } })
      },
    },
    progress: () => undefined,
    signal: new AbortController().signal,
  } as unknown as TaskContext
  const run = (more: object) =>
    exportConsolidation(context, exportInput.parse({ year: 2027, format: 'pdf', ...more }))
  const certificate = { file: { name: 'a.p12', bytes: new Uint8Array([1]) }, password: 'x' }
  for (const more of [{ signature: 'sign', certificate }, { signature: 'outside' }])
    expect(refusal(await run(more))).toMatchObject({
      type: 'Undecided',
      message: expect.stringContaining('2 baris, Rp15'),
    })
  for (const more of [{}, { format: 'docx' }, { format: 'xlsx' }])
    expect(refusal(await run(more)).type).toBe('Cancelled')
  expect(asked).toEqual(['pdf', 'docx', 'xlsx'])
})

it('once all is decided nothing is said any more and the form is recommended', () => {
  for (const id of ids.slice(0, 2)) {
    const { dispute, seen } = must(openDispute(query(), { id }))
    const [unit] = dispute?.units ?? []
    const choice = unit?.proposals[0]?.commit ?? ''
    must(decide(deskOf(a).command, { id, unit: unit?.unit ?? '', choice, reason: 'sesuai surat', seen }))
  }
  expect(formDisputes(a.store.reader, [form]).size).toBe(0)
  expect(summaryOf(query(), 2027).disputed).toEqual({ forms: 0, rows: 0, amount: 0 })
  expect(findPoints(query(), 2027).points.some(({ kind }) => kind === 'disputed')).toBe(false)
  must(status('direkomendasikan'))
})
