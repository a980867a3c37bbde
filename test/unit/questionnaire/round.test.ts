import fc from 'fast-check'
import { expect, it } from 'vitest'
import { askedThings, comparedOf, comparison } from '../../fixtures/asked-things.ts'
import { presentOf, record } from '../../fixtures/sheet-things.ts'

it('what left and came back untouched says nothing, whatever the records hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(record, { maxLength: 6 }), fc.boolean(), async (values, isKnown) => {
      const records = presentOf(values)
      const known = comparedOf(records, isKnown ? records : null)
      const { rows, sheet } = await comparison(await askedThings(records), known)
      expect(rows.filter(({ state }) => state !== 'same')).toEqual([])
      expect(rows).toHaveLength(records.length)
      expect([sheet.lost, sheet.others, sheet.declared]).toEqual([[], [], null])
    }),
    { numRuns: 60 },
  )
}, 60_000)
