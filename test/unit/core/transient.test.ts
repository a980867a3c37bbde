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
})
