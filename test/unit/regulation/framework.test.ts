import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differencesOf } from '../../../shared/regulation/compare.ts'
import type { FrameworkNode } from '../../../shared/regulation/content.ts'
import { readFramework } from '../../../shared/regulation/framework.ts'
import { nameOfUnit, quotedOf, textOfInstrument } from '../../../shared/regulation/library.ts'
import { findUnits } from '../../../shared/regulation/search.ts'
import { allUnits, type Unit } from '../../../shared/regulation/unit.ts'

const node = (urn: string, parent = '', more: Partial<FrameworkNode> = {}): FrameworkNode => ({
  line: 1,
  urn,
  parent,
  ref: urn,
  name: `Nama ${urn}`,
  text: '',
  more: [],
  assessable: true,
  ...more,
})
const shape = ({ key, units }: Unit): unknown => (units.length === 0 ? key : [key, ...units.map(shape)])
const depthOf = ({ units }: Unit): number => 1 + Math.max(0, ...units.map(depthOf))

describe('the nodes of a framework', () => {
  it('stand under their parents in the order of the file, also where a parent comes later', () => {
    const { units, findings } = readFramework([node('a.2', 'a'), node('b'), node('a'), node('a.1', 'a')])
    expect(units.map(shape)).toEqual(['b', ['a', 'a.2', 'a.1']])
    expect(findings).toEqual([])
  })

  it.each([
    ['a parent that is not there', [node('a', 'x', { line: 7 })], [7, 'yang tidak ada dalam berkas'], ['a']],
    ['itself for a parent', [node('a', 'a', { line: 7 })], [7, 'di bawah dirinya sendiri'], ['a']],
    [
      'a circle',
      [node('a', 'b', { line: 7 }), node('b', 'c'), node('c', 'a')],
      [7, 'di bawah dirinya sendiri'],
      [['a', ['c', 'b']]],
    ],
    ['a urn that another has', [node('a'), node('a', '', { line: 7 })], [7, 'sudah dipakai'], ['a', 'a~2']],
    ['no urn', [node('', '', { line: 7 })], [7, 'tidak mempunyai pengenal'], ['~1']],
    ['no words', [node('a', '', { line: 7, name: '' })], [7, 'nama maupun bunyi'], ['a']],
  ])('are kept with %s, which is named by its line', (_name, nodes, [line, words], shapes) => {
    const { units, findings } = readFramework(nodes)
    expect(findings).toMatchObject([{ line, message: expect.stringContaining(String(words)) }])
    expect(units.map(shape)).toEqual(shapes)
  })

  it('lie no deeper than a window can show', () => {
    const chain = Array.from({ length: 500 }, (_unused, at) =>
      node(String(at), at === 0 ? '' : String(at - 1)),
    )
    const { units, findings } = readFramework(chain)
    expect(Math.max(...units.map(depthOf))).toBe(20)
    expect(allUnits(units)).toHaveLength(500)
    expect(findings).toHaveLength(480)
  })

  it('are all there, each once and under a key of its own, whatever they say of each other', () => {
    const urn = fc.constantFrom('', 'a', 'b', 'c', 'd', 'a~2', 'a~3', '~1', 'e')
    const any = fc.record({ urn, parent: urn, name: fc.constantFrom('', 'x'), line: fc.nat(99) })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (given) => {
        const { units } = readFramework(given.map((one) => node(one.urn, one.parent, one)))
        const all = allUnits(units)
        expect(all).toHaveLength(given.length)
        expect(new Set(all.map(({ key }) => key)).size).toBe(given.length)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a framework as it is read', () => {
  const text = textOfInstrument(
    { id: 'x', short: 'KK', title: 'Kerangka Kota', version: '3' },
    {
      kind: 'kerangka',
      locale: 'en',
      nodes: [
        node('a', '', {
          name: 'Kebijakan',
          ref: 'A.1',
          text: 'Satu * dua *.\nTiga.',
          more: [{ kind: 'bukti', text: 'Notulen' }],
        }),
        node('b', '', { name: '', ref: '', text: 'Hanya bunyi.' }),
      ],
    },
  )
  it('is cited by its reference, name and version, asterisks and all', () => {
    const [first, second] = text.units
    expect([text.short, text.cited, text.lang]).toEqual(['KK, versi 3', 'Kerangka Kota, versi 3', 'en'])
    expect(nameOfUnit(first as Unit)).toBe('A.1 Kebijakan')
    expect(nameOfUnit(second as Unit)).toBe('Hanya bunyi.')
    expect(quotedOf(text, first as Unit)).toBe('Satu * dua *.\nTiga.')
  })
  it.each([
    ['notulen', ['a']],
    ['A.1', ['a']],
    ['BUNYI', ['b']],
    ['kebijakan bunyi', []],
  ])('is searched for %j in all it says', (query, keys) => {
    expect(findUnits(text, query).map(({ key }) => key)).toEqual(keys)
  })
})

describe('the differences of two versions', () => {
  const of = (before: readonly FrameworkNode[], after: readonly FrameworkNode[]) =>
    differencesOf(readFramework(before).units, readFramework(after).units).map(
      ({ state, unit, before: was, after: is }) => [state, unit.key, was, is],
    )
  it('are what is new, changed or gone, and nothing where only lines are broken otherwise', () => {
    expect(
      of(
        [
          node('a', '', { text: 'satu dua' }),
          node('b', '', { text: 'lama' }),
          node('c', '', { text: 'pergi' }),
        ],
        [
          node('a', '', { text: 'satu\n dua' }),
          node('b', '', { text: 'baru' }),
          node('d', 'a', { text: 'datang' }),
        ],
      ),
    ).toEqual([
      ['new', 'd', '', 'datang'],
      ['changed', 'b', 'lama', 'baru'],
      ['gone', 'c', 'pergi', ''],
    ])
  })
  it('say the name where it is another', () => {
    expect(
      of([node('a', '', { ref: 'A', name: 'Lama' })], [node('a', '', { ref: 'A', name: 'Baru' })]),
    ).toEqual([['changed', 'a', 'A Lama', 'A Baru']])
  })
  it('of a text and itself are none', () => {
    const nodes = fc.array(fc.record({ urn: fc.string(), parent: fc.string(), text: fc.string() }), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(nodes, (given) => {
        const made = given.map((one) => node(one.urn, one.parent, one))
        expect(of(made, made)).toEqual([])
      }),
    )
  })
})
