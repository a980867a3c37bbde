import fc from 'fast-check'
import { type CommitHeader, rowsPart } from '../../../shared/commit/header.ts'
import { formatRecordId } from '../../../shared/commit/id.ts'
import type { RowChange } from '../../../shared/commit/part.ts'
import type { Cell } from '../../../shared/records/field.ts'

const letters = '0123456789abcdefghjkmnpqrstvwxyz'
export const deviceId = fc.string({ unit: fc.constantFrom(...letters), minLength: 10, maxLength: 10 })
export const seq = fc.oneof(
  fc.integer({ min: 1, max: 300 }),
  fc.integer({ min: 1, max: 999_999_999_999_999 }),
)
export const recordId = fc
  .tuple(deviceId, seq, fc.integer({ min: 1, max: 999_999_999 }))
  .map((parts) => formatRecordId(...parts))
const text = fc.string({ unit: 'grapheme', maxLength: 60 })

export const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true }),
  text,
  fc.uint8Array({ maxLength: 80 }),
)
const key = fc.oneof(
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,10}$/).filter((name) => !(name in {})),
  fc.constant('$deleted'),
)
const digest = fc.uint8Array({ minLength: 32, maxLength: 32 })

export const rowChange = (made: { readonly device: string; readonly seq: number }): fc.Arbitrary<RowChange> =>
  fc.oneof(
    fc.record({
      type: key.filter((name) => name !== '$deleted'),
      id: recordId,
      operation: fc.constant('update' as const),
      cells: fc.dictionary(key, cell, { maxKeys: 5 }),
    }),
    fc
      .record({
        type: key.filter((name) => name !== '$deleted'),
        n: fc.integer({ min: 1, max: 999_999_999 }),
        cells: fc.dictionary(key, cell, { maxKeys: 5 }),
      })
      .map(({ type, n, cells }) => ({
        type,
        id: formatRecordId(made.device, made.seq, n),
        operation: 'create' as const,
        cells,
      })),
  )

const part = fc
  .record({ kind: fc.integer({ min: 1, max: 9 }), rows: fc.nat(200), digest, about: recordId })
  .map(({ about, ...entry }) => ({ ...entry, about: entry.kind === rowsPart ? '' : about }))

export const header: fc.Arbitrary<CommitHeader> = fc.record({
  workspace: text,
  device: deviceId,
  seq,
  previous: digest,
  hlc: fc.maxSafeNat(),
  officer: recordId,
  capacity: text,
  reason: text,
  definitions: fc.nat(),
  seen: fc.dictionary(deviceId, fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), { maxKeys: 6 }),
  parts: fc.array(part, { maxLength: 5 }),
  facts: fc.dictionary(text, text, { maxKeys: 3 }),
})
