import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeUnit } from '../../../electron/store/merge.ts'
import type { Step } from '../../../electron/store/past.ts'
import { agreedBefore, headsOf, type Stamp } from '../../../shared/clock/heads.ts'
import { decided, defineRecord, together } from '../../../shared/records/define.ts'
import { text } from '../../../shared/records/field.ts'

const change = (device: string, seq: number, hlc: number, seen: Record<string, number> = {}): Stamp => ({
  device,
  seq,
  hlc,
  seen,
})
const named = (proposals: readonly Stamp[]): string[] => proposals.map(({ device, seq }) => `${device}${seq}`)

describe('the heads of the changes to one unit', () => {
  it('are those that nobody knew who changed it after them', () => {
    const first = change('a', 1, 10)
    const second = change('b', 1, 20, { a: 1 })
    expect(named(headsOf([first, second]))).toEqual(['b1'])
    expect(named(headsOf([first, second, change('c', 1, 15, { a: 1 })]))).toEqual(['b1', 'c1'])
    expect(named(headsOf([first, second, change('c', 1, 15, { a: 1, b: 1 })]))).toEqual(['c1'])
  })

  it('do not depend on the order, also where a slow clock replaced what a fast one wrote', () => {
    const fast = change('a', 1, 1000)
    const slow = change('b', 1, 5, { a: 1 })
    const between = change('c', 1, 50)
    fc.assert(
      fc.property(fc.shuffledSubarray([fast, slow, between], { minLength: 3 }), (all) => {
        expect(named(headsOf(all))).toEqual(['c1', 'b1'])
      }),
    )
  })

  it('stand in an order of their own: the clock, then the device', () => {
    expect(named(headsOf([change('a', 1, 7), change('c', 1, 7), change('b', 1, 9)]))).toEqual([
      'b1',
      'c1',
      'a1',
    ])
  })

  it('agree on the newest change that all of them knew', () => {
    const first = change('a', 1, 10)
    const agreed = change('a', 2, 20, { a: 1 })
    const one = change('b', 1, 30, { a: 2 })
    const other = change('c', 1, 40, { a: 2 })
    expect(agreedBefore([first, agreed, one, other], headsOf([first, agreed, one, other]))).toBe(agreed)
    const older = change('d', 1, 50, { a: 1 })
    const all = [first, agreed, one, older]
    expect(agreedBefore(all, headsOf(all))).toBe(first)
    const blind = change('e', 1, 60)
    expect(agreedBefore([first, blind], headsOf([first, blind]))).toBeNull()
  })
})

const parts = {
  label: 'Putusan',
  articles: [],
  writers: ['admin'],
  fields: { amount: text('Jumlah'), by: text('Oleh') },
  title: () => '',
} as const
const verdict = defineRecord('verdict', { ...parts, together: { putusan: decided('amount', 'by') } })
const proposal = defineRecord('proposal', { ...parts, together: { usulan: together('amount', 'by') } })

describe('a unit', () => {
  const step = (device: string, hlc: number, seen: Record<string, number>, amount: string): Step => ({
    ...change(device, 1, hlc, seen),
    cells: { amount, by: device },
  })
  const first = step('a', 1, {}, '10')
  const two = [step('b', 2, { a: 1 }, '20'), step('c', 3, { a: 1 }, '30')]

  it('that is decided shows what everybody in the dispute had seen, else nothing', () => {
    expect(mergeUnit(verdict, 'putusan', [first, ...two]).cells).toEqual({ amount: '10', by: 'a' })
    const blind = [step('b', 2, {}, '20'), step('c', 3, {}, '30')]
    expect(mergeUnit(verdict, 'putusan', blind).cells).toEqual({ amount: null, by: null })
  })

  it('that is not decided shows the newest, and names all', () => {
    const { heads, cells } = mergeUnit(proposal, 'usulan', [first, ...two])
    expect(cells).toEqual({ amount: '30', by: 'c' })
    expect(named(heads)).toEqual(['c1', 'b1'])
  })

  it('that was written in part keeps of the rest what whoever wrote it had seen', () => {
    const part = { ...change('b', 1, 2, { a: 1 }), cells: { amount: '20' } }
    const later = { ...change('c', 1, 3, { a: 1 }), cells: { by: 'c' } }
    expect(mergeUnit(proposal, 'usulan', [first, part]).cells).toEqual({ amount: '20', by: 'a' })
    expect(mergeUnit(proposal, 'usulan', [first, part, later]).cells).toEqual({ amount: '10', by: 'c' })
  })
})
