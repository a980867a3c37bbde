import { describe, expect, it } from 'vitest'
import {
  type Answer,
  acceptedOf,
  differing,
  firstTaken,
  narrowed,
  replacing,
  shownRows,
  withField,
  withRows,
} from '../../../renderer/questionnaire/taking.ts'
import { definitions as all } from '../../../shared/records/index.ts'

type Row = Answer['sheets'][number]['rows'][number]
const definitions = new Map(all.map((one) => [one.type as string, one]))
const cell = (key: string, kind: Row['cells'][number]['kind'], more: Partial<Row['cells'][number]> = {}) => ({
  key,
  text: `isian ${key}`,
  before: '',
  value: `nilai ${key}`,
  fault: '',
  kind,
  base: null,
  ...more,
})
const row = (state: Row['state'], cells: Row['cells'], more: Partial<Row> = {}): Row => ({
  line: 8,
  state,
  id: 'aaaaaaaaaa.1.1',
  title: 'dinkes.go.id',
  cells,
  fault: '',
  remark: '',
  isDoubted: false,
  ...more,
})
const source = { by: 'Kepala Dinas', on: null, paper: '' }
const answer: Answer = {
  file: 'isian.xlsx',
  opd: { id: 'aaaaaaaaaa.1.9', name: 'Dinas Kesehatan' },
  token: 't',
  isKnown: true,
  source,
  notes: [],
  seen: { aaaaaaaaaa: 3 },
  sheets: [
    {
      type: 'website',
      declared: 'nihil',
      rows: [
        row('differs', [
          cell('provider', 'differs', { base: 'dulu', before: 'kini' }),
          cell('country', 'changed'),
        ]),
        row('changed', [cell('proof', 'emptied', { before: 'Kontrak' })], { id: 'aaaaaaaaaa.1.2' }),
        row('new', [cell('address', 'changed')], { id: null, title: 'baru.go.id' }),
        row('same', [], { id: 'aaaaaaaaaa.1.3' }),
        row('missing', [], { id: 'aaaaaaaaaa.1.4', line: null, remark: 'Tidak ada lagi.' }),
        row('unread', [], { id: null, fault: 'Bukan data OPD ini.' }),
      ],
    },
    { type: 'person', declared: null, rows: [row('new', [cell('name', 'changed')], { id: null })] },
  ],
}
const rows = shownRows(answer, definitions)
const [declaration, differs, emptied, fresh, , missing, foreign, person] = rows.map(
  ({ id }) => id,
) as string[]
const ids = (...wanted: (string | undefined)[]) => new Set(wanted.map(String))

describe('what an officer takes of a file', () => {
  it('begins with what the OPD alone changed', () => {
    expect([...firstTaken(rows)].map(([id, keys]) => [id, [...keys]])).toEqual([
      [differs, ['country']],
      [fresh, ['address']],
      [person, ['name']],
    ])
  })

  it('is a row with all that it says once it is picked, and what was emptied only where nothing else is', () => {
    const taken = withRows(rows, new Map(), ids(declaration, differs, emptied, missing, foreign))
    expect([...taken].map(([id, keys]) => [id, [...keys]])).toEqual([
      [declaration, ['']],
      [differs, ['provider', 'country']],
      [emptied, ['proof']],
    ])
    expect(replacing(rows, taken)).toBe(1)
  })

  it('keeps the fields of rows that stay picked, and lets a row go with its last field', () => {
    const first = firstTaken(rows)
    const picked = withRows(rows, first, ids(differs, emptied))
    expect([...(picked.get(differs as string) ?? [])]).toEqual(['country'])
    expect(withField(picked, differs as string, 'country', false).has(differs as string)).toBe(false)
    expect([
      ...(withField(picked, differs as string, 'provider', true).get(differs as string) ?? []),
    ]).toEqual(['country', 'provider'])
  })

  it('is written as taken, a new record as one that is in use, a declaration only where it was picked', () => {
    const taken = withRows(rows, firstTaken(rows), ids(fresh, person))
    expect(acceptedOf(answer, source, rows, taken, definitions)).toEqual({
      token: 't',
      seen: { aaaaaaaaaa: 3 },
      source,
      sheets: [
        { type: 'website', declared: null, rows: [{ id: null, values: { address: 'nilai address' } }] },
        {
          type: 'person',
          declared: null,
          rows: [{ id: null, values: { active: true, name: 'nilai name' } }],
        },
      ],
    })
    const declared = acceptedOf(
      answer,
      source,
      rows,
      withRows(rows, new Map(), ids(declaration)),
      definitions,
    )
    expect(declared.sheets.map((sheet) => [sheet.declared, sheet.rows])).toEqual([
      ['nihil', []],
      [null, []],
    ])
  })
})

describe('the list of a comparison', () => {
  it('says of each row what the officer must know, and that a declaration contradicts the rows', () => {
    expect(rows.map(({ about }) => about)).toEqual([
      'Dinyatakan nihil, padahal berkas memuat 4 baris.',
      'Penyedia hosting: Selaras “kini”, OPD “isian provider”; Negara server: isian country',
      'Bukti lokasi dan badan hukum: dikosongkan (tercatat “Kontrak”)',
      '',
      '',
      'Tidak ada lagi.',
      'Bukan data OPD ini.',
      '',
    ])
  })

  it('is narrowed to what differs, to one result, to one register, and by words', () => {
    const count = (filters: Record<string, string>, search = '') => narrowed(rows, { filters, search }).length
    expect([
      count({}),
      count({ state: differing }),
      count({ state: 'new' }),
      count({ register: 'person' }),
      count({}, 'BARU.go'),
    ]).toEqual([8, 7, 2, 1, 1])
  })
})
