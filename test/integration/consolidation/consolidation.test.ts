import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openForm } from '../../../electron/budget/form.ts'
import { saveRows } from '../../../electron/budget/save-rows.ts'
import { drawUp } from '../../../electron/consolidation/draw-up.ts'
import { findPoints } from '../../../electron/consolidation/points.ts'
import { reportOf } from '../../../electron/consolidation/report.ts'
import { rowsBehind } from '../../../electron/consolidation/rows.ts'
import { type Summary, summaryOf } from '../../../electron/consolidation/summary.ts'
import { consolidationSummary, type Dimension } from '../../../shared/contract/consolidation.ts'
import { must, openCity, seedCity, type TestCity } from '../../fixtures/city.ts'

let city: TestCity
beforeEach(() => {
  city = openCity()
})
afterEach(() => city.close())

const rowsOf = (own: Partial<Parameters<typeof rowsBehind>[1]> = {}) =>
  rowsBehind(city.query, {
    year: 2027,
    stage: 'usulan',
    dimension: null,
    label: '',
    subOutput: null,
    opd: null,
    only: 'all',
    ...own,
  })

/** What the tables themselves say, by a walk over every row. */
const counted = () => {
  const rows = city.store.reader.where('budgetRow', {})
  return {
    rows: rows.length,
    withoutCost: rows.filter(({ usulanAmount }) => usulanAmount === null).length,
    total: rows.reduce((sum, { usulanAmount }) => sum + (usulanAmount ?? 0), 0),
  }
}
const total = (groups: readonly { readonly total: number }[]) =>
  groups.reduce((sum, group) => sum + group.total, 0)
const groupsOf = (
  summary: Summary,
): [Dimension, { label: string; total: number; rows: number; withoutCost: number }[]][] => [
  ['opd', summary.byOpd.map((group) => ({ ...group, label: group.opd }))],
  ['source', summary.bySource],
  ['implementer', summary.byImplementer],
  ['method', summary.byMethod],
]

describe('the summary', () => {
  it('adds up to the whole in every dimension, and each number is the sum of the rows behind it', () => {
    seedCity(city, { opds: 4, rows: 60 })
    const summary = consolidationSummary.output.parse(summaryOf(city.query, 2027))
    expect(summary.all).toEqual({ forms: 4, ...counted() })
    for (const [dimension, groups] of groupsOf(summary)) {
      expect(total(groups)).toBe(summary.all.total)
      for (const { label, total: sum, rows, withoutCost } of groups) {
        const behind = rowsOf({ dimension, label })
        expect([dimension, label, behind.total, behind.rows.length, behind.withoutCost]).toEqual([
          dimension,
          label,
          sum,
          rows,
          withoutCost,
        ])
      }
    }
    expect(total(summary.byOutput)).toBe(summary.all.total)
    for (const { label, opdId, total: sum, subOutputs } of summary.byOutput) {
      expect(rowsOf({ dimension: 'output', label, opd: opdId }).total).toBe(sum)
      for (const sub of subOutputs)
        expect(rowsOf({ dimension: 'output', label, opd: opdId, subOutput: sub.label })).toMatchObject({
          total: sub.total,
          withoutCost: sub.withoutCost,
        })
    }
    expect(rowsOf({ only: 'withoutCost' })).toMatchObject({ total: 0, withoutCost: summary.all.withoutCost })
  })

  it('counts only the version in use, and only one where two are marked as used', () => {
    const [opd = ''] = seedCity(city, { opds: 1, rows: 6 })
    const before = summaryOf(city.query, 2027).all
    must(
      city.store.commit(city.command.actor, 'dua versi', (tx) => {
        const old = tx.create('budgetForm', {
          opd,
          year: 2027,
          version: 2,
          current: false,
          status: 'diterima',
        })
        tx.create('budgetRow', {
          form: old,
          opd,
          position: 1,
          stage: 'Lama',
          usulanAmount: 1_000,
          usulanSource: 'APBD',
          usulanFunding: [{ source: 'APBD', amount: 1_000 }],
        })
      }),
    )
    expect(summaryOf(city.query, 2027).all).toEqual(before)
    must(
      city.store.commit(city.command.actor, 'perangkat lain', (tx) => {
        const newer = tx.create('budgetForm', {
          opd,
          year: 2027,
          version: 3,
          current: true,
          status: 'diterima',
        })
        tx.create('budgetRow', {
          form: newer,
          opd,
          position: 1,
          stage: 'Baru',
          usulanAmount: 5_000,
          usulanSource: 'APBD',
          usulanFunding: [{ source: 'APBD', amount: 5_000 }],
        })
      }),
    )
    expect(summaryOf(city.query, 2027).all).toEqual({ forms: 1, rows: 1, withoutCost: 0, total: 5_000 })
  })

  it('shows an officer of one OPD only the numbers of that OPD', () => {
    const [opd = '', other = ''] = seedCity(city, { opds: 2, rows: 12 })
    const { query } = city.as(['pimpinan', opd])
    const summary = summaryOf(query, 2027)
    expect(summary.byOpd.map((group) => group.opd)).toEqual([opd])
    expect(
      rowsBehind(query, {
        year: 2027,
        stage: 'usulan',
        dimension: 'opd',
        label: other,
        subOutput: null,
        opd: null,
        only: 'all',
      }).rows,
    ).toEqual([])
  })

  it('follows the register of equivalents', () => {
    seedCity(city, { opds: 1, rows: 30 })
    must(
      city.store.commit(city.command.actor, 'padanan', (tx) =>
        tx.create('implementerAlias', { written: 'pihak ketiga', implementer: 'Rekanan kota' }),
      ),
    )
    const groups = summaryOf(city.query, 2027).byImplementer
    expect(groups.find(({ label }) => label === 'Rekanan kota')?.written).toEqual(['Pihak Ketiga'])
    expect(groups.find(({ label }) => label === 'Penyedia')?.written.sort()).toEqual(['VENDOR', 'Vendor'])
  })
})

