import { describe, expect, it } from 'vitest'
import { defineRecord } from '../../../shared/records/define.ts'
import { date, reference, text } from '../../../shared/records/field.ts'
import { type Grid, plainCell } from '../../../shared/rules/budget/grid.ts'
import { shownFields } from '../../../shared/rules/records/fields.ts'
import { isTakeable, type PresentRecord, planRows, valuesOf } from '../../../shared/rules/records/plan.ts'
import { readTable } from '../../../shared/rules/records/table.ts'

const site = defineRecord('site', {
  label: 'Situs',
  articles: [],
  writers: ['admin'],
  fields: {
    address: text('Alamat').unique(),
    owner: reference('opd', 'Pengelola'),
    number: text('Nomor').fixed(),
    ends: date('Berakhir'),
  },
  title: (row) => row.address ?? '',
})
const fields = shownFields(site)
const gridOf = (rows: readonly (readonly string[])[], more: Partial<Grid> = {}): Grid => ({
  sheet: null,
  table: 1,
  above: [],
  below: [],
  hiddenColumns: [],
  rows: rows.map((cells, at) => ({
    line: at + 1,
    hidden: false,
    cells: cells.map((cell) => (cell === '' ? undefined : plainCell(cell))),
  })),
  ...more,
})
const present = (n: number, values: Record<string, unknown>, titles = {}): PresentRecord => ({
  id: `aaaaaaaaaa.1.${n}`,
  title: String(values['address']),
  values: { address: null, owner: null, number: null, ends: null, ...values },
  titles,
})
const records = [
  present(
    1,
    { address: 'a.go.id', owner: 'aaaaaaaaaa.2.1', number: '7', ends: '2027-01-31' },
    { owner: 'Dinas Kembar' },
  ),
  present(2, { address: 'b.go.id' }),
  present(3, { address: 'kembar.go.id' }),
  present(4, { address: 'Kembar.go.id' }),
]
const plan = (rows: readonly (readonly string[])[]) => {
  const table = readTable(fields, [gridOf(rows)])
  if (table === null) throw new Error('no table')
  return planRows(table, {
    fields,
    records,
    find: (_type, name) =>
      name === 'Dinas A'
        ? { ids: ['aaaaaaaaaa.2.9'], titles: ['Dinas A'], kind: 'OPD' }
        : { ids: [], titles: [], kind: 'OPD' },
    title: (values) => String(values['address'] ?? 'tanpa nama'),
  })
}
const states = (rows: readonly (readonly string[])[]) => plan(rows).map(({ state, id }) => [state, id])

