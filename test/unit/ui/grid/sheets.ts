import fc from 'fast-check'
import type { CellValue, Columns, GridRow, Range, Rows } from '../../../../renderer/ui/grid/types.ts'

export const columns: Columns = [
  { key: 'name', heading: 'Nama', kind: 'text', width: 100 },
  { key: 'amount', heading: 'Jumlah', unit: 'Rp', kind: 'money', width: 100 },
  {
    key: 'method',
    heading: 'Metode',
    kind: 'choice',
    width: 100,
    choices: [
      { value: 'v', label: 'Vendor' },
      { value: 's', label: 'Swakelola' },
    ],
  },
]

export const row = (id: string, name: CellValue, amount: CellValue, method: CellValue = null): GridRow => ({
  id,
  cells: { name, amount, method },
})
export const blank = (id: string): GridRow => row(id, null, null)
export const numbered = (index: number): GridRow => blank(`new-${index}`)

const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', '\n', '\t', ' ', '<', '&', '=') })
const name = text.map((value) => (value === '' ? null : value))
const amount = fc.option(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }))
const method = fc.constantFrom('v', 's', null, 'lain')
const manyRows = fc
  .array(fc.tuple(name, amount, method), { minLength: 1, maxLength: 8 })
  .map((all): Rows => all.map(([a, b, c], at) => row(`r${at}`, a, b, c)))

const between = (max: number) =>
  fc.tuple(fc.nat(max), fc.nat(max)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)

export const rangesIn = (rows: number): fc.Arbitrary<Range> =>
  fc
    .tuple(between(rows - 1), between(columns.length - 1))
    .map(([[top, bottom], [left, right]]) => ({ top, bottom, left, right }))

/** A sheet with a selection in it. */
export const sheets = manyRows.chain((rows) => rangesIn(rows.length).map((range) => ({ rows, range })))
