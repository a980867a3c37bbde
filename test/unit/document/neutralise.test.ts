import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../../electron/document/csv.ts'
import { neutralise, restore } from '../../../electron/document/neutralise.ts'

const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', ' =', '\ufeff=', "'="]
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.tuple(fc.constantFrom(...starts), fc.string({ maxLength: 20 })).map((parts) => parts.join('')),
)

describe('text that a spreadsheet would run', () => {
  it('never comes first in a cell', () => {
    fc.assert(fc.property(anyText, (text) => !/^[=+\-@\t\r\0]/.test(neutralise(text))))
  })

  it('comes back as it was', () => {
    fc.assert(fc.property(anyText, (text) => restore(neutralise(text)) === text))
  })

  it('is only text: what cannot run is left alone', () => {
    for (const text of ['Rp10.000.000', "Jum'at", 'a=b', '10-11-2026', "'kutip'", ''])
      expect(neutralise(text)).toBe(text)
  })

  it.each(['=HYPERLINK("http://x","y")', '+62 711', '-2+3', '@SUM(A1)', '\t=1', '\0=1', ' =1+1', '＝1+1'])(
    'is %j',
    (text) => {
      expect(neutralise(text)).toBe(`'${text}`)
    },
  )
})

/** RFC 4180 as a reader has it. */
const readCsv = (text: string): string[][] => {
  const rows: string[][] = [[]]
  const fields = text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)
  for (const [, quoted, plain, end] of fields) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.slice(0, -1)
}

describe('CSV', () => {
  const cell = fc.oneof(anyText, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null))

  it('gives back every text and every number', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 5 }), (rows) => {
        const read = readCsv(new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(rows)))
        const seen = rows.map((row) =>
          row.map((value) =>
            value === null
              ? ''
              : typeof value === 'number'
                ? String(value)
                : neutralise(value).toWellFormed(),
          ),
        )
        expect(read).toEqual(seen)
      }),
    )
  })

  it('keeps negative numbers as numbers and dangerous text as text', () => {
    const text = new TextDecoder().decode(writeCsv([[-5, '-5', '=1+1', 'a,b', 'c"d']]))
    expect(text.trim()).toBe(`-5,'-5,'=1+1,"a,b","c""d"`)
  })
})
