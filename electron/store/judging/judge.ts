import { covers, coversAll, type Dot } from '../../../shared/clock/dots.ts'
import { knownTo } from '../../../shared/clock/heads.ts'
import { latestForeign, millisecondsOf } from '../../../shared/clock/hlc.ts'
import { MalformedBytes } from '../../../shared/commit/bytes.ts'
import type { CommitHeader, Seen } from '../../../shared/commit/header.ts'
import type { RowChange } from '../../../shared/commit/part.ts'
import type { Cells } from '../../../shared/records/cell.ts'
import type { Grant } from '../../../shared/rules/access/index.ts'
import { rowAsOf, statesAsOf } from '../as-of.ts'
import type { CommitBytes } from '../commit-bytes.ts'
import { signedBy, verifyHash } from '../keys.ts'
import {
  changesIn,
  commitAt,
  hashCommit,
  headerOf,
  type Log,
  readCommit,
  type StoredCommit,
  wholeParts,
} from '../log.ts'
import type { PastOf } from '../past.ts'
import type { Reader } from '../reader.ts'
import type { Authorities } from './authority.ts'
import { changesFault, type Rule } from './lawful.ts'
import { isRecovery, ownKeys } from './recovery.ts'
import { type Fault, type Refusal, refusalAt } from './refused.ts'
import { enrolmentIn, type RefusedKeys } from './refused-keys.ts'

/** Waits: may still become whole. */
export type Waiting =
  /** An earlier commit of its device is not here. */
  | 'gap'
  /** Something that its author had seen is not here. */
  | 'unseen'
  /** Nobody said which key is its device's. */
  | 'device'
  /** Nobody said that the key which signed is its officer's. */
  | 'officer'
  /** Its HLC runs too far ahead, and no record `release` lets it in. */
  | 'ahead'
/** Laid aside for good: it is not what its device signed, or not of this workspace. */
export type Aside =
  /** No header of a format that this version knows. */
  | 'malformed'
  | 'workspace'
  /** Another commit stands in its place. */
  | 'fork'
  /** It says to be of this very device, and goes on where this device never was. */
  | 'own'
  /** It does not go on where its device ended, or its HLC does not. */
  | 'chain'
  /** Its parts are not what its header says. */
  | 'part'
  | 'device-signature'
/** A commit whose bytes are read and whose chain and signatures are whole. */
export type SignedCommit = {
  readonly header: CommitHeader
  readonly hash: Buffer
  /** Whether the officer's signature was made with this key. */
  readonly isOfficers: (publicKey: Uint8Array) => boolean
  readonly changes: readonly RowChange[]
}
export type Verdict =
  | { readonly as: 'known' }
  /** It is here under a signature that did not count, and comes now under one that does. */
  | { readonly as: 'resigned' }
  | { readonly as: 'wait'; readonly reason: Waiting }
  | { readonly as: 'aside'; readonly reason: Aside }
  | ({ readonly as: 'refuse'; readonly reason: Refusal; readonly detail: string } & SignedCommit)
  | ({ readonly as: 'apply' } & SignedCommit)

/** What it says of a commit that an officer wrote it, on which device, and when. */
export type Authored = Pick<CommitHeader, 'officer' | 'device' | 'seq' | 'seen' | 'hlc'>

export type Court = {
  readonly reader: Reader
  readonly past: PastOf
  readonly log: Log
  readonly authorities: Authorities
  readonly refusedKeys: RefusedKeys
  /** What an author knew of who may do what (knowledge.ts). */
  readonly knownOf: (author: Pick<CommitHeader, 'device' | 'seq' | 'seen'>) => Seen
  /** Roles that the officer of a commit held when it was made, as far as its author could know. */
  readonly grantsOf: (header: Authored) => readonly Grant[]
  readonly workspace: string
  readonly genesis: Uint8Array | null
  /** This device's own id, '' before it has one. */
  readonly own: string
  /**
   * Last seq that counts of a revoked device; null where it is not revoked. `known` decides in the first pass of `judgeAll` alone;
   * otherwise all revocations that stand here do.
   */
  readonly lastSeqOf: (device: string, known: Seen) => number | null
  /** Whether an officer let a commit in whose clock runs ahead (releases.ts). */
  readonly isReleased: (commit: Dot) => boolean
  readonly rules: readonly Rule[]
  /** Milliseconds since 1970. */
  readonly now: number
}

