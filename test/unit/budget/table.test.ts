import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, type Grid, plainCell } from '../../../shared/rules/budget/grid.ts'
import { readForm, sumUp } from '../../../shared/rules/budget/import.ts'
import type { ParsedFile } from '../../../shared/rules/budget/parsed.ts'

type Written =
  | string
  | {
      readonly text: string
      readonly across?: number
      readonly down?: number
      readonly number?: number
      readonly formula?: string
    }
const cellOf = (written: Written): Cell | undefined => {
  if (written === '') return undefined
  return typeof written === 'string' ? plainCell(written) : { ...plainCell(written.text), ...written }
}
const grid = (rows: readonly (readonly Written[])[], more: Partial<Grid> = {}): Grid => ({
  sheet: null,
  table: 1,
  above: [],
  below: [],
  hiddenColumns: [],
  rows: rows.map((cells, at) => ({ line: at + 1, hidden: false, cells: cells.map(cellOf) })),
  ...more,
})

const headings = [
  'Output / Sub Output',
  'Tahap Pelaksanaan',
  'Metode',
  'Pelaksana',
  'Durasi',
  'Sumber daya yang digunakan',
]
const row = (sub: Written, stage: string, resources: Written = 'APBD : 10 Juta'): Written[] => [
  sub,
  stage,
  'FGD',
  'Vendor',
  '1 Bulan',
  resources,
]
const read = (...grids: readonly Grid[]): ParsedFile => {
  const file = readForm('uji', { grids, leftOut: [] })
  if (file === null) throw new Error('no form')
  return file
}
const shape = (file: ParsedFile) =>
  file.outputs.map(({ title, rows, total }) => [
    title,
    rows.map(({ subOutput, stage }) => `${subOutput}/${stage}`),
    total,
  ])
const doubts = (file: ParsedFile) => file.doubts.map(({ type, row }) => [type, row])

