import { describe, expect, it } from 'vitest'
import { measuredOf } from '../../../shared/rules/budget/measure.ts'
import { readDurationText, readResources } from '../../../shared/rules/budget/reread.ts'

describe('columns that some forms add', () => {
  it.each([
    [
      { Volume: '6', Satuan: 'Unit', 'Harga Satuan (Rp)': '19500000' },
      { volume: 6, measure: 'Unit', unitPrice: 19_500_000 },
    ],
    [
      { 'VOL.': '12', SATUAN: 'Bulan', 'Harga per satuan': 'Rp 9.250.000,-' },
      { volume: 12, measure: 'Bulan', unitPrice: 9_250_000 },
    ],
    [{ Volume: '1.000 lembar' }, { volume: 1_000, measure: 'lembar', unitPrice: null }],
    [
      { Volume: 'secukupnya', Keterangan: 'x' },
      { volume: null, measure: '', unitPrice: null },
    ],
    [{}, { volume: null, measure: '', unitPrice: null }],
  ])('reads %j', (extra, measured) => {
    expect(measuredOf(extra as Record<string, string>)).toEqual(measured)
  })
})

describe('texts that are read again', () => {
  it('gives whole rupiah by source, and what is not money beside it', () => {
    expect(readResources('APBD : 10 Juta; DAK : 5 Juta')).toMatchObject({
      amount: 15_000_000,
      marks: [],
      resources: {
        funding: [
          { source: 'APBD', amount: 10_000_000 },
          { source: 'DAK', amount: 5_000_000 },
        ],
      },
    })
    expect(readResources('').amount).toBeNull()
  })

  it('says in one sentence, without the place on a file, what it could not read', () => {
    const [mark] = readDurationText('menyesuaikan').marks
    expect(mark).toMatchObject({ column: 'duration', type: 'DurationUnread', found: 'menyesuaikan' })
    expect(mark?.message).toMatch(/^‘menyesuaikan’ tidak terbaca/)
    expect(readResources('10-15 juta').marks[0]?.message).not.toMatch(/^Baris/)
  })
})
