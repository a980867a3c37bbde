import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTables } from '../../../electron/budget/reader/index.ts'
import { writeList } from '../../../electron/document/list-sheet.ts'
import { restore } from '../../../electron/document/neutralise.ts'
import { defineRecord } from '../../../shared/records/define.ts'
import {
  boolean,
  choice,
  date,
  integer,
  longText,
  money,
  reference,
  text,
  when,
} from '../../../shared/records/field.ts'
import type { Grid } from '../../../shared/rules/budget/grid.ts'
import { shownFields } from '../../../shared/rules/records/fields.ts'
import { type PresentRecord, planRows } from '../../../shared/rules/records/plan.ts'
import { readTable } from '../../../shared/rules/records/table.ts'
import { writtenCell } from '../../../shared/rules/records/written.ts'

const thing = defineRecord('thing', {
  label: 'Benda',
  articles: [],
  writers: ['admin'],
  register: true,
  fields: {
    name: text('Nama').required(),
    nip: text('NIP'),
    about: longText('Uraian'),
    kind: choice('Jenis', { a: 'Satu', b: '=Dua', c: 'Satu ' }),
    owner: reference('opd', 'Pengelola'),
    price: money('Harga (Rp)'),
    count: integer('Jumlah'),
    year: integer('Tahun'),
    bought: date('Dibeli'),
    since: when('Sejak'),
    live: boolean('Aktif'),
  },
  title: (row) => row.name ?? '',
})
const fields = shownFields(thing)

const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('2400-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))
/** What no text file holds is no matter of a list: control characters make a file look binary to its reader. */
const words = fc
  .oneof(
    fc.string({ maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom(
      '=1+1',
      "'=x",
      '+62 711',
      '-',
      '1.02.01',
      ' dua  spasi ',
      'a\nb',
      'a;b"c',
      '2027',
      '_x0041_',
      'ya',
    ),
    fc.constant('panjang '.repeat(5000)),
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those that a text file cannot hold
  .map((one) => one.replaceAll(/[\0-\x08\x0b-\x1f\ufffe\uffff]/g, ''))
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })

const record = fc.record({
  name: maybe(words),
  nip: maybe(fc.stringMatching(/^\d{18}$/)),
  about: maybe(words),
  kind: maybe(fc.constantFrom('a', 'b', 'c')),
  owner: maybe(fc.constantFrom('aaaaaaaaaa.1.1', 'aaaaaaaaaa.1.2')),
  price: maybe(fc.integer({ min: -1e13, max: 1e13 })),
  count: maybe(fc.maxSafeInteger()),
  year: maybe(fc.integer({ min: 1900, max: 2100 })),
  bought: maybe(day),
  since: maybe(
    fc.oneof(
      day,
      day.map((one) => one.slice(0, 7)),
      day.map((one) => one.slice(0, 4)),
    ),
  ),
  live: maybe(fc.boolean()),
})
type Values = Record<string, unknown>

/** Two OPDs of one name: what was exported is not asked which of them it means. */
const presentOf = (values: readonly Values[]): PresentRecord[] =>
  values.map((each, at) => ({
    id: `aaaaaaaaaa.9.${at + 1}`,
    title: String(each['name'] ?? ''),
    values: each,
    titles: each['owner'] === null ? {} : { owner: 'Dinas Kembar' },
  }))

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

const restored = (grid: Grid): Grid => ({
  ...grid,
  rows: grid.rows.map((row) => ({
    ...row,
    cells: Array.from(row.cells, (cell) => (cell ? { ...cell, text: restore(cell.text) } : cell)),
  })),
})

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
