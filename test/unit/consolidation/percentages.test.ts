import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharesOf, tenthsInWords, tenthsOf } from '../../../shared/rules/consolidation/percentages.ts'

const parts = fc.array(fc.nat(2_000_000_000_000), { minLength: 1, maxLength: 60 })

describe('the shares of a whole', () => {
  it('add up to the whole, and none is further than a tenth of a per cent from what it is', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 1000 }), (amounts, whole) => {
        const all = amounts.reduce((sum, amount) => sum + amount, 0)
        const tenths = tenthsOf(amounts, whole)
        if (all === 0) {
          expect(tenths).toBeNull()
          return
        }
        expect(tenths?.reduce((sum, part) => sum + part, 0)).toBe(whole)
        for (const [at, part] of (tenths ?? []).entries())
          expect(Math.abs(part - ((amounts[at] ?? 0) / all) * whole)).toBeLessThan(1.000001)
      }),
      { examples: [[[0], 0]] },
    )
  })

  it('never turn the order of the amounts, and what is 0 shows 0', () => {
    fc.assert(
      fc.property(parts, (amounts) => {
        const tenths = tenthsOf(amounts) ?? []
        for (const [at, part] of tenths.entries())
          for (const [other, its] of tenths.entries())
            if ((amounts[at] ?? 0) > (amounts[other] ?? 0)) expect(part).toBeGreaterThanOrEqual(its)
        for (const [at, part] of tenths.entries()) if (amounts[at] === 0) expect(part).toBe(0)
      }),
    )
  })

  it('are shown with one digit: three thirds are 100,0%', () => {
    expect(sharesOf([1, 1, 1])).toEqual(['33,4%', '33,3%', '33,3%'])
    expect(sharesOf([0, 0])).toEqual(['–', '–'])
    expect(tenthsInWords(1000)).toBe('100,0%')
  })
})
