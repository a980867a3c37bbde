import { describe, expect, it } from 'vitest'
import { parseForm } from '../../../electron/budget/reader/index.ts'
import { showNumber } from '../../../electron/budget/reader/number-format.ts'
import type { ParsedFile } from '../../../shared/rules/budget/parsed.ts'
import {
  docx,
  formHeadings,
  formRows,
  type SheetCell,
  wordTable,
  xlsx,
  xlsxParts,
  zipParts,
} from '../../fixtures/office.ts'

const read = async (bytes: Uint8Array | string, name = 'uji'): Promise<ParsedFile> => {
  const file = await parseForm({
    name,
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  })
  if ('error' in file) throw new Error(file.error.message)
  return file
}
const total = (file: ParsedFile): number => file.outputs.reduce((sum, output) => sum + output.total, 0)
const line = (resources: SheetCell, stage: SheetCell = 'Rapat'): SheetCell[] => [
  'Arsitektur',
  stage,
  'FGD',
  'Vendor',
  '1 Bulan',
  resources,
]
const sheet = (...rows: SheetCell[][]): SheetCell[][] => [[...formHeadings], ['SIM Uji'], ...rows]
const printed = (file: ParsedFile): string | undefined => file.outputs[0]?.rows[0]?.resources.asPrinted

describe('a number is shown as a spreadsheet with Indonesian settings shows it', () => {
  it.each([
    [10_000_000, 'General', '10000000'],
    [10_000_000, '#,##0', '10.000.000'],
    [1234.5, '#,##0.00', '1.234,50'],
    [10_000_000, '"Rp"#,##0', 'Rp10.000.000'],
    [10_000_000, '[$Rp-421]#,##0.00', 'Rp10.000.000,00'],
    [10_000_000, '_-"Rp"* #,##0_-;-"Rp"* #,##0_-;_-"Rp"* "-"_-', 'Rp10.000.000'],
    [0, '_-"Rp"* #,##0_-;-"Rp"* #,##0_-;_-"Rp"* "-"_-', 'Rp-'],
    [-5, '#,##0;(#,##0)', '(5)'],
    [-5, '0', '-5'],
    [10, '0" Juta"', '10 Juta'],
    [10, '"APBD : "0" Juta"', 'APBD : 10 Juta'],
    [10_000_000, '#,##0,,', '10'],
    [0.125, '0.0%', '12,5%'],
    [46_722, 'dd/mm/yyyy', '01/12/2027'],
    [46_722.5, 'dd/mm/yyyy hh:mm', '01/12/2027 12.00'],
    [5, '000', '005'],
  ])('%d as %j is %j', (value, code, text) => expect(showNumber(value, code)).toBe(text))
})

