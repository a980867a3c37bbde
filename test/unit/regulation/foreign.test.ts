import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readForeign } from '../../../electron/regulation/reader/index.ts'
import type { LineFinding, ReadInstrument } from '../../../shared/contract/regulation.ts'
import { readFramework } from '../../../shared/regulation/framework.ts'
import { regulations } from '../../../shared/regulation/index.ts'
import { unitsOfContent } from '../../../shared/regulation/library.ts'
import { allUnits } from '../../../shared/regulation/unit.ts'
import { fileOf, frameworkLibrary, printedPerwal } from '../../fixtures/library/texts.ts'

const outcome = (text: string | Uint8Array, name = 'uji.yaml') =>
  readForeign(name, typeof text === 'string' ? fileOf(name, text).bytes : text)
const read = (text: string, name = 'uji.yaml'): ReadInstrument => {
  const result = outcome(text, name)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
const refusal = (text: string | Uint8Array, name = 'uji.yaml') => {
  const result = outcome(text, name)
  if (result.ok) throw new Error('was read')
  return { message: result.error.message, findings: result.error['findings'] as LineFinding[] }
}
const nodesOf = ({ content }: ReadInstrument) => (content.kind === 'kerangka' ? content.nodes : [])
const left = ({ leftOut }: ReadInstrument) => leftOut.map(({ what, count }) => [what, count])
const found = ({ findings }: ReadInstrument) => findings.map(({ line, printed }) => [line, printed])
/** A library around the nodes that are given. */
const around = (nodes: string, beside = ''): string =>
  `urn: urn:x\nname: Uji\nobjects:\n  framework:\n    urn: urn:x:f\n${beside}    requirement_nodes:\n${nodes}`

describe('a library of CISO Assistant', () => {
  it('is the same in both layouts of its making', () => {
    const [old, young] = [read(frameworkLibrary()), read(frameworkLibrary({ layout: 'new' }))]
    const plain = (made: ReadInstrument) => ({
      ...made,
      content: { ...made.content, nodes: nodesOf(made).map((one) => ({ ...one, line: 0 })) },
    })
    expect(plain(young)).toEqual(plain(old))
    expect(old.facts).toMatchObject({ short: 'Kerangka Keamanan Contoh', version: '1' })
    expect(old.publication).toMatchObject({
      publisher: 'Penyusun Uji',
      released: '2026-01-05',
      copyright: 'Hak cipta penyusun uji.\nBoleh disalin dengan menyebut sumber.',
      series: 'urn:contoh:risk:framework:keamanan',
    })
    expect(nodesOf(old)[1]).toEqual({
      line: 32,
      urn: 'urn:contoh:risk:req_node:keamanan:a.1',
      parent: 'urn:contoh:risk:req_node:keamanan:a',
      ref: 'A.1',
      name: 'Kebijakan',
      text: 'Kota memiliki kebijakan keamanan.\nKebijakan itu ditinjau setiap tahun.',
      more: [
        { kind: 'anotasi', text: 'Lihat juga B.1.' },
        { kind: 'bukti', text: 'Kebijakan yang ditetapkan.' },
        { kind: 'kelompok', text: 'D (Dasar), L (Lanjut)' },
      ],
      assessable: true,
    })
  })

  it('says what is left out of it, how many, and why', () => {
    const made = read(frameworkLibrary())
    expect(left(made)).toEqual([
      ['Keterangan alat pembuat berkas (convert_library_version)', null],
      ['Ancaman (threats)', 2],
      ['Skala nilai (min_score)', null],
      ['Skala nilai (max_score)', null],
      ['Pertanyaan pada butir (questions)', 1],
      ['Bobot butir (weight)', 1],
      ['Terjemahan fr', null],
    ])
    expect(made.leftOut.every(({ reason }) => reason.length > 10)).toBe(true)
  })

  it.each([
    ['a number with a last zero', 'ref_id: 1.10', { ref: '1.10' }],
    ['a day', 'name: 2026-01-05', { name: '2026-01-05' }],
    ['a word that YAML 1.1 takes for a truth', 'name: no', { name: 'no' }],
    ['a urn in mixed case', 'urn: URN:X:N:A', { urn: 'urn:x:n:a' }],
    [
      'nothing in three ways',
      'name: null\n      ref_id: ~\n      description:',
      { name: '', ref: '', text: '' },
    ],
    ['the word null in quotes', "name: 'null'", { name: 'null' }],
    [
      'a folded text',
      'description: >-\n        satu\n        dua\n\n        tiga',
      { text: 'satu dua\ntiga' },
    ],
    ['a node that stands for another', '<<: {name: x}', { name: '' }],
    ['assessable as a word', "assessable: 'True'", { assessable: true }],
  ])('reads %s as it is written', (_name, lines, expected) => {
    expect(
      nodesOf(
        read(around(`    - urn: urn:x:n\n      ${lines}\n`.replace('urn: urn:x:n\n      urn:', 'urn:'))),
      )[0],
    ).toMatchObject(expected)
  })

  it('takes the later of two keys, and names the line', () => {
    const made = read(around('    - urn: u\n      name: satu\n      name: dua\n'))
    expect(nodesOf(made)[0]?.name).toBe('dua')
    expect(found(made)).toEqual([[9, 'name: dua']])
  })

  it('names what is no node, and takes the others', () => {
    const made = read(around('    - sekadar teks\n    - [1, 2]\n    - {urn: u, name: satu}\n'))
    expect(nodesOf(made)).toHaveLength(1)
    expect(found(made)).toEqual([
      [7, '- sekadar teks'],
      [8, '- [1, 2]'],
    ])
  })

  it('takes the first of several frameworks, and says so', () => {
    const one = '{urn: a, name: A, requirement_nodes: [{urn: n, name: x}]}'
    const made = read(`objects:\n  frameworks:\n  - ${one}\n  - ${one.replace('A', 'B')}\n`)
    expect([made.facts.title, left(made)]).toEqual(['A', [['Kerangka lain dalam berkas', 1]]])
  })

  it.each([
    ['objects: {risk_matrix: {urn: a}}', 'tidak memuat kerangka'],
    ['objects: {framework: {urn: a, requirement_nodes: []}}', 'tidak memuat butir'],
    ['objects: {framework: {urn: a}}', 'tidak memuat butir'],
    ['name: x', 'bukan pustaka'],
    ['- a', 'bukan pustaka'],
    ['', 'tidak memuat teks'],
  ])('%j is refused: %s', (text, words) => expect(refusal(text).message).toContain(words))

  it('that is no YAML is refused with the lines that are to blame', () => {
    const { message, findings } = refusal('objects:\n  framework:\n\tname: x\n')
    expect(message).toContain('perbaiki baris')
    expect(findings).toMatchObject([{ line: 3, printed: 'name: x', message: expect.stringContaining('tab') }])
    expect(refusal('objects: {}\n---\nobjects: {}\n').findings[0]?.message).toContain(
      'lebih dari satu dokumen',
    )
    expect(read(around('    - {urn: u, name: *tiada}\n')).findings[0]).toMatchObject({
      line: 7,
      message: expect.stringContaining('tidak menunjuk'),
    })
  })
})

describe('a file that means harm', () => {
  it('of aliases that stand for aliases costs what is read of it', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (const [at, name] of [...'bcdefghi'].entries())
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(', ')}]`)
    const made = read(
      `${bomb.join('\n')}\n${around('    - {urn: u, name: satu, description: *i}\n    - *i\n')}`,
    )
    expect(nodesOf(made)).toMatchObject([{ name: 'satu', text: '' }])
  })

  it('that says one long text again and again is refused', () => {
    const long = 'x'.repeat(200_000)
    const nodes = '    - *n\n'.repeat(6_000)
    expect(refusal(`n: &n {urn: u, description: ${long}}\n${around(nodes)}`).message).toContain(
      'jauh melebihi',
    )
  })

  it('of more nodes than anybody reads is refused', () => {
    expect(refusal(around('    - {urn: u}\n'.repeat(10_001))).message).toContain('10.000 butir')
  })

  it('that stands for itself has an end', () => {
    const made = read(around('    - &n {urn: u, name: satu, translations: {id: *n, fr: *n}}\n'))
    expect(nodesOf(made)[0]?.name).toBe('satu')
  })

  it.each([
    ['[', 'kurung'],
    ['{a: ', 'kurung'],
    ['- ', 'dalam'],
    ['? ', 'dalam'],
  ])('of a hundred thousand %j is refused', (piece) => {
    expect(
      refusal(
        `objects: ${piece.startsWith('-') || piece.startsWith('?') ? '\n' : ''}${piece.repeat(100_000)}`,
      ).message,
    ).toMatch(/tidak terbaca|terlalu dalam/)
  })

  it.each([
    ['!!python/object/apply:os.system [echo]', ''],
    ['!!js/function "() => 1"', '() => 1'],
    ['!!binary aGFsbw==', 'aGFsbw=='],
  ])('with %j runs nothing: it is words, or nothing', (name, expected) => {
    expect(nodesOf(read(around(`    - {urn: u, ref_id: r, name: ${name}}\n`)))[0]?.name).toBe(expected)
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('has no power by the key %s', (key) => {
    const made = read(around(`    - {urn: u, name: satu, ${key}: {polluted: ya}}\n`))
    expect(left(made)).toEqual([[`“${key}”`, 1]])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('with thousands of findings and unknown keys is told in as many lines as somebody reads', () => {
    const nodes = Array.from({ length: 3_000 }, (_unused, at) => `    - {urn: u, k${at}: 1}\n`).join('')
    const made = read(around(nodes))
    expect(made.findings).toHaveLength(500)
    expect(made.leftOut.length).toBeLessThan(70)
    expect(left(made).slice(-2)).toEqual([
      ['Bagian lain', 2_940],
      ['Hal lain yang perlu dilihat', expect.any(Number)],
    ])
  })

  it.each([
    ['Word', new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'Teks Biasa'],
    ['PDF', new Uint8Array([...Buffer.from('%PDF-1.7')]), 'tempel di halaman ini'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'bukan teks'],
    ['noise', new Uint8Array(4_000).map((_byte, at) => (at * 7919) % 251), 'bukan teks'],
    ['nothing', new Uint8Array(), 'tidak memuat teks'],
    ['blanks', new Uint8Array([32, 10, 32]), 'tidak memuat teks'],
    ['too much', new Uint8Array(9 * 1024 * 1024).fill(97), '8 MB'],
  ])('of %s is refused with what to do', (_name, bytes, words) => {
    expect(refusal(bytes, 'berkas').message).toContain(words)
  })

  it('is read, or refused with a sentence, whatever its bytes: never anything else', () => {
    const bits = fc.constantFrom(
      'objects:',
      'framework:',
      'requirement_nodes:',
      '- urn: a',
      'parent_urn: a',
      'name: *a',
      '&a',
      '- ',
      '  ',
      '\n',
      '\t',
      '{',
      '}',
      '[',
      ']',
      ',',
      ': ',
      '"',
      "'",
      '|',
      '>',
      '!!map',
      '<<: ',
      '---',
      '...',
      '%YAML 1.1',
      '#',
      'lines:',
      'Pasal 1',
      '(1) x',
      '\u0000',
      '\ud800',
      '\u2028',
    )
    const soup = fc.array(fc.oneof(bits, fc.string()), { maxLength: 60 }).map((parts) => parts.join(''))
    const name = fc.constantFrom('a.yaml', 'a.json', 'a.txt', 'a')
    fc.assert(
      fc.property(
        fc.oneof(
          soup,
          soup.map((text) => around(text)),
        ),
        name,
        (text, as) => {
          const result = outcome(text, as)
          if (!result.ok) {
            expect(result.error.message.length).toBeGreaterThan(20)
            return
          }
          const count = text.split(/\r\n?|\n/).length
          for (const { line } of result.value.findings) expect(line >= 0 && line <= count).toBe(true)
          const { content } = result.value
          const units = allUnits(unitsOfContent(content))
          expect(new Set(units.map(({ key }) => key)).size).toBe(units.length)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('keeps every node of a sound library, whatever the nodes say', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 40 })
    const node = fc.record({
      urn: words,
      parent_urn: words,
      ref_id: words,
      name: words,
      description: words,
      [`lain`]: words,
    })
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 20 }), (nodes) => {
        const made = read(JSON.stringify({ objects: { framework: { urn: 'a', requirement_nodes: nodes } } }))
        expect(nodesOf(made)).toHaveLength(nodes.length)
        expect(allUnits(readFramework(nodesOf(made)).units)).toHaveLength(nodes.length)
      }),
    )
  })
})

describe('a regulation', () => {
  it('as plain text keeps its lines at their numbers', () => {
    const made = read(printedPerwal, 'perwal.txt')
    expect(made.facts).toMatchObject({
      short: 'Perwal Contoh 12/2021',
      number: '12',
      year: 2021,
      enacted: '2021-03-05',
    })
    expect(found(made)).toEqual([
      [28, '(3)\tRencana disampaikan kepada Walikota sesuai'],
      [29, 'Pasal 9'],
    ])
    expect(left(made)).toEqual([
      ['Nomor halaman', 1],
      ['Tanda butir (“-”) di depan nomor', 2],
    ])
  })

  it.each(regulations)(
    'in the form of $short is read back, with the line of the file at each finding',
    ({ id, lines, title, short, enacted }) => {
      const file = id === 'prabumulih' ? 'prabumulih-64-2017' : 'singkawang-27-2019'
      const text = readFileSync(
        new URL(`../../../resources/regulations/${file}.json`, import.meta.url),
        'utf8',
      )
      const made = read(text, 'perwal.json')
      expect(made.content).toEqual({ kind: 'peraturan', lines })
      expect(made.facts).toMatchObject({ title, short, enacted })
      expect(left(made)).toEqual([
        ['“id”', null],
        ['“prefix”', null],
        ['“terms”', null],
        ['“consolidation”', null],
      ])
      const printed = text.split('\n')
      for (const { line, message } of made.findings)
        expect(printed[line - 1]).toContain(message.split(' tidak ')[0])
    },
  )

  it('with lines that are none of text keeps the others', () => {
    const made = read('{"lines": ["PERATURAN", "Pasal 1", {"a": 1}, "Satu."]}', 'a.json')
    expect(made.content).toEqual({ kind: 'peraturan', lines: ['PERATURAN', 'Pasal 1', '', 'Satu.'] })
    expect(made.findings).toMatchObject([{ line: 1, message: expect.stringContaining('bukan teks') }])
  })

  it('without a single pasal is kept for reading all the same, and that is said', () => {
    const made = read('SURAT EDARAN\nTENTANG CONTOH\nSemua petugas hadir.\n', 'edaran.txt')
    expect(made.findings).toMatchObject([
      { message: expect.stringContaining('Tidak ada satu pun “Pasal …”') },
    ])
  })
})
