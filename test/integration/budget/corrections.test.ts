import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  budgetAccept,
  budgetForm,
  budgetHistory,
  budgetPreview,
  budgetSaveRows,
} from '../../../shared/contract/budget.ts'
import type { InputOf } from '../../../shared/contract/call.ts'
import { consolidationPoints } from '../../../shared/contract/consolidation.ts'
import { type AcceptedOutput, acceptedOutputs } from '../../../shared/rules/budget/accepted.ts'
import type { ParsedFile, ParsedRow } from '../../../shared/rules/budget/parsed.ts'
import { openTestCore, type TestCore } from '../../fixtures/core.ts'
import { must } from '../../fixtures/store.ts'

/** Two rows of 10 million and one whose cost is not a number, over a printed sum that they make. */
const csv = [
  'Sub Output;Tahap;Metode;Pelaksana;Durasi;Sumber Daya',
  'Pengembangan SIM Aset;;;;;',
  'Aplikasi;Analisis;Rapat;Vendor;1 Bulan;APBD : 10 Juta',
  'Aplikasi;Pengodean;Laravel;Vendor;2 Bulan;APBD : 10 Juta',
  'Aplikasi;Pemeliharaan;Kontrak;Vendor;3 Bulan;menyesuaikan',
  'JUMLAH;;;;;Rp20.000.000',
].join('\n')

let at: TestCore
beforeEach(async () => {
  at = openTestCore()
  await at.begin()
})
afterEach(() => at.close())

type Row = AcceptedOutput['rows'][number]
/** `change`: what the officer makes of the rows before saving. */
const bring = async (change: (rows: readonly Row[]) => readonly Row[]): Promise<string> => {
  const file = { name: 'aset.csv', bytes: new TextEncoder().encode(csv) }
  const { token, parsed } = must(await at.call(budgetPreview, { files: [file] }))
  const outputs = acceptedOutputs(parsed.files as ParsedFile[]).map(({ title, rows }) => ({
    title,
    rows: change(rows),
  }))
  const done = await at.call(budgetAccept, {
    token,
    opd: { id: null, code: '5.02', name: 'Badan Pengelolaan Keuangan' },
    year: 2027,
    received: '2026-11-02',
    mode: 'version',
    files: [0],
    outputs: outputs as InputOf<typeof budgetAccept>['outputs'],
  })
  return must(done).form
}
const priced = (row: Row): Row => ({
  ...row,
  resources: { ...row.resources, funding: [{ source: 'APBD', amount: 24_000_000 }] },
  amount: 24_000_000,
  marks: [],
})
const corrected = (rows: readonly Row[]) => rows.map((row) => (row.row === 3 ? priced(row) : row))
const own = (row: ParsedRow): Row => ({
  ...row,
  row: 2,
  place: { sheet: null, table: null, line: 1 },
  stage: 'Pelatihan',
  marks: [],
})
const open = async (form: string) => must(await at.call(budgetForm, { form }))
const steps = async (form: string, row: string | null = null) =>
  must(await at.call(budgetHistory, { form, row })).steps
const points = async (kind: string) =>
  must(await at.call(consolidationPoints, { year: 2027 })).points.filter((point) => point.kind === kind)

