import { millisecondsOf } from '../../../shared/clock/hlc.ts'
import { MalformedBytes } from '../../../shared/commit/bytes.ts'
import { type CommitHeader, decodeHeader } from '../../../shared/commit/header.ts'
import { parseRecordId } from '../../../shared/commit/id.ts'
import type { RowChange } from '../../../shared/commit/part.ts'
import type { Cell } from '../../../shared/records/field.ts'
import { Knowledge } from '../judging/knowledge.ts'
import { codeKeys, isRecovery, recoveryEvent } from '../judging/recovery.ts'
import { refusedInLog } from '../judging/refused.ts'
import { deviceIdOf, verifyHash } from '../keys.ts'
import { readLocal } from '../local.ts'
import {
  bodiesOf,
  columnsOf,
  commitAt,
  commitOfArrival,
  hashCommit,
  headerOf,
  lastSeqsIn,
  noHash,
  readCommit,
  type StoredCommit,
  wholeParts,
} from '../log.ts'
import type { Sqlite } from '../open.ts'
import type { Step } from '../past.ts'
import { Statements } from '../statements.ts'

export type ChainFault =
  | 'gap'
  /** Another commit had seen it, and it is not there: the tail of its chain was cut. */
  | 'missing'
  | 'previous'
  | 'hash'
  | 'columns'
  | 'header'
  | 'part'
  | 'device-signature'
  | 'officer-signature'
export type ChainReport = {
  readonly commits: number
  readonly rows: number
  readonly heads: readonly { readonly device: string; readonly seq: number; readonly hash: string }[]
  readonly faults: readonly { readonly device: string; readonly seq: number; readonly fault: ChainFault }[]
  /** Commits in which the recovery code brought an officer's new key: nobody's earlier key vouches for them. */
  readonly recoveries: readonly { readonly device: string; readonly seq: number; readonly time: number }[]
}

type OfficerKey = {
  readonly key: Uint8Array
  /** When the commit that brought it arrived, and whether that commit may rest on the key itself. */
  readonly arrival: number
  readonly vouches: boolean
}
type Keys = {
  readonly workspace: string
  readonly devices: Map<string, Uint8Array>
  readonly officers: Map<string, OfficerKey[]>
  readonly codes: readonly Step[]
  /** By arrival: judged and found wanting, which is no damage. */
  readonly refused: ReadonlyMap<number, StoredCommit>
}

/** Keys as the log gave them, not as the tables say: only the ids of the records are taken from the projections. */
const keysInLog = (db: Sqlite, statements: Statements): Keys => {
  const workspace = readLocal(db, 'workspace')?.toString() ?? ''
  const codes = codesIn(db, statements).flatMap(stepOf)
  const keys: Keys = {
    workspace,
    devices: new Map(),
    officers: new Map(),
    codes,
    refused: refusedIn(statements),
  }
  for (const { cells } of madeCells(db, statements, 'device')) {
    const { deviceId, signKey } = cells
    if (typeof deviceId === 'string' && signKey instanceof Uint8Array && deviceIdOf(signKey) === deviceId)
      keys.devices.set(deviceId, signKey)
  }
  for (const { deviceId, signKey } of [...keys.refused.values()].flatMap((stored) =>
    devicesIn(statements, stored),
  ))
    if (!keys.devices.has(deviceId)) keys.devices.set(deviceId, signKey)
  for (const { cells, stored } of madeCells(db, statements, 'credential')) {
    const { officer, signKey } = cells
    if (typeof officer !== 'string' || !(signKey instanceof Uint8Array)) continue
    const { arrival } = stored
    const vouches = arrival === genesisArrival || isVouchedFor(statements, stored, codes)
    keys.officers.set(officer, [...(keys.officers.get(officer) ?? []), { key: signKey, arrival, vouches }])
  }
  return keys
}

