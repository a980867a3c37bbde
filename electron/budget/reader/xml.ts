import { isAscii } from 'node:buffer'
import type { Guard } from './limits.ts'
import { Refusal, refuse } from './refusal.ts'
import type { Attributes } from './xml-attributes.ts'
import { type XmlHandler, XmlScanner } from './xml-scan.ts'

export type { Attributes } from './xml-attributes.ts'
export type { XmlHandler } from './xml-scan.ts'

const pieceBytes = 128 * 1024

type Decode = (piece: Uint8Array, last: boolean) => string

const wide = (name: 'utf-16le' | 'utf-16be'): Decode => {
  const decoder = new TextDecoder(name)
  return (piece, last) => decoder.decode(piece, { stream: !last })
}

/** A piece ends at the end of a letter, so each is decoded by itself: that is the fast way of the decoder. */
const utf8 = (): Decode => {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return (piece) =>
    isAscii(piece)
      ? Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1')
      : decoder.decode(piece)
}

const decoderFor = (bytes: Uint8Array): Decode => {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return wide('utf-16le')
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return wide('utf-16be')
  return utf8()
}

const letterStart = (bytes: Uint8Array, at: number): number => {
  let start = Math.min(at, bytes.length)
  while (start < bytes.length && start > at - 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1
  return start
}

/** An attribute of a Word part by its local name: `val` finds `w:val`. */
export const attribute = (attributes: Attributes, name: string): string | undefined =>
  attributes.get(`w:${name}`) ?? attributes.get(name) ?? attributes.prefixed(name)

/** Reads XML into the handler. Document types, and with them every entity that is not built in, are refused. */
export const readXml = (bytes: Uint8Array, handler: XmlHandler, guard: Guard): void => {
  const decode = decoderFor(bytes)
  const scanner = new XmlScanner(handler, guard.check)
  let waiting = 0
  try {
    for (let at = 0; at < bytes.length; ) {
      guard.check()
      // What waits is looked at again with the next piece: a longer piece keeps that from becoming a square.
      const end = letterStart(bytes, at + Math.max(pieceBytes, waiting * 2))
      waiting = scanner.write(decode(bytes.subarray(at, end), end === bytes.length))
      at = end
    }
    scanner.end()
  } catch (error) {
    if (error instanceof Refusal) throw error
    refuse('Damaged')
  }
}
