import { readFileSync } from 'node:fs'
import english from 'an-array-of-english-words' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { catalogueTexts, failureLiterals, filesIn, shownLiterals, sourcesIn } from './sources.ts'

/** Words that stand in an English dictionary too but are Indonesian, names, units or terms of the field. */
const indonesian = new Set(
  readFileSync(new URL('indonesian-words.txt', import.meta.url), 'utf8')
    .replace(/^#.*$/gm, '')
    .split(/\s+/)
    .filter((word) => word !== ''),
)
const englishWords = new Set(english as string[])

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []
const catalogue = [
  ...filesIn('shared/texts', /\.ts$/),
  ...filesIn('shared/records', /^(?!define|field|cell|index).*\.ts$/),
].flatMap(catalogueTexts)

describe('the catalogue of texts', () => {
  it('holds no English word where Indonesian has one', () => {
    const suspects = catalogue.flatMap(({ file, text }) =>
      wordsOf(text)
        .filter((word) => englishWords.has(word) && !indonesian.has(word))
        .map((word) => `${word} (${file}: ${text.slice(0, 60).replaceAll('\n', ' ')})`),
    )
    expect([...new Set(suspects)].sort()).toEqual([])
  })
  it('would notice an English text', () => {
    expect(
      wordsOf('Save the budget form').filter((word) => englishWords.has(word) && !indonesian.has(word)),
    ).toContain('save')
  })
  it('avoids the words that officers do not use', () => {
    const avoided =
      /\b(commit|hash|backup|password|login|export|import|undo|error|submit|upload|download|inspeksi|temuan|teguran|karantina|konflik)\b/i
    const commands = /^Pemakaian|--[a-z]/
    expect(
      catalogue
        .filter(({ text }) => avoided.test(text) && !commands.test(text))
        .map(({ file, text }) => `${file}: ${text}`),
    ).toEqual([])
  })
})

describe('texts outside the catalogue', () => {
  it('no component of the window shows words of its own', () => {
    expect(sourcesIn('renderer').flatMap(([file, code]) => shownLiterals(file, code))).toEqual([])
  })
  it('no failure of the core says words of its own', () => {
    const sources = [...sourcesIn('electron'), ...sourcesIn('shared')]
    expect(sources.flatMap(([file, code]) => failureLiterals(file, code))).toEqual([])
  })
  it.each([
    ['<p>Simpan dahulu</p>'],
    ['<Button aria-label="Tutup jendela" />'],
    ["<p>{'Simpan dahulu'}</p>"],
  ])('a planted %s is found', (code) => {
    expect(shownLiterals('x.tsx', `export const X = () => ${code}`)).toHaveLength(1)
  })
  it('a planted sentence in a failure is found', () => {
    expect(failureLiterals('x.ts', `export const x = fail('Type', 'Kalimat sendiri')`)).toHaveLength(1)
  })
})
