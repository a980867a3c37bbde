import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDuration, unitInHeading } from '../../../shared/rules/budget/duration.ts'

describe('a duration in the form’s own words', () => {
  it.each([
    ['1 Bulan', 1, 'bulan', null],
    ['2 minggu', 2, 'minggu', null],
    ['2 Hari, 5 Kali', 2, 'hari', 5],
    ['1 Hari, 2 Kali', 1, 'hari', 2],
    ['3 bln', 3, 'bulan', null],
    ['3 bln.', 3, 'bulan', null],
    ['1 (satu) bulan', 1, 'bulan', null],
    ['1bulan', 1, 'bulan', null],
    ['dua minggu', 2, 'minggu', null],
    ['tiga puluh hari', 30, 'hari', null],
    ['sebulan', 1, 'bulan', null],
    ['setahun', 1, 'tahun', null],
    ['1,5 bulan', 1.5, 'bulan', null],
    ['10 hari kerja', 10, 'hari', null],
    ['5 kali @ 2 hari', 2, 'hari', 5],
    ['5 x 2 hari', 2, 'hari', 5],
    ['3 hari (2 kali)', 3, 'hari', 2],
    ['2 Hari\n5 Kali', 2, 'hari', 5],
    ['1 thn', 1, 'tahun', null],
    ['2 triwulan', 2, 'triwulan', null],
    ['8 jam', 8, 'jam', null],
    ['1 semester', 1, 'semester', null],
  ])('%j', (text, value, unit, times) =>
    expect(readDuration(text)).toEqual({ value: { value, unit, times }, doubt: null }),
  )

  it.each(['', '-', '–', '  '])('%j is no duration and no doubt', (text) =>
    expect(readDuration(text)).toEqual({ value: null, doubt: null }),
  )

  it.each([
    ['6 bulan - 1 tahun', 'DurationRange'],
    ['Januari - Maret', 'DurationRange'],
    ['Jan s.d. Mar 2027', 'DurationRange'],
    ['12', 'DurationWithoutUnit'],
    ['TW I', 'DurationUnread'],
    ['menyesuaikan', 'DurationUnread'],
    ['5 Kali', 'DurationUnread'],
    ['1 tahun 2 bulan', 'DurationUnread'],
    ['Sepanjang tahun', 'DurationUnread'],
  ])('%j keeps its text and is a doubt', (text, doubt) =>
    expect(readDuration(text)).toEqual({ value: null, doubt }),
  )

  it('takes the unit from the heading where the cell is only a number', () => {
    expect(readDuration('12', unitInHeading('Durasi (bulan)'))).toEqual({
      value: { value: 12, unit: 'bulan', times: null },
      doubt: null,
    })
    expect(unitInHeading('Waktu (hari kerja)')).toBe('hari')
    expect(unitInHeading('Durasi')).toBeNull()
  })

  it('every whole number of every unit, once or several times, is read back as itself', () => {
    const units = ['jam', 'hari', 'minggu', 'bulan', 'triwulan', 'semester', 'tahun'] as const
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom(...units),
        fc.option(fc.integer({ min: 1, max: 99 })),
        (value, unit, times) => {
          const text = times === null ? `${value} ${unit}` : `${value} ${unit}, ${times} Kali`
          expect(readDuration(text).value).toEqual({ value, unit, times })
        },
      ),
    )
  })

  it('no text makes it throw, and what is not blank is either read or a doubt', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const { value, doubt } = readDuration(text)
        if (value === null && doubt === null) expect(text.replace(/[\s\u00a0–—_.-]/g, '')).toBe('')
      }),
    )
  })
})
