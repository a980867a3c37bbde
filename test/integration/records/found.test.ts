import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importForm } from '../../../electron/budget/import-form.ts'
import { searchEverything } from '../../../electron/records/search.ts'
import { acceptedOutputs } from '../../../shared/rules/budget/accepted.ts'
import type { ParsedFile } from '../../../shared/rules/budget/parsed.ts'
import { must, openCity, type TestCity } from '../../fixtures/city.ts'

const sample = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../resources/samples/${name}.json`, import.meta.url), 'utf8'))
const place = { sheet: null, table: 1, line: 1 }

let city: TestCity
const bring = (name: string): string => {
  const read = sample(name)
  const outputs = read.outputs.map((output: ParsedFile['outputs'][number]) => ({
    ...output,
    rows: output.rows.map((row) => ({ ...row, place, extra: row.extra ?? {}, durationValue: null })),
  }))
  const form = { ...read, outputs, doubts: [], leftOut: [] } as ParsedFile
  const done = importForm(city.command, {
    opd: { id: null, ...read.opd },
    year: 2027,
    received: '2026-11-02',
    letter: '',
    mode: 'version',
    outputs: acceptedOutputs([form]),
    doubts: [],
    files: [{ name: read.file, bytes: new Uint8Array([1]) }],
  })
  return must(done).form
}
const found = (text: string, limit = 24) =>
  must(searchEverything(city.query.reader, city.query.session, text, limit)).found
const rowsOf = (form: string) =>
  city.query.reader.rows<{ id: string; output: string; stage: string }>(
    'select id, output, stage from budgetRow where form = ? order by position',
    form,
  )

describe('what Ctrl+K finds of a form', () => {
  let form = ''
  beforeAll(() => {
    city = openCity()
    form = bring('penjelasan-pasal-6-ayat-4')
    for (const name of ['dinas-kesehatan', 'rsud', 'bappeda', 'bkpsdm', 'bpkad', 'dinas-pupr', 'satpol-pp'])
      bring(name)
  })
  afterAll(() => city.close())

  it('a row says of which OPD, year and version it is', () => {
    const row = rowsOf(form)[3]
    const hit = found(row?.stage ?? '').find(({ id }) => id === row?.id)
    expect(hit).toMatchObject({
      type: 'budgetRow',
      label: 'Baris anggaran',
      within: `${sample('penjelasan-pasal-6-ayat-4').opd.name} · Formulir TA 2027 versi 1`,
    })
  })

  it('a row says its own words first, then what it is part of, and its amount', () => {
    const rows = city.query.reader.rows<{
      id: string
      stage: string
      subOutput: string
      usulanAmount: number
    }>('select id, stage, subOutput, usulanAmount from budgetRow where usulanAmount > 0 and form <> ?', form)
    const own = rows.find(
      ({ stage, subOutput }) => stage === 'Pengadaan kamera pengawas 12 titik' && subOutput,
    )
    const hit = found('kamera pengawas').find(({ id }) => id === own?.id)
    expect(hit).toMatchObject({ title: own?.stage, part: own?.subOutput, amount: own?.usulanAmount })
    expect(found('dinas kesehatan').find(({ type }) => type === 'opd')?.amount).toBeNull()
  })

  it('an output is found once, by its title, and leads to its first row', () => {
    const [first] = rowsOf(form)
    const hits = found(first?.output ?? '').filter(({ title }) => title === first?.output)
    expect(hits).toMatchObject([{ type: 'budgetRow', id: first?.id, label: 'Output' }])
    expect(hits[0]?.within).toMatch(/ · Formulir TA 2027 versi 1$/)
  })

  it('a form says of which OPD it is, once', () => {
    expect(found('formulir kesehatan 2027')[0]).toMatchObject({
      type: 'budgetForm',
      title: 'Dinas Kesehatan · Formulir TA 2027 versi 1',
      within: '',
    })
  })

  it('no type takes more than eight places', () => {
    const hits = found('pengadaan', 100)
    const counts = Map.groupBy(hits, ({ label }) => label)
    expect(Math.max(...[...counts.values()].map((each) => each.length))).toBe(8)
    expect(found('dinas', 100).some(({ type }) => type === 'opd')).toBe(true)
  })
})
