import { describe, expect, it } from 'vitest'
import { DownloadShelf, StagingShelf } from '../../../electron/core/transient.ts'

describe('files that wait to be fetched', () => {
  it('are given out once, and not after ten minutes', () => {
    let now = 0
    const shelf = new DownloadShelf(() => now)
    const first = shelf.offer('a.pdf', 'application/pdf', new Uint8Array(3))
    expect(shelf.take(first.token)?.name).toBe('a.pdf')
    expect(shelf.take(first.token)).toBeNull()
    const late = shelf.offer('b.pdf', 'application/pdf', new Uint8Array(3))
    now = 10 * 60 * 1000 + 1
    expect(shelf.take(late.token)).toBeNull()
  })
})

describe('values between two calls', () => {
  it('are kept for the newest twenty, so that opening file after file fills no memory', () => {
    const shelf = new StagingShelf()
    const tokens = Array.from({ length: 25 }, (_unused, n) => shelf.put(n))
    const kept = tokens.map((token) => shelf.get<number>(token)).filter((value) => value !== null)
    expect(kept).toEqual(Array.from({ length: 20 }, (_unused, n) => n + 5))
  })

  const seed = new Uint8Array(32).fill(7)
  const waiting = () => ({ files: [{ name: 'a.csv', bytes: new Uint8Array([1, 2, 3]) }], total: 12 })
  const left = () => {
    const shelf = new StagingShelf()
    shelf.enter('siti', seed.slice())
    const token = shelf.put(waiting())
    shelf.leave()
    return { shelf, token }
  }
  it('are out of reach while the data is locked, and there again for the same officer', () => {
    const { shelf, token } = left()
    expect(shelf.get(token)).toBeNull()
    shelf.enter('siti', seed.slice())
    expect(shelf.get(token)).toEqual(waiting())
  })
  it('lie sealed during a lock, not as they are', () => {
    const { shelf } = left()
    const kept = Buffer.from((shelf as unknown as { sealed: { bytes: Uint8Array } }).sealed.bytes)
    expect(kept.includes('a.csv')).toBe(false)
    expect([...(shelf as unknown as { values: Map<string, unknown> }).values]).toEqual([])
  })
  it('are gone once another officer was in, or the keys are others', () => {
    const { shelf, token } = left()
    shelf.enter('budi', new Uint8Array(32).fill(9))
    expect(shelf.get(token)).toBeNull()
    shelf.leave()
    shelf.enter('siti', seed.slice())
    expect(shelf.get(token)).toBeNull()
    const other = left()
    other.shelf.enter('siti', new Uint8Array(32).fill(9))
    expect(other.shelf.get(other.token)).toBeNull()
  })
  it('of an officer are not handed to another who comes in without a lock between', () => {
    const shelf = new StagingShelf()
    shelf.enter('siti', seed.slice())
    const token = shelf.put(waiting())
    shelf.enter('budi', new Uint8Array(32).fill(9))
    expect(shelf.get(token)).toBeNull()
    shelf.enter('siti', seed.slice())
    expect(shelf.get(token)).toBeNull()
  })
  it('stay for an officer who logs in again without a lock between', () => {
    const shelf = new StagingShelf()
    shelf.enter('siti', seed.slice())
    const token = shelf.put(waiting())
    shelf.enter('siti', seed.slice())
    expect(shelf.get(token)).toEqual(waiting())
  })
})
