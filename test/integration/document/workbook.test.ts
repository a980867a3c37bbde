import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { neutralise } from '../../../electron/document/neutralise.ts'
import type { Cell } from '../../../electron/document/xlsx/cell.ts'
import { writeConsolidationXlsx } from '../../../electron/document/xlsx/consolidation.ts'
import { collect, writeWorkbook } from '../../../electron/document/xlsx/workbook.ts'
import { convert, everySheet } from '../../fixtures/office-convert.ts'
import { fixtureReport } from '../../fixtures/report.ts'
import { readSheet } from '../../fixtures/workbook-read.ts'
import { needTool } from '../../tools.ts'

const created = new Date('2026-11-21T07:05:00Z')
const columns = Array.from({ length: 3 }, (_, index) => ({ title: `Kolom ${index + 1}`, width: 12 }))
const write = async (rows: readonly (readonly Cell[])[]) =>
  collect(await writeWorkbook({ title: 'Uji', created, sheets: [{ name: 'Uji', columns, rows }] }))

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '=1+1',
    '-5',
    '\0a',
    '\ta',
    'a\rb',
    '_x000D_',
    '_x005F_',
    '<a>&"',
    '\ufffe',
    'a_x0041_',
    ' spasi ',
  ),
)
const number = fc.double({ noNaN: true, noDefaultInfinity: true })

describe('the workbook', () => {
  it('gives back every text, neutralised, and every number as a number', async () => {
    const rows = fc.array(fc.array(fc.oneof(text, number), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const cells = readSheet(await write(all), 1).filter(({ place }) => !/^[A-Z]+1$/.test(place))
        const read = cells.map((cell) => cell.number ?? cell.text ?? '')
        const expected = all.flat().map((value) => {
          if (typeof value === 'number') return value + 0
          return value === '' ? '' : neutralise(value.toWellFormed())
        })
        expect(read.map((value) => (value === 0 ? 0 : value))).toEqual(
          expected.map((value) => (value === 0 ? 0 : value)),
        )
      }),
      { numRuns: process.env.SELARAS_LONG ? 500 : 60 },
    )
  })

  it('stops when it is cancelled, and says so', async () => {
    const stop = new AbortController()
    const endless = function* () {
      for (;;) yield ['a', 1, 'b']
    }
    const stream = await writeWorkbook({
      title: 'Uji',
      created,
      signal: stop.signal,
      onProgress: (rows) => rows > 2_000 && stop.abort(new Error('batal')),
      sheets: [{ name: 'Uji', columns, rows: endless() }],
    })
    await expect(collect(stream)).rejects.toThrow('batal')
  })

  it('says how far it is', async () => {
    const seen: number[] = []
    const rows = Array.from({ length: 1_700 }, () => ['a', 1, 'b'])
    await collect(
      await writeWorkbook({
        title: 'Uji',
        created,
        onProgress: (done) => seen.push(done),
        sheets: [{ name: 'Uji', columns, rows }],
      }),
    )
    expect(seen).toEqual([500, 1_000, 1_500, 1_700])
  })

  it('passes on an error of its rows', async () => {
    const broken = function* (): Generator<string[]> {
      yield ['a', 'b', 'c']
      throw new Error('baris rusak')
    }
    const sheets = [{ name: 'Uji', columns, rows: broken() }]
    await expect(collect(await writeWorkbook({ title: 'Uji', created, sheets }))).rejects.toThrow(
      'baris rusak',
    )
  })

  it('writes 100,000 rows without keeping them', async () => {
    const rows = function* () {
      for (let index = 0; index < 100_000; index += 1)
        yield ['Dinas Komunikasi dan Informatika', index, `Sub output ${index}`]
    }
    const base = process.memoryUsage().rss
    let most = base
    const onProgress = () => {
      most = Math.max(most, process.memoryUsage().rss)
    }
    const folder = mkdtempSync(join(tmpdir(), 'selaras-xlsx-'))
    const sheets = [{ name: 'Uji', columns, rows: rows() }]
    await pipeline(
      await writeWorkbook({ title: 'Uji', created, onProgress, sheets }),
      createWriteStream(join(folder, 'uji.xlsx')),
    )
    rmSync(folder, { recursive: true })
    expect((most - base) / 1e6).toBeLessThan(250)
  })

  it('waits for a slow reader instead of filling the memory', async () => {
    let made = 0
    const rows = function* () {
      for (; made < 60_000; made += 1) yield [`baris ${made} ${Math.sin(made)}`, made, 'c']
    }
    let madeAtFirst = 0
    const slow = new Writable({
      highWaterMark: 1 << 14,
      write(_chunk, _encoding, next) {
        if (madeAtFirst === 0 && made > 0) madeAtFirst = made
        setImmediate(next)
      },
    })
    await pipeline(
      await writeWorkbook({ title: 'Uji', created, sheets: [{ name: 'Uji', columns, rows: rows() }] }),
      slow,
    )
    expect(madeAtFirst).toBeLessThan(60_000)
    expect(made).toBe(60_000)
  })
})