describe('a workbook', () => {
  it('number cells keep what they show, and count by their value', async () => {
    const file = await read(xlsx({ rows: sheet(line({ v: 10_000_000, s: 2 })) }))
    expect(printed(file)).toBe('Rp10.000.000')
    expect(total(file)).toBe(10_000_000)
  })
  it('a number format that writes “Juta” counts as it reads', async () => {
    expect(total(await read(xlsx({ rows: sheet(line({ v: 10, s: 5 })) })))).toBe(10_000_000)
  })
  it('a date where a duration should be is a doubt, shown as a date', async () => {
    const file = await read(
      xlsx({ rows: sheet(['Arsitektur', 'Rapat', 'FGD', 'Vendor', { v: 46_722, s: 3 }, 'APBD : 10 Juta']) }),
    )
    expect(file.outputs[0]?.rows[0]?.duration).toBe('01/12/2027')
    expect(file.doubts.map(({ type }) => type)).toEqual(['DurationUnread'])
  })
  it('merged cells, hidden rows and hidden columns are known', async () => {
    const file = await read(
      xlsx({
        rows: sheet(line('APBD : 10 Juta'), ['', 'Uji', 'FGD', 'Vendor', '1 Hari', '']),
        merges: ['A2:F2', 'A3:A4', 'F3:F4'],
        hiddenRows: [4],
        hiddenColumns: [3],
      }),
    )
    expect(file.doubts.map(({ type, row }) => [type, row])).toEqual([
      ['HiddenColumn', 0],
      ['MergedAmount', 1],
      ['HiddenRow', 2],
    ])
    expect(file.leftOut.map(({ reason }) => reason).join()).toContain('Baris tersembunyi ikut dibaca: 4')
  })
  it('text below a merge that nobody sees is left out with its words', async () => {
    const file = await read(
      xlsx({
        rows: sheet(line('APBD : 10 Juta'), ['Terlupa', 'Uji', 'FGD', 'Vendor', '1 Hari', '']),
        merges: ['A3:A4'],
      }),
    )
    expect(file.outputs[0]?.rows[1]?.subOutput).toBe('Arsitektur')
    expect(JSON.stringify(file.leftOut)).toContain('Terlupa')
  })
  it('hidden sheets are named and not read; visible ones are all read', async () => {
    const file = await read(
      xlsx(
        { name: 'A', rows: sheet(line('APBD : 10 Juta')) },
        { name: 'Sembunyi', state: 'hidden', rows: sheet(line('APBD : 99 Juta')) },
        { name: 'B', rows: sheet(line('DAK : 5 Juta')) },
      ),
    )
    expect(total(file)).toBe(15_000_000)
    expect(file.leftOut).toContainEqual({
      where: 'Lembar Sembunyi',
      reason: 'Lembar tersembunyi, tidak dibaca.',
    })
    expect(
      file.outputs.flatMap(({ rows }) => rows.map(({ row, place }) => [row, place.sheet, place.line])),
    ).toEqual([
      [1, 'A', 3],
      [2, 'B', 3],
    ])
  })
  it('shared strings, rich text and cells without references are read', async () => {
    const parts = xlsxParts([{ rows: [] }])
    const strings = [...formHeadings, 'SIM Uji', 'Arsitektur', 'Rapat', 'FGD', 'Vendor', '1 Bulan']
    parts['xl/sharedStrings.xml'] =
      `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}<si><r><t>APBD : </t></r><r><t>10 Juta</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>`
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
      '</Relationships>',
      '<Relationship Id="rIdT" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>',
    )
    const cells = (from: number, count: number): string =>
      Array.from({ length: count }, (_, at) => `<c t="s"><v>${from + at}</v></c>`).join('')
    parts['xl/worksheets/sheet1.xml'] =
      `<x:worksheet xmlns:x="y"><x:sheetData><row>${cells(0, 6)}</row><row>${cells(6, 1)}</row><row>${cells(7, 6)}</row></x:sheetData></x:worksheet>`
    expect(total(await read(zipParts(parts)))).toBe(10_000_000)
  })
})

describe('a Word document', () => {
  it('merged cells, several paragraphs in a cell and text around the table', async () => {
    const table = wordTable([
      [...formHeadings],
      [{ text: 'SIM Uji', across: 6 }],
      [
        { text: 'Arsitektur', merge: 'restart' },
        'Rapat',
        'FGD',
        'Vendor',
        '1 Bulan',
        'APBD : 10 Juta\nDAK : 5 Juta',
      ],
      [{ text: '', merge: 'continue' }, 'Uji', 'FGD', 'Vendor', '1 Hari', '-'],
    ])
    const file = await read(docx('Formulir', { xml: table }, 'Kepala Dinas'))
    expect(total(file)).toBe(15_000_000)
    expect(file.outputs[0]?.rows.map(({ subOutput }) => subOutput)).toEqual(['Arsitektur', 'Arsitektur'])
    expect(JSON.stringify(file.leftOut)).toMatch(/Formulir.*Kepala Dinas/)
  })
  it('text deleted under tracked changes and hidden text are not read, and said', async () => {
    const odd =
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>rahasia</w:t></w:r><w:del><w:r><w:delText>dihapus</w:delText></w:r></w:del><w:ins><w:r><w:t>Formulir</w:t></w:r></w:ins></w:p>'
    const file = await read(docx({ xml: odd }, { xml: wordTable(formRows(2)) }))
    expect(JSON.stringify(file.outputs)).not.toMatch(/rahasia|dihapus/)
    expect(JSON.stringify(file.leftOut)).toMatch(/dihapus.*rahasia/)
  })
  it('several tables are several parts of one form', async () => {
    const file = await read(
      docx(
        'Output : SIM A',
        { xml: wordTable([[...formHeadings], line('APBD : 10 Juta') as string[]]) },
        'Output : SIM B',
        { xml: wordTable([[...formHeadings], line('DAK : 5 Juta') as string[]]) },
      ),
    )
    expect(file.outputs.map(({ title, total }) => [title, total])).toEqual([
      ['SIM A', 10_000_000],
      ['SIM B', 5_000_000],
    ])
    expect(file.outputs[1]?.rows[0]?.place).toEqual({ sheet: null, table: 2, line: 2 })
  })
})

