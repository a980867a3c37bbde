import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  budgetAccept,
  budgetForm,
  budgetForms,
  budgetPreview,
  budgetSaveRows,
  budgetSetStatus,
  budgetSettle,
} from '../../../shared/contract/budget.ts'
import type { InputOf } from '../../../shared/contract/call.ts'
import { consolidationPoints } from '../../../shared/contract/consolidation.ts'
import { commitUndo, recordHistory } from '../../../shared/contract/records.ts'
import { acceptedOutputs } from '../../../shared/rules/budget/accepted.ts'
import type { ParsedFile } from '../../../shared/rules/budget/parsed.ts'
import { openTestCore, type TestCore } from '../../fixtures/core.ts'
import { must } from '../../fixtures/store.ts'

/** Two rows of 10 million each under a printed sum of 25 million. */
const csv = [
  'Sub Output;Tahap;Metode;Pelaksana;Durasi;Sumber Daya',
  'Pengembangan SIM Aset;;;;;',
  'Aplikasi;Analisis;Rapat;Vendor;1 Bulan;APBD : 10 Juta',
  'Aplikasi;Pengodean;Laravel;Vendor;2 Bulan;APBD : 10 Juta',
  'JUMLAH;;;;;Rp25.000.000',
].join('\n')

let at: TestCore
beforeEach(async () => {
  at = openTestCore()
  await at.begin()
})
afterEach(() => at.close())

const bring = async (own: { settled?: number[]; mode?: 'version' | 'append' } = {}, text = csv) => {
  const file = { name: 'aset.csv', bytes: new TextEncoder().encode(text) }
  const { token, parsed } = must(await at.call(budgetPreview, { files: [file] }))
  return must(
    await at.call(budgetAccept, {
      token,
      opd: { id: null, code: '5.02', name: 'Badan Pengelolaan Keuangan' },
      year: 2027,
      received: '2026-11-02',
      mode: 'version',
      outputs: acceptedOutputs(parsed.files as ParsedFile[]) as InputOf<typeof budgetAccept>['outputs'],
      ...own,
    }),
  )
}
const open = async (form: string) => must(await at.call(budgetForm, { form }))
const marksInList = async () => must(await at.call(budgetForms, { year: 2027 })).forms[0]?.marks
const points = async () =>
  must(await at.call(consolidationPoints, { year: 2027 })).points.filter(({ kind }) => kind === 'total')
const settle = async (form: string) => at.call(budgetSettle, { form, mark: 0, seen: (await open(form)).seen })

describe('a printed total that its rows do not make', () => {
  it('stays with the form: its words and both numbers, in the list, and as a point of the consolidation', async () => {
    const { form } = await bring()
    expect((await open(form)).form.marksOfForm).toMatchObject([
      {
        at: 0,
        type: 'TotalMismatch',
        found: expect.stringContaining('JUMLAH'),
        stated: 25_000_000,
        counted: 20_000_000,
        settledBy: '',
        agrees: false,
      },
    ])
    expect(await marksInList()).toBe(1)
    const [point, ...more] = await points()
    expect(more).toEqual([])
    expect(point?.forms).toEqual([form])
    expect(point?.text).toMatch(
      /Badan Pengelolaan Keuangan: .*Rp25\.000\.000.*JUMLAH.*Rp20\.000\.000, selisih Rp5\.000\.000/,
    )
  })

  it('is settled by an officer in a change of its own that names the words, and undone like any other', async () => {
    const { form } = await bring()
    const { commit } = must(await settle(form))
    expect((await open(form)).form.marksOfForm[0]).toMatchObject({
      settledBy: 'Siti Rahma',
      settledAt: expect.stringMatching(/^20/),
    })
    expect(await marksInList()).toBe(0)
    expect(await points()).toEqual([])
    const [newest] = must(await at.call(recordHistory, { type: 'budgetForm', id: form })).steps
    expect(newest).toMatchObject({ commit, officer: 'Siti Rahma', reason: expect.stringContaining('JUMLAH') })
    must(await at.call(commitUndo, { commit }))
    expect(await marksInList()).toBe(1)
  })

  it('is settled only once, and says so', async () => {
    const { form } = await bring()
    must(await settle(form))
    const again = await settle(form)
    expect(again.ok ? '' : again.error.type).toBe('NotFound')
  })

  it('that was called right before saving is kept as settled, with who did', async () => {
    const { form } = await bring({ settled: [0] })
    expect((await open(form)).form.marksOfForm).toMatchObject([
      { settledBy: 'Siti Rahma', stated: 25_000_000 },
    ])
    expect(await marksInList()).toBe(0)
    expect(await points()).toEqual([])
  })

  it('is in doubt no more once the rows make it', async () => {
    const { form } = await bring()
    const { rows, seen } = await open(form)
    must(
      await at.call(budgetSaveRows, {
        form,
        seen,
        created: [],
        updated: [{ id: rows[1]?.id ?? '', position: null, values: { resources: 'APBD : 15 Juta' } }],
        removed: [],
      }),
    )
    expect((await open(form)).form.marksOfForm[0]).toMatchObject({ agrees: true, settledBy: '' })
    expect(await marksInList()).toBe(0)
    expect(await points()).toEqual([])
  })

  it('goes with the form when the import is undone', async () => {
    const { commit } = await bring()
    must(await at.call(commitUndo, { commit }))
    expect(must(await at.call(budgetForms, { year: 2027 })).forms).toEqual([])
    expect(await points()).toEqual([])
  })

  it('of rows that were added to a form stands beside the marks that were there', async () => {
    const { form } = await bring()
    must(await settle(form))
    await bring({ mode: 'append' })
    expect((await open(form)).form.marksOfForm.map(({ settledBy }) => settledBy)).toEqual(['Siti Rahma', ''])
    expect(await marksInList()).toBe(1)
  })

  it('is one doubt among those of the cells: the list, the form and the consolidation name the same number', async () => {
    const twice = csv.replace(
      'Aplikasi;Pengodean;Laravel;Vendor;2 Bulan;APBD : 10 Juta',
      'Aplikasi;Pengodean;Laravel;Vendor;2 - 3 bulan;APBD : sepuluh kali',
    )
    const { form } = await bring({}, twice)
    const { rows, form: opened } = await open(form)
    const inCells = rows.flatMap(({ marks }) => marks).length
    expect(inCells, 'two cells of one row').toBe(2)
    expect(opened.marks).toBe(inCells + 1)
    expect(await marksInList()).toBe(inCells + 1)
    const { points: all } = must(await at.call(consolidationPoints, { year: 2027 }))
    expect(all.filter(({ kind }) => kind === 'doubt')).toMatchObject([
      { text: expect.stringMatching(/^3 tanda .*Keuangan 3\.$/), forms: [form] },
    ])
  })

  it('cannot be settled on a locked form', async () => {
    const { form } = await bring()
    for (const status of ['direkomendasikan', 'dikunci'] as const)
      must(await at.call(budgetSetStatus, { form, status, note: '', seen: (await open(form)).seen }))
    const refused = await settle(form)
    expect(refused.ok ? '' : refused.error.type).toBe('Locked')
  })
})