/** Also what was refused says which key is a device's: the id follows from the key. */
const devicesIn = (
  statements: Statements,
  stored: StoredCommit,
): { deviceId: string; signKey: Uint8Array }[] =>
  readableChanges(statements, stored).flatMap(({ type, cells: { deviceId, signKey } }) =>
    type === 'device' && signKey instanceof Uint8Array && deviceIdOf(signKey) === deviceId
      ? [{ deviceId, signKey }]
      : [],
  )

const refusedIn = (statements: Statements): ReadonlyMap<number, StoredCommit> =>
  new Map(refusedInLog(statements).map((stored) => [stored.arrival, stored]))

/** The first commit of a workspace names its first officer. */
const genesisArrival = 1

const stepOf = ({ cells, stored }: Making): Step[] => {
  const header = headerOf(stored)
  return header === null ? [] : [{ ...header, cells }]
}

/** Making with the printed code that held then. */
const isVouchedFor = (statements: Statements, stored: StoredCommit, codes: readonly Step[]): boolean => {
  const header = headerOf(stored)
  return (
    header !== null &&
    isRecovery(
      header,
      readableChanges(statements, stored),
      codeKeys(codes, new Knowledge(statements).of(header)),
    )
  )
}

const codesIn = (db: Sqlite, statements: Statements): Making[] => {
  const made = [...firstCode(statements), ...madeCells(db, statements, 'recoveryKey')]
  return [...new Map(made.map((one) => [one.stored.arrival, one])).values()]
}

/** The code of the beginning: there whatever the tables say. */
const firstCode = (statements: Statements): Making[] => {
  const stored = commitOfArrival(statements, genesisArrival)
  if (stored === null) return []
  return readableChanges(statements, stored)
    .filter(({ type }) => type === 'recoveryKey')
    .map(({ cells }) => ({ cells, stored }))
}

type Making = { readonly cells: Readonly<Record<string, Cell>>; readonly stored: StoredCommit }

const madeCells = (db: Sqlite, statements: Statements, type: string): Making[] => {
  const ids = db.prepare(`select id from "${type}"`).all() as { id: string }[]
  return ids.flatMap(({ id }) => {
    const made = parseRecordId(id)
    const stored = made === null ? null : commitAt(statements, made.device, made.seq)
    if (stored === null) return []
    return readableChanges(statements, stored)
      .filter((change) => change.id === id && change.operation === 'create')
      .map(({ cells }) => ({ cells, stored }))
  })
}

/** Damage is reported where the walk finds it; here the keys in it are just not known. */
const readableChanges = (statements: Statements, stored: StoredCommit): readonly RowChange[] => {
  try {
    return readCommit(statements, stored).changes
  } catch (error) {
    if (error instanceof MalformedBytes) return []
    throw error
  }
}

const columnsAgree = (stored: StoredCommit, header: CommitHeader): boolean =>
  Object.entries(columnsOf(header)).every(([column, value]) => stored[column as keyof StoredCommit] === value)

const faultsOf = (
  stored: StoredCommit,
  bodies: ReadonlyMap<number, Uint8Array>,
  before: StoredCommit | null,
  keys: Keys,
): ChainFault[] => {
  const faults: ChainFault[] = []
  const previous = before?.hash ?? noHash
  if (stored.seq !== (before?.seq ?? 0) + 1) faults.push('gap')
  const header = decodeHeader(stored.header)
  if (Buffer.compare(header.previous, previous) !== 0) faults.push('previous')
  if (Buffer.compare(hashCommit(header.previous, stored.header), stored.hash) !== 0) faults.push('hash')
  if (header.workspace !== keys.workspace) faults.push('header')
  if (!columnsAgree(stored, header)) faults.push('columns')
  const isMore = [...bodies.keys()].some((n) => n >= header.parts.length)
  if (isMore || !wholeParts(header.parts, (n) => bodies.get(n) ?? null)) faults.push('part')
  const deviceKey = keys.devices.get(stored.device)
  if (deviceKey === undefined || !verifyHash(stored.hash, stored.deviceSignature, deviceKey))
    faults.push('device-signature')
  if (keys.refused.has(stored.arrival)) return faults
  const officerKeys = keys.officers.get(stored.officer) ?? []
  // Whoever brings a key of somebody else could sign for them with it: a key counts only for what comes after it.
  const counts = ({ arrival, vouches }: OfficerKey): boolean =>
    arrival < stored.arrival || (arrival === stored.arrival && vouches)
  if (!officerKeys.some((own) => counts(own) && verifyHash(stored.hash, stored.officerSignature, own.key)))
    faults.push('officer-signature')
  return faults
}