describe('titles and sub outputs', () => {
  it('a title row, merged or alone in the first column, names the output of the rows below', () => {
    const rows = [row('Arsitektur', 'Rapat'), row('', 'Sosialisasi'), row('Infrastruktur', 'Pasang')]
    const expected = [
      ['SIM PKK', ['Arsitektur/Rapat', 'Arsitektur/Sosialisasi', 'Infrastruktur/Pasang'], 30_000_000],
    ]
    expect(shape(read(grid([headings, [{ text: 'SIM PKK', across: 6 }], ...rows])))).toEqual(expected)
    expect(shape(read(grid([headings, ['SIM PKK'], ...rows])))).toEqual(expected)
  })
  it('several outputs follow each other in one table', () => {
    const file = read(
      grid([
        headings,
        ['SIM A'],
        row('Arsitektur', 'Rapat'),
        ['SIM B'],
        row('Data', 'Survei'),
        row('', 'Entri'),
      ]),
    )
    expect(shape(file)).toEqual([
      ['SIM A', ['Arsitektur/Rapat'], 10_000_000],
      ['SIM B', ['Data/Survei', 'Data/Entri'], 20_000_000],
    ])
    expect(file.outputs.flatMap(({ rows }) => rows.map(({ row }) => row))).toEqual([1, 2, 3])
  })
  it('a title over sub outputs that stand alone in rows of their own', () => {
    const file = read(
      grid([
        headings,
        ['SIM A'],
        ['Arsitektur'],
        row('', 'Rapat'),
        ['Data'],
        row('', 'Survei'),
        ['SIM B'],
        ['Jaringan'],
        row('', 'Pasang'),
      ]),
    )
    expect(shape(file)).toEqual([
      ['SIM A', ['Arsitektur/Rapat', 'Data/Survei'], 20_000_000],
      ['SIM B', ['Jaringan/Pasang'], 10_000_000],
    ])
  })
  it('output and sub output in columns of their own', () => {
    const wide = [
      'No',
      'Output',
      'Sub Output',
      'Tahap Pelaksanaan',
      'Metode',
      'Pelaksana',
      'Durasi',
      'Sumber daya',
    ]
    const file = read(
      grid([
        wide,
        ['1', 'SIM A', ...row('Arsitektur', 'Rapat')],
        ['2', '', ...row('', 'Sosialisasi')],
        ['3', 'SIM B', ...row('Data', 'Survei')],
      ]),
    )
    expect(shape(file)).toEqual([
      ['SIM A', ['Arsitektur/Rapat', 'Arsitektur/Sosialisasi'], 20_000_000],
      ['SIM B', ['Data/Survei'], 10_000_000],
    ])
  })
  it('a label above the table names the output; other text above is left out with its words', () => {
    const file = read(
      grid([['Dinas Kesehatan'], ['Output : SIM PKK'], [], headings, row('Arsitektur', 'Rapat')]),
    )
    expect(file.outputs[0]?.title).toBe('SIM PKK')
    expect(file.leftOut.map(({ reason }) => reason).join()).toContain('Dinas Kesehatan')
    expect(doubts(file)).toEqual([])
  })
  it('without any title the rows are still read, and the missing title is a doubt', () => {
    const file = read(grid([headings, row('Arsitektur', 'Rapat')]))
    expect(file.outputs[0]?.title).toBe('')
    expect(doubts(file)).toEqual([['TitleMissing', 0]])
  })
  it('a heading row that a page break repeats is no row, and output and sub output go on', () => {
    const file = read(
      grid([headings, ['SIM A'], row('Arsitektur', 'Rapat'), headings, row('', 'Sosialisasi')]),
    )
    expect(shape(file)).toEqual([['SIM A', ['Arsitektur/Rapat', 'Arsitektur/Sosialisasi'], 20_000_000]])
  })
  it('two tables on one sheet, each with its title above its headings', () => {
    const file = read(
      grid([
        ['Output : SIM A'],
        headings,
        row('Arsitektur', 'Rapat'),
        [],
        ['Output : SIM B'],
        headings,
        row('Data', 'Survei'),
      ]),
    )
    expect(shape(file).map(([title]) => title)).toEqual(['SIM A', 'SIM B'])
  })
  it('cells merged down give their text to every row, their money to the first one only, with a doubt', () => {
    const first: Written[] = [
      'Arsitektur',
      'Rapat',
      { text: 'FGD', down: 2 },
      { text: 'Vendor', down: 2 },
      { text: '1 Bulan', down: 2 },
      { text: 'APBD : 10 Juta', down: 2 },
    ]
    const file = read(
      grid([headings, ['SIM A'], first, ['', 'Sosialisasi', '', '', '', ''], ['', 'Uji', '', '', '', '']]),
    )
    const rows = file.outputs[0]?.rows ?? []
    expect(
      rows.map(({ method, implementer, duration, amount }) => [method, implementer, duration, amount]),
    ).toEqual([
      ['FGD', 'Vendor', '1 Bulan', 10_000_000],
      ['FGD', 'Vendor', '1 Bulan', null],
      ['', '', '', null],
    ])
    expect(doubts(file)).toEqual([['MergedAmount', 1]])
  })
})

