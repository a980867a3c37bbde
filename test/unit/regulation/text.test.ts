import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { citeOf, unitKeysOf } from '../../../shared/regulation/cite.ts'
import {
  articlesOf,
  legalBasisOf,
  type Regulation,
  regulationOf,
  regulations,
  unitOf,
  unitsOf,
} from '../../../shared/regulation/index.ts'
import { textOfRegulation } from '../../../shared/regulation/library.ts'
import { readText } from '../../../shared/regulation/read.ts'
import { findUnits } from '../../../shared/regulation/search.ts'
import { allUnits, type Unit, withoutMarks } from '../../../shared/regulation/unit.ts'

const sources: Readonly<Record<string, string>> = {
  prabumulih: 'prabumulih-64-2017.txt',
  singkawang: 'singkawang-27-2019.txt',
}
const wordsOf = (text: string): string[] => withoutMarks(text).match(/[^\s-]\S*|-\S+/g) ?? []

/** All that a unit prints, with what is in it. */
const printed = ({ label, title, text, units }: Unit): string =>
  [label, ...title, ...text, ...units.map(printed)].join('\n')

const source = ({ id }: Regulation): string =>
  readFileSync(new URL(`../../fixtures/regulations/${sources[id]}`, import.meta.url), 'utf8')

describe.each(regulations)('$short', (regulation) => {
  it('is the printed text word by word, misprints and all', () => {
    const words = wordsOf(unitsOf(regulation).map(printed).join('\n'))
    expect(words).toEqual(wordsOf(source(regulation)))
    expect(words.length).toBe(regulation.id === 'prabumulih' ? 3817 : 2022)
  })

  it('has every unit under one key, and nothing wrong in it', () => {
    const keys = allUnits(unitsOf(regulation)).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    const { findings } = readText(regulation.prefix, regulation.lines)
    expect(findings.filter(({ weight }) => weight === 'wrong')).toEqual([])
  })
})

describe('a text that somebody brings', () => {
  const lines = [
    'PERATURAN WALIKOTA',
    'BAB I',
    'UMUM',
    'Pasal 1',
    '(1) Satu.',
    '(2) Dua:',
    'a. huruf;',
    'Pasal 2',
    'Isi.',
  ]
  const wrong = (...given: readonly string[]) =>
    readText('X', given).findings.map(({ line, message }) => [line, message] as const)

  it('is read without findings where its numbers follow each other', () => {
    const { units, findings } = readText('X', lines)
    expect(findings).toEqual([])
    expect(allUnits(units).map(({ key }) => key)).toEqual([
      'X-Judul',
      'X-bab-1',
      'X-1',
      'X-1(1)',
      'X-1(2)',
      'X-1(2)a',
      'X-2',
    ])
  })

  it.each([
    ['an ayat that was left out', lines.toSpliced(4, 1), [[5, expect.stringContaining('(2)')]]],
    ['an article that was left out', lines.toSpliced(3, 4), [[4, expect.stringContaining('Pasal 2')]]],
    [
      'an article that stands twice',
      [...lines, 'Pasal 2', 'Lagi.'],
      expect.arrayContaining([[10, expect.stringContaining('sudah ada')]]),
    ],
    [
      'an article that says nothing',
      [...lines, 'Pasal 3'],
      [[10, expect.stringContaining('tidak memuat apa-apa')]],
    ],
    ['a letter that was left out', lines.with(6, 'b. huruf;'), [[7, expect.stringContaining('b.')]]],
    [
      'an explanation of nothing',
      [...lines, 'PENJELASAN', 'Pasal 9', 'Cukup jelas'],
      [[11, expect.stringContaining('batang tubuh')]],
    ],
    ['no article at all', ['PERATURAN'], [[1, expect.stringContaining('Tidak ada satu pun')]]],
    ['a remark of nothing', ['> catatan', ...lines], [[1, expect.stringContaining('tidak mengikuti')]]],
  ])('names the line of %s', (_name, given, expected) => {
    expect(wrong(...given)).toEqual(expected)
  })

  it('takes a chapter that is numbered twice as printed, and says so', () => {
    const { findings } = readText('SKW', regulationOf('singkawang').lines)
    expect(findings).toMatchObject([{ weight: 'odd', message: expect.stringContaining('BAB VI') }])
  })
})

describe('a key', () => {
  it.each([
    ['PBM-6(2)b', 'Pasal 6 ayat (2) huruf b'],
    ['PBM-Penj6(4)', 'Penjelasan Pasal 6 ayat (4)'],
    ['PBM-1.4', 'Pasal 1 angka 4'],
    ['PBM-3a', 'Pasal 3 huruf a'],
    ['SKW-17', 'Pasal 17'],
    ['PBM-PenjUmum', 'Penjelasan Umum'],
  ])('%s reads “%s”', (key, words) => expect(citeOf(key)).toBe(words))

  it.each([
    ['PBM-9(1)a-d', ['PBM-9(1)a', 'PBM-9(1)b', 'PBM-9(1)c', 'PBM-9(1)d']],
    ['PBM-4a-c', ['PBM-4a', 'PBM-4b', 'PBM-4c']],
    ['SKW-1.8-10', ['SKW-1.8', 'SKW-1.9', 'SKW-1.10']],
    ['PBM-Penj15-16', ['PBM-Penj15', 'PBM-Penj16']],
    ['PBM-7(4)-2', ['PBM-7(4)']],
    ['PBM-6(2)b-2', ['PBM-6(2)b']],
    ['PBM-Judul', ['PBM-Judul']],
  ])('%s names %j', (obligation, keys) => expect(unitKeysOf(obligation)).toEqual(keys))

  it('gives the text with what Selaras remarks beside it', () => {
    expect(articlesOf(['PBM-20(1)', 'PBM-99'])).toEqual([
      {
        key: 'PBM-20(1)',
        regulation: 'Perwal Prabumulih 64/2017',
        cite: 'Pasal 20 ayat (1)',
        text: expect.stringContaining('paling lama 2 (tahun) tahun'),
        notes: [expect.stringContaining('2 (dua) tahun')],
      },
    ])
    expect(legalBasisOf(regulationOf('singkawang'))).toBe(
      'Pasal 16 ayat (4) Peraturan Walikota Singkawang Nomor 27 Tahun 2019',
    )
  })
})

describe('the search in a regulation', () => {
  it('finds what holds all words, whatever its letters, in the order of the text', () => {
    expect(
      findUnits(textOfRegulation(regulationOf('prabumulih')), 'KODE sumber').map(({ key }) => key),
    ).toEqual(['PBM-11(2)', 'PBM-11(3)e', 'PBM-Penj11(2)'])
    expect(findUnits(textOfRegulation(regulationOf('prabumulih')), '  ')).toEqual([])
  })

  it('finds the remark of a bab that is printed twice', () => {
    expect(unitOf('SKW-bab-7')?.notes).toHaveLength(1)
  })
})
