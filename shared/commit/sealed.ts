import { ByteReader, ByteWriter, MalformedBytes } from './bytes.ts'

/** 256 bits: keys of records, public halves of officers' boxes. */
const keyLength = 32
const formatOfSealed = 1
/** Opening tries each of them: more would keep every device busy that receives the commit. */
export const mostWraps = 256
/** Keys that a part carries on, and those who have its key: a new key is made where somebody is named no more. */
export const mostKeys = 1024

/**
 * The body of a sealed part; which record it changes stands in the header. In clear only the key of its content, wrapped to
 * each officer who may read it; whose wrap it is stands nowhere.
 */
export type SealedBody = {
  readonly wraps: readonly Uint8Array[]
  readonly content: Uint8Array
}

/** What lies in the ciphertext. */
export type SealedContent = {
  /** Public halves (32 B) of all to whom this key was ever given. */
  readonly holders: readonly Uint8Array[]
  /** Other keys of the record (32 B), for its other parts: whoever opens the newest part opens them all. */
  readonly keys: readonly Uint8Array[]
  /** As `encodeRows` gives it; all of this one record. */
  readonly rows: Uint8Array
}

export const encodeSealed = ({ wraps, content }: SealedBody): Uint8Array<ArrayBuffer> => {
  const out = new ByteWriter().varint(formatOfSealed).varint(wraps.length)
  for (const wrap of wraps) out.bytes(wrap)
  return out.bytes(content).finish()
}

/** Throws `MalformedBytes`. */
export const decodeSealed = (bytes: Uint8Array): SealedBody => {
  const from = new ByteReader(bytes)
  if (from.varint() !== formatOfSealed) throw new MalformedBytes('unknown format')
  const body = { wraps: from.list(() => from.bytes()), content: from.bytes() }
  from.end()
  if (body.wraps.length > mostWraps) throw new MalformedBytes('too many wraps')
  return body
}

export const encodeContent = ({ holders, keys, rows }: SealedContent): Uint8Array<ArrayBuffer> => {
  const out = new ByteWriter().varint(holders.length)
  for (const holder of holders) out.raw(holder)
  out.varint(keys.length)
  for (const key of keys) out.raw(key)
  return out.bytes(rows).finish()
}

/** Throws `MalformedBytes`. */
export const decodeContent = (bytes: Uint8Array): SealedContent => {
  const from = new ByteReader(bytes)
  const content = {
    holders: from.list(() => from.raw(keyLength)),
    keys: from.list(() => from.raw(keyLength)),
    rows: from.bytes(),
  }
  from.end()
  if (content.holders.length > mostKeys || content.keys.length > mostKeys)
    throw new MalformedBytes('too many keys')
  return content
}

/** Binds a ciphertext to its place: in another commit, or for another record, it does not open. */
export const placeOfSealed = (
  made: { readonly workspace: string; readonly device: string; readonly seq: number },
  record: string,
): Uint8Array<ArrayBuffer> =>
  new ByteWriter().text(made.workspace).text(made.device).varint(made.seq).text(record).finish()
