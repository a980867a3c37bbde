import type { KeyObject } from 'node:crypto'
import { covers } from '../../../shared/clock/dots.ts'
import { headsOf } from '../../../shared/clock/heads.ts'
import { ByteWriter } from '../../../shared/commit/bytes.ts'
import type { CommitHeader, Seen } from '../../../shared/commit/header.ts'
import type { RowChange } from '../../../shared/commit/part.ts'
import { signHash, verifyHash } from '../keys.ts'
import { digestOf } from '../log.ts'
import type { Step } from '../past.ts'

/** The fact by which a commit says that the printed recovery code was used. */
export const recoveryEvent = 'recovery'
const proofFact = 'recoveryProof'

/** What a recovery commit may touch: the officer's new keys and role, and the device where the data was restored just now. */
const touched: ReadonlySet<string> = new Set(['credential', 'role', 'device'])

type Place = Pick<CommitHeader, 'workspace' | 'device' | 'seq' | 'previous'>

/** Holds at one place of one chain and for one new key alone. */
const claimOf = ({ workspace, device, seq, previous }: Place, signKey: Uint8Array): Uint8Array =>
  digestOf(
    new ByteWriter()
      .text('selaras/1/recovery')
      .text(workspace)
      .text(device)
      .varint(seq)
      .raw(previous)
      .bytes(signKey)
      .finish(),
  )

/** The facts of a recovery commit: nobody's earlier key vouches for the new one, the code does. */
export const recoveryFacts = (
  place: Place,
  signKey: Uint8Array,
  code: KeyObject,
): Readonly<Record<string, string>> => ({
  event: recoveryEvent,
  [proofFact]: signHash(claimOf(place, signKey), code).toString('base64'),
})

/** Keys of the printed codes that hold for whoever knew this much: a new code ends those that its maker knew. */
export const codeKeys = (made: readonly Step[], known: Seen): Uint8Array[] =>
  headsOf(made.filter((step) => covers(known, step))).flatMap(({ cells }) => {
    const key = cells['signKey']
    return key instanceof Uint8Array ? [key] : []
  })

/** Sign keys that a commit brings for its own officer. */
export const ownKeys = (changes: readonly RowChange[], officer: string): Uint8Array[] =>
  changes.flatMap(({ type, operation, cells }) =>
    type === 'credential' &&
    operation === 'create' &&
    cells['officer'] === officer &&
    cells['signKey'] instanceof Uint8Array
      ? [cells['signKey']]
      : [],
  )

/** Whether a commit was made with one of these codes, and does no more than a recovery. */
export const isRecovery = (
  header: CommitHeader,
  changes: readonly RowChange[],
  codes: readonly Uint8Array[],
): boolean => {
  const proof = header.facts['event'] === recoveryEvent ? header.facts[proofFact] : undefined
  if (proof === undefined || !changes.every(({ type }) => touched.has(type))) return false
  const signature = Buffer.from(proof, 'base64')
  return ownKeys(changes, header.officer).some((key) =>
    codes.some((code) => verifyHash(claimOf(header, key), signature, code)),
  )
}
