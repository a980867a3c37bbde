import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headersIn } from '../../../electron/signature/pdf/scan.ts'

const found = (text: string) =>
  headersIn(Buffer.from(text, 'latin1')).map(({ num, gen, offset }) => [num, gen, offset])

describe('a search for objects', () => {
  it('finds each beginning, whatever stands around it', () => {
    expect(found('%PDF\n12 0 obj<<>>endobj\n(7\t3\r\nobj) endobj4 0 obj\0')).toEqual([
      [12, 0, 5],
      [7, 3, 25],
      [4, 0, 41],
    ])
  })

  it('leaves alone what only looks alike', () => {
    expect(found('obj 0 obj 1 obj endobj 1 0 R 1 0obj a 0 obj object stobj')).toEqual([])
  })

  it('finds exactly what the rule says, in any bytes', () => {
    const word = fc.constantFrom('1', '0', '23', ' ', '\n', '\t', 'obj', 'o', 'endobj', '\0', '(')
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join('')
        const rule = /(?<!\d)(\d+)[\0\t-\r ]+(\d+)[\0\t-\r ]+obj/g
        const expected: number[][] = []
        for (let from = 0; ; ) {
          rule.lastIndex = from
          const hit = rule.exec(text)
          if (hit === null) break
          expected.push([Number(hit[1]), Number(hit[2]), hit.index])
          from = hit.index + 1
        }
        expect(found(text)).toEqual(expected)
      }),
    )
  })
})
