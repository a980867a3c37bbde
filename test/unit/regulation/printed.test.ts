import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headingOf } from '../../../shared/regulation/heading.ts'
import { regulations, unitsOf } from '../../../shared/regulation/index.ts'
import { nameOfUnit } from '../../../shared/regulation/library.ts'
import { printedLines } from '../../../shared/regulation/printed.ts'
import { readText } from '../../../shared/regulation/read.ts'
import { allUnits } from '../../../shared/regulation/unit.ts'
import { printedPerwal } from '../../fixtures/library/texts.ts'

const sources: Readonly<Record<string, string>> = {
  prabumulih: 'prabumulih-64-2017.txt',
  singkawang: 'singkawang-27-2019.txt',
}
const placesIn = (units: ReturnType<typeof unitsOf>) =>
  allUnits(units).map(({ key }) => key.replace(/^[A-Z]+-/, ''))

describe.each(regulations)('the printed text of $short', (regulation) => {
  const text = readFileSync(
    new URL(`../../fixtures/regulations/${sources[regulation.id]}`, import.meta.url),
    'utf8',
  )
  it('reads into the very units that are built in', () => {
    const { units, findings } = readText('X', printedLines(text).lines)
    expect(placesIn(units)).toEqual(placesIn(unitsOf(regulation)))
    expect(findings.filter(({ weight }) => weight === 'wrong')).toEqual([])
  })

  it('says itself how it is called and when it was enacted', () => {
    const { title, short, enacted, promulgated } = headingOf(printedLines(text).lines)
    const own = { title, short, enacted, promulgated }
    expect(own).toEqual({
      title: regulation.title,
      short: regulation.short,
      enacted: regulation.enacted,
      promulgated: regulation.promulgated,
    })
  })
})

describe('the lines of a text from a word processor', () => {
  const linesOf = (text: string) => printedLines(text).lines

  it.each([
    ['\t(1)\tDinas menyusun', '(1) Dinas menyusun'],
    ['Menimbang\t:\ta.\tbahwa', 'Menimbang : a. bahwa'],
    ['- a. sebelum', 'a. sebelum'],
    ['  • (2) Rencana', '(2) Rencana'],
    ['- dan seterusnya', '- dan seterusnya'],
    ['Output\tTahap\tPelaksana', 'Output\tTahap\tPelaksana'],
    ['\tSosialisasi\tFGD', '\tSosialisasi\tFGD'],
    ['Pasal\u00a03', 'Pasal 3'],
    ['ke\u00adputusan', 'keputusan'],
  ])('%j is read as %j', (line, read) => expect(linesOf(line)).toEqual([read]))

  it.each(['- 2 -', '  – 14 –', 'Halaman 3 dari 9'])('%j is the number of a page', (line) => {
    expect(printedLines(`Pasal 1\n${line}\nPasal 2`)).toMatchObject({
      lines: ['Pasal 1', '', 'Pasal 2'],
      pages: 1,
    })
  })

  it('keep their number whatever ends them', () => {
    expect(linesOf('a\r\nb\rc\n\fd\u2028e')).toEqual(['a', 'b', 'c', 'd e'])
  })

  it('lose what nobody sees, and it is counted', () => {
    expect(printedLines('Pasal\u202e 1\u0007\ud800')).toMatchObject({ lines: ['Pasal 1\ufffd'], unseen: 2 })
  })
})

describe('the heading of a regulation', () => {
  const of = (...lines: readonly string[]) => headingOf(lines)
  it.each([
    ['PERATURAN BUPATI SLEMAN', 'NOMOR 3.1 TAHUN 2022', 'Perbup Sleman 3.1/2022'],
    ['PERATURAN DAERAH KOTA BOGOR', 'NOMOR : 7 TAHUN 2020', 'Perda Kota Bogor 7/2020'],
    ['PERATURAN PRESIDEN REPUBLIK INDONESIA', 'NOMOR 95 TAHUN 2018', 'Perpres 95/2018'],
    ['RANCANGAN PERATURAN WALI KOTA MADIUN', 'NOMOR … TAHUN 2026', 'Perwal Madiun …/2026'],
    ['SURAT EDARAN', 'TANPA NOMOR', 'Surat Edaran'],
  ])('of %j, %j is short %j', (kind, number, short) => {
    expect(of(kind, number, 'TENTANG', 'CONTOH').short).toBe(short)
  })
  it('keeps abbreviations, and little words little', () => {
    expect(
      of('PERATURAN WALIKOTA CONTOH', 'TENTANG', 'SPBE DAN *E-GOVERNMENT* DI KOTA', 'CONTOH').title,
    ).toBe('Peraturan Walikota Contoh tentang SPBE dan e-Government di Kota Contoh')
  })
  it('is nothing where there is none', () => {
    expect(of('Daftar belanja', 'beras')).toEqual({
      title: '',
      short: '',
      number: '',
      year: null,
      enacted: '',
      promulgated: '',
    })
  })
})

