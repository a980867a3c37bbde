import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MalformedBytes } from '../../../shared/commit/bytes.ts'
import { decodeHeader, encodeHeader } from '../../../shared/commit/header.ts'
import { header } from './arbitrary.ts'

const plain = <T>(value: T): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, item) =>
      item instanceof Uint8Array ? Buffer.from(item).toString('hex') : item,
    ),
  )

describe('the header of a commit', () => {
  it('reads back as it was written, with any devices, parts and facts', () => {
    fc.assert(
      fc.property(header, (made) => {
        expect(plain(decodeHeader(encodeHeader(made)))).toEqual(plain(made))
      }),
    )
  })

  it('is the same bytes whatever the order in which seen and facts were put together', () => {
    fc.assert(
      fc.property(header, (made) => {
        const turned = {
          ...made,
          seen: Object.fromEntries(Object.entries(made.seen).reverse()),
          facts: Object.fromEntries(Object.entries(made.facts).reverse()),
        }
        expect(Buffer.from(encodeHeader(turned)).equals(encodeHeader(made))).toBe(true)
      }),
    )
  })

  it('says MalformedBytes, and nothing else, for every prefix and for bytes left over', () => {
    fc.assert(
      fc.property(header, fc.nat(), (made, cut) => {
        const bytes = encodeHeader(made)
        expect(() => decodeHeader(bytes.subarray(0, cut % bytes.length))).toThrow(MalformedBytes)
        expect(() => decodeHeader(Buffer.concat([bytes, Buffer.of(0)]))).toThrow(MalformedBytes)
      }),
    )
  })

  it('either reads damaged bytes as another whole header or says MalformedBytes', () => {
    fc.assert(
      fc.property(
        header,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 }),
        (made, flips) => {
          const bytes = encodeHeader(made)
          for (const [at, mask] of flips) bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ mask
          try {
            decodeHeader(bytes)
          } catch (error) {
            expect(error).toBeInstanceOf(MalformedBytes)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('says MalformedBytes for random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          decodeHeader(Buffer.concat([Buffer.of(1), bytes]))
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedBytes)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
