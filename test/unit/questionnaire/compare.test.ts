import { describe, expect, it } from 'vitest'
import { compareSheet } from '../../../shared/rules/questionnaire/compare.ts'
import { takeable, takenAtFirst, takenWithRow } from '../../../shared/rules/questionnaire/compared.ts'
import type { ReturnedSheet } from '../../../shared/rules/questionnaire/returned.ts'
import { comparedOf } from '../../fixtures/asked-things.ts'
import { presentOf } from '../../fixtures/sheet-things.ts'

const empty = {
  name: null,
  nip: null,
  about: null,
  kind: null,
  owner: null,
  price: null,
  count: null,
  year: null,
  bought: null,
  since: null,
  live: null,
}
const [first, second] = presentOf([
  { ...empty, name: 'Laptop', price: 1_000, kind: 'a' },
  { ...empty, name: 'Server', price: 9_000 },
]) as [ReturnType<typeof presentOf>[number], ReturnType<typeof presentOf>[number]]
const keys = ['id', 'name', 'price', 'kind']
const sheetOf = (
  lines: readonly Record<string, string>[],
  more: Partial<ReturnedSheet> = {},
): ReturnedSheet => ({
  type: 'thing',
  name: 'Benda',
  lines: lines.map((cells, at) => ({
    line: at + 8,
    cells: Object.fromEntries(
      Object.entries(cells).map(([key, text]) => [
        key,
        { text, number: /^\d{1,15}$/.test(text) ? Number(text) : null },
      ]),
    ),
  })),
  keys: new Set(keys),
  lost: [],
  others: [],
  declared: null,
  ...more,
})
const line = (record: typeof first, change: Record<string, string> = {}) => ({
  id: record.id,
  name: String(record.values['name']),
  price: String(record.values['price']),
  ...(record.values['kind'] === null ? {} : { kind: 'Satu' }),
  ...change,
})
const compare = (lines: readonly Record<string, string>[], known = comparedOf([first, second])) =>
  compareSheet(sheetOf(lines), known)
const said = (rows: ReturnType<typeof compare>) => rows.map(({ state, id }) => [state, id])