describe('rows that are no data', () => {
  it('numbered headings are left out', () => {
    const file = read(grid([headings, ['1', '2', '3', '4', '5', '6'], ['SIM A'], row('Arsitektur', 'Rapat')]))
    expect(file.leftOut).toEqual([
      { where: 'Tabel 1, baris 2', reason: 'Nomor kolom: 1 | 2 | 3 | 4 | 5 | 6' },
    ])
    expect(file.outputs[0]?.rows).toHaveLength(1)
  })
  it('subtotals and totals are recognised, checked and not counted twice', () => {
    const file = read(
      grid([
        headings,
        ['SIM A'],
        row('Arsitektur', 'Rapat'),
        row('', 'Uji'),
        ['Sub Total', '', '', '', '', 'Rp 20.000.000'],
        row('Data', 'Survei'),
        ['Subtotal', '', '', '', '', '10 juta'],
        [{ text: 'JUMLAH', across: 5 }, '', '', '', '', 'Rp30.000.000,-'],
      ]),
    )
    expect(file.outputs[0]?.total).toBe(30_000_000)
    expect(doubts(file)).toEqual([])
    expect(file.leftOut).toHaveLength(3)
  })
  it('a subtotal counts from the subtotal before it, over several sub outputs', () => {
    const sub = ['Sub Jumlah', '', '', '', '', '20 juta']
    const file = read(
      grid([
        headings,
        ['SIM A'],
        row('A', 'Rapat'),
        row('B', 'Uji'),
        sub,
        row('C', 'Survei'),
        row('D', 'Entri'),
        sub,
      ]),
    )
    expect(doubts(file)).toEqual([])
  })
  it('a total that does not fit is a doubt with both numbers', () => {
    const file = read(
      grid([headings, ['SIM A'], row('Arsitektur', 'Rapat'), ['TOTAL', '', '', '', '', 'Rp 99.000.000']]),
    )
    expect(file.doubts).toMatchObject([{ type: 'TotalMismatch', row: 0, column: 'total' }])
    expect(file.doubts[0]?.message).toContain('Rp99.000.000')
    expect(file.doubts[0]?.message).toContain('Rp10.000.000')
  })
  it('a stage that begins with “Jumlah” and has an implementer is a row', () => {
    const file = read(grid([headings, ['SIM A'], row('Arsitektur', 'Jumlah pengguna didata')]))
    expect(file.outputs[0]?.rows).toHaveLength(1)
  })
  it('signatures and footnotes below are left out, with their words', () => {
    const below: Written[][] = [
      [],
      ['*) Harga termasuk pajak'],
      ['', '', '', '', 'Prabumulih, 21 November 2026'],
      ['Mengetahui,', '', '', '', 'Kepala Dinas'],
      [],
      ['Dr. Budi', '', '', '', 'Siti, S.T.'],
      ['NIP 19660801 198803 1 001'],
    ]
    const file = read(grid([headings, ['SIM A'], row('Arsitektur', 'Rapat'), ...below]))
    expect(file.outputs[0]?.rows).toHaveLength(1)
    expect(file.leftOut.map(({ reason }) => reason).join()).toMatch(
      /pajak.*Prabumulih.*Mengetahui.*Budi.*NIP/,
    )
  })
  it('a title or sub output that carries the sum of its rows is counted once, in the rows', () => {
    const file = read(
      grid([
        headings,
        ['SIM A', '', '', '', '', 'Rp 30.000.000'],
        ['Arsitektur', '', '', '', '', '20 juta'],
        row('', 'Rapat'),
        row('', 'Uji'),
        ['Data', '', '', '', '', '10 juta'],
        row('', 'Survei'),
      ]),
    )
    expect(shape(file)).toEqual([
      ['SIM A', ['Arsitektur/Rapat', 'Arsitektur/Uji', 'Data/Survei'], 30_000_000],
    ])
    expect(doubts(file)).toEqual([])
  })
  it('a row with a name and money only, which is no sum of what follows, is counted and marked', () => {
    const file = read(
      grid([headings, ['SIM A'], ['Lisensi', '', '', '', '', '7 juta'], row('Data', 'Survei')]),
    )
    expect(file.outputs[0]?.total).toBe(17_000_000)
    expect(doubts(file)).toEqual([['AmountAlone', 1]])
  })
  it('the amount of an earlier year beside that of the asked year is kept as a column, not counted', () => {
    const file = read(
      grid([
        ['Sub Output', 'Tahap', 'Pelaksana', 'Pagu 2026 (Rp)', 'Usulan 2027 (Rp)'],
        ['Data', 'Survei', 'Vendor', '5.000.000', '7.000.000'],
      ]),
    )
    expect(file.outputs[0]?.rows[0]).toMatchObject({
      amount: 7_000_000,
      extra: { 'Pagu 2026 (Rp)': '5.000.000' },
    })
  })
  it('exact twins are pointed out on both rows, not merged', () => {
    const file = read(grid([headings, ['SIM A'], row('Arsitektur', 'Rapat'), row('', 'Rapat')]))
    expect(doubts(file)).toEqual([
      ['Twin', 1],
      ['Twin', 2],
    ])
    expect(file.outputs[0]?.total).toBe(20_000_000)
  })
})

