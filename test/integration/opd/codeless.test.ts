import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listForms } from '../../../electron/budget/form.ts'
import { type ImportInput, importForm } from '../../../electron/budget/import-form.ts'
import { findPoints } from '../../../electron/consolidation/points.ts'
import { reportOf } from '../../../electron/consolidation/report.ts'
import { groupRows } from '../../../electron/document/sums.ts'
import { registerOf } from '../../../electron/opd/complete.ts'
import type { AcceptedRow } from '../../../shared/rules/budget/accepted.ts'
import { must, openCity, type TestCity } from '../../fixtures/city.ts'

let city: TestCity
beforeEach(() => {
  city = openCity()
})
afterEach(() => city.close())

const row = (amount: number): AcceptedRow => ({
  row: 1,
  place: { sheet: null, table: 1, line: 1 },
  subOutput: 'Aplikasi',
  stage: 'Analisis',
  method: '',
  implementer: 'Vendor',
  duration: '1 Bulan',
  durationValue: null,
  resources: { asPrinted: `APBD : ${amount}`, funding: [{ source: 'APBD', amount }], other: '' },
  amount,
  extra: {},
  marks: [],
})
const bring = (opd: Partial<ImportInput['opd']>, year = 2027, amount = 10_000_000) =>
  importForm(city.command, {
    opd: { id: null, code: '', name: '', ...opd },
    year,
    received: '2026-11-02',
    letter: '',
    mode: 'version',
    outputs: [{ title: 'SIM', rows: [row(amount)] }],
    doubts: [],
    files: [{ name: 'a.csv', bytes: new Uint8Array([1]) }],
  })

describe('an OPD without a code', () => {
  it('is added by its name alone with its form, and once for forms of two years', () => {
    expect(must(bring({ name: 'Dinas Aset' }))).toMatchObject({ opdAdded: true, version: 1 })
    expect(must(bring({ name: 'DINAS ASET' }, 2028))).toMatchObject({ opdAdded: false })
    expect(city.store.reader.where('opd', {})).toMatchObject([{ name: 'Dinas Aset', code: null }])
    const nameless = bring({})
    expect(nameless.ok ? '' : nameless.error.type).toBe('OpdMissing')
    const reason = city.store.reader.rows<{ reason: string }>('select reason from _log order by arrival')
    expect(reason.some((entry) => entry.reason.includes('; OPD Dinas Aset ditambahkan, tanpa kode'))).toBe(
      true,
    )
  })

  it('stands after those with a code in the list, and is counted in the register', () => {
    must(bring({ name: 'Badan Tanpa Kode' }))
    must(bring({ name: 'Dinas Berkode', code: '1.02' }))
    expect(
      must(listForms(city.query, { year: 2027, allVersions: false })).forms.map((form) => form.opdName),
    ).toEqual(['Dinas Berkode', 'Badan Tanpa Kode'])
    expect(
      must(listForms(city.query, { year: 2028, allVersions: false })).missing.map(({ name }) => name),
    ).toEqual(['Dinas Berkode', 'Badan Tanpa Kode'])
    expect(must(registerOf(city.query)).codeless).toBe(1)
  })

  it('has a place of its own on paper, beside another one', () => {
    must(bring({ name: 'Badan Tanpa Kode' }))
    const codes = () => groupRows(reportOf(city.query, 2027, null)).map(({ code, name }) => [code, name])
    expect(codes()).toEqual([['tanpa kode', 'Badan Tanpa Kode']])
    must(bring({ name: 'Dinas Aset' }, 2027, 5))
    expect(new Set(codes().map(([, name]) => name))).toEqual(new Set(['Badan Tanpa Kode', 'Dinas Aset']))
    expect(codes().map(([code]) => code)).toEqual(['tanpa kode 1', 'tanpa kode 2'])
  })

  it('is named in a point that leads to the register', () => {
    must(bring({ name: 'Badan Tanpa Kode' }))
    const texts = findPoints(city.query, 2027).points.flatMap(({ kind, text }) =>
      kind === 'codeless' ? [text] : [],
    )
    expect(texts).toEqual(['1 OPD belum berkode dalam daftar OPD: Badan Tanpa Kode.'])
  })
})