describe('a file of an OPD beside what is recorded', () => {
  it('names what is new, changed and unchanged, and takes that', () => {
    const rows = compare([line(first, { price: '1500' }), line(second), { name: 'Kamera', price: '700' }])
    expect(said(rows)).toEqual([
      ['changed', first.id],
      ['same', second.id],
      ['new', null],
    ])
    expect(rows[0]?.cells).toMatchObject([
      { key: 'price', before: '1.000', text: '1500', value: 1_500, kind: 'changed', base: null },
    ])
    expect(rows.map(takenAtFirst)).toEqual([['price'], [], ['name', 'price']])
  })

  it('shows both where Selaras was changed meanwhile, and takes neither by itself', () => {
    const then = { ...first, values: { ...first.values, price: 800 } }
    const rows = compare(
      [line(first, { price: '1500' }), line(second)],
      comparedOf([first, second], [then, second]),
    )
    expect(rows[0]).toMatchObject({
      state: 'differs',
      cells: [{ key: 'price', base: '800', before: '1.000', text: '1500', kind: 'differs' }],
    })
    expect([takenAtFirst(rows[0] as never), takenWithRow(rows[0] as never)]).toEqual([[], ['price']])
  })

  it('takes nothing back that Selaras changed and the OPD let stand', () => {
    const then = {
      ...first,
      title: 'Laptop lama',
      values: { ...first.values, name: 'Laptop lama', price: 800 },
    }
    const rows = compare(
      [line(first, { name: 'Laptop lama', price: '800' }), line(second)],
      comparedOf([first, second], [then, second]),
    )
    expect(said(rows)).toEqual([
      ['same', first.id],
      ['same', second.id],
    ])
  })

  it('takes nothing away by an empty cell, but says so, and lets the officer take it', () => {
    const { kind: _kind, ...bare } = line(first)
    const [row] = compare([bare, line(second)])
    expect(row).toMatchObject({
      state: 'changed',
      cells: [{ key: 'kind', kind: 'emptied', before: 'Satu', value: null }],
    })
    expect([takenAtFirst(row as never), takeable(row as never), takenWithRow(row as never)]).toEqual([
      [],
      ['kind'],
      ['kind'],
    ])
  })

  it('says nothing of cells whose whole column is gone', () => {
    const rows = compareSheet(
      sheetOf(
        [
          { id: first.id, name: 'Laptop' },
          { id: second.id, name: 'Server' },
        ],
        {
          keys: new Set(['id', 'name']),
        },
      ),
      comparedOf([first, second]),
    )
    expect(rows.map(({ state }) => state)).toEqual(['same', 'same'])
  })

  it('names what the file no longer holds or emptied, and keeps it', () => {
    expect(said(compare([line(first)]))).toEqual([
      ['same', first.id],
      ['missing', second.id],
    ])
    const rows = compare([line(first), { id: second.id }])
    expect(said(rows)).toEqual([
      ['same', first.id],
      ['missing', second.id],
    ])
    expect(rows[1]?.line).toBe(9)
    expect(rows.flatMap(takeable)).toEqual([])
  })

  it('does not miss what was recorded after the file was made', () => {
    expect(said(compare([line(first)], comparedOf([first, second], [first])))).toEqual([['same', first.id]])
  })

  it('writes into no record that is not the OPD’s, and says what became of it', () => {
    const lost = (id: string) =>
      id.endsWith('.7') ? ('gone' as const) : id.endsWith('.8') ? ('moved' as const) : null
    const rows = compare(
      [
        { id: 'aaaaaaaaaa.9.7', name: 'x' },
        { id: 'aaaaaaaaaa.9.8', name: 'y' },
        { id: 'bbbbbbbbbb.1.1', name: 'z' },
        line(first),
        line(second),
      ],
      comparedOf([first, second], undefined, { lost }),
    )
    expect(rows.slice(0, 3).map(({ state, id, fault }) => [state, id, fault])).toEqual([
      ['unread', null, 'Data ini sudah dihapus di Selaras setelah berkas dibuat.'],
      ['unread', null, 'Data ini sudah menjadi milik OPD lain di Selaras.'],
      ['unread', null, 'ID ‘bbbbbbbbbb.1.1’ bukan data OPD ini; baris tidak dibaca.'],
    ])
    expect(rows.slice(0, 3).flatMap(takeable)).toEqual([])
  })

  it('reads a row that was copied with its id as a new one, and leaves it to the officer', () => {
    const rows = compare([line(first), line(second), line(first, { name: 'Laptop kedua' })])
    expect(said(rows).at(-1)).toEqual(['new', null])
    expect(rows.at(-1)).toMatchObject({
      isDoubted: true,
      remark: 'ID sama dengan baris 8; dibaca sebagai data baru.',
    })
    expect(takenAtFirst(rows.at(-1) as never)).toEqual([])
    expect(takenWithRow(rows.at(-1) as never)).toEqual(['name', 'kind', 'price'])
  })

  it('doubts a new row of the name of a record that lost its row', () => {
    const rows = compare([line(first), { name: 'server', price: '1' }])
    expect(rows[1]).toMatchObject({ state: 'new', isDoubted: true })
    expect(said(rows).at(-1)).toEqual(['missing', second.id])
  })

  it('leaves a row of which something was not read to the officer, whole', () => {
    const [row] = compare([line(first, { name: 'Laptop dinas', price: 'murah' }), line(second)])
    expect(row).toMatchObject({ state: 'unread' })
    expect([takenAtFirst(row as never), takeable(row as never)]).toEqual([[], ['name']])
  })

  it('takes nothing by itself where nobody knows what the file showed', () => {
    const rows = compare([line(first, { price: '5' }), { name: 'Baru' }], comparedOf([first, second], null))
    expect(said(rows)).toEqual([
      ['changed', first.id],
      ['new', null],
      ['missing', second.id],
    ])
    expect(rows.flatMap(takenAtFirst)).toEqual([])
  })

  it('makes no second record of what is unique and stands with another OPD', () => {
    const fields = comparedOf([first]).fields.map((field) =>
      field.key === 'nip' ? { ...field, facts: { ...field.facts, isUnique: true } } : field,
    )
    const rows = compareSheet(
      sheetOf([line(first), { nip: '198501012010011001', name: 'Budi' }], {
        keys: new Set([...keys, 'nip']),
      }),
      comparedOf([first], undefined, { fields, isElsewhere: (key) => key === 'nip' }),
    )
    expect(rows[1]).toMatchObject({
      state: 'unread',
      fault: 'NIP ‘198501012010011001’ sudah tercatat pada OPD lain.',
    })
  })
})