const checkedFaults = (...given: Parameters<typeof faultsOf>): ChainFault[] => {
  try {
    return faultsOf(...given)
  } catch (error) {
    if (error instanceof MalformedBytes) return ['header']
    throw error
  }
}

/**
 * Walks every device's chain: order, hashes, parts, columns and both signatures; of a device in `since` only what came after
 * that head, once its commit still has that hash. What others write meanwhile is left for the next time. Progress in commits.
 */
export const verifyChain = (
  db: Sqlite,
  onProgress?: (done: number, total: number) => void,
  since: ChainReport['heads'] = [],
): ChainReport => db.transaction(() => walkChains(db, onProgress, since))()

const walkChains = (
  db: Sqlite,
  onProgress: ((done: number, total: number) => void) | undefined,
  since: ChainReport['heads'],
): ChainReport => {
  const statements = new Statements(db)
  const keys = keysInLog(db, statements)
  const faults: { device: string; seq: number; fault: ChainFault }[] = []
  const recoveries: { device: string; seq: number; time: number }[] = []
  const heads = new Map<string, StoredCommit>()
  const seen = new Map<string, number>()
  for (const { device, seq, hash } of since) {
    const stored = commitAt(statements, device, seq)
    if (stored !== null && Buffer.from(stored.hash).toString('hex') === hash) heads.set(device, stored)
    else faults.push({ device, seq, fault: stored === null ? 'gap' : 'hash' })
  }
  const known = [...heads.values()].reduce((sum, { seq }) => sum + seq, 0)
  const { all } = db.prepare('select count(*) as "all" from _log').get() as { all: number }
  const total = Math.max(0, all - known)
  let done = 0
  let rows = 0
  for (const run of runsAfter(db, statements, heads)) {
    for (const stored of run) {
      const bodies = bodiesOf(statements, stored.arrival)
      const found = checkedFaults(stored, bodies, heads.get(stored.device) ?? null, keys)
      faults.push(...found.map((fault) => ({ device: stored.device, seq: stored.seq, fault })))
      const header = headerOf(stored)
      if (header?.facts['event'] === recoveryEvent && isVouchedFor(statements, stored, keys.codes))
        recoveries.push({ device: stored.device, seq: stored.seq, time: millisecondsOf(stored.hlc) })
      for (const [device, seq] of Object.entries(header?.seen ?? {}))
        seen.set(device, Math.max(seq, seen.get(device) ?? 0))
      heads.set(stored.device, stored)
      done += 1
      rows += stored.rows
    }
    onProgress?.(done, total)
  }
  for (const [device, most] of seen) {
    const last = heads.get(device)?.seq ?? 0
    if (most > last) faults.push({ device, seq: last + 1, fault: 'missing' })
  }
  const named = [...heads.values()].map(({ device, seq, hash }) => ({
    device,
    seq,
    hash: Buffer.from(hash).toString('hex'),
  }))
  return { commits: done, rows, heads: named, faults, recoveries }
}

const atOnce = 500

/** Commits after those heads, device by device. better-sqlite3 keeps the connection busy while it iterates: read in runs instead. */
const runsAfter = function* (
  db: Sqlite,
  statements: Statements,
  heads: ReadonlyMap<string, StoredCommit>,
): Generator<StoredCommit[]> {
  const next = statements.get('select * from _log where device = ? and seq > ? order by seq limit ?')
  for (const { device } of lastSeqsIn(db)) {
    for (let last: number | undefined = heads.get(device)?.seq ?? 0; last !== undefined; ) {
      const run = next.all(device, last, atOnce) as StoredCommit[]
      if (run.length > 0) yield run
      last = run.at(-1)?.seq
    }
  }
}
