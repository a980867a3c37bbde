import type { Cell } from '../records/field.ts'
import { ByteReader, ByteWriter, MalformedBytes } from './bytes.ts'
import { formatRecordId, parseRecordId } from './id.ts'

export type Operation = 'create' | 'update'
/** `cells` by stable key; the key `$deleted` (0 or 1) is a cell like any other. */
export type RowChange = {
  readonly type: string
  readonly id: string
  readonly operation: Operation
  readonly cells: Readonly<Record<string, Cell>>
}

export const deletedKey = '$deleted'
export const rowsPerPart = 200

type Group = { readonly type: string; readonly operation: Operation; readonly keys: readonly string[]; readonly rows: RowChange[] }

const sameKeys = (keys: readonly string[], row: RowChange): boolean => {
  let count = 0
  for (const key in row.cells) if (key !== keys[count++]) return false
  return count === keys.length
}

const groupRows = (changes: readonly RowChange[]): Group[] => {
  const groups: Group[] = []
  for (const change of changes) {
    const last = groups.at(-1)
    const fits = last?.type === change.type && last.operation === change.operation && sameKeys(last.keys, change)
    if (fits) last.rows.push(change)
    else groups.push({ type: change.type, operation: change.operation, keys: Object.keys(change.cells), rows: [change] })
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

const readCell = (from: ByteReader): Cell => {
  const kind = from.varint()
  if (kind === tag.null) return null
  if (kind === tag.text) return from.text()
  if (kind === tag.bytes) return from.bytes()
  if (kind === tag.float) return from.float()
  if (kind === tag.negative) return -from.varint()
  if (kind === tag.whole) return from.varint()
  throw new MalformedBytes('unknown kind of cell')
}

/** Ids made by this very commit need only their n; others name device (by its place in the part's list) and seq. */
const writeId = (out: ByteWriter, id: string, devices: Map<string, number>): void => {
  const parsed = parseRecordId(id)
  if (parsed === null) throw new TypeError(`not a record id: ${id}`)
  out.varint(devices.get(parsed.device) ?? 0).varint(parsed.seq).varint(parsed.n)
}

const writeGroup = (out: ByteWriter, group: Group, devices: Map<string, number>): void => {
  out.text(group.type).varint(group.operation === 'create' ? 0 : 1)
  out.varint(group.keys.length)
  for (const key of group.keys) out.text(key)
  out.varint(group.rows.length)
  if (group.operation === 'create') for (const row of group.rows) out.varint(parseRecordId(row.id)?.n ?? 0)
  else for (const row of group.rows) writeId(out, row.id, devices)
  for (const key of group.keys) for (const row of group.rows) writeCell(out, row.cells[key] as Cell)
}

const devicesOf = (changes: readonly RowChange[]): Map<string, number> => {
  const devices = new Map<string, number>()
  for (const { operation, id } of changes) {
    const device = operation === 'update' ? id.slice(0, id.indexOf('.')) : null
    if (device !== null && !devices.has(device)) devices.set(device, devices.size)
  }
  return devices
}

/** The body of a part of row changes, column by column within runs of the same type, operation and keys; not yet compressed. */
export const encodeRows = (changes: readonly RowChange[]): Uint8Array<ArrayBuffer> => {
  const devices = devicesOf(changes)
  const groups = groupRows(changes)
  const out = new ByteWriter().varint(devices.size)
  for (const device of devices.keys()) out.text(device)
  out.varint(groups.length)
  for (const group of groups) writeGroup(out, group, devices)
  return out.finish()
}

type Made = { readonly device: string; readonly seq: number }

const readId = (from: ByteReader, devices: readonly string[]): string => {
  const device = devices[from.varint()]
  if (device === undefined) throw new MalformedBytes('unknown device in id')
  return formatRecordId(device, from.varint(), from.varint())
}

const readGroup = (from: ByteReader, devices: readonly string[], made: Made): RowChange[] => {
  const type = from.text()
  const operation: Operation = from.varint() === 0 ? 'create' : 'update'
  const keys = from.list(() => from.text())
  const ids = from.list(() =>
    operation === 'create' ? formatRecordId(made.device, made.seq, from.varint()) : readId(from, devices),
  )
  const rows = ids.map((id) => ({ type, id, operation, cells: {} as Record<string, Cell> }))
  for (const key of keys) for (const row of rows) row.cells[key] = readCell(from)
  return rows
}

/** Throws `MalformedBytes`. `made` is the commit that holds the part. */
export const decodeRows = (body: Uint8Array, made: Made): RowChange[] => {
  const from = new ByteReader(body)
  const devices = from.list(() => from.text())
  const changes = from.list(() => readGroup(from, devices, made)).flat()
  from.end()
  return changes
}
