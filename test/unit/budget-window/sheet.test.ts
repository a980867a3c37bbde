import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptedOutputs } from '../../../renderer/budget/accepted.ts'
import { draftOf, withDraft } from '../../../renderer/budget/importDraft.ts'
import { type ImportFile, openFile, refusedRows, takeBack } from '../../../renderer/budget/importModel.ts'
import { totalsOf } from '../../../renderer/budget/importTotals.ts'
import { cellNumber, settleMark, takeChange } from '../../../renderer/budget/sheet.ts'
import { type Act, acts, changeOf, readFile, removeRow, setCell } from './rows.ts'

const start = { opd: null, guessed: false, year: 2027, today: '2026-11-21' }
const texts = ['APBD : 10 Juta', 'sesuai DPA', 'APBD : 10 Juta; DAK : 5 Juta', '']
const doubt = {
  row: 2,
  place: { sheet: null, table: 1, line: 3 },
  column: 'resources' as const,
  found: 'sesuai DPA',
  message: 'Baris 2, kolom Sumber daya: ‘sesuai DPA’ tidak terbaca sebagai jumlah.',
  type: 'NotAmount',
}
const open = (): ImportFile => openFile(readFile(texts, [doubt]), 0, start)
const type = (file: ImportFile, row: string, column: string, value: string | number | null): ImportFile => ({
  ...file,
  sheet: takeChange(file.sheet, setCell(file.sheet.rows, row, column, value), file.bases),
})
const cells = (file: ImportFile, row: string) => file.sheet.rows.find(({ id }) => id === row)?.cells
const marks = (file: ImportFile, row: string) => (file.sheet.marks.get(row) ?? []).map((mark) => mark.type)

describe('a correction in the preview', () => {
  test('of the words of money is read again, and the mark on them goes', () => {
    const file = type(open(), '2', 'resources', 'DAK : 7,5 juta')
    expect(cells(file, '2')).toMatchObject({ amount: 7_500_000, source: 'DAK' })
    expect(marks(file, '2')).toEqual([])
  })

  test('that still cannot be read is marked in its own words', () => {
    const file = type(open(), '1', 'resources', 'nanti saja')
    expect(cells(file, '1')).toMatchObject({ amount: null, source: null })
    expect(marks(file, '1')).toEqual(['NotAmount'])
  })

  test('that is taken back stands as the importer read it, with its first doubt', () => {
    const file = type(type(open(), '2', 'resources', 'APBD : 1 juta'), '2', 'resources', 'sesuai DPA')
    expect(cells(file, '2')).toEqual(cells(open(), '2'))
    expect(marks(file, '2')).toEqual(['NotAmount'])
  })

  test('of the amount itself counts beside the words, and survives a change of the words and back', () => {
    let file = type(open(), '2', 'amount', 3_000_000)
    expect(marks(file, '2')).toEqual([])
    file = type(type(file, '2', 'resources', 'APBD : 1 juta'), '2', 'resources', 'sesuai DPA')
    expect(cells(file, '2')).toMatchObject({ amount: 3_000_000 })
  })

  test('of the duration is shown in words', () => {
    expect(cells(type(open(), '1', 'duration', '2 Hari, 5 Kali'), '1')).toMatchObject({
      durationRead: '2 hari, 5 kali',
    })
  })

  test('that the officer calls right leaves only the other doubts', () => {
    const file = open()
    const mark = file.sheet.marks.get('2')?.[0]
    expect(settleMark(file.sheet, '2', mark ?? null).marks.size).toBe(0)
  })
})

describe('a printed total that the rows do not make', () => {
  const sum = {
    row: 0,
    place: { sheet: null, table: 1, line: 6 },
    column: 'total' as const,
    found: 'JUMLAH Rp30.000.000',
    message: 'Tabel 1, baris 6: ‘JUMLAH’ tertulis Rp30.000.000.',
    type: 'TotalMismatch',
    sums: { stated: 30_000_000, counted: 25_000_000 },
  }
  const withSum = () => openFile(readFile(texts, [doubt, sum]), 0, start)

  test('counts as the other doubts do, until it was called right', () => {
    expect(totalsOf(withSum()).marks).toBe(2)
    expect(totalsOf({ ...withSum(), settled: [0] }).marks).toBe(1)
  })

  test('is in doubt no more once a correction makes it, and again when that is taken back', () => {
    const made = type(withSum(), '2', 'resources', 'APBD : 5 juta')
    expect(totalsOf(made)).toMatchObject({ total: 30_000_000, marks: 0 })
    expect(totalsOf(type(made, '2', 'resources', 'sesuai DPA')).marks).toBe(2)
  })

  test('that was called right stays so in the draft of the same file', () => {
    const draft = draftOf([{ ...withSum(), settled: [0] }])
    expect(withDraft(withSum(), draft).settled).toEqual([0])
  })
})

describe('a refused row', () => {
  test('is kept aside and comes back to its place', () => {
    const file = open()
    const refused: ImportFile = {
      ...file,
      sheet: takeChange(file.sheet, removeRow(file.sheet.rows, 1), file.bases),
    }
    expect(refusedRows(refused).map(({ id }) => id)).toEqual(['2'])
    expect(totalsOf(refused)).toMatchObject({ rows: 3, refused: 1 })
    expect(takeBack(refused, '2').rows.map(({ id }) => id)).toEqual(['1', '2', '3', '4'])
  })
})

const afterActs = (all: readonly Act[]): ImportFile => {
  let file = open()
  for (const act of all) {
    const change = changeOf(file.sheet.rows, act)
    if (change !== null) file = { ...file, sheet: takeChange(file.sheet, change, file.bases) }
  }
  return file
}

describe('whatever the officer does in the grid', () => {
  test('the parts by source make the whole, and every row is accepted with parts that make its amount', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const file = afterActs(all)
        const { total, bySource, rows } = totalsOf(file)
        expect(bySource.reduce((sum, { amount }) => sum + amount, 0)).toBe(total)
        const accepted = acceptedOutputs(file).flatMap((output) => output.rows)
        expect(accepted).toHaveLength(rows)
        for (const row of accepted)
          expect(row.resources.funding.reduce((sum, { amount }) => sum + amount, 0)).toBe(row.amount ?? 0)
        expect(accepted.map(({ amount }) => amount)).toEqual(
          file.sheet.rows.map((row) => cellNumber(row, 'amount')),
        )
      }),
    )
  })

  test('the draft brings all of it back onto the same file', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const file = afterActs(all)
        const draft = draftOf([file])
        const again = withDraft(open(), draft && JSON.parse(JSON.stringify(draft)))
        expect(again.sheet.rows.map(({ cells: own }) => own)).toEqual(
          file.sheet.rows.map(({ cells: own }) => own),
        )
      }),
    )
  })
})
