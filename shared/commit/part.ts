import type { Dot } from '../clock/dots.ts'
import type { Cell } from '../records/field.ts'
import { ByteReader, ByteWriter, MalformedBytes } from './bytes.ts'
import { deviceAt, rowsPerPart } from './header.ts'
import { formatRecordId, isKey, parseRecordId } from './id.ts'

export type Operation = 'create' | 'update'
/** `cells` by stable key; the key `$deleted` (0 or 1) is a cell like any other. */
export type RowChange = {
  readonly type: string
  readonly id: string
  readonly operation: Operation
  readonly cells: Readonly<Record<string, Cell>>
}

export const deletedKey = '$deleted'
/** Characters of a text, bytes of a block: SQLite holds a row of a thousand million. */
export const largestCell = 4 * 1024 * 1024
/** Of one record type. */
const mostKeys = 1000

/** In order, as many to a part as it may hold. */
export const inParts = (changes: readonly RowChange[]): RowChange[][] => {
  const parts: RowChange[][] = []
  for (let at = 0; at < changes.length; at += rowsPerPart) parts.push(changes.slice(at, at + rowsPerPart))
  return parts
}

type Group = {
  readonly type: string
  readonly operation: Operation
  readonly keys: readonly string[]
  readonly rows: RowChange[]
}

const sameKeys = (keys: readonly string[], row: RowChange): boolean => {
  let count = 0
  for (const key in row.cells) if (key !== keys[count++]) return false
  return count === keys.length
}

const groupRows = (changes: readonly RowChange[]): Group[] => {
  const groups: Group[] = []
  for (const change of changes) {
    const last = groups.at(-1)
    const fits =
      last?.type === change.type && last.operation === change.operation && sameKeys(last.keys, change)
    if (fits) last.rows.push(change)
    else
      groups.push({
        type: change.type,
        operation: change.operation,
        keys: Object.keys(change.cells),
        rows: [change],
      })
  }
  return groups
}

const tag = { null: 0, whole: 1, negative: 2, float: 3, text: 4, bytes: 5 } as const

const writeCell = (out: ByteWriter, cell: Cell): void => {
  if (cell === null) out.varint(tag.null)
  else if (typeof cell === 'string') out.varint(tag.text).text(cell)
  else if (cell instanceof Uint8Array) out.varint(tag.bytes).bytes(cell)
  else if (!Number.isSafeInteger(cell) || Object.is(cell, -0)) out.varint(tag.float).float(cell)
  else if (cell < 0) out.varint(tag.negative).varint(-cell)
  else out.varint(tag.whole).varint(cell)
}

const notTooLong = <T extends string | Uint8Array>(cell: T): T => {
  if (cell.length > largestCell) throw new MalformedBytes('too long a cell')
  return cell
}

const readCell = (from: ByteReader): Cell => {
  const kind = from.varint()
  if (kind === tag.null) return null
  if (kind === tag.text) return notTooLong(from.text())
  if (kind === tag.bytes) return notTooLong(from.bytes())
  if (kind === tag.float) return from.float()
  if (kind === tag.negative) return -from.varint()
  if (kind === tag.whole) return from.varint()
  throw new MalformedBytes('unknown kind of cell')
}

/** Where the id before this one was: bulk edits touch neighbours, so differences are short and compress away. */
type Place = { seq: number; n: number }

const writeId = (out: ByteWriter, id: string, devices: ReadonlyMap<string, number>, last: Place): void => {
  const parsed = parseRecordId(id)
  if (parsed === null) throw new TypeError(`not a record id: ${id}`)
  out
    .varint(devices.get(parsed.device) ?? 0)
    .signed(parsed.seq - last.seq)
    .signed(parsed.n - last.n)
  last.seq = parsed.seq
  last.n = parsed.n
}

/** Ids made by this very commit need only their n. */
const writeNewId = (out: ByteWriter, id: string, last: Place): void => {
  const n = Number(id.slice(id.lastIndexOf('.') + 1))
  out.signed(n - last.n)
  last.n = n
}

const writeGroup = (out: ByteWriter, group: Group, devices: ReadonlyMap<string, number>): void => {
  out.text(group.type).flag(group.operation === 'update')
  out.varint(group.keys.length)
  for (const key of group.keys) out.text(key)
  out.varint(group.rows.length)
  const last = { seq: 0, n: 0 }
  if (group.operation === 'create') for (const row of group.rows) writeNewId(out, row.id, last)
  else for (const row of group.rows) writeId(out, row.id, devices, last)
  for (const key of group.keys) for (const row of group.rows) writeCell(out, row.cells[key] as Cell)
}

/** Places of devices in the part's list; 0 is the device of the commit itself and is not listed. */
const placesOf = (changes: readonly RowChange[], made: Dot): Map<string, number> => {
  const places = new Map([[made.device, 0]])
  for (const { operation, id } of changes) {
    const device = operation === 'update' ? id.slice(0, id.indexOf('.')) : made.device
    if (!places.has(device)) places.set(device, places.size)
  }
  return places
}

/** The body of a part of row changes, column by column within runs of the same type, operation and keys; not yet compressed. */
export const encodeRows = (changes: readonly RowChange[], made: Dot): Uint8Array<ArrayBuffer> => {
  const places = placesOf(changes, made)
  const groups = groupRows(changes)
  const out = new ByteWriter().varint(places.size - 1)
  for (const [device, place] of places) if (place > 0) out.text(device)
  out.varint(groups.length)
  for (const group of groups) writeGroup(out, group, places)
  return out.finish()
}

const checkedId = (device: string, seq: number, n: number): string => {
  const id = formatRecordId(device, seq, n)
  if (parseRecordId(id) === null) throw new MalformedBytes('not a record id')
  return id
}

const readId = (from: ByteReader, devices: readonly string[], last: Place): string => {
  const device = deviceAt(devices, from.varint())
  last.seq += from.signed()
  last.n += from.signed()
  return checkedId(device, last.seq, last.n)
}

const readNewId = (from: ByteReader, made: Dot, last: Place): string => {
  last.n += from.signed()
  return checkedId(made.device, made.seq, last.n)
}

const readName = (from: ByteReader): string => {
  const name = from.text()
  if (name !== deletedKey && !isKey(name)) throw new MalformedBytes('not a key')
  return name
}

const readGroup = (from: ByteReader, devices: readonly string[], made: Dot): RowChange[] => {
  const type = readName(from)
  const operation: Operation = from.flag() ? 'update' : 'create'
  const keys = from.list(() => readName(from))
  if (keys.length > mostKeys) throw new MalformedBytes('too many keys')
  if (new Set(keys).size !== keys.length) throw new MalformedBytes('key named twice')
  const last = { seq: 0, n: 0 }
  const ids = from.list(() =>
    operation === 'create' ? readNewId(from, made, last) : readId(from, devices, last),
  )
  if (ids.length > rowsPerPart) throw new MalformedBytes('too many rows in a part')
  const rows = ids.map((id) => ({ type, id, operation, cells: {} as Record<string, Cell> }))
  for (const key of keys) for (const row of rows) row.cells[key] = readCell(from)
  return rows
}

/** Throws `MalformedBytes`. `made` is the commit that holds the part. */
export const decodeRows = (body: Uint8Array, made: Dot): RowChange[] => {
  const from = new ByteReader(body)
  const devices = [made.device, ...from.list(() => from.text())]
  const changes = from.list(() => readGroup(from, devices, made)).flat()
  from.end()
  if (changes.length > rowsPerPart) throw new MalformedBytes('too many rows in a part')
  return changes
}
