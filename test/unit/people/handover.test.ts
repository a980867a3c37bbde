import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayBefore } from '../../../shared/format/date.ts'
import { handingFault, type RoleFate, roleSteps } from '../../../shared/rules/people/handover.ts'

const days = Array.from({ length: 40 }, (_unused, n) =>
  new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10),
)
const day = fc.constantFrom(...days)
const open = fc.option(day)
type Days = { readonly from: string | null; readonly until: string | null }
const holds = ({ from, until }: Days, on: string): boolean =>
  (from === null || from <= on) && (until === null || on <= until)

const role = (more: Partial<Days> = {}) => ({
  officer: 'a',
  role: 'verifikator' as const,
  opd: null,
  from: null,
  until: null,
  actingFor: null,
  lentBy: null,
  ...more,
})
const handing = { to: 'b', on: '2026-11-21', until: null, reason: 'Mutasi', letter: '800/1' }
const after = (given: Partial<Days>, fate: RoleFate, on: string, until: string | null = null) => {
  const steps = roleSteps(role(given), fate, { ...handing, on, until })
  const kept = { ...role(given), ...(steps.ends === null ? {} : { until: steps.ends }) }
  return { kept, gives: steps.gives as Days | null }
}

describe('a role that goes over', () => {
  it('is held by exactly one of the two on each day on which it was held', () => {
    fc.assert(
      fc.property(open, open, day, day, (from, until, on, asked) => {
        const { kept, gives } = after({ from, until }, 'alih', on)
        const held = holds({ from, until }, asked)
        const [mine, theirs] = [holds(kept, asked), gives !== null && holds(gives, asked)]
        expect([Number(mine) + Number(theirs), mine && asked >= on]).toEqual([Number(held), false])
      }),
    )
  })

  it('is on paper, and stays what it was: of its OPD, in place of whom, lent by whom', () => {
    const acting = { ...role(), opd: 'dinkes', actingFor: 'Kabid', lentBy: 'c', until: '2026-12-31' }
    expect(roleSteps(acting, 'alih', handing)).toEqual({
      gives: {
        officer: 'b',
        role: 'verifikator',
        opd: 'dinkes',
        actingFor: 'Kabid',
        from: '2026-11-21',
        until: '2026-12-31',
        lentBy: 'c',
        reason: 'Mutasi',
        letter: '800/1',
      },
      ends: '2026-11-20',
    })
  })

  it('ends without anybody after it, or stays, where that was said', () => {
    expect(roleSteps(role(), 'akhir', handing)).toEqual({ gives: null, ends: '2026-11-20' })
    expect(roleSteps(role({ until: '2026-11-05' }), 'akhir', handing).ends).toBe('2026-11-05')
    expect(roleSteps(role(), 'tetap', handing)).toEqual({ gives: null, ends: null })
  })
})

describe('a role that is lent', () => {
  it('stays with its officer, and is with the other one from its first day to its last, never longer than it holds', () => {
    fc.assert(
      fc.property(open, open, day, day, (from, until, on, last) => {
        const { kept, gives } = after({ from, until }, 'pinjam', on, last)
        expect(kept).toEqual(role({ from, until }))
        for (const asked of days)
          expect(gives !== null && holds(gives, asked)).toBe(
            holds({ from, until }, asked) && on <= asked && asked <= last,
          )
      }),
    )
  })

  it('has a last day that does not come before its first, and is not lent on', () => {
    const fault = (until: string | null, lentBy: string | null = null) =>
      handingFault('pinjam', { ...role(), lentBy }, { on: '2026-11-21', until })
    expect([fault(null), fault('2026-11-20'), fault('2026-11-21'), fault('2026-12-01', 'c')]).toEqual([
      'noEnd',
      'backwards',
      null,
      'lentOn',
    ])
    expect(
      handingFault('alih', { ...role(), lentBy: 'c' }, { on: dayBefore('2026-11-21'), until: null }),
    ).toBeNull()
  })
})