describe('a consolidation that was drawn up', () => {
  const changes = () => findPoints(city.query, 2027).points.filter(({ kind }) => kind === 'changed')

  it('is the mark against which later edits show, in text only too', () => {
    seedCity(city, { opds: 3, rows: 8 })
    expect(changes()).toEqual([])
    must(drawUp(city.command, { year: 2027 }))
    const { all, last, byOpd } = summaryOf(city.query, 2027)
    expect(last).toMatchObject({ total: all.total, rows: all.rows, by: 'Siti Rahma' })
    expect(changes()).toEqual([])
    const form = byOpd[1]?.form ?? ''
    const { rows, seen } = must(openForm(city.query, { form }))
    must(
      saveRows(city.command, {
        form,
        seen,
        created: [],
        removed: [],
        updated: [{ id: rows[0]?.id ?? '', position: null, values: { method: 'Scrum' } }],
      }),
    )
    expect(changes()).toMatchObject([
      { forms: [form], text: expect.stringContaining('1 baris diubah atau ditambah') },
    ])
    must(
      saveRows(city.command, {
        form,
        seen: city.store.log.vector(),
        created: [],
        removed: [rows[0]?.id ?? ''],
        updated: [],
      }),
    )
    expect(changes()).toMatchObject([
      { forms: [form], text: expect.stringMatching(/jumlahnya (?:turun|naik) Rp/) },
    ])
    must(drawUp(city.command, { year: 2027 }))
    expect(changes()).toEqual([])
  })

  it('is refused for a year without forms', () => {
    expect(drawUp(city.command, { year: 2030 })).toMatchObject({
      ok: false,
      error: { type: 'NothingToConsolidate' },
    })
  })
})

describe('the report', () => {
  it('prints every rupiah once, by source, and names where the numbers come from', () => {
    must(
      city.store.commit(city.command.actor, 'profil', (tx) =>
        tx.create('workspace', { city: 'Singkawang', regulation: 'singkawang' }),
      ),
    )
    seedCity(city, { opds: 3, rows: 40 })
    const report = reportOf(city.query, 2027, null)
    const { all, bySource } = summaryOf(city.query, 2027)
    expect(report.rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(all.total)
    expect(report.rows.filter(({ continued }) => continued !== true)).toHaveLength(all.rows)
    for (const { label, total: sum } of bySource) {
      expect(
        report.rows
          .filter(({ source }) => source === label)
          .reduce((part, { amount }) => part + (amount ?? 0), 0),
      ).toBe(sum)
    }
    expect(report.forms.map(({ opd, version, received }) => [opd, version, received])[0]).toEqual([
      'Dinas Contoh 1',
      1,
      '2026-11-02',
    ])
    expect(report).toMatchObject({
      city: 'Kota Singkawang',
      legalBasis: expect.stringContaining('Singkawang Nomor 27 Tahun 2019'),
      signer: { place: 'Singkawang', date: '2026-11-21' },
    })
    const { seq, hash } = city.store.head()
    expect(report.log).toEqual({ device: 'aaaaaaaaaa', seq, hash: Buffer.from(hash).toString('hex') })
  })
})
