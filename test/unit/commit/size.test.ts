import { describe, expect, it } from 'vitest'
import { packBody } from '../../../electron/store/compress.ts'
import { hlcFrom } from '../../../shared/clock/hlc.ts'
import { encodeHeader } from '../../../shared/commit/header.ts'
import { encodeRows, type RowChange } from '../../../shared/commit/part.ts'

const device = 'k3m9p2qx7r'
const made = { device, seq: 4711 }
const digest = Uint8Array.from({ length: 32 }, (_unused, n) => (n * 37) % 256)
const headerOf = (rows: number, reason: string): number =>
  encodeHeader({
    workspace: 'a'.repeat(20),
    ...made,
    previous: digest,
    hlc: hlcFrom(Date.parse('2026-11-21T07:05:00Z')),
    officer: `${device}.1.1`,
    capacity: 'Perencana',
    reason,
    definitions: 1,
    seen: { [device]: 4710 },
    parts: [{ kind: 1, rows, digest, about: '' }],
    facts: {},
  }).length

/** Edits of one cell each, of rows spread over a form, values as various as amounts are. */
const edits = (count: number): RowChange[] =>
  Array.from({ length: count }, (_unused, n) => ({
    type: 'budgetRow',
    id: `${device}.${12 + (n % 3)}.${1 + ((n * 7919) % 12_000)}`,
    operation: 'update',
    cells: { unitPrice: ((n * 48_271) % 9_973) * 12_500 },
  }))

const hashes = 64
const signatures = 128

describe('the size of a commit', () => {
  it('is at most 16 bytes per single-cell edit in a commit of 200, signatures and hashes included', () => {
    const whole = packBody(encodeRows(edits(200), made)).length + headerOf(200, 'Ubah 200 baris') + signatures
    console.info(
      `suntingan satu sel dalam catatan 200: ${(whole / 200).toFixed(1)} bita dengan tanda tangan dan kode jejak`,
    )
    expect(whole / 200).toBeLessThanOrEqual(16)
  })

  it('is at most 120 bytes for a single-cell edit alone, beside its hashes and signatures', () => {
    const body = packBody(encodeRows(edits(1), made)).length
    const bare = body + headerOf(1, 'Ubah 1 baris') - hashes
    console.info(
      `suntingan satu sel sendirian: ${bare} bita; ${bare + hashes} dengan kode jejak; ${bare + hashes + signatures} dengan tanda tangan`,
    )
    expect(bare).toBeLessThanOrEqual(120)
  })
})
