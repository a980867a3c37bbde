import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longDate, longDateTime, tableDate, wibTime } from '../../../shared/format/date.ts'
import { rupiah, rupiahInLetter, thousands } from '../../../shared/format/money.ts'
import { formatNip } from '../../../shared/format/nip.ts'
import { percent } from '../../../shared/format/percent.ts'
import { terbilang, terbilangRupiah } from '../../../shared/format/terbilang.ts'

describe('Indonesian formats', () => {
  it('write money without space, with dots, and with cents only in letters', () => {
    expect(rupiah(186_000_000)).toBe('Rp186.000.000')
    expect(rupiahInLetter(186_000_000)).toBe('Rp186.000.000,00')
    expect([0, 999, 1_000, -1_500_000].map(thousands)).toEqual(['0', '999', '1.000', '-1.500.000'])
    expect(rupiah(-5)).toBe('-Rp5')
    expect(thousands(-0.2)).toBe('0')
  })

  it('lose no digit of any amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => Number(thousands(value).replaceAll('.', '')) === value),
    )
  })

  it('write percent with a comma', () => {
    expect([0.125, 1, 0, -0.5, 0.0004].map((ratio) => percent(ratio))).toEqual([
      '12,5%',
      '100,0%',
      '0,0%',
      '-50,0%',
      '0,0%',
    ])
    expect(percent(0.126, 0)).toBe('13%')
  })

  it('write days as they stand and instants in WIB', () => {
    expect(longDate('2026-11-21')).toBe('21 November 2026')
    expect(tableDate('2026-11-21')).toBe('21-11-2026')
    expect(longDate('2026-11-21T18:30:00Z')).toBe('22 November 2026')
    expect(wibTime('2026-11-21T07:05:00Z')).toBe('14.05 WIB')
    expect(longDateTime('2026-12-31T17:00:00.000Z')).toBe('1 Januari 2027 pukul 00.00 WIB')
  })

  it('leave what is no date as it is', () => {
    const texts = ['', 'kemarin', '2026-13-01', '2026-02-30', '2026-11-21T25:00Z']
    for (const format of [longDate, tableDate]) expect(texts.map(format)).toEqual(texts)
  })

  it('write a NIP in its four parts', () => {
    expect(formatNip('196608011988031001')).toBe('19660801 198803 1 001')
    expect(formatNip('19660801 198803 1 001')).toBe('19660801 198803 1 001')
    expect(formatNip('honorer')).toBe('honorer')
  })

  it('say numbers in words', () => {
    expect(terbilangRupiah(186_000_000)).toBe('seratus delapan puluh enam juta rupiah')
    expect([0, 11, 15, 20, 21, 100, 111, 1_000, 1_001, 2_019, 1_000_000].map(terbilang)).toEqual([
      'nol',
      'sebelas',
      'lima belas',
      'dua puluh',
      'dua puluh satu',
      'seratus',
      'seratus sebelas',
      'seribu',
      'seribu satu',
      'dua ribu sembilan belas',
      'satu juta',
    ])
    expect(terbilang(1_234_567_890)).toBe(
      'satu miliar dua ratus tiga puluh empat juta lima ratus enam puluh tujuh ribu delapan ratus sembilan puluh',
    )
  })
})
