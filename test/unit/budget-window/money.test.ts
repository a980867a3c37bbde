import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fittedColumns, formColumns } from '../../../renderer/budget/formColumns.ts'
import { changeCount, saveInput, storedOf } from '../../../renderer/budget/formModel.ts'
import { formTotals } from '../../../renderer/budget/formTotals.ts'
import { gridMarks } from '../../../renderer/budget/gridMarks.ts'
import { batchOf } from '../../../renderer/budget/importBatch.ts'
import { importColumns } from '../../../renderer/budget/importColumns.ts'
import { draftOf, withDraft } from '../../../renderer/budget/importDraft.ts'
import { missingFor, openFile } from '../../../renderer/budget/importModel.ts'
import { wrongCells, wrongWords } from '../../../renderer/budget/moneyCell.ts'
import { type Sheet, takeChange } from '../../../renderer/budget/sheet.ts'
import { editsOf, withEdits } from '../../../renderer/budget/sheetEdits.ts'
import { formatWhole } from '../../../renderer/ui/format.ts'
import { parseCell } from '../../../renderer/ui/grid/cell.ts'
import { pasteBlock } from '../../../renderer/ui/grid/clipboard.ts'
import { applyPatches } from '../../../renderer/ui/grid/model.ts'
import type { CellValue, GridColumn } from '../../../renderer/ui/grid/types.ts'
import { readFile, setCell, storedRow } from './rows.ts'

const column = (columns: readonly GridColumn[], key: string): GridColumn => {
  const found = columns.find((each) => each.key === key)
  if (found === undefined) throw new Error(key)
  return found
}
const read = (text: string, key = 'amount'): CellValue => parseCell(column(formColumns, key), text).value

describe('a text typed into Jumlah', () => {
  test.each([
    ['40 jt', 40_000_000],
    ['40jt', 40_000_000],
    ['1,5 miliar', 1_500_000_000],
    ['Rp 5.000.000,-', 5_000_000],
    ['lima juta', 5_000_000],
    ['lima juta rupiah', 5_000_000],
    ['4000', 4_000],
    ['1.500.000', 1_500_000],
    ['0', 0],
    ['', null],
    ['-', null],
    ['Rp -', null],
  ])('%s is read as %s, on the form and in the import', (text, value) => {
    expect(parseCell(column(formColumns, 'amount'), text)).toEqual({ value })
    expect(parseCell(column(fittedColumns(1062), 'amount'), text)).toEqual({ value })
    expect(parseCell(column(importColumns, 'amount'), text)).toEqual({ value })
    expect(read(text, 'unitPrice')).toBe(value)
  })

  test.each([
    'menyusul',
    '-5.000',
    '1,5',
    '2.5',
    '12.34.567',
    '2 x 5 juta',
    '±5 juta',
    '2 unit',
    'Rp',
    'APBD : 5 juta',
    '5 juta untuk server',
    '5 juta; 4 juta',
    '99999999999999999999',
  ])('%s stays as typed, with a sentence', (text) => {
    const { value, doubt } = parseCell(column(formColumns, 'amount'), text)
    expect([value, doubt]).toEqual([text, expect.stringContaining(`‘${text}’ bukan jumlah rupiah`)])
  })

  test('a whole amount is read back from its own words and figures, and nothing becomes a broken or negative one', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (amount) => {
        expect([read(String(amount)), read(formatWhole(amount))]).toEqual([amount, amount])
      }),
    )
    const words = fc.array(
      fc.constantFrom('setengah', 'sejuta', 'lima', 'juta', '1,5', 'jt', '-', 'Rp', '.', ' '),
    )
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ')
        const value = read(text)
        if (typeof value === 'number') expect(Number.isSafeInteger(value) && value >= 0).toBe(true)
        else if (value === null) expect(text.replaceAll(/[\s-]|Rp/g, '')).toBe('')
        else expect(value).toBe(text.trim())
      }),
    )
  })

  test('the number of things takes whole numbers only', () => {
    expect([read('12', 'volume'), read('2 unit', 'volume')]).toEqual([12, '2 unit'])
  })
})

const stored = storedOf(['a', 'b', 'c'].map((id, at) => storedRow(id, { position: (at + 1) * 1024 })))
const edit = (sheet: Sheet, row: string, key: string, value: CellValue): Sheet =>
  takeChange(sheet, setCell(sheet.rows, row, key, value), stored.bases)
const save = (sheet: Sheet) => saveInput('aaaaaaaaaa.1.1', { aaaaaaaaaa: 1 }, sheet, stored)

describe('what is no amount on a form', () => {
  const sheet = edit(stored.sheet, 'b', 'amount', 'menyusul')

  test('is marked as wrong and named by its row, and never goes to the store as empty', () => {
    expect(gridMarks(sheet, stored.bases).b?.amount).toMatchObject({ kind: 'error' })
    expect(wrongCells(sheet.rows).map(wrongWords)).toEqual([
      expect.stringMatching(/^Baris 2, kolom Jumlah \(Rp\): ‘menyusul’ bukan jumlah; /),
    ])
    const noted = edit(edit(sheet, 'b', 'note', 'periksa'), 'b', 'volume', 'dua unit')
    expect(save(noted)?.updated).toEqual([{ id: 'b', position: null, values: { note: 'periksa' } }])
  })

  test('counts as a change, not as a row without cost', () => {
    expect(changeCount(save(sheet), wrongCells(sheet.rows))).toBe(1)
    expect(formTotals(sheet).withoutCost).toBe(0)
  })

  test('comes back with the draft and goes with undo', () => {
    const again = withEdits(stored.sheet, JSON.parse(JSON.stringify(editsOf(sheet, stored.bases))))
    expect(wrongCells(again.rows)).toEqual(wrongCells(sheet.rows))
    const undone = edit(sheet, 'b', 'amount', 10_000_000)
    expect([wrongCells(undone.rows), save(undone)]).toEqual([[], null])
  })

  test('an emptied amount is still an emptied amount', () => {
    expect(save(edit(sheet, 'b', 'amount', null))?.updated).toEqual([
      { id: 'b', position: null, values: { amount: null } },
    ])
  })
})

describe('a block pasted over Jumlah', () => {
  test('is read cell by cell as it would be typed', () => {
    const at = formColumns.findIndex(({ key }) => key === 'amount')
    const { rows } = stored.sheet
    const { patches, doubts } = pasteBlock(
      { rows, columns: formColumns, newRow: null },
      { top: 0, bottom: 0, left: at, right: at },
      [['40 jt'], ['menyusul'], ['lima juta']],
    )
    expect(applyPatches(rows, patches).map(({ cells }) => cells.amount)).toEqual([
      40_000_000,
      'menyusul',
      5_000_000,
    ])
    expect(doubts.map(({ row }) => row)).toEqual(['b'])
  })
})

describe('what is no amount in an import', () => {
  const opd = { id: 'x', code: '1', name: 'Dinas', short: '' }
  const start = { opd, guessed: false, year: 2027, today: '2026-11-21' }
  const file = openFile(readFile(['APBD : 10 Juta', '']), 0, start)
  const wrong = {
    ...file,
    sheet: takeChange(file.sheet, setCell(file.sheet.rows, '2', 'amount', 'menyusul'), file.bases),
  }

  test('holds Simpan and Simpan semua back, also after the draft was brought back', () => {
    expect([missingFor(file), missingFor(wrong)]).toEqual([null, 'amount'])
    expect(batchOf([file, wrong], { opds: [], formsOf: () => [] }).ready).toEqual([file])
    expect(missingFor(withDraft(file, draftOf([wrong])))).toBe('amount')
  })
})
