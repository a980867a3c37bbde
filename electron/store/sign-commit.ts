import type { KeyObject } from 'node:crypto'
import type { Dot } from '../../shared/clock/dots.ts'
import { type CommitHeader, encodeHeader, mostParts, rowsPart } from '../../shared/commit/header.ts'
import { encodeRows, inParts, type RowChange } from '../../shared/commit/part.ts'
import { fail } from '../../shared/contract/result.ts'
import { storeTexts } from '../../shared/texts/store.ts'
import type { CommitBytes } from './commit-bytes.ts'
import { largestBody, largestCommit, largestHeader, packBody } from './compress.ts'
import { RefusedWrite } from './failures.ts'
import { signHash } from './keys.ts'
import { digestOf, hashCommit } from './log.ts'

/** A part of a commit that is being made; `about` as in the header. */
export type PartOut = {
  readonly kind: number
  readonly about: string
  readonly changes: readonly RowChange[]
  readonly body: Uint8Array
}

export const tooLarge = () => new RefusedWrite(fail('TooLarge', storeTexts.tooLarge).error)

/** Rows of one part. Refuses what every other device would: more than `largestBody`. */
export const encodePart = (changes: readonly RowChange[], made: Dot): Uint8Array<ArrayBuffer> => {
  const rows = encodeRows(changes, made)
  if (rows.length > largestBody) throw tooLarge()
  return rows
}

export const openParts = (changes: readonly RowChange[], made: Dot): PartOut[] => {
  let size = 0
  return inParts(changes).map((rows) => {
    const body = encodePart(rows, made)
    size += body.length
    if (size > largestCommit) throw tooLarge()
    return { kind: rowsPart, about: '', changes: rows, body: packBody(body) }
  })
}

export type Signing = { readonly device: KeyObject; readonly officer: KeyObject }
export type Signed = { readonly header: CommitHeader; readonly hash: Buffer; readonly bytes: CommitBytes }

/** A commit as it is stored and sent from now on. Both signatures are over the hash, neither over the other. Refuses more than `mostParts`. */
export const signCommit = (
  said: Omit<CommitHeader, 'parts'>,
  parts: readonly PartOut[],
  signing: Signing,
): Signed => {
  if (parts.length > mostParts) throw tooLarge()
  const entries = parts.map(({ kind, changes, body, about }) => ({
    kind,
    rows: changes.length,
    digest: digestOf(body),
    about,
  }))
  const header = { ...said, parts: entries }
  const encoded = encodeHeader(header)
  if (encoded.length > largestHeader) throw tooLarge()
  const hash = hashCommit(header.previous, encoded)
  const bytes = {
    header: encoded,
    deviceSignature: signHash(hash, signing.device),
    officerSignature: signHash(hash, signing.officer),
    bodies: parts.map(({ body }) => body),
  }
  return { header, hash, bytes }
}