describe('what taking a sheet in would do', () => {
  it('finds a record by its id, else by what is unique of it, else it is new', () => {
    expect(
      states([
        ['ID', 'Alamat', 'Berakhir'],
        ['aaaaaaaaaa.1.1', 'baru.go.id', ''],
        ['', 'B.go.id', '31-12-2027'],
        ['', 'c.go.id', ''],
      ]),
    ).toEqual([
      ['changed', 'aaaaaaaaaa.1.1'],
      ['changed', 'aaaaaaaaaa.1.2'],
      ['new', null],
    ])
  })

  it('takes nothing away by an empty cell, and nothing anew that stands as it was written', () => {
    const [row] = plan([
      ['ID', 'Alamat', 'Pengelola', 'Nomor', 'Berakhir'],
      ['aaaaaaaaaa.1.1', ' a.go.id', 'Dinas Kembar', '', '31 Januari 2027'],
    ])
    expect(row).toMatchObject({ state: 'same', cells: [], fault: '' })
  })

  it('keeps the words of a cell that it cannot read, takes the rest, and does not change what is said once', () => {
    const [row] = plan([
      ['ID', 'Alamat', 'Pengelola', 'Nomor', 'Berakhir'],
      ['aaaaaaaaaa.1.1', 'a2.go.id', 'Dinas Lain', '8', 'besok'],
    ])
    if (row === undefined) throw new Error('no row')
    expect(row.state).toBe('unread')
    expect(row.cells.map(({ key, text: words, fault }) => [key, words, fault === ''])).toEqual([
      ['address', 'a2.go.id', true],
      ['owner', 'Dinas Lain', false],
      ['number', '8', false],
      ['ends', 'besok', false],
    ])
    expect(row.cells.map(({ value }) => value)).toEqual(['a2.go.id', null, null, null])
    expect(valuesOf(row.cells)).toEqual({ address: 'a2.go.id' })
    expect(isTakeable(row)).toBe(true)
  })

  it('refuses a row whose record is gone, is one of several, or was written before in the file', () => {
    const rows = plan([
      ['ID', 'Alamat', 'Berakhir'],
      ['aaaaaaaaaa.9.9', 'a', ''],
      ['', 'kembar.go.id', ''],
      ['aaaaaaaaaa.1.2', 'x.go.id', ''],
      ['', 'b.go.id', '31-12-2027'],
      ['', 'baru.go.id', ''],
      ['', 'Baru.go.id', ''],
    ])
    expect(rows.map((row) => [row.state, isTakeable(row)])).toEqual([
      ['unread', false],
      ['unread', false],
      ['changed', true],
      ['unread', false],
      ['new', true],
      ['unread', false],
    ])
    expect(rows[0]?.fault).toMatch(/ID ‘aaaaaaaaaa\.9\.9’ tidak ada/)
    expect(rows[1]?.fault).toMatch(/Isi ID-nya/)
    expect(rows[3]?.fault).toMatch(/baris 4/)
    expect(rows[5]?.fault).toMatch(/Sama persis dengan baris 6/)
  })

  it('knows a row without an id again that says of every column what a record holds', () => {
    expect(
      states([
        ['Pengelola', 'Berakhir'],
        ['Dinas A', '31-01-2027'],
      ]),
    ).toEqual([['new', null]])
    const owned = [present(5, { owner: 'aaaaaaaaaa.2.9', ends: '2027-01-31' })]
    const table = readTable(fields, [
      gridOf([
        ['Pengelola', 'Berakhir'],
        ['Dinas A', '31-01-2027'],
      ]),
    ])
    if (table === null) throw new Error('no table')
    const find = () => ({ ids: ['aaaaaaaaaa.2.9'], titles: ['Dinas A'], kind: 'OPD' })
    const [row] = planRows(table, { fields, records: owned, find, title: () => '' })
    expect(row).toMatchObject({ state: 'same', id: 'aaaaaaaaaa.1.5' })
  })
})

describe('a table with headings of a register', () => {
  it('begins where its headings stand, and carries a merged cell down', () => {
    const merged = { ...plainCell('Dinas A'), down: 2 }
    const grid = gridOf([
      ['Daftar situs 2027'],
      [''],
      ['No', 'Pengelola', 'Alamat'],
      ['1', 'x', 'a'],
      ['2', '', 'b'],
      ['3', '', 'c'],
    ])
    const rows = grid.rows.map((row) =>
      row.line === 4 ? { ...row, cells: [plainCell('1'), merged, plainCell('a')] } : row,
    )
    const table = readTable(fields, [{ ...grid, rows }])
    expect(table?.lines.map(({ cells }) => cells['owner']?.text ?? null)).toEqual([
      'Dinas A',
      'Dinas A',
      null,
    ])
    expect(table?.columns[0]).toMatchObject({ heading: 'No', key: null })
  })

  it('names other sheets and columns without a heading instead of dropping them', () => {
    const table = readTable(fields, [
      gridOf(
        [
          ['Alamat', 'Berakhir'],
          ['a', '', 'catatan lepas'],
        ],
        { sheet: 'Situs' },
      ),
      gridOf(
        [
          ['Alamat', 'Berakhir'],
          ['b', ''],
        ],
        { sheet: 'Lama' },
      ),
    ])
    expect(table?.columns.at(-1)).toMatchObject({ heading: 'kolom C tanpa judul', key: null })
    expect(table?.leftOut).toEqual(['Lembar “Lama” tidak dibaca; satu lembar setiap kali.'])
    expect(
      readTable(fields, [
        gridOf([
          ['Nama', 'Warna'],
          ['a', 'b'],
        ]),
      ]),
    ).toBeNull()
  })
})
