import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteReader, ByteWriter, MalformedBytes } from '../../../shared/commit/bytes.ts'

const whole = fc.oneof(
  fc.nat(),
  fc.maxSafeNat(),
  fc.constantFrom(0, 127, 128, 16_383, 16_384, Number.MAX_SAFE_INTEGER),
)
const small = fc.integer({ min: -(2 ** 51), max: 2 ** 51 })

describe('bytes of the commit format', () => {
  it('gives back every whole number, of either sign, and takes no longer than it must', () => {
    fc.assert(
      fc.property(whole, small, (value, signed) => {
        const bytes = new ByteWriter().varint(value).signed(signed).finish()
        const reader = new ByteReader(bytes)
        expect([reader.varint(), reader.signed()]).toEqual([value, signed])
        reader.end()
        expect(new ByteWriter().varint(value).finish().length).toBe(
          Math.max(1, Math.ceil(value.toString(2).length / 7)),
        )
      }),
    )
  })

  it('gives back every well-formed text and all bytes, short or long', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.uint8Array({ maxLength: 300 }),
        (text, bytes) => {
          const reader = new ByteReader(new ByteWriter().text(text).bytes(bytes).finish())
          expect(reader.text()).toBe(text)
          expect(Buffer.from(reader.bytes()).equals(bytes)).toBe(true)
        },
      ),
    )
    for (const length of [126, 127, 128, 129, 3000]) {
      for (const letter of ['a', 'é', '₫', '😀']) {
        const text = letter.repeat(length)
        expect(new ByteReader(new ByteWriter().text(text).finish()).text()).toBe(text)
      }
    }
  })

  it('refuses to write what is not a whole number', () => {
    for (const value of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => new ByteWriter().varint(value), String(value)).toThrow(RangeError)
    }
  })

  it.each([
    ['ends inside a number', [0x80]],
    ['ends inside a text', [0x05, 0x61]],
    ['a number over 2^53', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]],
    ['a number with a padding byte', [0x81, 0x00]],
    ['a number of a hundred empty bytes', [...Array.from({ length: 100 }, () => 0x80), 0x00]],
    ['text that is not UTF-8', [0x02, 0xc3, 0x28]],
  ])('says MalformedBytes for %s', (_name, bytes) => {
    expect(() => new ByteReader(Uint8Array.from(bytes)).text()).toThrow(MalformedBytes)
  })

  it('does not make a list longer than its bytes', () => {
    const bytes = new ByteWriter().varint(Number.MAX_SAFE_INTEGER).finish()
    expect(() => new ByteReader(bytes).list(() => 0)).toThrow(MalformedBytes)
  })
})
