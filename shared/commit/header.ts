import { ByteReader, ByteWriter, MalformedBytes } from './bytes.ts'
import { formatRecordId, isDeviceId, parseRecordId } from './id.ts'

/** Of each device the seq of its last commit that somebody had seen. In a header: what the officer's screen had when it was loaded. */
export type Seen = Readonly<Record<string, number>>

/**
 * 1: row changes. 2: sealed (ciphertext; the chain hashes its digest, so a device without access verifies and holds no
 * content). Another kind is kept and verified whole, and read by a version that knows it.
 */
export type PartKind = number
export const rowsPart = 1
export const sealedPart = 2

export type PartEntry = {
  readonly kind: PartKind
  /** Row changes inside; of a sealed part too, for everybody to see. */
  readonly rows: number
  readonly digest: Uint8Array
  /** Of a sealed part the record that it changes: also where the part itself is not here, that much is known. Of rows ''. */
  readonly about: string
}

export const commitFormat = 1

/** The signed bytes of a commit, format 1. Hash = SHA-256(previous ‖ header bytes). */
export type CommitHeader = {
  readonly workspace: string
  readonly device: string
  /** 1 for the first commit of the device. */
  readonly seq: number
  /** Hash of the device's commit before this one; 32 zero bytes for the first. */
  readonly previous: Uint8Array
  /** Hybrid logical clock, see shared/clock/hlc.ts. */
  readonly hlc: number
  /** Record id of the officer. */
  readonly officer: string
  /** In which capacity: a role name, with "Plt." where the office is held for another. */
  readonly capacity: string
  readonly reason: string
  /** Version of the record definitions with which the commit was made. */
  readonly definitions: number
  readonly seen: Seen
  readonly parts: readonly PartEntry[]
  /** Signed facts about the commit itself, by name ("undoes": a commit). A name that is not known is kept. */
  readonly facts: Readonly<Record<string, string>>
}

export const digestLength = 32
/** Row changes of a part. */
export const rowsPerPart = 200
/** A commit of thirteen million rows: whoever needs more makes two. */
export const mostParts = 65_536

const sorted = <T>(record: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))

/** Devices that a header names, its own first: elsewhere in it each is the place in this list. */
const devicesOf = ({ device, officer, seen }: CommitHeader): string[] => {
  const others = new Set([...Object.keys(seen), officer.slice(0, officer.indexOf('.'))])
  others.delete(device)
  return [device, ...[...others].sort()]
}

const writeOfficer = (out: ByteWriter, officer: string, devices: readonly string[]): void => {
  const id = parseRecordId(officer)
  if (id === null) throw new TypeError(`not a record id: ${officer}`)
  out.varint(devices.indexOf(id.device)).varint(id.seq).varint(id.n)
}

/** Rows say themselves what they are about; any other part may be closed to whoever reads the header. */
const writePart = (out: ByteWriter, { kind, rows, digest, about }: PartEntry): void => {
  out.varint(kind).varint(rows).raw(digest)
  if (kind !== rowsPart) out.text(about)
}

export const encodeHeader = (header: CommitHeader): Uint8Array<ArrayBuffer> => {
  const devices = devicesOf(header)
  const out = new ByteWriter().varint(commitFormat).text(header.workspace)
  out.varint(devices.length)
  for (const device of devices) out.text(device)
  out.varint(header.seq).raw(header.previous).varint(header.hlc)
  writeOfficer(out, header.officer, devices)
  out.text(header.capacity).text(header.reason).varint(header.definitions)
  const seen = sorted(header.seen)
  out.varint(seen.length)
  for (const [device, seq] of seen) out.varint(devices.indexOf(device)).varint(seq)
  out.varint(header.parts.length)
  for (const part of header.parts) writePart(out, part)
  const facts = sorted(header.facts)
  out.varint(facts.length)
  for (const [name, value] of facts) out.text(name).text(value)
  return out.finish()
}

const readDevice = (from: ByteReader): string => {
  const device = from.text()
  if (!isDeviceId(device)) throw new MalformedBytes('not a device')
  return device
}

/** A device by its place in a list read before. */
export const deviceAt = (devices: readonly string[], place: number): string => {
  const device = devices[place]
  if (device === undefined) throw new MalformedBytes('unknown device')
  return device
}

const readOfficer = (from: ByteReader, devices: readonly string[]): string => {
  const id = formatRecordId(deviceAt(devices, from.varint()), from.varint(), from.varint())
  if (parseRecordId(id) === null) throw new MalformedBytes('not a record id')
  return id
}

const readPairs = <T>(from: ByteReader, read: () => readonly [string, T]): Record<string, T> => {
  const pairs = from.list(read)
  const record = Object.fromEntries(pairs)
  if (Object.keys(record).length !== pairs.length) throw new MalformedBytes('named twice')
  return record
}

const positive = (value: number): number => {
  if (value < 1) throw new MalformedBytes('counts from 1')
  return value
}

const readPart = (from: ByteReader): PartEntry => {
  const kind = positive(from.varint())
  const [rows, digest] = [from.varint(), from.raw(digestLength)]
  if (rows > rowsPerPart) throw new MalformedBytes('too many rows in a part')
  const about = kind === rowsPart ? '' : from.text()
  if (kind === sealedPart && parseRecordId(about) === null) throw new MalformedBytes('not a record id')
  return { kind, rows, digest, about }
}

/** Throws `MalformedBytes` on bytes that are not a whole header of format 1. */
export const decodeHeader = (bytes: Uint8Array): CommitHeader => {
  const from = new ByteReader(bytes)
  if (from.varint() !== commitFormat) throw new MalformedBytes('unknown format')
  const workspace = from.text()
  const devices = from.list(() => readDevice(from))
  const header: CommitHeader = {
    workspace,
    device: deviceAt(devices, 0),
    seq: positive(from.varint()),
    previous: from.raw(digestLength),
    hlc: from.varint(),
    officer: readOfficer(from, devices),
    capacity: from.text(),
    reason: from.text(),
    definitions: from.varint(),
    seen: readPairs(from, () => [deviceAt(devices, from.varint()), positive(from.varint())]),
    parts: from.list(() => readPart(from)),
    facts: readPairs(from, () => [from.text(), from.text()]),
  }
  from.end()
  if (header.parts.length > mostParts) throw new MalformedBytes('too many parts')
  return header
}