describe('a cell that was corrected before saving', () => {
  it('keeps what the file said and who made what of it, although nobody told the core that it was corrected', async () => {
    const { rows } = await open(await bring(corrected))
    expect(rows[2]?.corrected).toMatchObject([
      { column: 'source', before: '', after: 'APBD', by: 'Siti Rahma', at: expect.stringMatching(/^20/) },
      { column: 'amount', before: '', after: '24.000.000', by: 'Siti Rahma' },
    ])
    expect(rows.slice(0, 2).map((row) => row.corrected)).toEqual([[], []])
  })

  it('is told in the history of its row and of its form, in the commit of the import', async () => {
    const form = await bring(corrected)
    const { rows } = await open(form)
    const told = { kind: 'corrected', number: 3, label: 'Jumlah', before: '', after: '24.000.000' }
    const [ofRow] = await steps(form, rows[2]?.id)
    expect(ofRow?.changes).toContainEqual(expect.objectContaining(told))
    const all = await steps(form)
    expect(all).toHaveLength(1)
    expect(all[0]).toMatchObject({ officer: 'Siti Rahma' })
    expect(all[0]?.changes).toContainEqual(expect.objectContaining(told))
  })

  it('makes the printed total a doubt that says both sums where the rows no longer make it', async () => {
    const form = await bring(corrected)
    expect((await open(form)).form.marksOfForm).toMatchObject([
      { type: 'CorrectedTotal', stated: 20_000_000, counted: 44_000_000, settledBy: '', agrees: false },
    ])
    const [point] = await points('total')
    expect(point?.text).toMatch(/Rp20\.000\.000.*sesudah dikoreksi Diskominfo saat impor Rp44\.000\.000/)
  })

  it('is a correction no more once the cell says again what the file said', async () => {
    const form = await bring((rows) =>
      rows.map((row) => (row.row === 1 ? { ...row, method: 'Survei' } : row)),
    )
    const { rows, seen } = await open(form)
    expect(rows[0]?.corrected).toMatchObject([{ column: 'method', before: 'Rapat', after: 'Survei' }])
    const back = { id: rows[0]?.id ?? '', position: null, values: { method: 'Rapat' } }
    must(await at.call(budgetSaveRows, { form, seen, created: [], updated: [back], removed: [] }))
    expect((await open(form)).rows[0]?.corrected).toEqual([])
  })
})

describe('the points of the consolidation', () => {
  it('say how many cells were corrected, which rows were added and which were not taken', async () => {
    const form = await bring((rows) => [
      ...corrected(rows).slice(0, 1),
      own(rows[0] as Row),
      ...corrected(rows).slice(2),
    ])
    const { rows } = await open(form)
    expect(await points('corrected')).toMatchObject([
      {
        text: expect.stringMatching(/^2 isian dikoreksi .*Keuangan 2\./),
        forms: [form],
        rows: [rows[2]?.id],
      },
      { text: expect.stringMatching(/^1 baris ditambahkan /), forms: [form], rows: [rows[1]?.id] },
      { text: expect.stringMatching(/^1 baris pada formulir .* tidak diambil /), forms: [form] },
    ])
  })
})

describe('rows of a file and of the officer', () => {
  it('tell of a row that the officer added that the file has no such row', async () => {
    const form = await bring((rows) => [...rows.slice(0, 1), own(rows[0] as Row), ...rows.slice(1)])
    const { rows } = await open(form)
    expect(rows.map((row) => row.corrected.map(({ column }) => column))).toEqual([[], [''], [], []])
    const [step] = await steps(form, rows[1]?.id)
    expect(step?.changes).toContainEqual(expect.objectContaining({ kind: 'corrected', label: '', number: 2 }))
  })

  it('name a row that was refused in the history of the form', async () => {
    const form = await bring((rows) => rows.filter(({ row }) => row !== 2))
    const [step] = await steps(form)
    expect(step?.changes.filter(({ kind }) => kind === 'refused')).toMatchObject([
      { row: null, before: expect.stringMatching(/^2 \(.*Pengodean; Rp10\.000\.000\)$/) },
    ])
  })

  it('say nothing where the file was taken as it is', async () => {
    const form = await bring((rows) => rows)
    const opened = await open(form)
    expect(opened.rows.flatMap((row) => row.corrected)).toEqual([])
    expect(opened.form.marksOfForm).toEqual([])
    const [step] = await steps(form)
    expect(step?.changes.map(({ kind }) => kind)).toEqual(['added', 'added', 'added'])
    expect(await points('corrected')).toEqual([])
  })
})
