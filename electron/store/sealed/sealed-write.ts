import { type CommitHeader, type Seen, sealedPart } from '../../../shared/commit/header.ts'
import { inParts, type RowChange } from '../../../shared/commit/part.ts'
import { mostWraps } from '../../../shared/commit/sealed.ts'
import { fail } from '../../../shared/contract/result.ts'
import { storeTexts } from '../../../shared/texts/store.ts'
import { isBoxKey } from '../box.ts'
import { RefusedWrite } from '../failures.ts'
import type { Authorities } from '../judging/authority.ts'
import type { Projector } from '../projection.ts'
import type { Reader } from '../reader.ts'
import { encodePart } from '../sign-commit.ts'
import type { RecordKeys } from './sealed-keys.ts'
import { namedIn } from './sealed-named.ts'
import { sealRows } from './sealed-part.ts'

/** X25519. */
const boxKeyLength = 32

/** A sealed part of a commit that is being written. */
export type SealedOut = {
  readonly kind: typeof sealedPart
  readonly about: string
  readonly changes: readonly RowChange[]
  readonly body: Uint8Array
}

type Sealing = {
  /** The ordinary records: officers and their keys. */
  readonly main: Reader
  readonly authorities: Authorities
  /** Of the opened records, where the changes stand already. */
  readonly projector: Projector
  readonly keysOf: (record: string) => RecordKeys
}

/** Public halves of an officer's keys in force for somebody who had seen this much. */
export const boxKeysOf = (
  main: Reader,
  authorities: Authorities,
  officer: string,
  seen: Seen,
): Uint8Array[] => {
  const signKeys = authorities.keysOf(officer, seen)
  const isInForce = (signKey: Uint8Array): boolean =>
    signKeys.some((key) => Buffer.compare(key, signKey) === 0)
  return main
    .where('credential', { officer })
    .flatMap(({ signKey, boxKey }) =>
      signKey !== null && boxKey?.length === boxKeyLength && isInForce(signKey) ? [boxKey] : [],
    )
}

/** Of all whom a record names now. Error `OfficerWithoutKey`: one of those whom this change names has none. */
const boxKeysFor = (sealing: Sealing, changes: readonly RowChange[]): Uint8Array[] => {
  const [{ type, id }] = changes as [RowChange]
  const definition = sealing.main.definition(type)
  const isNaming = changes.some(({ cells }) => definition.readers !== null && definition.readers in cells)
  return namedIn(definition, sealing.projector.current(definition, id) ?? {}).flatMap((officer) => {
    const boxKeys = boxKeysOf(sealing.main, sealing.authorities, officer, sealing.main.vector()).filter(
      isBoxKey,
    )
    if (boxKeys.length === 0 && isNaming)
      throw new RefusedWrite(fail('OfficerWithoutKey', storeTexts.namedWithoutKey, { officer }).error)
    return boxKeys
  })
}

/** The sealed parts of a commit: for each record its own. */
export const sealChanges = (
  sealing: Sealing,
  changes: readonly RowChange[],
  made: Pick<CommitHeader, 'workspace' | 'device' | 'seq'>,
): SealedOut[] =>
  [...Map.groupBy(changes, ({ id }) => id)].flatMap(([record, ofRecord]) => {
    const boxKeys = boxKeysFor(sealing, ofRecord)
    if (boxKeys.length > mostWraps)
      throw new RefusedWrite(fail('TooManyNamed', storeTexts.tooManyNamed).error)
    const keys = sealing.keysOf(record)
    return inParts(ofRecord).map((rows) => ({
      kind: sealedPart,
      about: record,
      changes: rows,
      body: sealRows(made, record, encodePart(rows, made), keys, boxKeys),
    }))
  })
