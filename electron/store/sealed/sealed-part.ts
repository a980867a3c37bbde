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
import { packBody, unpackBody } from '../compress.ts'
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
  const content = packBody(encodeContent({ holders: keys.holdersOf(key), keys: keys.others(key), rows }))
  return encodeSealed({
    wraps: boxKeys.map((boxKey) => sealTo(boxKey, key, 'record')),
    content: sealWith(key, content, placeOfSealed(place, record)),
  })
}

export type OpenedPart = { readonly key: Uint8Array; readonly content: SealedContent }

/**
 * Opens a part with a key that is known already, else with the one wrapped to this officer, and learns which other keys the
 * record has. Null where neither opens it. Throws `MalformedBytes` where what it holds is no content.
 */
export const openPart = (
  place: SealedPlace,
  record: string,
  body: Uint8Array,
  keys: RecordKeys,
  boxing: KeyObject,
): OpenedPart | null => {
  const { wraps, content } = decodeSealed(body)
  const boundTo = placeOfSealed(place, record)
  const candidates = function* (): Generator<Uint8Array> {
    yield* keys.all().reverse()
    for (const wrap of wraps) {
      const key = unsealAs(boxing, wrap, 'record')
      if (key?.length === 32) yield key
    }
  }
  for (const key of candidates()) {
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
