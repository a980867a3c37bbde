import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MalformedBytes } from '../../../shared/commit/bytes.ts'
import { decodeRows, encodeRows, type RowChange } from '../../../shared/commit/part.ts'
import { deviceId, rowChange, seq } from './arbitrary.ts'

const part = fc
  .record({ device: deviceId, seq })
  .chain((made) => fc.tuple(fc.constant(made), fc.array(rowChange(made), { maxLength: 30 })))

const same = (a: readonly RowChange[], b: readonly RowChange[]): void => {
  expect(a.length).toBe(b.length)
  for (const [at, change] of a.entries()) {
    const other = b[at] as RowChange
    expect([change.type, change.id, change.operation, Object.keys(change.cells)]).toEqual([
      other.type,
      other.id,
      other.operation,
      Object.keys(other.cells),
    ])
    for (const [key, cell] of Object.entries(change.cells)) {
      const read = other.cells[key]
      if (cell instanceof Uint8Array) expect(Buffer.from(read as Uint8Array).equals(cell)).toBe(true)
      else expect(Object.is(read, cell)).toBe(true)
    }
  }
}

describe('a part of row changes', () => {
  it('reads back as it was written: any rows, any cells, records of any device', () => {
    fc.assert(
      fc.property(part, ([made, changes]) => same(changes, decodeRows(encodeRows(changes, made), made))),
      { numRuns: 300 },
    )
  })

  it('says MalformedBytes, and nothing else, for every prefix', () => {
    fc.assert(
      fc.property(part, fc.nat(), ([made, changes], cut) => {
        const bytes = encodeRows(changes, made)
        expect(() => decodeRows(bytes.subarray(0, cut % bytes.length), made)).toThrow(MalformedBytes)
      }),
    )
  })

  it('either reads damaged bytes as other whole rows or says MalformedBytes', () => {
    fc.assert(
      fc.property(
        part,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 }),
        ([made, changes], flips) => {
          const bytes = encodeRows(changes, made)
          for (const [at, mask] of flips) bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ mask
          try {
            for (const { id } of decodeRows(bytes, made))
              expect(id).toMatch(/^[0-9a-z]{10}\.[1-9]\d*\.[1-9]\d*$/)
          } catch (error) {
            expect(error).toBeInstanceOf(MalformedBytes)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('takes no key that every JavaScript object already has', () => {
    const made = { device: 'aaaaaaaaaa', seq: 1 }
    for (const key of ['__proto__', 'constructor', 'toString', 'a b', '']) {
      const change = {
        type: 'opd',
        id: 'aaaaaaaaaa.1.1',
        operation: 'update' as const,
        cells: Object.fromEntries([[key, 1]]),
      }
      expect(() => decodeRows(encodeRows([change], made), made), key).toThrow(MalformedBytes)
    }
  })

  it('takes no more than 200 rows', () => {
    const made = { device: 'aaaaaaaaaa', seq: 7 }
    const rows = Array.from({ length: 201 }, (_unused, n) => ({
      type: 'opd',
      id: `aaaaaaaaaa.7.${n + 1}`,
      operation: 'create' as const,
      cells: { name: 'x' },
    }))
    expect(decodeRows(encodeRows(rows.slice(1), made), made)).toHaveLength(200)
    expect(() => decodeRows(encodeRows(rows, made), made)).toThrow(MalformedBytes)
  })
})
