import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lexer } from '../../../electron/signature/pdf/lexer.ts'
import { canonical, serialize } from '../../../electron/signature/pdf/serialize.ts'
import {
  array,
  dict,
  name,
  PdfDamaged,
  type PdfValue,
  ref,
  text,
  textOf,
} from '../../../electron/signature/pdf/value.ts'

const read = (source: string): PdfValue => lexer(Buffer.from(source, 'latin1'), 0).value()

const bytesOf = fc.uint8Array({ maxLength: 12 })
const { value: anyValue } = fc.letrec<{ value: PdfValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc
      .string({ unit: 'binary', minLength: 1, maxLength: 6 })
      .map((each) => name(Buffer.from(each, 'utf8').toString('latin1').replaceAll('\0', ''))),
    fc
      .record({ bytes: bytesOf, hex: fc.boolean() })
      .map(({ bytes, hex }) => ({ kind: 'string' as const, bytes, hex, start: -1, end: -1 })),
    fc.record({ num: fc.nat(9_999), gen: fc.nat(9) }).map(({ num, gen }) => ref(num, gen)),
    fc.array(tie('value'), { maxLength: 4 }).map(array),
    fc
      .dictionary(fc.string({ minLength: 1, maxLength: 5, unit: 'grapheme-ascii' }), tie('value'), {
        maxKeys: 4,
      })
      .map((each) => dict(Object.entries(each))),
  ),
}))

describe('values of a PDF', () => {
  it('come back as they were written', () => {
    fc.assert(fc.property(anyValue, (value) => canonical(read(serialize(value))) === canonical(value)))
  })

  it('are one text for one meaning, whatever their order and spelling', () => {
    expect(canonical(read('<</B(a)/A 1>>'))).toBe(canonical(read('<< /A 1 % kata\n /#42 <61> >>')))
    expect(canonical(read('(a\\(b\\)\\101)'))).toBe(canonical(read('(a(b)A)')))
  })

  it('know where a string stood', () => {
    expect(read(' <ABCD>')).toMatchObject({ start: 1, end: 7 })
  })

  it('are text in every language', () => {
    for (const words of ['Drs. H. Ali', 'CONTOH – TIDAK SAH', '(kurung)', ''])
      expect(textOf(read(serialize(text(words))))).toBe(words)
  })

  it.each([
    ['a key that comes twice', '<</A 1/A 2>>'],
    ['a string without end', '(abc'],
    ['hex that is none', '<zz>'],
    ['a dictionary without end', '<</A 1'],
    ['a word of no meaning', 'apa'],
    ['endless nesting', '['.repeat(5_000)],
    ['nothing', ''],
  ])('are refused: %s', (_, source) => {
    expect(() => read(source)).toThrow(PdfDamaged)
  })
})
