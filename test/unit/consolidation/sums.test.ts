import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasSeveralSources, joinSources, splitBySource } from '../../../shared/rules/budget/funding.ts'
import { Implementers } from '../../../shared/rules/consolidation/implementer.ts'
import { linesOf } from '../../../shared/rules/consolidation/report-rows.ts'
import {
  byImplementer,
  byMethod,
  byOutput,
  bySource,
  sumUp,
} from '../../../shared/rules/consolidation/sums.ts'

const source = fc.constantFrom('', 'APBD', 'DAK', 'DID', 'BLUD')
const amount = fc.integer({ min: 1, max: 2_000_000_000 })
const funding = fc.array(fc.record({ source, amount }), { maxLength: 4 })
const text = fc.constantFrom(
  '',
  '-',
  'Vendor',
  'VENDOR',
  'KOMINFO',
  'Kantor KOMINFO',
  'PHP, MySQL',
  'PhP; My SQL',
  'Rapat',
)
const row = fc.record({ funding, written: text, output: text, subOutput: text, broken: fc.boolean() })
type Row = {
  funding: { source: string; amount: number }[]
  written: string
  output: string
  subOutput: string
  broken: boolean
}

/** A row whose detail does not add up to its amount may come from another program; the sums must hold all the same. */
const amountOf = ({ funding: parts, broken }: Row): number | null =>
  parts.length === 0 ? null : parts.reduce((sum, part) => sum + part.amount, 0) + (broken ? 7 : 0)

const wholeOf = (rows: readonly Row[]) => ({
  rows: rows.length,
  withoutCost: rows.filter((one) => amountOf(one) === null).length,
  total: rows.reduce((sum, one) => sum + (amountOf(one) ?? 0), 0),
})

const counted = (one: Row) => ({ rows: 1, priced: amountOf(one) === null ? 0 : 1, total: amountOf(one) ?? 0 })

describe('sums', () => {
  it('add up to the whole by source, with rows of several sources split', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const joined = rows.map((one) => ({ one, source: joinSources(one.funding) }))
        const single = joined
          .filter((each) => !hasSeveralSources(each.source))
          .map(({ one, source: own }) => ({ ...counted(one), source: own }))
        const several = joined
          .filter((each) => hasSeveralSources(each.source))
          .map(({ one }) => ({ amount: amountOf(one) ?? 0, funding: one.funding }))
        const whole = wholeOf(rows)
        const parts = sumUp(bySource(single, several))
        expect(parts.total).toBe(whole.total)
        expect(parts.withoutCost).toBe(whole.withoutCost)
        expect(parts.rows).toBeGreaterThanOrEqual(whole.rows)
      }),
    )
  })

  it('add up to the whole by implementer, method, output and sub output, rows too', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const whole = wholeOf(rows)
        const texts = rows.map((one) => ({ text: one.written, ...counted(one) }))
        expect(sumUp(byImplementer(texts, new Implementers()))).toEqual(whole)
        expect(sumUp(byMethod(texts))).toEqual(whole)
        const outputs = byOutput(
          rows.map((one, at) => ({
            form: `f${at % 3}`,
            output: one.output,
            subOutput: one.subOutput,
            ...counted(one),
          })),
        )
        expect(sumUp(outputs)).toEqual(whole)
        for (const { subOutputs, rows: own, withoutCost, total } of outputs)
          expect(sumUp(subOutputs)).toEqual({ rows: own, withoutCost, total })
      }),
    )
  })

  it('of the lines that print a row are the amount of the row, and one line counts as the row', () => {
    fc.assert(
      fc.property(row, (one) => {
        const own = {
          opdCode: '1',
          output: '',
          subOutput: '',
          stage: '',
          method: '',
          implementer: '',
          duration: '',
          resources: '',
        }
        const lines = linesOf({ ...own, amount: amountOf(one), funding: one.funding })
        expect(lines.reduce((sum, line) => sum + (line.amount ?? 0), 0)).toBe(amountOf(one) ?? 0)
        expect(lines.filter(({ continued }) => continued !== true)).toHaveLength(1)
      }),
    )
  })

  it('count an amount whose detail differs from it as without a named source', () => {
    expect(splitBySource(100, [{ source: 'APBD', amount: 60 }])).toEqual([{ source: '', amount: 100 }])
    expect(
      splitBySource(100, [
        { source: 'APBD', amount: 60 },
        { source: 'DAK', amount: 30 },
        { source: 'APBD', amount: 10 },
      ]),
    ).toEqual([
      { source: 'APBD', amount: 70 },
      { source: 'DAK', amount: 30 },
    ])
  })

  it('group platforms whatever their order, case and spaces, under the spelling met most often', () => {
    const sum = { priced: 1, total: 5 }
    const groups = byMethod([
      { text: 'PHP, MySQL', rows: 2, ...sum },
      { text: 'My SQL; PhP', rows: 1, ...sum },
      { text: '-', rows: 1, ...sum },
    ])
    expect(groups.map(({ label, rows, total }) => [label, rows, total])).toEqual([
      ['PHP, MySQL', 3, 10],
      ['', 1, 5],
    ])
  })
})
