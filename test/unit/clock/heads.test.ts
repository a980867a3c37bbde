import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeUnit } from '../../../electron/store/merge.ts'
import type { Step } from '../../../electron/store/past.ts'
import { covers } from '../../../shared/clock/dots.ts'
import {
  agreedBefore,
  allKnown,
  headsOf,
  knows,
  newestFirst,
  restsOnIn,
  type Stamp,
} from '../../../shared/clock/heads.ts'
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

const devices = ['a', 'b', 'c']
/** Changes as they may come: each knows any of those before it, and of its own device all, of which some changed nothing here. */
const histories = fc
  .array(
    fc.record({
      device: fc.constantFrom(...devices),
      hlc: fc.nat(50),
      seen: fc.tuple(...devices.map(() => fc.double({ min: 0, max: 1, noNaN: true }))),
      isHere: fc.boolean(),
    }),
    { maxLength: 14 },
  )
  .map((made) => {
    const last = new Map<string, number>()
    return made.flatMap(({ device, hlc, seen, isHere }) => {
      const knew = devices.map((other, n) => [other, Math.round((last.get(other) ?? 0) * (seen[n] ?? 0))])
      const seq = (last.get(device) ?? 0) + 1
      last.set(device, seq)
      return isHere ? [change(device, seq, hlc, Object.fromEntries(knew))] : []
    })
  })

/** Step by step from each change to those that its author knew. */
const rests = (all: readonly Stamp[], later: Stamp, earlier: Stamp): boolean =>
  knows(later, earlier) ||
  all.some((between) => between !== later && knows(later, between) && rests(all, between, earlier))

describe('who knew what', () => {
  it('is what each had seen, and all that this rests on', () => {
    fc.assert(
      fc.property(histories, fc.gen(), (all, any) => {
        const shuffled = any(fc.shuffledSubarray, all, { minLength: all.length })
        const restsOn = restsOnIn(shuffled)
        for (const later of shuffled)
          for (const earlier of all) expect(restsOn(later, earlier)).toBe(rests(all, later, earlier))
      }),
    )
  })

  it('is known by way of a change that nobody asked about yet', () => {
    const [first, between, last] = [
      change('a', 1, 1),
      change('b', 1, 2, { a: 1 }),
      change('c', 1, 3, { b: 1 }),
    ]
    expect(restsOnIn([last, between, first])(last, first)).toBe(true)
  })

  it('is the same for somebody who knew this much, whatever order the changes have', () => {
    fc.assert(
      fc.property(histories, fc.gen(), (all, any) => {
        const known = Object.fromEntries(devices.map((device) => [device, any(fc.nat, 6)]))
        const reached = all.filter((one) => covers(known, one))
        const expected = all.filter((one) => reached.some((other) => rests(all, other, one)))
        const shuffled = any(fc.shuffledSubarray, all, { minLength: all.length })
        expect(named(allKnown(shuffled, known)).sort()).toEqual(named(expected).sort())
      }),
    )
  })

  it('leaves as heads what no other author knew', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const heads = all.filter((one) => !all.some((other) => other !== one && knows(other, one)))
        expect(headsOf(all)).toEqual(heads.sort(newestFirst))
      }),
    )
  })

  it('is told of changes that follow each other by the thousands', () => {
    const chain = Array.from({ length: 20_000 }, (_one, n) => change('a', n + 1, n))
    const [first, last] = [change('b', 1, 5), change('c', 1, 30_000, { a: 20_000 })]
    const restsOn = restsOnIn([...chain, first, last])
    expect(restsOn(last, chain[0] as Stamp)).toBe(true)
    expect(restsOn(last, first)).toBe(false)
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
