import type { KeyObject } from 'node:crypto'
import {
  decodeContent,
  decodeSealed,
  encodeContent,
  encodeSealed,
  placeOfSealed,
  type SealedContent,
} from '../../../shared/commit/sealed.ts'
import { sealTo, sealWith, unsealAs, unsealWith } from '../box.ts'
import { largestBody, packBody, unpackBody } from '../compress.ts'
import { tooLarge } from '../sign-commit.ts'
import type { RecordKeys } from './sealed-keys.ts'

/** The commit that holds a sealed part. */
export type SealedPlace = { readonly workspace: string; readonly device: string; readonly seq: number }

/** The body of a sealed part with rows of one record, readable for those who hold the private halves of `boxKeys`. */
export const sealRows = (
  place: SealedPlace,
  record: string,
  rows: Uint8Array,
  keys: RecordKeys,
  boxKeys: readonly Uint8Array[],
): Uint8Array => {
  const key = keys.keyFor(boxKeys)
  const plain = encodeContent({ holders: keys.holdersOf(key), keys: keys.others(key), rows })
  if (plain.length > largestBody) throw tooLarge()
  const content = packBody(plain)
  return encodeSealed({
    wraps: boxKeys.map((boxKey) => sealTo(boxKey, key, 'record')),
    content: sealWith(key, content, placeOfSealed(place, record)),
  })
}

export type OpenedPart = { readonly key: Uint8Array; readonly content: SealedContent }

/** Keys in a part that are wrapped to this officer. Throws `MalformedBytes`. */
export const keysWrappedTo = (boxing: KeyObject, body: Uint8Array): Uint8Array[] =>
  decodeSealed(body).wraps.flatMap((wrap) => {
    const key = unsealAs(boxing, wrap, 'record')
    return key?.length === 32 ? [key] : []
  })

/** Known keys that are tried before the officer's own: a part is mostly sealed with one that opened the one before. */
const triedFirst = 8

/**
 * Opens a part with a key that is known already, or one wrapped to this officer (`own`), and learns which other keys the record has.
 * Null where none opens it. Throws `MalformedBytes` where what it holds is no content.
 */
export const openPart = (
  place: SealedPlace,
  record: string,
  body: Uint8Array,
  keys: RecordKeys,
  own: readonly Uint8Array[],
): OpenedPart | null => {
  const { content } = decodeSealed(body)
  const boundTo = placeOfSealed(place, record)
  const known = keys.all().reverse()
  for (const key of [...known.slice(0, triedFirst), ...own, ...known.slice(triedFirst)]) {
    const plain = unsealWith(key, content, boundTo)
    if (plain === null) continue
    const opened = decodeContent(unpackBody(plain))
    for (const other of opened.keys) keys.learn(other, [])
    keys.learn(key, opened.holders)
    keys.opened(key, opened.keys)
    return { key, content: opened }
  }
  return null
}
