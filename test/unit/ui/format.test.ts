import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dayOf,
  formatClock,
  formatDay,
  formatDecimal,
  formatLongDay,
  formatMoment,
  formatRupiah,
  formatWhole,
  parseAmount,
  parseDay,
  parseWhen,
} from '../../../renderer/ui/format.ts'
import { changedNames } from '../../../renderer/ui/formFields.ts'
import { idsBetween, listMove, toggled } from '../../../renderer/ui/listKeys.ts'
import { amountDone, timeLeft } from '../../../renderer/ui/timeLeft.ts'

const moment = Date.UTC(2026, 10, 21, 7, 5)

describe('numbers and dates as officers read them', () => {
  it('money has points, percent a comma', () => {
    expect([formatWhole(186_000_000), formatRupiah(-5000), formatDecimal(12.5)]).toEqual([
      '186.000.000',
      '-Rp5.000',
      '12,5',
    ])
  })

  it('days and times are those of western Indonesia', () => {
    expect([dayOf(moment), formatClock(moment), formatMoment(moment)]).toEqual([
      '2026-11-21',
      '14.05 WIB',
      '21-11-2026 14.05 WIB',
    ])
    expect(dayOf(Date.UTC(2026, 10, 21, 18))).toBe('2026-11-22')
    expect([formatDay('2026-11-21'), formatLongDay('2026-11-02')]).toEqual(['21-11-2026', '2 November 2026'])
  })

  it('a day is read as it is written by hand, and nothing that is no day', () => {
    expect(['21-11-2026', '1/2/27', '2 nov 2026', '03 Agustus 2026', '21112026'].map(parseDay)).toEqual([
      '2026-11-21',
      '2027-02-01',
      '2026-11-02',
      '2026-08-03',
      '2026-11-21',
    ])
    expect(['31-02-2026', '0-1-2026', '21-13-2026', 'besok', '', '1-1-1', '2 xx 2026'].map(parseDay)).toEqual(
      Array(7).fill(null),
    )
  })

  it('when something was may be known by its year or month alone', () => {
    expect(['2019', '5-2019', 'Mei 2019', '21-05-2019', ' 2019 '].map(parseWhen)).toEqual([
      '2019',
      '2019-05',
      '2019-05',
      '2019-05-21',
      '2019',
    ])
    expect(['19', '13-2019', 'sekitar 2019', '', '1850'].map(parseWhen)).toEqual(Array(5).fill(null))
    expect(['2019', '2019-05', '2019-05-21'].map(formatDay)).toEqual(['2019', '05-2019', '21-05-2019'])
    expect(['2019', '2019-05'].map(formatDay).map(parseWhen)).toEqual(['2019', '2019-05'])
  })

  it('every day that is shown can be read again, short and long', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1945-08-17'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10)
          expect([parseDay(formatDay(day)), parseDay(formatLongDay(day))]).toEqual([day, day])
        },
      ),
    )
  })

  it('every amount that is shown can be read again', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        expect([
          parseAmount(formatWhole(amount)),
          parseAmount(formatRupiah(amount)),
          parseAmount(String(amount)),
        ]).toEqual([amount, amount, amount])
      }),
    )
  })

  it('what is no plain amount is not guessed', () => {
    expect(['10 juta', 'Rp', '1.50', '1,5', '12.34.567', '99999999999999999999'].map(parseAmount)).toEqual(
      Array(6).fill(undefined),
    )
  })
})

describe('progress', () => {
  it('says how much, and how long it still takes once that can be said', () => {
    expect([amountDone(4200, 12_000), amountDone(17, null)]).toEqual(['4.200 dari 12.000', '17 selesai'])
    expect(timeLeft(8000, 4200, 12_000)).toBe('sekitar 15 detik lagi')
    expect(timeLeft(60_000, 100, 1000)).toBe('sekitar 9 menit lagi')
    expect(timeLeft(9000, 990, 1000)).toBe('hampir selesai')
    expect([timeLeft(500, 10, 100), timeLeft(5000, 0, 100), timeLeft(5000, 10, null)]).toEqual(['', '', ''])
  })
})

describe('a list and a form', () => {
  it('keys move inside the list and never out of it', () => {
    expect(listMove('ArrowDown', false, -1, 3)).toEqual({ cursor: 0, extend: false })
    expect(listMove('ArrowDown', true, 2, 3)).toEqual({ cursor: 2, extend: true })
    expect(listMove('End', false, 0, 3)?.cursor).toBe(2)
    expect([listMove('x', false, 0, 3), listMove('ArrowDown', false, -1, 0)]).toEqual([null, null])
  })

  it('a selection runs in both directions', () => {
    const rows = ['a', 'b', 'c'].map((id) => ({ id }))
    expect([idsBetween(rows, 2, 1), idsBetween(rows, 0, 1)]).toEqual([
      ['b', 'c'],
      ['a', 'b'],
    ])
    expect([...toggled(toggled(new Set(['a']), 'b'), 'a')]).toEqual(['b'])
  })

  it('only fields that differ are changed; a missing one is the same as an empty one', () => {
    expect(changedNames({ a: 'x', b: null }, { a: 'x', c: null })).toEqual([])
    expect(changedNames({ a: 'x' }, { a: 'y', b: 1 })).toEqual(['a', 'b'])
  })
})