describe('money in other columns', () => {
  it('source and figure in columns of their own', () => {
    const file = read(
      grid([
        ['Sub Output', 'Tahap', 'Pelaksana', 'Sumber Dana', 'Anggaran (Rp)'],
        ['Data', 'Survei', 'Vendor', 'DAK', { text: '75.000.000', number: 75_000_000 }],
      ]),
    )
    expect(file.outputs[0]?.rows[0]?.resources).toEqual({
      asPrinted: '75.000.000',
      funding: [{ source: 'DAK', amount: 75_000_000 }],
      other: '',
    })
  })
  it('a column per source below one spanning heading, and their sum checked', () => {
    const top: Written[] = [
      'Sub Output',
      'Tahap',
      'Pelaksana',
      { text: 'Sumber daya (juta rupiah)', across: 3 },
    ]
    const file = read(
      grid([
        top,
        ['', '', '', 'APBD', 'DAK', 'Jumlah'],
        ['Data', 'Survei', 'Vendor', '10', '5', '15'],
        ['', 'Entri', 'Vendor', '10', '', '12'],
      ]),
    )
    expect(file.outputs[0]?.rows.map(({ resources }) => resources.funding)).toEqual([
      [
        { source: 'APBD', amount: 10_000_000 },
        { source: 'DAK', amount: 5_000_000 },
      ],
      [{ source: 'APBD', amount: 10_000_000 }],
    ])
    expect(doubts(file)).toContainEqual(['SumMismatch', 2])
  })
  it('the unit of the heading holds for number cells: “Sumber daya (juta rupiah)”', () => {
    const file = read(
      grid([
        [...headings.slice(0, 5), 'Sumber daya (juta rupiah)'],
        ['SIM A'],
        row('Data', 'Survei', { text: '17,5', number: 17.5 }),
      ]),
    )
    expect(file.outputs[0]?.total).toBe(17_500_000)
  })
  it('words in one column and the same money in another count once; a difference is a doubt', () => {
    const heads = ['Sub Output', 'Tahap', 'Pelaksana', 'Sumber daya', 'Anggaran (Rp)']
    const file = read(
      grid([
        heads,
        ['Data', 'Survei', 'Vendor', 'APBD 10 juta', '10.000.000'],
        ['', 'Entri', 'Vendor', 'APBD 10 juta', '11.000.000'],
        ['', 'Uji', 'Vendor', '2 operator', '5.000.000'],
      ]),
    )
    expect(file.outputs[0]?.rows.map(({ amount }) => amount)).toEqual([10_000_000, 11_000_000, 5_000_000])
    expect(file.outputs[0]?.rows[0]?.resources.funding).toEqual([{ source: 'APBD', amount: 10_000_000 }])
    expect(doubts(file)).toEqual([
      ['TitleMissing', 0],
      ['TwoColumns', 2],
    ])
  })
  it('a formula is a doubt that shows the formula; its stored result counts', () => {
    const file = read(
      grid([
        headings,
        ['SIM A'],
        row('Data', 'Survei', { text: '10.000.000', number: 10_000_000, formula: 'B2*10' }),
      ]),
    )
    expect(file.outputs[0]?.total).toBe(10_000_000)
    expect(file.doubts).toMatchObject([{ type: 'FormulaAmount', row: 1 }])
    expect(file.doubts[0]?.message).toContain('=B2*10')
  })
  it('doubts are sentences that name row, column and the words found', () => {
    const file = read(grid([headings, ['SIM A'], row('Data', 'Survei', 'sesuai DPA')]))
    expect(file.doubts[0]?.message).toBe(
      'Baris 1, kolom Sumber daya: ‘sesuai DPA’ tidak terbaca sebagai jumlah. Teks aslinya disimpan; isi jumlahnya atau biarkan kosong.',
    )
  })
})

