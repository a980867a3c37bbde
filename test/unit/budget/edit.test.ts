import { describe, expect, test } from 'vitest'
import { cellsOfEdit } from '../../../shared/rules/budget/edit.ts'

const known = {
  marks: [
    {
      column: 'resources',
      found: 'sesuai DPA',
      message: '‘sesuai DPA’ tidak terbaca sebagai jumlah.',
      type: 'NotAmount',
    },
  ],
  duration: '1 Bulan',
  resources: 'sesuai DPA',
  source: 'APBD',
}

describe('an amount that the officer typed beside the text', () => {
  test('counts whatever the text says, keeps the source of the row, and settles the mark', () => {
    expect(cellsOfEdit({ amount: 5_000_000 }, known)).toMatchObject({
      resources: 'sesuai DPA',
      usulanAmount: 5_000_000,
      usulanSource: 'APBD',
      usulanFunding: [{ source: 'APBD', amount: 5_000_000 }],
      marks: null,
    })
  })

  test('of nothing means no cost', () => {
    expect(cellsOfEdit({ amount: null }, known)).toMatchObject({
      usulanAmount: null,
      usulanFunding: null,
      marks: null,
    })
  })

  test('keeps the parts by source only where they still add up to it', () => {
    const text = 'APBD : 10 Juta; DAK : 5 Juta'
    expect(cellsOfEdit({ resources: text, amount: 15_000_000 }, known).usulanFunding).toHaveLength(2)
    expect(cellsOfEdit({ resources: text, amount: 16_000_000 }, known)).toMatchObject({
      usulanAmount: 16_000_000,
      usulanFunding: [{ source: '', amount: 16_000_000 }],
    })
  })

  test('leaves money alone where neither text nor amount was touched', () => {
    expect(cellsOfEdit({ stage: 'Sosialisasi' }, known)).not.toHaveProperty('usulanAmount')
  })
})
