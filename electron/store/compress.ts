import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { MalformedBytes } from '../../shared/commit/bytes.ts'

const plain = 0
const zstd = 1
const worthCompressing = 96
/** Bytes of a part before it is packed: more is not written, and refused from others. */
export const largestBody = 64 * 1024 * 1024
/** Of a part as it is kept: at most one byte more. */
export const largestPacked = largestBody + 1
/** Bytes of a header: nobody writes more, and SQLite holds no more than a thousand million. */
export const largestHeader = 16 * 1024 * 1024
/** Bytes of all open parts of a commit before they are packed. */
export const largestCommit = 256 * 1024 * 1024

/** First byte: 0 plain, 1 zstd. */
export const packBody = (body: Uint8Array): Buffer => {
  if (body.length >= worthCompressing) {
    const packed = zstdCompressSync(body)
    if (packed.length < body.length) return Buffer.concat([Buffer.of(zstd), packed])
  }
  return Buffer.concat([Buffer.of(plain), body])
}

/** Throws `MalformedBytes` on a body that is damaged or unpacks to more than 64 MiB. */
export const unpackBody = (packed: Uint8Array): Uint8Array => {
  const body = packed.subarray(1)
  if (packed[0] === plain && body.length <= largestBody) return body
  if (packed[0] !== zstd) throw new MalformedBytes('unknown packing of a part')
  try {
    return zstdDecompressSync(body, { maxOutputLength: largestBody })
  } catch {
    throw new MalformedBytes('a part does not unpack')
  }
}
