import { describe, expect, it } from 'vitest'
import { factsOf, presentOf, standingOf, valuesOf } from '../../../renderer/regulation/import/facts.ts'
import type { Brought } from '../../../renderer/regulation/useLibrary.ts'

const facts = {
  short: 'Kerangka',
  title: 'Kerangka',
  version: '2',
  number: '',
  year: null,
  enacted: '',
  promulgated: '',
}
const readOf = (series: string, short = 'Kerangka') => ({
  token: 't',
  file: 'a.yaml',
  digest: 'd',
  read: {
    facts: { ...facts, short },
    publication: { publisher: '', released: '', copyright: '', about: '', series },
    content: { kind: 'kerangka' as const, locale: 'id', nodes: [] },
    findings: [],
    leftOut: [],
  },
})
const kept = (version: string, more: Partial<Brought> = {}): Brought => ({
  id: `v${version}`,
  name: `Kerangka, versi ${version}`,
  short: 'Kerangka',
  title: 'Kerangka',
  kind: 'kerangka',
  version,
  publisher: '',
  enacted: '',
  promulgated: '',
  released: '',
  copyright: '',
  about: '',
  series: 'urn:a',
  file: '',
  digest: `d${version}`,
  ...more,
})
const said = (library: readonly Brought[], more: Partial<typeof facts> = {}, series = 'urn:a') => {
  const read = readOf(series, more.short)
  const own = { ...facts, ...more }
  return standingOf(read, own, presentOf(read, own, library))
}

describe('before a text is kept, an officer is told', () => {
  it.each([
    ['nothing of a first version', [], {}, []],
    ['nothing of a next version', [kept('1')], {}, []],
    ['nothing of what belongs to another series', [kept('2', { series: 'urn:b' })], {}, []],
    [
      'that the very file is there',
      [kept('2', { digest: 'd' })],
      {},
      [/sama persis dengan asal Kerangka, versi 2/],
    ],
    ['that its version is there with other content', [kept('2')], {}, [/versi 2 sudah ada dengan isi lain/]],
    ['that a later version is there', [kept('3')], {}, [/lebih lama daripada Kerangka, versi 3/]],
    ['nothing where versions are no numbers', [kept('kedua')], { version: 'pertama' }, []],
    ['10 is later than 9', [kept('9')], { version: '10' }, []],
  ])('%s', (_name, library, more, sentences) => {
    const told = said(library, more)
    expect(told).toHaveLength(sentences.length)
    for (const [at, sentence] of sentences.entries()) expect(told[at]).toMatch(sentence)
  })

  it('that a regulation is built in, whatever the letters of its name', () => {
    expect(said([], { short: 'PERWAL Singkawang 27/2019', version: '' }, '')).toEqual([
      expect.stringContaining('Perwal Singkawang 27/2019 sudah ada di Selaras'),
    ])
  })

  it('of the version that is there by the name of its heading too, when the officer calls it otherwise', () => {
    const read = readOf('', 'Perwal Contoh 1/2020')
    const { versions } = presentOf(read, { ...facts, short: 'Lain' }, [
      kept('1', { series: 'perwal contoh 1/2020' }),
    ])
    expect(versions).toHaveLength(1)
  })
})

describe('what an officer typed', () => {
  it('comes back as it was given, and an empty field as nobody’s word', () => {
    const given = { ...facts, year: 2021, enacted: '2021-03-05' }
    expect(factsOf(valuesOf(given))).toEqual(given)
    expect(valuesOf(given)['promulgated']).toBeNull()
    expect(factsOf({ ...valuesOf(given), year: 20.5 }).year).toBeNull()
  })
})