const aside = (reason: Aside): Verdict => ({ as: 'aside', reason })
const wait = (reason: Waiting): Verdict => ({ as: 'wait', reason })

const firstKey = (device: string, changes: readonly RowChange[]): Uint8Array | null =>
  changes.map(enrolmentIn).find((enrolled) => enrolled?.device === device)?.key ?? null

/** The device's key, whoever said it and whether or not that counts; null where nobody did. */
const deviceKey = (
  { refusedKeys, authorities }: Court,
  { device }: CommitHeader,
  changes: readonly RowChange[],
): Uint8Array | null =>
  authorities
    .enrolmentsOf(device)
    .map(({ cells }) => enrolmentIn({ type: 'device', operation: 'create', cells })?.key ?? null)
    .find((key) => key !== null) ??
  firstKey(device, changes) ??
  // Said in a commit that was refused: the key is the device's all the same, its id follows from it.
  refusedKeys.ofDevice(device)

/** Whether the author knew that the device takes part; a commit may say it itself, and is judged for that. */
const isEnrolled = (
  { authorities, knownOf }: Court,
  header: CommitHeader,
  changes: readonly RowChange[],
): boolean =>
  firstKey(header.device, changes) !== null ||
  authorities.enrolmentsOf(header.device).some((step) => covers(knownOf(header), step))

/** By the printed code that held for its author. */
const isProvenRecovery = (
  { authorities, knownOf }: Court,
  header: CommitHeader,
  changes: readonly RowChange[],
) => isRecovery(header, changes, authorities.codeKeys(knownOf(header)))

/** Keys that may sign for the officer: those known to the author; the commit's own where it begins the workspace or was made with the printed code. */
const officerKeys = (
  court: Court,
  header: CommitHeader,
  changes: readonly RowChange[],
  isGenesis: boolean,
): readonly Uint8Array[] =>
  isGenesis || isProvenRecovery(court, header, changes)
    ? ownKeys(changes, header.officer)
    : court.authorities.keysOf(header.officer, court.knownOf(header))

/**
 * Whether somebody ever said that the key which signed is this officer's: the hash does not cover the officer's signature, so a
 * copy with another one must not take the place of the commit. Whether the key counted is for `refusalOf`.
 */
const isSigned = (
  { refusedKeys, authorities }: Court,
  { header: { officer }, isOfficers, changes }: SignedCommit,
): boolean =>
  authorities.saidKeys(officer).some(isOfficers) ||
  ownKeys(changes, officer).some(isOfficers) ||
  refusedKeys.ofOfficer(officer).some(isOfficers)

/** Whoever holds the printed code is an admin for this one act. */
const byCode: readonly Grant[] = [{ role: 'admin', opd: null, from: null, until: null }]

/** Sealed records come in sealed parts alone. */
const isOfSealedType = (court: Court, { type }: RowChange): boolean =>
  court.reader.catalogue.get(type)?.isSealed === true

/** Why nobody else would take a commit of this device for the officer's, or the device for one of the workspace; null where they would. */
export const signerFault = (
  court: Court,
  header: CommitHeader,
  changes: readonly RowChange[],
  publicKey: Uint8Array,
): 'officer-signature' | 'device' | null => {
  if (court.genesis === null) return null
  const isOwn = (key: Uint8Array): boolean => Buffer.compare(key, publicKey) === 0
  if (!officerKeys(court, header, changes, false).some(isOwn)) return 'officer-signature'
  return isEnrolled(court, header, changes) ? null : 'device'
}

/** Why a whole and signed commit may change nothing; null where it may. */
export const refusalOf = (
  court: Court,
  { header, hash, isOfficers, changes }: SignedCommit,
): Fault | null => {
  const isGenesis = court.genesis !== null && hash.equals(court.genesis)
  const keys = officerKeys(court, header, changes, isGenesis)
  if (!keys.some(isOfficers)) return { reason: 'officer-signature', detail: '' }
  if (isGenesis) return null
  const last = court.lastSeqOf(header.device, court.knownOf(header))
  if (last !== null && header.seq > last) return { reason: 'revoked', detail: '' }
  if (!isEnrolled(court, header, changes)) return { reason: 'device', detail: '' }
  const grants = isProvenRecovery(court, header, changes) ? byCode : court.grantsOf(header)
  // Records as the officer's screen had them, which may be older than what the device knew.
  const known = knownTo(header)
  const opened = changes.find((change) => isOfSealedType(court, change))
  if (opened !== undefined) return { reason: 'content', detail: court.reader.definition(opened.type).label }
  const { past } = court
  const rowAsKnown = (type: string, id: string): Cells | null => rowAsOf(court.reader, type, id, known, past)
  const statesAsKnown = (type: string, id: string): readonly string[] =>
    statesAsOf(court.reader, type, id, known, past)
  const chainKnew = court.knownOf(header)
  const { officer, definitions } = header
  return changesFault(court.reader.catalogue, changes, {
    rowAsKnown,
    statesAsKnown,
    time: millisecondsOf(header.hlc),
    rowAsChainKnew: coversAll(known, chainKnew)
      ? null
      : (type, id) => rowAsOf(court.reader, type, id, chainKnew, past),
    officer,
    grants,
    definitions,
    rules: court.rules,
  })
}