describe('a printed text that is no copy of a built-in one', () => {
  const read = (text: string) => readText('X', printedLines(text).lines)

  it('has its units, paragraf too, and what is wrong is named by line with what to do', () => {
    const { units, findings } = read(printedPerwal)
    expect(allUnits(units).map(nameOfUnit)).toEqual(
      expect.arrayContaining([
        'BAB II TATA KELOLA',
        'Paragraf 1 Rencana',
        'Pasal 2 ayat (3) huruf b',
        'Penjelasan Pasal 3',
      ]),
    )
    expect(findings).toEqual([
      {
        line: 28,
        weight: 'wrong',
        message: expect.stringContaining('(3)'),
        advice: expect.stringContaining('cetakan'),
      },
      {
        line: 29,
        weight: 'odd',
        message: expect.stringContaining('rujukan'),
        advice: expect.stringContaining('titik'),
      },
    ])
  })

  it.each([
    [
      'an article that was put in',
      'Pasal 1\nSatu.\nPasal 1A\nSatu A.\nPasal 2\nDua.',
      ['X-1', 'X-1A', 'X-2'],
    ],
    ['the articles of a change', 'Pasal I\nDiubah.\nPasal II\nBerlaku.', ['X-I', 'X-II']],
    ['a chapter with its title on one line', 'BAB I KETENTUAN UMUM\nPasal 1\nSatu.', ['X-bab-1', 'X-1']],
    [
      'an annex with articles of its own',
      'Pasal 1\nSatu.\nLAMPIRAN I\nPasal 9\n(4) x',
      ['X-1', 'X-Lampiran'],
    ],
    [
      'a reference at the end of a line',
      'Pasal 1\nSebagaimana dimaksud dalam\nPasal 7\ndan ayat\n(3) tetap.',
      ['X-1'],
    ],
  ])('has %s', (_name, text, keys) => {
    const { units, findings } = read(`PERATURAN\n${text}`)
    expect(allUnits(units).map(({ key }) => key)).toEqual(['X-Judul', ...keys])
    expect(findings.filter(({ weight }) => weight === 'wrong')).toEqual([])
  })

  it('keeps both of two articles of one number, each under its own key', () => {
    const { units, findings } = read('PERATURAN\nPasal 1\n(1) Satu.\nPasal 1\n(1) Lagi.')
    expect(allUnits(units).map(({ key }) => key)).toEqual(['X-Judul', 'X-1', 'X-1(1)', 'X-1~2', 'X-1~2(1)'])
    expect(allUnits(units).map(nameOfUnit).at(-1)).toBe('Pasal 1 ayat (1) (yang ke-2)')
    expect(findings.map(({ line }) => line)).toEqual([4, 4])
  })

  it.each([
    ['BAB I', 30_000, 'a'],
    ['BAB I.', 30_000, 'a'],
    ['PERATURAN', 30_000, 'a'],
    ['NOMOR', 30_000, 'TAHUN'],
    ['Pasal 1', 30_000, 'x'],
    ['(1)', 30_000, 'x'],
    ['- ', 30_000, '-'],
    ['Menimbang', 30_000, 'x'],
    ['Bagian Ke', 0, 'a'.repeat(30_000)],
    ['PERATURAN ', 0, 'A'.repeat(30_000)],
  ])('comes to an end with lines of %j, %d blanks and more', (head, blanks, tail) => {
    const line = `${head}${' '.repeat(blanks)}${tail}`
    const { lines } = printedLines(Array(40).fill(line).join('\n'))
    headingOf(lines)
    expect(readText('X', lines).units.length).toBeGreaterThan(0)
  })

  it.each(['a. x', '1. x', '(1) x.', 'Bagian Kesatu', 'Paragraf 1'])(
    'comes to an end with 20.000 times %j',
    (line) => {
      const { units } = readText('X', ['PERATURAN', 'BAB I', 'Pasal 1', 'Satu.', ...Array(20_000).fill(line)])
      expect(allUnits(units).length).toBeGreaterThan(20_000)
    },
  )

  it('loses no word and gives no key twice, whatever stands in it', () => {
    const line = fc.constantFrom(
      'Pasal 1',
      'Pasal 2',
      'Pasal 1A',
      'Pasal I',
      'BAB I',
      'BAB II ISI',
      'Bagian Kesatu',
      'Paragraf 1',
      '(1) satu',
      '(2)',
      'a. huruf;',
      'b. huruf',
      '1. angka',
      'LAMPIRAN',
      'PENJELASAN',
      'I. UMUM',
      'Ayat (1)',
      'Huruf a',
      'Menimbang : a. bahwa',
      'MEMUTUSKAN:',
      '> catatan',
      'Ditetapkan di Contoh',
      'kata *miring* lepas',
      'a\tb\tc',
      '',
      '- 3 -',
      'Pasal 99999999999999999999',
      '(1)(2)(3) a. 1. x',
    )
    const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 5, arbitrary: line }, fc.string()), { maxLength: 60 }),
        (lines) => {
          const { lines: given } = printedLines(lines.join('\n'))
          const { units, findings } = readText('X', given)
          const all = allUnits(units)
          expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
          const said = all
            .flatMap(({ label, title, text, notes }) => [label, ...title, ...text, ...notes])
            .join('\n')
          const lost = findings.filter(({ message }) => /tidak termasuk|tidak mengikuti bagian/.test(message))
          if (lost.length === 0) expect(words(said).sort()).toEqual(words(given.join('\n')).sort())
          for (const { line: at } of findings) expect(at >= 0 && at <= Math.max(1, given.length)).toBe(true)
        },
      ),
      { numRuns: 400 },
    )
  })
})