describe('other layouts', () => {
  it('a block without headings is read in the order of the form, with a doubt', () => {
    const file = read(grid([row('Arsitektur', 'Rapat'), row('', 'Sosialisasi')]))
    expect(file.outputs[0]?.total).toBe(20_000_000)
    expect(doubts(file)).toContainEqual(['HeadingMissing', 0])
  })
  it('a sheet that holds no form is left out by name and text', () => {
    const file = read(
      grid([headings, ['SIM A'], row('Data', 'Survei')]),
      grid([['Daftar kontak'], ['Budi', '0812']], { sheet: 'Kontak', table: null }),
    )
    expect(file.leftOut).toEqual([
      {
        where: 'Lembar Kontak',
        reason: 'Tidak memuat tabel formulir dan tidak dibaca: Daftar kontak / Budi | 0812',
      },
    ])
  })
  it('hidden rows and columns are read and marked', () => {
    const base = grid([headings, ['SIM A'], row('Data', 'Survei'), row('', 'Entri')], { hiddenColumns: [5] })
    const rows = base.rows.map((one) => ({ ...one, hidden: one.line === 4 }))
    expect(doubts(read({ ...base, rows }))).toEqual([
      ['HiddenColumn', 0],
      ['HiddenRow', 2],
    ])
  })
  it('a file without any form is null', () =>
    expect(readForm('uji', { grids: [grid([['Kepada Yth.']])], leftOut: [] })).toBeNull())
})

describe('laws', () => {
  const word = fc.constantFrom(
    '',
    '',
    'Rapat',
    'Survei',
    'SIM PKK',
    'Jumlah',
    'Total',
    'Catatan: x',
    'NIP 1966',
    '10',
    'APBD : 10 Juta',
    '1 Bulan',
    '-',
    'sesuai DPA',
    '2,500',
    'Sub Output 2',
    'Kepala Dinas',
    'Prabumulih, 1 Mei 2027',
    '(1)',
    'a',
    '1.5 M',
  )
  const text = fc.oneof(
    { weight: 3, arbitrary: word },
    { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  )
  const body = fc.array(fc.array(text, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 14 })
  const squeeze = (value: string): string => value.replace(/[\s\u00a0\u200b-\u200f\ufeff\u00ad]+/g, '')

  it('nothing is dropped: the text of every cell is in a row, a title, a doubt or among what was left out', () => {
    fc.assert(
      fc.property(body, (rows) => {
        const file = read(grid([headings, ...rows, row('Z', 'Penutup')]))
        const kept = squeeze(JSON.stringify([file.outputs, file.doubts, file.leftOut]))
        for (const cell of rows.flat()) {
          const plain = squeeze(cell)
          if (plain !== '') expect(kept).toContain(squeeze(JSON.stringify(cell).slice(1, -1)))
        }
      }),
      { numRuns: 400 },
    )
  })

  it('the sum of the rows is the sum of the outputs, of the sources and of the file', () => {
    fc.assert(
      fc.property(body, (rows) => {
        const file = read(grid([headings, ...rows, row('Z', 'Penutup')]))
        const { total, bySource } = sumUp([file])
        const all = file.outputs.flatMap((output) => output.rows)
        const sum = (values: readonly (number | null)[]): number =>
          values.reduce<number>((before, value) => before + (value ?? 0), 0)
        expect(sum(all.map(({ amount }) => amount))).toBe(total)
        expect(sum(file.outputs.map((output) => output.total))).toBe(total)
        expect(sum(bySource.map(({ amount }) => amount))).toBe(total)
        expect(all.map(({ row }) => row)).toEqual(all.map((_, at) => at + 1))
        for (const doubt of file.doubts) expect(doubt.row).toBeLessThanOrEqual(all.length)
      }),
      { numRuns: 400 },
    )
  })
})
