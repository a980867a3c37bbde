import { createHash, type Hash } from 'node:crypto'
import { decodeClocks } from '../../shared/clock/dots.ts'
import { ByteWriter } from '../../shared/commit/bytes.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Cell } from '../../shared/records/field.ts'
import type { Catalogue } from '../../shared/records/index.ts'
import type { Sqlite } from './open.ts'
import type { CurrentRow } from './row.ts'

const writeCell = (out: ByteWriter, cell: Cell): void => {
  if (cell === null) out.text('n')
  else if (typeof cell === 'number') out.text('i').text(String(cell))
  else if (typeof cell === 'string') out.text('t').text(cell)
  else out.text('b').bytes(cell)
}

const writeRow = (definition: AnyDefinition, keys: readonly string[], row: CurrentRow): Uint8Array => {
  const out = new ByteWriter().text(definition.type).text(row.id).varint(row._deleted)
  const clocks = [...decodeClocks(row._clock)].sort(([a], [b]) => (a < b ? -1 : 1))
  out.varint(clocks.length)
  for (const [unit, dots] of clocks) {
    out.text(unit).varint(dots.length)
    for (const { device, seq } of dots) out.text(device).varint(seq)
  }
  for (const key of keys) writeCell(out.text(key), row[key] ?? null)
  return out.finish()
}

const hashTable = (db: Sqlite, definition: AnyDefinition, hash: Hash): void => {
  const keys = Object.keys(definition.fields).sort()
  const rows = db
    .prepare(`select * from "${definition.type}" order by id`)
    .iterate() as IterableIterator<CurrentRow>
  for (const row of rows) hash.update(writeRow(definition, keys, row))
}

/** SHA-256, hex, over each projection's rows in canonical form: equal for equal sets of commits, whatever their order. */
export const stateHash = (db: Sqlite, catalogue: Catalogue): string => {
  const hash = createHash('sha256')
  const sorted = [...catalogue.values()]
    .filter(({ isSealed }) => !isSealed)
    .sort((a, b) => (a.type < b.type ? -1 : 1))
  for (const definition of sorted) hashTable(db, definition, hash)
  return hash.digest('hex')
}
