import { describe, expect, it } from 'vitest'
import { storedOf } from '../../../renderer/budget/formModel.ts'
import { gridMarks } from '../../../renderer/budget/gridMarks.ts'
import { budgetRowShape } from '../../../shared/contract/budget.ts'

const row = (corrected: readonly object[]) =>
  budgetRowShape.parse({
    id: '0123456789.1.1',
    position: 1024,
    output: 'SIM Jalan',
    subOutput: 'Aplikasi',
    stage: 'Pemeliharaan',
    method: '',
    implementer: 'Vendor',
    duration: '3 bulan',
    resources: 'menyesuaikan',
    amount: 24_000_000,
    source: 'APBD',
    other: '',
    volume: null,
    measure: '',
    unitPrice: null,
    extra: {},
    marks: [],
    corrected,
    note: '',
  })
const at = '2026-11-22T03:00:00.000Z'
const marksOf = (corrected: readonly object[]) => {
  const { sheet, bases } = storedOf([row(corrected)])
  return gridMarks(sheet, bases)['0123456789.1.1'] ?? {}
}

describe('a saved form', () => {
  it('shows the corner of a change where a cell was corrected before saving, with what the file said and who', () => {
    const marks = marksOf([{ column: 'amount', before: '', after: '24.000.000', by: 'Ratna', at }])
    expect(Object.keys(marks)).toEqual(['amount'])
    expect(marks.amount).toMatchObject({
      kind: 'changed',
      message: expect.stringMatching(/Ratna.*formulir kosong/),
    })
  })

  it('says of a row that the file has not that an officer added it', () => {
    expect(marksOf([{ column: '', before: '', after: '', by: 'Ratna', at }])).toMatchObject({
      stage: { kind: 'changed', message: expect.stringContaining('ditambahkan Ratna') },
    })
  })

  it('shows nothing where the file was taken as it is', () => {
    expect(marksOf([])).toEqual({})
  })
})
