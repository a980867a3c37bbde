import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  budgetAccept,
  budgetForm,
  budgetForms,
  budgetHistory,
  budgetPreview,
  budgetSaveRows,
  budgetSetStatus,
  budgetSettleCells,
} from '../../../shared/contract/budget.ts'
import type { InputOf } from '../../../shared/contract/call.ts'
import { commitUndo, recordHistory } from '../../../shared/contract/records.ts'
import { acceptedOutputs } from '../../../shared/rules/budget/accepted.ts'
import type { ParsedFile } from '../../../shared/rules/budget/parsed.ts'
import { openTestCore, type TestCore } from '../../fixtures/core.ts'
import { must } from '../../fixtures/store.ts'

const csv = [
  'Sub Output;Tahap;Metode;Pelaksana;Durasi;Sumber Daya',
  'Pengembangan SIM Aset;;;;;',
  'Aplikasi;Analisis;Rapat;Vendor;1 Bulan;APBD : 10 Juta',
  'Aplikasi;Pemeliharaan;Kontrak;Vendor;seperlunya;sesuai DPA',
].join('\n')

let at: TestCore
beforeEach(async () => {
  at = openTestCore()
  await at.begin()
})
afterEach(() => at.close())

/** `right`: columns whose doubts the officer found right before saving. */
const bring = async (right: readonly string[] = []): Promise<string> => {
  const file = { name: 'aset.csv', bytes: new TextEncoder().encode(csv) }
  const { token, parsed } = must(await at.call(budgetPreview, { files: [file] }))
  const outputs = acceptedOutputs(parsed.files as ParsedFile[]).map(({ title, rows }) => ({
    title,
    rows: rows.map((row) => ({ ...row, marks: row.marks.filter(({ column }) => !right.includes(column)) })),
  }))
  const done = await at.call(budgetAccept, {
    token,
    opd: { id: null, code: '5.02', name: 'Badan Pengelolaan Keuangan' },
    year: 2027,
    received: '2026-11-02',
    mode: 'version',
    outputs: outputs as InputOf<typeof budgetAccept>['outputs'],
  })
  return must(done).form
}
const open = async (form: string) => must(await at.call(budgetForm, { form }))
const steps = async (form: string, row: string | null = null) =>
  must(await at.call(budgetHistory, { form, row })).steps
const marksInList = async () => must(await at.call(budgetForms, { year: 2027 })).forms[0]?.marks
const settle = async (form: string, columns: readonly string[]) => {
  const { rows, seen } = await open(form)
  const marks = rows.flatMap((row) =>
    row.marks
      .filter(({ column }) => columns.includes(column))
      .map(({ column, type, found }) => ({ row: row.id, column, type, found })),
  )
  return at.call(budgetSettleCells, { form, marks, seen })
}

