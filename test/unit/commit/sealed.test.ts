import { describe, expect, it } from 'vitest'
import { MalformedBytes } from '../../../shared/commit/bytes.ts'
import {
  decodeContent,
  decodeSealed,
  encodeContent,
  encodeSealed,
  placeOfSealed,
} from '../../../shared/commit/sealed.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const body = {
  wraps: [Buffer.from('0102', 'hex')],
  content: Buffer.from('ff00', 'hex'),
}
const key = (byte: number): Buffer => Buffer.alloc(32, byte)
const content = { holders: [key(1), key(2)], keys: [key(3)], rows: Buffer.from('0a0b', 'hex') }

describe('a sealed part', () => {
  it('has the bytes of format 1', () => {
    expect(hex(encodeSealed(body))).toBe('01010201' + '0202ff00')
    expect(hex(encodeContent(content))).toBe(
      `02${'01'.repeat(32)}${'02'.repeat(32)}01${'03'.repeat(32)}020a0b`,
    )
    const place = { workspace: 'w', device: 'aaaaaaaaaa', seq: 200 }
    expect(hex(placeOfSealed(place, 'aaaaaaaaaa.7.1'))).toBe(
      '01770a61616161616161616161c8010e616161616161616161612e372e31',
    )
  })

  it('reads back as it was', () => {
    const read = decodeSealed(encodeSealed(body))
    expect([...read.wraps, read.content].map(hex)).toEqual(['0102', 'ff00'])
    const opened = decodeContent(encodeContent(content))
    expect([...opened.holders, ...opened.keys, opened.rows].map(hex)).toEqual(
      [...content.holders, ...content.keys, content.rows].map(hex),
    )
  })

  it('is never read by half', () => {
    const whole = encodeSealed(body)
    for (let length = 0; length < whole.length; length += 1)
      expect(() => decodeSealed(whole.subarray(0, length))).toThrow(MalformedBytes)
    expect(() => decodeSealed(Buffer.concat([whole, Buffer.of(0)]))).toThrow(MalformedBytes)
    const inner = encodeContent(content)
    for (let length = 0; length < inner.length; length += 1)
      expect(() => decodeContent(inner.subarray(0, length))).toThrow(MalformedBytes)
  })
})
