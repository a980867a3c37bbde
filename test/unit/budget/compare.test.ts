import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ComparedRow, compareRows } from '../../../shared/rules/budget/compare.ts'

const word = fc.constantFrom(
  'Pengodean modul',
  'Pelatihan petugas',
  'Rapat',
  'Sewa internet 100 Mbps',
  'Uji petik',
  '',
)
const row = fc.record({
  output: word,
  subOutput: word,
  stage: word,
  method: word,
  implementer: word,
  duration: word,
  resources: word,
  amount: fc.option(fc.integer({ min: 1, max: 1_000 })),
  source: word,
  volume: fc.option(fc.integer({ min: 1, max: 9 })),
  measure: word,
  unitPrice: fc.option(fc.integer({ min: 1, max: 9 })),
})
const rows = fc.array(row, { maxLength: 25 })
const sum = (list: readonly ComparedRow[]) => list.reduce((total, { amount }) => total + (amount ?? 0), 0)
const base: ComparedRow = {
  output: 'SIM',
  subOutput: 'Aplikasi',
  stage: 'Pengodean modul cuti',
  method: '',
  implementer: 'Vendor',
  duration: '1 Bulan',
  resources: 'APBD : 10 juta',
  amount: 10,
  source: 'APBD',
  volume: null,
  measure: '',
  unitPrice: null,
}

describe('two versions of a form', () => {
  it('differ by exactly the difference of their sums, and no row is counted twice or lost', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const { differences, same } = compareRows(before, after)
        const of = (kind: string) => differences.filter((one) => one.kind === kind).length
        expect(same + of('changed') + of('removed')).toBe(before.length)
        expect(same + of('changed') + of('added')).toBe(after.length)
        expect(
          differences.reduce((total, one) => total + (one.amountAfter ?? 0) - (one.amountBefore ?? 0), 0),
        ).toBe(sum(after) - sum(before))
      }),
    )
  })

  it('do not differ when the rows only stand in another order', () => {
    fc.assert(
      fc.property(
        rows.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([before, after]) => {
          expect(compareRows(before, after)).toEqual({ differences: [], same: before.length })
        },
      ),
    )
  })

  it('show a reworded row as changed, with what was and what is', () => {
    const { differences } = compareRows(
      [base],
      [{ ...base, stage: 'Pengodean modul cuti pegawai', amount: 12, resources: 'APBD : 12 juta' }],
    )
    expect(differences).toMatchObject([{ kind: 'changed', amountBefore: 10, amountAfter: 12 }])
    expect(differences[0]?.fields.map(({ label, before, after }) => [label, before, after])).toEqual([
      ['Tahap pelaksanaan', 'Pengodean modul cuti', 'Pengodean modul cuti pegawai'],
      ['Sumber daya', 'APBD : 10 juta', 'APBD : 12 juta'],
      ['Jumlah (Rp)', 'Rp10', 'Rp12'],
    ])
  })

  it('show a row as changed when it moved to another sub output', () => {
    expect(compareRows([base], [{ ...base, subOutput: 'Lainnya' }]).differences).toMatchObject([
      { kind: 'changed' },
    ])
  })

  it('do not pair rows that only share a word', () => {
    const kinds = compareRows(
      [base],
      [{ ...base, stage: 'Pengodean dasbor capaian kinerja', subOutput: 'Peta' }],
    ).differences.map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['added', 'removed'])
  })
})
