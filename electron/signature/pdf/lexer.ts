import { array, damaged, dict, type PdfDict, type PdfString, type PdfValue, ref } from './value.ts'

const white = new Set([0, 9, 10, 12, 13, 32])
const delimiters = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)))
const code = (character: string): number => character.charCodeAt(0)
const deepest = 64

const isHex = (byte: number): boolean =>
  (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 70) || (byte >= 97 && byte <= 102)

export type Lexer = {
  at: number
  readonly bytes: Uint8Array
  readonly skip: () => void
  readonly value: (depth?: number) => PdfValue
  /** Reads the word if it stands here. */
  readonly word: (text: string) => boolean
  readonly integer: () => number
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** Reads values from `at` on. `placed`: whether offsets of strings are offsets in the file. Throws `PdfDamaged`. */
export const lexer = (bytes: Uint8Array, at: number, placed = true): Lexer => {
  const regular = (byte: number | undefined): byte is number =>
    byte !== undefined && !white.has(byte) && !delimiters.has(byte)

  const skip = () => {
    for (;;) {
      while (white.has(bytes[self.at] ?? -1)) self.at += 1
      if (bytes[self.at] !== code('%')) return
      while (self.at < bytes.length && bytes[self.at] !== 10 && bytes[self.at] !== 13) self.at += 1
    }
  }

  const token = (): string => {
    const start = self.at
    while (regular(bytes[self.at])) self.at += 1
    return Buffer.from(bytes.subarray(start, self.at)).toString('latin1')
  }

  const string = (content: Uint8Array, hex: boolean, start: number): PdfString => ({
    kind: 'string',
    bytes: content,
    hex,
    start: placed ? start : -1,
    end: placed ? self.at : -1,
  })

  const hexString = (): PdfString => {
    const start = self.at
    const end = bytes.indexOf(code('>'), start)
    if (end < 0) return damaged('hex string without end')
    const digits = bytes.subarray(start + 1, end).filter((byte) => !white.has(byte))
    if (!digits.every(isHex)) return damaged('hex string with other characters')
    self.at = end + 1
    const even = Buffer.from(digits).toString('latin1')
    return string(Buffer.from(even.length % 2 === 0 ? even : `${even}0`, 'hex'), true, start)
  }

  const escaped = (out: number[]) => {
    const byte = bytes[self.at] ?? damaged('string without end')
    const octal = /^[0-7]{1,3}/.exec(Buffer.from(bytes.subarray(self.at, self.at + 3)).toString('latin1'))
    if (octal !== null) {
      out.push(Number.parseInt(octal[0], 8) & 0xff)
      self.at += octal[0].length
      return
    }
    self.at += 1
    if (byte === 13 && bytes[self.at] === 10) self.at += 1
    if (byte === 13 || byte === 10) return
    out.push(escapes[String.fromCharCode(byte)] ?? byte)
  }

  const literalString = (): PdfString => {
    const start = self.at
    const out: number[] = []
    self.at += 1
    for (let open = 1; ; ) {
      const byte = bytes[self.at] ?? damaged('string without end')
      self.at += 1
      if (byte === code('\\')) {
        escaped(out)
        continue
      }
      if (byte === code('(')) open += 1
      if (byte === code(')')) open -= 1
      if (open === 0) return string(Uint8Array.from(out), false, start)
      out.push(byte)
    }
  }

  const nameToken = (): string => {
    self.at += 1
    return token().replaceAll(/#([0-9a-fA-F]{2})/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    )
  }

  const dictionary = (depth: number): PdfDict => {
    self.at += 2
    const entries = new Map<string, PdfValue>()
    for (;;) {
      skip()
      if (bytes[self.at] === code('>') && bytes[self.at + 1] === code('>')) break
      if (bytes[self.at] !== code('/')) return damaged('dictionary without name')
      const key = nameToken()
      // readers differ on which of two equal keys holds; a signed file has no use for that
      if (entries.has(key)) return damaged('dictionary names one key twice')
      entries.set(key, value(depth + 1))
    }
    self.at += 2
    return dict(entries)
  }

  const list = (depth: number): PdfValue => {
    self.at += 1
    const items: PdfValue[] = []
    for (;;) {
      skip()
      if (bytes[self.at] === code(']')) break
      items.push(value(depth + 1))
    }
    self.at += 1
    return array(items)
  }

  const numberOrRef = (text: string): PdfValue => {
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) return damaged(`unknown word ${text.slice(0, 20)}`)
    if (/^\d+$/.test(text)) {
      const after = self.at
      skip()
      const generation = token()
      skip()
      if (/^\d{1,5}$/.test(generation) && bytes[self.at] === code('R') && !regular(bytes[self.at + 1])) {
        self.at += 1
        return ref(Number(text), Number(generation))
      }
      self.at = after
    }
    return Number(text)
  }

  const value = (depth = 0): PdfValue => {
    if (depth > deepest) return damaged('nested too deep')
    skip()
    const byte = bytes[self.at]
    if (byte === undefined) return damaged('file ends early')
    if (byte === code('<')) return bytes[self.at + 1] === code('<') ? dictionary(depth) : hexString()
    if (byte === code('(')) return literalString()
    if (byte === code('[')) return list(depth)
    if (byte === code('/')) return { kind: 'name', name: nameToken() }
    const text = token()
    if (text === 'true') return true
    if (text === 'false') return false
    if (text === 'null') return null
    return numberOrRef(text)
  }

  const word = (text: string): boolean => {
    skip()
    const end = self.at + text.length
    if (Buffer.from(bytes.subarray(self.at, end)).toString('latin1') !== text || regular(bytes[end]))
      return false
    self.at = end
    return true
  }

  const integer = (): number => {
    skip()
    const text = token()
    return /^\d{1,15}$/.test(text) ? Number(text) : damaged('whole number expected')
  }

  const self: Lexer = { at, bytes, skip, value, word, integer }
  return self
}