/** The file without the values that stand beside its formulas. */
const withoutValues = (file: Uint8Array): Uint8Array => {
  const parts = unzipSync(file)
  for (const [name, bytes] of Object.entries(parts)) {
    if (!name.startsWith('xl/worksheets/')) continue
    parts[name] = strToU8(strFromU8(bytes).replaceAll(/(<\/f>)<v>[^<]*<\/v>/g, '$1'))
  }
  return zipSync(parts)
}

describe('the consolidation as a workbook', () => {
  const report = fixtureReport()

  it('has real numbers, a frozen heading, a filter, and sums as formulas with the right values', async () => {
    const file = await writeConsolidationXlsx(report)
    const cells = readSheet(file, 2)
    const at = (place: string) => cells.find((cell) => cell.place === place)
    expect(at('L7')?.number).toBe(10_000_000)
    expect(at('L18')?.number).toBeUndefined()
    const lines = report.rows.length
    expect(at(`L${lines + 7}`)).toMatchObject({ formula: `SUM(L7:L${lines + 6})`, number: report.all.total })
    const xml = strFromU8(unzipSync(file)['xl/worksheets/sheet2.xml'] as Uint8Array)
    expect(xml).toContain(`<autoFilter ref="A6:N${lines + 6}"/>`)
    expect(xml).toContain('ySplit="6"')
    const book = strFromU8(unzipSync(file)['xl/workbook.xml'] as Uint8Array)
    expect([...book.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'Ringkasan',
      'Rincian',
      'Formulir',
    ])
  })

  it('refuses a report whose rows do not add up', async () => {
    const wrong = { ...report, all: { ...report.all, total: report.all.total + 1 } }
    await expect(writeConsolidationXlsx(wrong)).rejects.toThrow()
  })

  it('gives an empty report as empty sheets', async () => {
    const file = await writeConsolidationXlsx(fixtureReport(0))
    expect(readSheet(file, 1).find(({ text: label }) => label === 'Jumlah seluruhnya')).toBeDefined()
  })

  it('is opened by LibreOffice, which calculates the same sums itself', (context) => {
    const soffice = needTool(context, 'soffice')
    return writeConsolidationXlsx(report).then((file) => {
      const names = ['Ringkasan', 'Rincian', 'Formulir'].map((name) => `uji-${name}.csv`)
      const sheets = convert(soffice, withoutValues(file), 'uji.xlsx', everySheet, names).map((sheet) =>
        sheet.toString('utf8'),
      )
      const [summary = '', rows = '', forms = ''] = sheets
      const { total, withoutCost } = report.all
      const sums = report.bySource.filter((source) => source.total > 0).map((source) => String(source.total))
      const line = summary.split('\n').find((each) => each.includes('Jumlah seluruhnya')) ?? ''
      for (const value of [...sums, String(total), String(withoutCost), String(report.all.rows)])
        expect(line).toContain(value)
      expect(summary).toContain('Dinas Komunikasi dan Informatika,"17","6","186000000"')
      expect(rows.trim().split('\n').at(-1)).toContain(`,Jumlah seluruhnya,,,,,,,,,,"${total}"`)
      expect(forms.trim().split('\n').at(-1)).toContain(`${total}`)
    })
  })
})
