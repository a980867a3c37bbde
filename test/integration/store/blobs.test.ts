import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BlobStore } from '../../../electron/store/blobs.ts'
import { clearTextUnder } from '../../fixtures/canary.ts'
import { temporaryFolder } from '../../fixtures/store.ts'

const chunk = 1024 * 1024 + 28
const folder = temporaryFolder()
const path = join(folder.path, 'blobs')
let blobs: BlobStore
beforeAll(() => {
  blobs = new BlobStore(path, randomBytes(32))
})
afterAll(() => folder.remove())

const fileOf = (blob: string): string => join(path, blob)
const spoiled = (blob: string, change: (bytes: Buffer) => Uint8Array): (() => unknown) => {
  const whole = readFileSync(fileOf(blob))
  return () => {
    writeFileSync(fileOf(blob), change(Buffer.from(whole)))
    try {
      return blobs.get(blob)
    } finally {
      writeFileSync(fileOf(blob), whole)
    }
  }
}

describe('attachments', () => {
  it.each([0, 1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3_500_000])(
    'gives back a file of %i bytes',
    (size) => {
      const bytes = randomBytes(size)
      const stored = blobs.put(bytes)
      expect(stored.size).toBe(size)
      expect(blobs.get(stored.blob)?.equals(bytes)).toBe(true)
    },
  )

  it('keeps the same content once, under a name that tells nothing, encrypted', () => {
    const text = 'KENARI di dalam lampiran'
    const one = blobs.put(Buffer.from(text))
    expect(blobs.put(Buffer.from(text))).toEqual(one)
    expect(one.blob).not.toBe(one.digest)
    expect(new BlobStore(join(folder.path, 'lain'), randomBytes(32)).put(Buffer.from(text)).blob).not.toBe(
      one.blob,
    )
    expect(clearTextUnder(folder.path, text, one.digest)).toEqual([])
    expect(readdirSync(path).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('writes a file again that the disk has damaged since, and an old one is as young as its last use', () => {
    const bytes = randomBytes(5000)
    const { blob } = blobs.put(bytes)
    writeFileSync(fileOf(blob), readFileSync(fileOf(blob)).subarray(0, 100))
    expect(blobs.put(bytes).blob).toBe(blob)
    expect(blobs.get(blob)?.equals(bytes)).toBe(true)
    const long = new Date(Date.now() - 30 * 24 * 60 * 60 * 1000)
    utimesSync(fileOf(blob), long, long)
    blobs.put(bytes)
    blobs.collect(new Set(), Date.now())
    expect(blobs.get(blob)?.equals(bytes)).toBe(true)
  })

  it('throws on a file that was tampered with, cut off, or whose pieces were swapped, dropped or added', () => {
    const { blob } = blobs.put(randomBytes(3_500_000))
    for (let n = 0; n < 20; n += 1) {
      const at = Math.floor((n / 20) * readFileSync(fileOf(blob)).length)
      expect(
        spoiled(blob, (bytes) => bytes.fill((bytes[at] ?? 0) ^ 1, at, at + 1)),
        `bit at ${at}`,
      ).toThrow()
    }
    for (const cut of [0, 10, 27, 28, chunk - 1, chunk, 2 * chunk, 3 * chunk, 3 * chunk + 20])
      expect(
        spoiled(blob, (bytes) => bytes.subarray(0, cut)),
        `cut at ${cut}`,
      ).toThrow()
    expect(
      spoiled(blob, (bytes) =>
        Buffer.concat([
          bytes.subarray(chunk, 2 * chunk),
          bytes.subarray(0, chunk),
          bytes.subarray(2 * chunk),
        ]),
      ),
    ).toThrow()
    expect(
      spoiled(blob, (bytes) => Buffer.concat([bytes.subarray(0, chunk), bytes.subarray(2 * chunk)])),
    ).toThrow()
    expect(spoiled(blob, (bytes) => Buffer.concat([bytes, bytes.subarray(0, chunk)]))).toThrow()
  })

  it('throws on a file that was put in the place of another', () => {
    const one = blobs.put(randomBytes(1000))
    const other = blobs.put(randomBytes(1000))
    expect(spoiled(one.blob, () => readFileSync(fileOf(other.blob)))).toThrow()
  })

  it('says null for a file that is gone and for a name that is none', () => {
    for (const name of ['0'.repeat(64), '../selaras.db', '', 'A'.repeat(64)])
      expect(blobs.get(name)).toBeNull()
  })

  it('collects what no record names, seven days after it was written and not before', () => {
    const used = blobs.put(randomBytes(10)).blob
    const orphan = blobs.put(randomBytes(11)).blob
    const fresh = blobs.put(randomBytes(12)).blob
    const now = Date.now()
    const day = 24 * 60 * 60 * 1000
    for (const name of blobs.names()) utimesSync(fileOf(name), new Date(now), new Date(now - 8 * day))
    utimesSync(fileOf(fresh), new Date(now), new Date(now - 6 * day))
    const others = blobs.names().filter((name) => name !== orphan)
    expect(blobs.collect(new Set(others.filter((name) => name !== fresh)), now)).toBe(1)
    expect([used, orphan, fresh].map((name) => existsSync(fileOf(name)))).toEqual([true, false, true])
  })
})