describe('text with marks between its fields', () => {
  const rows = formRows(3)
  it.each([';', ',', '\t', '|'])('fields apart by %j', async (mark) => {
    const text = rows
      .map((fields) => fields.map((field) => (field.includes(mark) ? `"${field}"` : field)).join(mark))
      .join('\r\n')
    expect(total(await read(text))).toBe(30_000_000)
  })
  it('quotes hold marks, line breaks and quotes', async () => {
    const file = await read(
      `${formHeadings.join(';')}\nSIM Uji\n"Arsitektur ""baru""";"Rapat\nFGD; uji";FGD;Vendor;1 Bulan;"APBD : 10 Juta; DAK : 5 Juta"`,
    )
    expect(file.outputs[0]?.rows[0]).toMatchObject({
      subOutput: 'Arsitektur "baru"',
      stage: 'Rapat FGD; uji',
      amount: 15_000_000,
    })
  })
  it('“sep=;” in the first line is obeyed', async () =>
    expect(total(await read(`sep=;\n${rows.map((fields) => fields.join(';')).join('\n')}`))).toBe(30_000_000))
})

describe('a table from the clipboard', () => {
  const cells = (fields: readonly string[], tag = 'td'): string =>
    `<tr>${fields.map((field) => `<${tag}>${field}</${tag}>`).join('')}</tr>`
  it('HTML of Word or Excel with merged cells, entities and styles', async () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>td{color:red}</style></head><body><!--StartFragment--><table>${cells([...formHeadings], 'th')}<tr><td colspan=6>SIM&nbsp;Uji</td></tr><tr><td rowspan="2">Arsitektur</td><td><p>Rapat</p></td><td>FGD &amp; uji</td><td>Vendor</td><td>1 Bulan</td><td>APBD : 10 Juta<br>DAK : 5 Juta</td></tr><tr><td>Uji<td>FGD<td>Vendor<td>1 Hari<td>-</table><!--EndFragment--></body></html>`
    const file = await read(html)
    expect(total(file)).toBe(15_000_000)
    expect(file.outputs[0]?.title).toBe('SIM Uji')
    expect(file.outputs[0]?.rows.map(({ subOutput, stage, method }) => [subOutput, stage, method])).toEqual([
      ['Arsitektur', 'Rapat', 'FGD & uji'],
      ['Arsitektur', 'Uji', 'FGD'],
    ])
  })
  it('the header of the Windows clipboard is no part of the table', async () => {
    const html = `Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000200\r\n<html><body><table>${formRows(2)
      .map((fields) => cells(fields))
      .join('')}</table></body></html>`
    expect(total(await read(html))).toBe(20_000_000)
  })
  it('plain text with tabs', async () =>
    expect(
      total(
        await read(
          formRows(3)
            .map((fields) => fields.join('\t'))
            .join('\n'),
        ),
      ),
    ).toBe(30_000_000))
})
