import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blockIn,
  copyBlock,
  copyOut,
  landing,
  neutral,
  pasteBlock,
} from '../../../../renderer/ui/grid/clipboard.ts'
import { parseHtmlTable, toHtmlTable } from '../../../../renderer/ui/grid/htmlTable.ts'
import { applyPatches } from '../../../../renderer/ui/grid/model.ts'
import { parseTsv, toTsv } from '../../../../renderer/ui/grid/tsv.ts'
import { blank, columns, numbered, row, sheets } from './sheets.ts'

const cellText = fc.string({
  unit: fc.constantFrom('a', 'B', '"', '\t', '\n', '\r', ' ', '=', '&', '<', '>', ';', '7', '.', 'é'),
})
const blocks = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([high, wide]) =>
    fc.array(fc.array(cellText, { minLength: wide, maxLength: wide }), { minLength: high, maxLength: high }),
  )

describe('text of the clipboard', () => {
  it('comes back as it was, whatever quotes, tabs and line ends the cells hold', () => {
    fc.assert(
      fc.property(blocks, (block) => {
        expect(parseTsv(toTsv(block))).toEqual(block)
      }),
    )
  })

  it('reads what Excel writes for a cell with two lines and a quote', () => {
    expect(parseTsv('a\t"dua ""baris""\nini"\r\n1\t2\r\n')).toEqual([
      ['a', 'dua "baris"\nini'],
      ['1', '2'],
    ])
  })

  it('keeps quotes that are only part of the text', () => {
    expect(parseTsv('"kata" lain\tx')).toEqual([['"kata" lain', 'x']])
    expect(parseTsv('5" disk')).toEqual([['5" disk']])
  })

  it('makes short rows as long as the longest', () => {
    expect(parseTsv('a\tb\nc')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ])
  })
})

describe('tables of the clipboard', () => {
  it('come back as they were', () => {
    const cells = (block: readonly (readonly string[])[]) =>
      block.map((line) => line.map((text) => ({ text, number: null })))
    fc.assert(
      fc.property(blocks, (block) => {
        expect(parseHtmlTable(toHtmlTable(cells(block)))).toEqual(block)
      }),
    )
  })

  it('are read from Excel: styles skipped, numbers by their value, broken source lines joined', () => {
    const html = `<html><head><style><!--td {mso:"<table>"}--></style></head><body><!--StartFragment-->
      <table border=0><col width=64><tr height=20><td class=xl65>Pengembangan
      SIM PKK</td><td align=right x:num="10000000">Rp10.000.000</td></tr>
      <tr><td>a<br style='mso-data-placement:same-cell;'>b</td><td>&nbsp;</td></tr></table></body></html>`
    expect(parseHtmlTable(html)).toEqual([
      ['Pengembangan SIM PKK', '10000000'],
      ['a\nb', ' '],
    ])
  })

  it('are read from Word: paragraphs in a cell become lines, merged cells leave blanks', () => {
    const html =
      '<table><tr><td rowspan=2><p>Sub output</p></td><td><p>Tahap 1</p><p>Tahap 2</p></td></tr><tr><td>Tahap 3</td></tr><tr><td colspan="2">Jumlah</td></tr></table>'
    expect(parseHtmlTable(html)).toEqual([
      ['Sub output', 'Tahap 1\nTahap 2'],
      ['', 'Tahap 3'],
      ['Jumlah', ''],
    ])
  })

  it('are told apart from other HTML', () => {
    expect(parseHtmlTable('<p>bukan tabel</p>')).toBeNull()
    expect(blockIn('<p>bukan tabel</p>', 'satu')).toEqual([['satu']])
    expect(blockIn('', '')).toBeNull()
  })
})

describe('copy and paste', () => {
  it('paste of a copied block over the same cells changes nothing', () => {
    fc.assert(
      fc.property(sheets, ({ rows, range }) => {
        const { patches } = pasteBlock(
          { rows, columns, newRow: null },
          range,
          copyBlock(rows, columns, range),
        )
        expect(patches).toEqual([])
      }),
    )
  })

  it('a copied block arrives whole on empty rows, by table and by text', () => {
    fc.assert(
      fc.property(sheets, ({ rows, range }) => {
        const block = copyBlock(rows, columns, range)
        const { tsv, html } = copyOut(rows, columns, range)
        for (const arriving of [parseTsv(toTsv(block)), blockIn(html, tsv) ?? []]) {
          const at = { top: 0, bottom: 0, left: range.left, right: range.left }
          const pasted = pasteBlock({ rows: [], columns, newRow: numbered }, at, arriving)
          const there = applyPatches([], pasted.patches)
          expect(copyBlock(there, columns, pasted.range)).toEqual(block)
        }
      }),
    )
  })

  it('one cell fills the whole selection', () => {
    const rows = [row('1', 'a', 5), row('2', 'b', null), row('3', 'c', 7)]
    const pasted = pasteBlock({ rows, columns, newRow: null }, { top: 0, bottom: 2, left: 1, right: 1 }, [
      ['12'],
    ])
    expect(applyPatches(rows, pasted.patches).map(({ cells }) => cells.amount)).toEqual([12, 12, 12])
  })

  it('a block is repeated where the selection is a multiple of it, else it spreads from its top left', () => {
    expect(landing([['a'], ['b']], { top: 0, bottom: 3, left: 0, right: 1 })).toEqual({
      top: 0,
      bottom: 3,
      left: 0,
      right: 1,
    })
    expect(landing([['a'], ['b']], { top: 1, bottom: 3, left: 0, right: 0 })).toEqual({
      top: 1,
      bottom: 2,
      left: 0,
      right: 0,
    })
  })

  it('a block higher than the sheet adds rows; a block wider than it says how many columns were lost', () => {
    const pasted = pasteBlock(
      { rows: [blank('1')], columns, newRow: numbered },
      { top: 0, bottom: 0, left: 2, right: 2 },
      [
        ['x', 'y'],
        ['z', 'w'],
      ],
    )
    expect(applyPatches([blank('1')], pasted.patches)).toHaveLength(2)
    expect(pasted.lostColumns).toBe(1)
  })

  it('a paste goes past a column that is read only', () => {
    const locked = columns.map((column) => (column.key === 'amount' ? { ...column, readOnly: true } : column))
    const rows = [row('1', 'a', 5)]
    const pasted = pasteBlock(
      { rows, columns: locked, newRow: null },
      { top: 0, bottom: 0, left: 0, right: 0 },
      [['b', '9', 'Vendor']],
    )
    expect(applyPatches(rows, pasted.patches)[0]?.cells).toEqual({ name: 'b', amount: 5, method: 'v' })
  })

  it('an amount that cannot be read stays as its text, with a doubt', () => {
    const pasted = pasteBlock(
      { rows: [blank('1')], columns, newRow: null },
      { top: 0, bottom: 0, left: 1, right: 1 },
      [['sesuai DPA']],
    )
    expect(applyPatches([blank('1')], pasted.patches)[0]?.cells.amount).toBe('sesuai DPA')
    expect(pasted.doubts).toMatchObject([{ row: '1', column: 'amount' }])
  })

  it('text that a spreadsheet would run leaves with an apostrophe; numbers and telephone numbers do not', () => {
    expect(
      ['=1+1', '@SUM(A1)', '+cmd|x', '-2+cmd|x', '-5000', '+62 812-3456', '- 12', 'biasa'].map(neutral),
    ).toEqual(["'=1+1", "'@SUM(A1)", "'+cmd|x", "'-2+cmd|x", '-5000', '+62 812-3456', '- 12', 'biasa'])
  })
})
