import { describe, expect, it } from 'vitest'
import { type Grid, plainCell } from '../../../shared/rules/budget/grid.ts'
import { planOpds, type RegisteredOpd, type WrittenOpd } from '../../../shared/rules/opd/plan.ts'
import { readOpds } from '../../../shared/rules/opd/read.ts'

const grid = (rows: readonly (readonly string[])[]): Grid => ({
  sheet: null,
  table: 1,
  above: [],
  below: [],
  hiddenColumns: [],
  rows: rows.map((cells, at) => ({
    line: at + 1,
    hidden: false,
    cells: cells.map((text) => (text === '' ? undefined : plainCell(text))),
  })),
})
const read = (...rows: readonly (readonly string[])[]) =>
  readOpds([grid(rows)]).map(({ code, name, short, head }) => [code, name, short, head])

describe('a list of OPDs is read', () => {
  it('by its headings, in any order, under a title and beside row numbers', () => {
    expect(
      read(
        ['DAFTAR PERANGKAT DAERAH KOTA PRABUMULIH'],
        ['No', 'Nama Perangkat Daerah', 'Nama Kepala', 'Kode OPD', 'Singkatan'],
        ['1', 'Dinas Kesehatan', 'dr. Sri', '1.02', 'Dinkes'],
        ['2', 'Satuan Polisi Pamong Praja', '', '1.05', 'Satpol PP'],
        ['', 'Jumlah', '', '', '2'],
      ),
    ).toEqual([
      ['1.02', 'Dinas Kesehatan', 'Dinkes', 'dr. Sri'],
      ['1.05', 'Satuan Polisi Pamong Praja', 'Satpol PP', ''],
    ])
  })

  it('without headings, by what the columns hold', () => {
    expect(
      read(
        ['1', '1.01.01', 'Dinas Pendidikan dan Kebudayaan', 'Disdikbud'],
        ['2', '1.02.01', 'Dinas Kesehatan', 'Dinkes'],
      ),
    ).toEqual([
      ['1.01.01', 'Dinas Pendidikan dan Kebudayaan', 'Disdikbud', ''],
      ['1.02.01', 'Dinas Kesehatan', 'Dinkes', ''],
    ])
  })

  it('as names alone, one on each line', () => {
    expect(read(['Dinas Kesehatan'], ['Dinas Sosial'])).toEqual([
      ['', 'Dinas Kesehatan', '', ''],
      ['', 'Dinas Sosial', '', ''],
    ])
  })

  it('with a name that looks like a heading as an OPD', () => {
    expect(read(['Kode', 'Nama'], ['4.01', 'Sekretariat Daerah'], ['4.02', 'Sekretariat DPRD'])).toHaveLength(
      2,
    )
  })
})

const known: readonly RegisteredOpd[] = [
  { id: 'a', code: '1.02', name: 'Dinas Kesehatan', short: 'Dinkes', head: '' },
  { id: 'b', code: '1.05', name: 'Satuan Polisi Pamong Praja', short: '', head: '' },
]
const written = (code: string, name: string, short = ''): Omit<WrittenOpd, 'key'> => ({
  code,
  name,
  short,
  head: '',
})
const plan = (...rows: readonly Omit<WrittenOpd, 'key'>[]) =>
  planOpds(
    rows.map((row, at) => ({ ...row, key: String(at) })),
    known,
  )
const states = (...rows: readonly Omit<WrittenOpd, 'key'>[]) => plan(...rows).map(({ state }) => state)

describe('what taking a list in would do', () => {
  it('tells new, present and changed OPDs apart, by code and by name', () => {
    const rows = plan(
      written('1.02', 'Dinas Kesehatan'),
      written('', 'satuan polisi  pamong praja', 'Satpol PP'),
      written('1.06', 'Dinas Sosial'),
    )
    expect(rows.map(({ state, id }) => [state, id])).toEqual([
      ['same', 'a'],
      ['changed', 'b'],
      ['new', null],
    ])
    expect(rows[1]?.changes).toContainEqual({ field: 'short', before: '', after: 'Satpol PP' })
  })

  it('takes nothing away where a cell is empty', () => {
    expect(plan(written('1.02', 'Dinas Kesehatan', ''))[0]).toMatchObject({ state: 'same', changes: [] })
  })

  it('asks about a code that another OPD has in the register', () => {
    const [row] = plan(written('1.02', 'Dinas Kebersihan'))
    expect(row).toMatchObject({
      state: 'changed',
      id: 'a',
      remark: 'Nama: Dinas Kesehatan menjadi Dinas Kebersihan',
    })
    expect(row?.doubts.map(({ field }) => field)).toEqual(['name'])
  })

  it('leaves out both rows of one code with two names, and keeps one of two equal rows', () => {
    expect(states(written('2.01', 'Dinas A'), written('2.01', 'Dinas B'))).toEqual(['unclear', 'unclear'])
    expect(states(written('2.01', 'Dinas A'), written('2.01', 'DINAS A'))).toEqual(['new', 'twin'])
    expect(states(written('2.01', 'Dinas A'), written('2.02', 'Dinas A'))).toEqual(['unclear', 'unclear'])
  })

  it('takes a new OPD without a code, marked, and leaves one without a name', () => {
    const rows = plan(written('', 'Dinas Perhubungan'), written('3.01', ''))
    expect(rows.map(({ state, doubts }) => [state, doubts.map(({ field }) => field)])).toEqual([
      ['new', ['code']],
      ['unclear', ['name']],
    ])
  })

  it('answers at once for thousands of rows', () => {
    const many = Array.from({ length: 5000 }, (_unused, at) => written(`9.${at}`, `Dinas ${at}`))
    const started = performance.now()
    expect(new Set(states(...many))).toEqual(new Set(['new']))
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
