import { ByteReader, ByteWriter, MalformedBytes } from './bytes.ts'

/** What each device's commits an officer's screen had seen when it was loaded: last seq by device. */
export type Seen = Readonly<Record<string, number>>

/** 1: row changes. 2: sealed (ciphertext; the chain hashes its digest, so a device without access verifies and holds no content). */
export type PartKind = 1 | 2
export const rowsPart = 1
export const sealedPart = 2

export type PartEntry = { readonly kind: PartKind; readonly digest: Uint8Array }

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
}

export const digestLength = 32

export const encodeHeader = (header: CommitHeader): Uint8Array<ArrayBuffer> => {
  const out = new ByteWriter()
    .varint(commitFormat)
    .text(header.workspace)
    .text(header.device)
    .varint(header.seq)
    .raw(header.previous)
    .varint(header.hlc)
    .text(header.officer)
    .text(header.capacity)
    .text(header.reason)
    .varint(header.definitions)
  const seen = Object.entries(header.seen).sort(([a], [b]) => (a < b ? -1 : 1))
  out.varint(seen.length)
  for (const [device, seq] of seen) out.text(device).varint(seq)
  out.varint(header.parts.length)
  for (const part of header.parts) out.varint(part.kind).raw(part.digest)
  return out.finish()
}

const readKind = (value: number): PartKind => {
  if (value !== rowsPart && value !== sealedPart) throw new MalformedBytes('unknown kind of part')
  return value
}

/** Throws `MalformedBytes` on bytes that are not a whole header of format 1. */
export const decodeHeader = (bytes: Uint8Array): CommitHeader => {
  const from = new ByteReader(bytes)
  if (from.varint() !== commitFormat) throw new MalformedBytes('unknown format')
  const header: CommitHeader = {
    workspace: from.text(),
    device: from.text(),
    seq: from.varint(),
    previous: from.raw(digestLength),
    hlc: from.varint(),
    officer: from.text(),
    capacity: from.text(),
    reason: from.text(),
    definitions: from.varint(),
    seen: Object.fromEntries(from.list(() => [from.text(), from.varint()] as const)),
    parts: from.list(() => ({ kind: readKind(from.varint()), digest: from.raw(digestLength) })),
  }
  from.end()
  return header
}