describe('the history of a form', () => {
  it('tells the changes of its rows: which row, which column, from what to what, by whom', async () => {
    const form = await bring()
    const { rows, seen } = await open(form)
    const [first, second] = rows
    must(
      await at.call(budgetSaveRows, {
        form,
        seen,
        created: [{ key: 'n', position: 9000, values: { stage: 'Pelatihan', resources: 'APBD : 1 Juta' } }],
        updated: [
          { id: first?.id ?? '', position: null, values: { resources: 'APBD : 12 Juta', method: 'Survei' } },
        ],
        removed: [second?.id ?? ''],
      }),
    )
    const [saved, imported] = await steps(form)
    expect(saved?.officer).not.toBe('')
    expect(saved?.changes).toEqual(
      expect.arrayContaining([
        {
          row: first?.id,
          number: 1,
          kind: 'changed',
          label: 'Metode atau platform',
          before: 'Rapat',
          after: 'Survei',
        },
        {
          row: first?.id,
          number: 1,
          kind: 'changed',
          label: 'Sumber daya',
          before: 'APBD : 10 Juta',
          after: 'APBD : 12 Juta',
        },
        {
          row: first?.id,
          number: 1,
          kind: 'changed',
          label: 'Jumlah',
          before: 'Rp10.000.000',
          after: 'Rp12.000.000',
        },
        expect.objectContaining({ number: 2, kind: 'added', after: expect.stringContaining('Pelatihan') }),
        expect.objectContaining({
          number: null,
          kind: 'removed',
          before: expect.stringContaining('Pemeliharaan'),
        }),
      ]),
    )
    expect(saved?.changes.filter(({ before, after }) => before === after)).toEqual([])
    expect(imported?.changes.map(({ kind }) => kind)).toEqual(['added', 'added'])
    expect((await steps(form, second?.id)).map(({ changes }) => changes[0]?.kind)).toEqual([
      'removed',
      'added',
    ])
  })

  it('shows no field that did not change, also where it was written together with others', async () => {
    const form = await bring()
    const { seen } = await open(form)
    must(await at.call(budgetSetStatus, { form, status: 'diperiksa', note: '', seen }))
    const [step] = await steps(form)
    expect(step?.changes.map(({ label }) => label)).toEqual(['Keadaan'])
    const { steps: plain } = must(await at.call(recordHistory, { type: 'budgetForm', id: form }))
    expect(plain.flatMap(({ fields }) => fields).filter(({ before, after }) => before === after)).toEqual([])
  })
})

describe('a doubt about a cell that is right', () => {
  it('is settled in one change that can be undone, and the history says by whom', async () => {
    const form = await bring()
    expect(await marksInList(), 'two cells of one row').toBe(2)
    const done = must(await settle(form, ['resources', 'duration']))
    expect(await marksInList()).toBe(0)
    const row = (await open(form)).rows[1]
    expect(row?.marks).toEqual([])
    expect(row?.settled).toMatchObject([{ found: 'sesuai DPA' }, { found: 'seperlunya' }])
    expect(row?.settled[0]?.by).toMatch(/\p{L}/u)
    expect(row?.settled[0]?.by).not.toMatch(/\.\d+\.\d+$/)
    const [step] = await steps(form)
    expect(step?.reason).toContain('2 isian dinyatakan sudah benar')
    expect(step?.changes.filter(({ kind }) => kind === 'settled')).toMatchObject([
      { number: 2, label: 'Sumber daya', before: 'sesuai DPA' },
      { number: 2, label: 'Durasi', before: 'seperlunya' },
    ])
    must(await at.call(commitUndo, { commit: done.commit }))
    expect(await marksInList(), 'two cells of one row').toBe(2)
    expect((await open(form)).rows[1]?.settled).toEqual([])
  })

  it('is refused where it is settled already, and on a form that was recommended', async () => {
    const form = await bring()
    const { rows, seen } = await open(form)
    const mark = rows[1]?.marks[0]
    const named = {
      row: rows[1]?.id ?? '',
      column: mark?.column ?? '',
      type: mark?.type ?? '',
      found: mark?.found ?? '',
    }
    must(await at.call(budgetSettleCells, { form, marks: [named], seen }))
    const again = await open(form)
    expect(await at.call(budgetSettleCells, { form, marks: [named], seen: again.seen })).toMatchObject({
      error: { type: 'NotFound' },
    })
    must(await at.call(budgetSetStatus, { form, status: 'direkomendasikan', note: '', seen: again.seen }))
    expect(await settle(form, ['resources', 'duration'])).toMatchObject({ error: { type: 'Locked' } })
  })

  it('found right before saving keeps who found it so, and shows in the history of the import', async () => {
    const form = await bring(['resources'])
    const row = (await open(form)).rows[1]
    expect(row?.marks.map(({ column }) => column)).toEqual(['duration'])
    expect(row?.settled).toMatchObject([{ column: 'resources', found: 'sesuai DPA' }])
    const [imported] = await steps(form)
    expect(imported?.changes.find(({ kind }) => kind === 'settled')).toMatchObject({
      number: 2,
      label: 'Sumber daya',
      before: 'sesuai DPA',
    })
  })
})
