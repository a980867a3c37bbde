import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { decodeHeader, encodeHeader } from '../../../shared/commit/header.ts'
import { decodeRows, encodeRows, type RowChange } from '../../../shared/commit/part.ts'

/** Bytes of format 1, written down by hand once. A commit that was signed must read the same for ever: never change these. */
const device = 'bbbbbbbbbb'
const nameOf = (letter: string): string => `0a${Buffer.from(letter.repeat(10)).toString('hex')}`
const header = {
  workspace: 'ws',
  device,
  seq: 300,
  previous: new Uint8Array(32).fill(0xab),
  hlc: 3_676_471_500_001,
  officer: 'aaaaaaaaaa.1.1',
  capacity: 'Plt. Kabid',
  reason: 'Ubah “é”',
  definitions: 2,
  seen: { cccccccccc: 5, aaaaaaaaaa: 128, bbbbbbbbbb: 299 },
  parts: [
    { kind: 1, rows: 200, digest: new Uint8Array(32).fill(1), about: '' },
    { kind: 2, rows: 0, digest: new Uint8Array(32).fill(2), about: 'aaaaaaaaaa.7.1' },
  ],
  facts: { undoes: 'aaaaaaaaaa.127' },
}
const headerHex = [
  '01', // format
  '027773', // workspace
  `03${nameOf('b')}${nameOf('a')}${nameOf('c')}`, // devices, its own first
  'ac02', // seq 300
  'ab'.repeat(32), // previous hash
  'e1b99cf6ff6a', // clock
  '010101', // officer: device 1, seq 1, n 1
  '0a506c742e204b61626964', // capacity
  '0d5562616820e2809cc3a9e2809d', // reason
  '02', // definitions
  '03018001' + '00ab02' + '0205', // seen: device 1 at 128, device 0 at 299, device 2 at 5
  `02${'01c801'}${'01'.repeat(32)}${'0200'}${'02'.repeat(32)}0e616161616161616161612e372e31`, // parts: kind, rows, digest; but for rows, the record
  '0106756e646f65730e616161616161616161612e313237', // facts: undoes
].join('')

const changes: RowChange[] = [
  { type: 'opd', id: 'bbbbbbbbbb.300.1', operation: 'create', cells: { code: '1.01', name: 'Dinas' } },
  { type: 'opd', id: 'bbbbbbbbbb.300.2', operation: 'create', cells: { code: null, name: 'é' } },
  {
    type: 'row',
    id: 'aaaaaaaaaa.5.10',
    operation: 'update',
    cells: { a: -1, b: 186_000_000, c: 0.5, d: Uint8Array.of(0, 255) },
  },
  {
    type: 'row',
    id: 'bbbbbbbbbb.4.9',
    operation: 'update',
    cells: { a: 0, b: Number.MAX_SAFE_INTEGER, c: -0, d: new Uint8Array() },
  },
  { type: 'row', id: 'cccccccccc.4.9', operation: 'update', cells: { $deleted: 1 } },
]
const partHex = [
  `02${nameOf('a')}${nameOf('c')}`, // other devices: 1 and 2
  '03', // groups
  '036f706400' + '0204636f6465046e616d65' + '02' + '0202', // opd, create, keys, two rows, n +1 +1
  '0404312e3031' + '00' + '040544696e6173' + '0402c3a9', // column by column: text, null, text, text
  '03726f7701' + '040161016201630164' + '02' + '010a14' + '000101', // row, update: device 1 seq +5 n +10; device 0 seq -1 n -1
  '0201' + '0100', // a: -1, 0
  '0180c5d858' + '01ffffffffffffff0f', // b
  '033fe0000000000000' + '038000000000000000', // c: floats
  '050200ff' + '0500', // d: bytes
  '03726f7701' + '01082464656c65746564' + '01' + '020812' + '0101', // $deleted of a record of device 2
].join('')

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))

describe('commit format 1', () => {
  it('writes these very bytes of a header', () => expect(hex(encodeHeader(header))).toBe(headerHex))
  it('reads that header', () => expect(decodeHeader(bytesOf(headerHex))).toEqual(header))
  it('writes these very bytes of a part', () =>
    expect(hex(encodeRows(changes, { device, seq: 300 }))).toBe(partHex))
  it('reads that part', () => expect(decodeRows(bytesOf(partHex), { device, seq: 300 })).toEqual(changes))

  it('hashes the previous hash and then the header, as a stand-alone verifier does', () => {
    const hash = createHash('sha256').update(header.previous).update(bytesOf(headerHex)).digest('hex')
    expect(hash).toBe('21ed9c073fea7d9fe591f0adcc0ded3754a034a3991f8cb7e8197a1d04b4d9be')
  })
})
