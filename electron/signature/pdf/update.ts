import { createHash } from 'node:crypto'
import type { PdfFile } from './read.ts'
import { serialize } from './serialize.ts'
import {
  array,
  dict,
  isKind,
  name,
  type PdfDict,
  type PdfString,
  type PdfValue,
  withEntries,
} from './value.ts'

export type Update = {
  readonly bytes: Buffer
  /** Offset of each object that was written. */
  readonly offsets: ReadonlyMap<number, number>
}

const objectBytes = (num: number, gen: number, value: PdfValue): Buffer => {
  const head = `${num} ${gen} obj\n${serialize(value)}\n`
  if (!isKind(value, 'stream')) return Buffer.from(`${head}endobj\n`, 'latin1')
  return Buffer.concat([
    Buffer.from(`${head}stream\n`, 'latin1'),
    value.bytes,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ])
}

const digestId = (bytes: Uint8Array): PdfString => {
  const digest = createHash('sha256').update(bytes).digest().subarray(0, 16)
  return { kind: 'string', bytes: digest, hex: true, start: -1, end: -1 }
}

const trailerOf = (file: PdfFile, size: number, added: Uint8Array): PdfDict => {
  const kept = ['Root', 'Info'].flatMap((key): [string, PdfValue][] => {
    const value = file.trailer.entries.get(key)
    return value === undefined ? [] : [[key, value]]
  })
  const id = file.resolve(file.trailer.entries.get('ID'))
  const fresh = digestId(added)
  const first = isKind(id, 'array') && isKind(id.items[0], 'string') ? id.items[0] : fresh
  return dict([
    ['Size', size],
    ...kept,
    ['Prev', file.sections[0]?.offset ?? 0],
    ['ID', array([first, fresh])],
  ])
}

type Line = { readonly num: number; readonly gen: number; readonly offset: number }

const runs = (lines: readonly Line[]): Line[][] => {
  const all: Line[][] = []
  for (const line of lines) {
    const run = all.at(-1)
    if (run !== undefined && run.at(-1)?.num === line.num - 1) run.push(line)
    else all.push([line])
  }
  return all
}

const tableText = (lines: readonly Line[], trailer: PdfDict): string =>
  [
    'xref',
    ...runs(lines).flatMap((run) => [
      `${run[0]?.num} ${run.length}`,
      ...run.map(
        ({ offset, gen }) => `${String(offset).padStart(10, '0')} ${String(gen).padStart(5, '0')} n\r`,
      ),
    ]),
    `trailer\n${serialize(trailer)}\n`,
  ].join('\n')

const streamBytes = (lines: readonly Line[], trailer: PdfDict, num: number): Buffer => {
  const rows = Buffer.alloc(lines.length * 7)
  for (const [index, { offset, gen }] of lines.entries()) {
    rows.writeUInt8(1, index * 7)
    rows.writeUInt32BE(offset, index * 7 + 1)
    rows.writeUInt16BE(gen, index * 7 + 5)
  }
  const index = runs(lines).flatMap((run) => [run[0]?.num ?? 0, run.length])
  const own = { Type: name('XRef'), W: array([1, 4, 2]), Index: array(index), Length: rows.length }
  return objectBytes(num, 0, { kind: 'stream', dict: withEntries(trailer, own), bytes: rows })
}

/**
 * Appends objects as an incremental update: every earlier byte stays as it is. The cross-reference is a table or a
 * stream, as in the update before.
 */
export const appendUpdate = (file: PdfFile, changes: ReadonlyMap<number, PdfValue>): Update => {
  const parts: Buffer[] = [Buffer.from(file.bytes), Buffer.from('\n', 'latin1')]
  let at = file.bytes.length + 1
  const lines: Line[] = []
  for (const [num, value] of [...changes].sort(([a], [b]) => a - b)) {
    const entry = file.entry(num)
    const gen = entry.type === 'at' ? entry.gen : 0
    const bytes = objectBytes(num, gen, value)
    lines.push({ num, gen, offset: at })
    parts.push(bytes)
    at += bytes.length
  }
  const highest = [...changes.keys()].reduce((most, num) => Math.max(most, num), file.size - 1)
  const asStream = file.sections[0]?.kind === 'stream'
  const size = highest + (asStream ? 2 : 1)
  const trailer = trailerOf(file, size, Buffer.concat(parts.slice(1)))
  const all = asStream ? [...lines, { num: highest + 1, gen: 0, offset: at }] : lines
  parts.push(
    asStream ? streamBytes(all, trailer, highest + 1) : Buffer.from(tableText(all, trailer), 'latin1'),
    Buffer.from(`startxref\n${at}\n%%EOF\n`, 'latin1'),
  )
  return { bytes: Buffer.concat(parts), offsets: new Map(lines.map(({ num, offset }) => [num, offset])) }
}
