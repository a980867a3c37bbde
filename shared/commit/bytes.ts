declare const TextEncoder: new () => {
  encode(text: string): Uint8Array
  encodeInto(text: string, into: Uint8Array): { written: number }
}
declare const TextDecoder: new (
  label: 'utf-8',
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string }

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const highBit = 0x80

/** Appends to a buffer that grows. Integers are varints (little end first, 7 bits a byte), texts and bytes carry their length. */
export class ByteWriter {
  private buffer: Uint8Array<ArrayBuffer> = new Uint8Array(64)
  private length = 0

  /** A whole number from 0 to 2^53-1; throws RangeError on any other. */
  varint(value: number): this {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a whole number: ${value}`)
    this.reserve(8)
    let rest = value
    while (rest >= highBit) {
      this.buffer[this.length++] = (rest % highBit) | highBit
      rest = Math.floor(rest / highBit)
    }
    this.buffer[this.length++] = rest
    return this
  }

  /** A whole number of either sign, small ones short: 0, -1, 1, -2 … as 0, 1, 2, 3 …; up to 2^52. */
  signed(value: number): this {
    return this.varint(value < 0 ? -2 * value - 1 : 2 * value)
  }

  flag(holds: boolean): this {
    return this.varint(holds ? 1 : 0)
  }

  raw(bytes: Uint8Array): this {
    this.reserve(bytes.length)
    this.buffer.set(bytes, this.length)
    this.length += bytes.length
    return this
  }

  bytes(bytes: Uint8Array): this {
    return this.varint(bytes.length).raw(bytes)
  }

  text(text: string): this {
    if (text.length >= highBit) return this.bytes(encoder.encode(text))
    this.reserve(text.length * 3 + 2)
    const at = this.length
    const { written } = encoder.encodeInto(text, this.buffer.subarray(at + 1))
    if (written >= highBit) return this.bytes(encoder.encode(text))
    this.buffer[at] = written
    this.length = at + 1 + written
    return this
  }

  float(value: number): this {
    this.reserve(8)
    new DataView(this.buffer.buffer).setFloat64(this.length, value)
    this.length += 8
    return this
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.buffer.slice(0, this.length)
  }

  private reserve(more: number): void {
    const needed = this.length + more + 8
    if (needed <= this.buffer.length) return
    const grown = new Uint8Array(Math.max(needed, this.buffer.length * 2))
    grown.set(this.buffer.subarray(0, this.length))
    this.buffer = grown
  }
}

/** Thrown by `ByteReader` on bytes that end early or hold what the format does not know: such bytes are never understood by half. */
export class MalformedBytes extends Error {}

export class ByteReader {
  private at = 0
  private readonly buffer: Uint8Array
  constructor(buffer: Uint8Array) {
    this.buffer = buffer
  }

  varint(): number {
    let value = 0
    let scale = 1
    for (;;) {
      const byte = this.buffer[this.at++]
      if (byte === undefined) throw new MalformedBytes('ends inside a number')
      value += (byte & 0x7f) * scale
      if (!Number.isSafeInteger(value)) throw new MalformedBytes('number too large')
      if (byte === 0 && scale > 1) throw new MalformedBytes('number longer than needed')
      if (byte < highBit) return value
      scale *= highBit
    }
  }

  /** Whether something stands here: 1 or 0. Another number would be a second way to say the same, which no hash tells apart. */
  flag(): boolean {
    const value = this.varint()
    if (value > 1) throw new MalformedBytes('neither yes nor no')
    return value === 1
  }

  signed(): number {
    const value = this.varint()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  raw(length: number): Uint8Array {
    if (this.at + length > this.buffer.length) throw new MalformedBytes('ends early')
    const bytes = this.buffer.slice(this.at, this.at + length)
    this.at += length
    return bytes
  }

  bytes(): Uint8Array {
    return this.raw(this.varint())
  }

  text(): string {
    try {
      return decoder.decode(this.bytes())
    } catch (error) {
      throw error instanceof MalformedBytes ? error : new MalformedBytes('text is not UTF-8')
    }
  }

  float(): number {
    const bytes = this.raw(8)
    return new DataView(bytes.buffer, bytes.byteOffset).getFloat64(0)
  }

  list<T>(read: (index: number) => T): T[] {
    const count = this.varint()
    if (count > this.buffer.length - this.at) throw new MalformedBytes('list longer than its bytes')
    return Array.from({ length: count }, (_unused, index) => read(index))
  }

  end(): void {
    if (this.at !== this.buffer.length) throw new MalformedBytes('bytes left over')
  }
}
