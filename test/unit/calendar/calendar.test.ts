import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import holidays from '../../../resources/hari-libur.json' with { type: 'json' }
import {
  addWorkingDays,
  isWorkingDay,
  knowsYear,
  workingDaysBetween,
} from '../../../shared/rules/calendar/index.ts'

const daysOf = (year: number): string[] =>
  Array.from({ length: 366 }, (_unused, n) =>
    new Date(Date.UTC(year, 0, 1 + n)).toISOString().slice(0, 10),
  ).filter((day) => day.startsWith(String(year)))

describe('working days', () => {
  it.each(Object.entries(holidays))(
    'of %s are as many as were counted from the joint decree',
    (year, given) => {
      expect(daysOf(Number(year)).filter(isWorkingDay)).toHaveLength(given.hari_kerja_senin_jumat)
    },
  )

  it('leave out weekends, holidays and collective leave', () => {
    // Thursday, 24 December 2026 is collective leave, Friday Christmas, then a weekend.
    expect(addWorkingDays('2026-12-23', 1)).toEqual({ day: '2026-12-28', without: [] })
    expect(workingDaysBetween('2026-12-23', '2026-12-28')).toBe(1)
    expect(isWorkingDay('2026-12-24')).toBe(false)
  })

  it('of a year without its decree are Monday to Friday, and that is said', () => {
    expect(knowsYear(2028)).toBe(false)
    expect(addWorkingDays('2027-12-30', 3)).toEqual({ day: '2028-01-04', without: [2028] })
  })

  it('counted there and back come to the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 60 }), (offset, count) => {
        const from = new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10)
        const { day } = addWorkingDays(from, count)
        expect(workingDaysBetween(from, day)).toBe(count)
      }),
    )
  })
})
