import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTables } from '../../../electron/budget/reader/index.ts'
import { writeList } from '../../../electron/document/list-sheet.ts'
import { shownFields } from '../../../shared/rules/records/fields.ts'
import { type PresentRecord, planRows } from '../../../shared/rules/records/plan.ts'
import { readTable } from '../../../shared/rules/records/table.ts'
import { writtenCell } from '../../../shared/rules/records/written.ts'
import { presentOf, record, restored, thing } from '../../fixtures/sheet-things.ts'

const fields = shownFields(thing)

const exported = (records: readonly PresentRecord[], format: 'xlsx' | 'csv') =>
  writeList(
    {
      name: 'Benda',
      columns: [
        { title: 'ID', look: 'text' },
        ...fields.map(({ facts, key }) => ({
          title: facts.label,
          look: key === 'price' ? ('grouped' as const) : ('text' as const),
        })),
      ],
      rows: records.map(({ id, values, titles }) => [
        id,
        ...fields.map((field) => writtenCell(field, values[field.key], titles[field.key])),
      ]),
      about: { name: 'Keterangan', columns: ['Keterangan', 'Isi'], rows: [['Daftar', 'Benda']] },
      created: '2026-11-21T00:00:00.000Z',
    },
    format,
    () => {},
  )

const readBack = async (bytes: Uint8Array, records: readonly PresentRecord[]) => {
  const { grids, message } = await readTables({ name: 'benda', bytes })
  const table = readTable(fields, grids.map(restored))
  if (table === null) throw new Error(message ?? 'no table')
  const find = () => ({ ids: [], titles: [], kind: 'OPD' })
  return planRows(table, { fields, records, find, title: (values) => String(values['name'] ?? '') })
}

describe.each(['xlsx', 'csv'] as const)('a list that left as %s', (format) => {
  it('can be read back without a difference', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 6 }), async (values) => {
        const records = presentOf(values)
        const rows = await readBack(await exported(records, format), records)
        expect(rows.filter(({ state }) => state !== 'same')).toEqual([])
        expect(rows).toHaveLength(records.length)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('shows exactly the cells that were changed meanwhile', async () => {
    const before = presentOf([
      { name: 'A', price: 1_000, bought: '2026-01-31', since: '2019-05', live: true, kind: 'a' },
      { name: 'B', price: 2_000, bought: null, since: '2019', live: null, kind: 'b' },
    ])
    const after = presentOf([
      { name: 'A', price: 1_001, bought: '2026-02-01', since: '2019-06', live: false, kind: 'b' },
      { name: 'B', price: 2_000, bought: null, since: '2019', live: null, kind: 'b' },
    ])
    const rows = await readBack(await exported(after, format), before)
    expect(rows.map(({ state }) => state)).toEqual(['changed', 'same'])
    expect(rows[0]?.cells.map(({ key, before: was, value }) => [key, was, value])).toEqual([
      ['kind', 'Satu', 'b'],
      ['price', '1.000', 1_001],
      ['bought', '31-01-2026', '2026-02-01'],
      ['since', 'Mei 2019', '2019-06'],
      ['live', 'Ya', false],
    ])
  })
})