/**
 * The hash does not cover the officer's signature: whoever hands a commit on can put another one there, of a key that somebody
 * once said is the officer's. The true one then mends what the false one spoiled.
 */
const isResigned = (
  court: Court,
  stored: StoredCommit,
  header: CommitHeader,
  { officerSignature }: CommitBytes,
): boolean => {
  const { statements } = court.reader
  if (refusalAt(statements, stored.arrival) !== 'officer-signature') return false
  const { changes } = readCommit(statements, stored)
  return officerKeys(court, header, changes, false).some(signedBy(stored.hash, officerSignature))
}

/** By the keys that are known: of a device that nobody named yet nothing can be told. */
const isForged = (court: Court, header: CommitHeader, hash: Buffer, received: CommitBytes): boolean => {
  const key = deviceKey(court, header, [])
  return key !== null && !verifyHash(hash, received.deviceSignature, key)
}

/**
 * What becomes of a commit of another device. It rests on what the author had seen, on the chain, and on revocations: where
 * one reaches back, `Judiciary.judgeAll` brings every device that has the same commits to the same verdicts.
 */
export const judge = (court: Court, received: CommitBytes): Verdict => {
  const { reader, log, workspace } = court
  const header = headerOf(received)
  if (header === null) return aside('malformed')
  if (header.workspace !== workspace) return aside('workspace')
  const { device, seq, previous, seen } = header
  const hash = hashCommit(previous, received.header)
  const head = log.head(device)
  if (seq <= head.seq) {
    const stored = commitAt(reader.statements, device, seq)
    if (stored === null || !hash.equals(stored.hash))
      return aside(isForged(court, header, hash, received) ? 'device-signature' : 'fork')
    return { as: isResigned(court, stored, header, received) ? 'resigned' : 'known' }
  }
  // What a device never signed says nothing of it.
  if (isForged(court, header, hash, received)) return aside('device-signature')
  if (device === court.own) return aside('own')
  if (!isWhole(header, received)) return aside('part')
  // Before the workspace began nobody is enrolled; its first commit is also the first that arrives.
  if (court.genesis !== null && log.nextArrival === 1 && !hash.equals(court.genesis)) return wait('device')
  if (seq > head.seq + 1) return wait('gap')
  if (Buffer.compare(previous, head.hash) !== 0 || header.hlc <= head.hlc || (seen[device] ?? 0) >= seq)
    return aside('chain')
  if (!coversAll(log.vector(), seen)) return wait('unseen')
  const changes = readChanges(header, received)
  if (changes === null) return aside('part')
  const key = deviceKey(court, header, changes)
  if (key === null) return wait('device')
  if (!verifyHash(hash, received.deviceSignature, key)) return aside('device-signature')
  const judged = { header, hash, isOfficers: signedBy(hash, received.officerSignature), changes }
  if (!isSigned(court, judged)) return wait('officer')
  if (header.hlc > latestForeign(court.now) && !court.isReleased(header)) return wait('ahead')
  const refusal = refusalOf(court, judged)
  return refusal === null ? { as: 'apply', ...judged } : { as: 'refuse', ...refusal, ...judged }
}

const isWhole = ({ parts }: CommitHeader, { bodies }: CommitBytes): boolean =>
  parts.length === bodies.length && wholeParts(parts, (n) => bodies[n] ?? null)

/** Null where a part does not hold what the header says. */
const readChanges = (header: CommitHeader, { bodies }: CommitBytes): RowChange[] | null => {
  try {
    return changesIn(header, (n) => bodies[n] ?? null)
  } catch (error) {
    if (error instanceof MalformedBytes) return null
    throw error
  }
}
