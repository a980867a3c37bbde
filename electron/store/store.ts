import type { KeyObject } from 'node:crypto'
import { covers } from '../../shared/clock/dots.ts'
import { latestForeign, nextHlc } from '../../shared/clock/hlc.ts'
import { type CommitHeader, encodeHeader, rowsPart, type Seen } from '../../shared/commit/header.ts'
import { encodeRows, inParts, type RowChange } from '../../shared/commit/part.ts'
import { type Failure, fail, ok, type Result } from '../../shared/contract/result.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { type Catalogue, catalogueOf } from '../../shared/records/index.ts'
import type { Grant } from '../../shared/rules/access/index.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { storeTexts } from '../../shared/texts/store.ts'
import { rowAsOf } from './as-of.ts'
import { Authorities } from './authority.ts'
import { packBody } from './compress.ts'
import { storageFailure } from './failures.ts'
import { commitName, pastOf } from './history.ts'
import { type Court, type Judged, knownTo, type Refusal } from './judge.ts'
import { changePapers, judgeAnew, projectCommit } from './judge-anew.ts'
import { signHash } from './keys.ts'
import type { Rule } from './lawful.ts'
import { readLocal } from './local.ts'
import { withLocked } from './locks.ts'
import { commitAt, digestOf, type Head, hashCommit, Log, type StoredCommit } from './log.ts'
import { type DatabaseKey, openDatabase, type Sqlite } from './open.ts'
import { type Origin, Projector } from './projection.ts'
import { Reader } from './reader.ts'
import { Held, type Receipt, receiveAll, type Take } from './receive.ts'
import type { Received } from './received.ts'
import {
  lastSeqKnown,
  type Revoked,
  reachesBack,
  readRevoked,
  revokedIn,
  writeRevoked,
} from './revocations.ts'
import { emptyProjections, NewerDatabase, prepareSchema, versionIn, versionOf } from './schema.ts'
import { followDestruction, followStanding, isFolded, withoutDestroyed } from './sealed-destroy.ts'
import { fillIn, indexSealed } from './sealed-index.ts'
import { type Opener, SealedRecords } from './sealed-records.ts'
import { type Guard, Refused, Transaction } from './transaction.ts'

/** Who writes: the officer, in which capacity, with which grants, and the key that signs. */
export type Actor = {
  readonly officer: string
  readonly capacity: string
  readonly grants: readonly Grant[]
  readonly signing: KeyObject
}

/** This device: its id of one life and the key that signs its chain. */
export type DeviceIdentity = {
  readonly workspace: string
  readonly device: string
  readonly signing: KeyObject
}

export type StoreOptions = {
  readonly path: string
  readonly key: DatabaseKey
  /** A file that is not there is not made. */
  readonly mustExist?: boolean
  readonly definitions: readonly AnyDefinition[]
  readonly definitionsVersion: number
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly guards?: readonly Guard[]
  /** Rules of every device; commits of others must have kept them too. */
  readonly rules?: readonly Rule[]
  /** Told when commits are on the disk. */
  readonly onWritten?: (store: Store) => void
}

export type Committed<T> = {
  readonly value: T
  readonly commit: string
  readonly seq: number
}

/** The writer of one database: the log is the truth, the tables are projections of it. */
export class Store {
  readonly db: Sqlite
  readonly catalogue: Catalogue
  readonly reader: Reader
  readonly log: Log
  readonly projector: Projector
  readonly held: Held
  private readonly authorities: Authorities
  private readonly options: StoreOptions
  private identity: DeviceIdentity | null = null
  private dataVersion: unknown
  private revokedNow: Revoked | null = null
  private genesisHash: Uint8Array | null = null
  private closedBy: Failure | null = null
  private sealed: SealedRecords | null = null
  private isDestroying = false
  /** A record of any type may show something else than before. */
  private isJudgedAnew = false
  /** Record types that changed, until somebody asks. */
  private readonly changedTypes = new Set<string>()

  /** Throws `NewerDatabase`, or SqliteError on a wrong key or a damaged file. */
  constructor(options: StoreOptions) {
    this.options = options
    this.catalogue = catalogueOf(options.definitions)
    refuseNewer(options)
    this.db = openDatabase(options.path, options.key, { mustExist: options.mustExist ?? false })
    this.reader = new Reader(this.db, this.catalogue)
    this.authorities = new Authorities(this.reader)
    try {
      prepareSchema(this.db, this.catalogue, options.definitionsVersion, () => this.projectAnew())
    } catch (error) {
      this.db.close()
      throw error
    }
    // Before the heads are read: what another process commits in between is noticed at the next commit.
    this.dataVersion = this.db.pragma('data_version', { simple: true })
    this.log = new Log(this.db)
    this.held = new Held(this.db)
    this.projector = new Projector(this.db, this.catalogue, pastOf(this.reader))
  }

  close(): void {
    this.closeSealed()
    this.db.close()
  }

  /** An officer logged in: the sealed records that name them are there until `closeSealed`. */
  openSealed(opener: Opener): void {
    this.closeSealed()
    if (![...this.catalogue.values()].some(({ sealed }) => sealed !== null)) return
    const { path, key, definitionsVersion, rules = [] } = this.options
    const court = () => ({ authorities: this.authorities, rules })
    this.sealed = new SealedRecords({ ...opener, main: this.reader, path, key, definitionsVersion, court })
    this.sealed.catchUp()
  }

  closeSealed(): void {
    this.sealed?.close()
    this.sealed = null
  }

  /** Sealed records and the ordinary ones beside them; null while nobody is logged in, or where there are none. */
  openedReader(): Reader | null {
    if (this.sealed === null) return null
    this.catchUp()
    this.sealed.catchUp()
    return this.sealed.reader
  }

  /** The reader that knows records of this type. */
  readerFor(type: string): Reader {
    const isSealed = (this.catalogue.get(type)?.sealed ?? null) !== null
    return (isSealed ? this.openedReader() : null) ?? this.reader
  }

  actAs(identity: DeviceIdentity): void {
    this.identity = identity
  }

  /** From here on every write is refused for this reason, and SQLite itself writes nothing; null lets write again. */
  refuseWrites(reason: Failure | null): void {
    this.closedBy = reason
    this.db.pragma(`query_only=${reason === null ? 'OFF' : 'ON'}`)
  }

  /** Why this database is only read; null where it may be written. */
  get onlyRead(): Failure | null {
    return this.closedBy
  }

  head(): Head & { readonly device: string } {
    const { device } = this.device()
    return { device, ...this.log.head(device) }
  }

  /** Where the next commit of this device will stand. */
  nextPlace(): Pick<CommitHeader, 'workspace' | 'device' | 'seq' | 'previous'> {
    const { workspace, device } = this.device()
    const { seq, hash } = this.log.head(device)
    return { workspace, device, seq: seq + 1, previous: hash }
  }

  /**
   * One officer's action as one commit: all of it or nothing. `seen` is what the officer's screen had loaded; without it
   * the action does not rest on a screen. Errors: what `work` refuses, `Stale`, `Forbidden`, and those of the disk.
   */
  commit<T>(actor: Actor, reason: string, work: (tx: Transaction) => T, seen?: Seen): Result<Committed<T>> {
    const identity = this.device()
    return this.written(() => this.run(actor, reason, work, identity, seen))
  }

  /** All of it in one transaction, or nothing. */
  private written<T>(work: () => T): Result<T> {
    if (this.closedBy !== null) return { ok: false, error: this.closedBy }
    try {
      const inFile = (): T => this.db.transaction(work).immediate()
      const value = this.sealed === null ? inFile() : this.sealed.inTransaction(inFile)
      if (this.isDestroying && !this.db.inTransaction) this.isDestroying = !isFolded(this.db)
      // Within a greater transaction nothing is on the disk yet.
      if (!this.db.inTransaction) this.options.onWritten?.(this)
      return ok(value)
    } catch (error) {
      this.dataVersion = undefined
      this.authorities.forget()
      this.projector.search.clear()
      if (error instanceof Refused) return { ok: false, error: error.failure }
      const known = storageFailure(error)
      if (known !== null) return { ok: false, error: known }
      throw error
    }
  }

  private run<T>(
    actor: Actor,
    reason: string,
    work: (tx: Transaction) => T,
    identity: DeviceIdentity,
    seen: Seen | undefined,
  ): Committed<T> {
    this.catchUp()
    this.sealed?.follow()
    if (this.revoked().has(identity.device)) throw new Refused(fail('Revoked', storeTexts.revoked).error)
    const origin = this.nextOrigin(identity.device, seen)
    const tx = new Transaction({
      reader: this.reader,
      projector: this.projector,
      origin,
      officer: actor.officer,
      grants: actor.grants,
      rules: this.options.rules ?? [],
      guards: this.options.guards ?? [],
      judged: this.judgedElsewhere(actor.officer, origin),
      sealed: this.sealed?.side(origin) ?? null,
    })
    const value = work(tx)
    if (tx.changes.length === 0 && Object.keys(tx.facts).length === 0)
      throw new Refused(fail('NothingChanged', storeTexts.emptyCommit).error)
    this.projector.search.flush()
    this.append(actor, reason, tx, origin, identity)
    this.followPapers(tx.changes)
    this.sealed?.follow()
    this.noteChanged(new Set(tx.changes.map(({ type }) => type)))
    return { value, commit: commitName(origin), seq: origin.seq }
  }

  /** Record types that changed since this was asked the last time: for those who watch. */
  takeChangedTypes(): string[] {
    const types = [...this.changedTypes]
    this.changedTypes.clear()
    return types
  }

  /** A lock changes what it closes, a log that was judged anew perhaps everything. */
  private noteChanged(types: ReadonlySet<string>): readonly string[] {
    const changed = this.isJudgedAnew ? [...this.catalogue.keys()] : withLocked(this.catalogue, types)
    this.isJudgedAnew = false
    for (const type of changed) this.changedTypes.add(type)
    return changed
  }

  /** Another process may have written since (the command line beside the window), or a transaction was rolled back, perhaps one around ours. */
  private catchUp(): void {
    const version = this.db.pragma('data_version', { simple: true })
    if (version !== this.dataVersion || this.log.isBehind()) this.reload()
    this.dataVersion = version
  }

  private reload(): void {
    if ((versionIn(this.db) ?? 0) > this.options.definitionsVersion)
      throw new Refused(fail('NewerDatabase', coreTexts.newerDatabase).error)
    this.revokedNow = null
    this.sealed?.forget()
    this.authorities.forget()
    this.projector.reset()
    this.log.reload()
  }

  /** What other devices will go by when they judge a commit that is made now. */
  private judgedElsewhere(
    officer: string,
    origin: Origin,
  ): ConstructorParameters<typeof Transaction>[0]['judged'] {
    if (this.genesis() === null) return null
    const known = knownTo(origin)
    const knewAll = Object.entries(this.log.vector()).every(([device, seq]) => covers(known, { device, seq }))
    return {
      grants: this.authorities.grantsFor(officer, known, origin.hlc),
      find: knewAll
        ? null
        : (type, id) => rowAsOf(this.sealed?.readerOf(type) ?? this.reader, type, id, known),
    }
  }

  private append(
    actor: Actor,
    reason: string,
    { changes, facts }: Transaction,
    origin: Origin,
    identity: DeviceIdentity,
  ): void {
    const { workspace } = identity
    const isSealed = ({ type }: RowChange): boolean => this.reader.definition(type).sealed !== null
    const sealed = this.sealed?.seal(changes.filter(isSealed), { ...origin, workspace }) ?? []
    const parts = [
      ...openParts(
        changes.filter((change) => !isSealed(change)),
        origin,
      ),
      ...sealed,
    ]
    const bodies = parts.map(({ body }) => body)
    const header: CommitHeader = {
      workspace,
      device: origin.device,
      seq: origin.seq,
      previous: this.log.head(origin.device).hash,
      hlc: origin.hlc,
      officer: actor.officer,
      capacity: actor.capacity,
      // The header is open to everybody who has the log.
      reason: sealed.length > 0 ? storeTexts.sealedReason : reason,
      definitions: this.options.definitionsVersion,
      seen: origin.seen,
      parts: parts.map(({ kind, changes: { length: rows }, body, about }) => ({
        kind,
        rows,
        digest: digestOf(body),
        about,
      })),
      facts,
    }
    const bytes = encodeHeader(header)
    const hash = hashCommit(header.previous, bytes)
    const signatures = {
      deviceSignature: signHash(hash, identity.signing),
      officerSignature: signHash(hash, actor.signing),
    }
    const stored = this.keep(header, { header: bytes, ...signatures, bodies }, hash)
    if (sealed.length > 0) this.sealed?.wrote(stored, header, sealed)
  }

  /** Into the log, as it was signed. */
  private keep(header: CommitHeader, received: Received, hash: Uint8Array): StoredCommit {
    const { header: bytes, deviceSignature, officerSignature, bodies } = received
    const stored = { ...summaryOf(header), hash, header: bytes, deviceSignature, officerSignature }
    const arrival = this.log.append(stored, bodies)
    indexSealed(this.reader.statements, arrival, header.parts)
    return { ...stored, arrival }
  }

  /**
   * Commits of other devices, in any order, in one transaction. What is not whole yet waits, what is not lawful is kept with its
   * reason; both count in the receipt. Errors: those of the disk.
   */
  receive(commits: readonly Received[]): Result<Receipt> {
    return this.written(() => this.receiveIn(commits))
  }

  /** Commits that are in the log and changed nothing, because their officer might not; of sealed records those that are open here. */
  refused(): RefusedCommit[] {
    const refused = this.reader.rows<RefusedCommit>(
      `select device, seq, officer, _log.reason as said, _localRefused.reason, detail from _localRefused join _log using (arrival) order by arrival`,
    )
    return [...refused, ...(this.sealed?.refused() ?? [])]
  }

  private receiveIn(commits: readonly Received[]): Receipt {
    this.catchUp()
    const types = new Set<string>()
    const kept = commits.map((one) => withoutDestroyed(this.reader, one))
    const receipt = receiveAll(kept, {
      held: this.held,
      court: () => this.court(),
      fill: (received, header) => this.fill(received, header),
      take: (judged, received, refused) => {
        this.take(judged, received, refused)
        for (const { type } of judged.changes) types.add(type)
      },
    })
    this.projector.search.flush()
    for (const type of this.sealed?.follow() ?? []) types.add(type)
    return { ...receipt, types: this.noteChanged(types) }
  }

  /** Officers, roles and devices say what counts: a revocation may reach back to what was applied before it was known. */
  private followPapers(changes: readonly RowChange[], counts = true): void {
    if (changePapers(changes)) this.authorities.forget()
    if (counts && followDestruction(this.db, changes)) this.destroyed()
    if (!changes.some(({ type, cells }) => type === 'device' && 'lastSeq' in cells)) return
    this.projector.search.flush()
    const revoked = revokedIn(this.reader)
    if (reachesBack(this.reader, revoked)) this.judgeAll(this.projector, this.log)
    else this.keepRevoked(revoked)
  }

  private destroyed(): void {
    this.isDestroying = true
    this.sealed?.forget()
  }

  private keepRevoked(revoked: Revoked): void {
    this.revokedNow = revoked
    writeRevoked(this.db, revoked)
  }

  /**
   * Judges the whole log, so that the verdicts depend on the set of commits alone. First each commit by the revocations that
   * its author knew: those that were lawful then hold, also two that took out each other's device. Then all by them.
   */
  private judgeAll(projector: Projector, log: Log): void {
    this.isJudgedAnew = true
    this.sealed?.forget()
    this.judgeBy(projector, log, (device, seen) => lastSeqKnown(this.reader, device, seen))
    const revoked = revokedIn(this.reader)
    if (reachesBack(this.reader, revoked))
      this.judgeBy(projector, log, (device) => revoked.get(device) ?? null)
    this.keepRevoked(revoked)
    if (followStanding(this.db, this.reader)) this.destroyed()
  }

  private judgeBy(projector: Projector, log: Log, lastSeqOf: Court['lastSeqOf']): void {
    emptyProjections(this.db, this.catalogue, this.options.definitionsVersion)
    const court = { ...this.court(log), lastSeqOf }
    judgeAnew({ reader: this.reader, authorities: this.authorities, projector, court })
  }

  /** For definitions that changed: what an earlier version could not read is judged now for the first time. */
  private projectAnew(): void {
    this.judgeAll(new Projector(this.db, this.catalogue, pastOf(this.reader)), new Log(this.db))
  }

  /** Hash of the commit that began the workspace; null where none is here yet. A device that joins was told it with the enrolment. */
  genesis(): Uint8Array | null {
    this.genesisHash ??=
      readLocal(this.db, 'genesis') ?? this.reader.row<{ hash: Uint8Array }>(genesisSql)?.hash ?? null
    return this.genesisHash
  }

  /** Kept until a commit changes a device. */
  private revoked(): Revoked {
    this.revokedNow ??= readRevoked(this.db)
    return this.revokedNow
  }

  private court(log = this.log): Court {
    return {
      reader: this.reader,
      log,
      authorities: this.authorities,
      workspace: readLocal(this.db, 'workspace')?.toString() ?? '',
      genesis: this.genesis(),
      own: readLocal(this.db, 'device')?.toString() ?? '',
      lastSeqOf: (device) => this.revoked().get(device) ?? null,
      rules: this.options.rules ?? [],
      now: this.options.now(),
    }
  }

  private take({ header, hash, changes }: Judged, received: Received, refused: Parameters<Take>[2]): void {
    const { arrival } = this.keep(header, withoutDestroyed(this.reader, received), hash)
    projectCommit(this, { header, changes }, arrival, refused)
    this.followPapers(changes, refused === null)
  }

  private fill(received: Received, header: CommitHeader): void {
    const here = commitAt(this.reader.statements, header.device, header.seq)
    if (here === null) return
    if (fillIn(this.reader.statements, here.arrival, header, withoutDestroyed(this.reader, received)))
      this.sealed?.forget()
  }

  private nextOrigin(device: string, seen: Seen | undefined): Origin {
    return {
      device,
      seq: this.log.head(device).seq + 1,
      hlc: nextHlc(this.log.lastHlc(device, latestForeign(this.options.now())), this.options.now()),
      seen: seen === undefined ? this.log.vector() : known(seen, this.log.vector()),
      arrival: this.log.nextArrival,
      definitions: this.options.definitionsVersion,
    }
  }

  private device(): DeviceIdentity {
    if (this.identity === null) throw new TypeError('the store has no device identity yet')
    return this.identity
  }
}

export type RefusedCommit = {
  readonly device: string
  readonly seq: number
  readonly officer: string
  /** What its author said it does. */
  readonly said: string
  readonly reason: Refusal
  readonly detail: string
}

/** Workspaces from before this was written down: their own first commit. */
const genesisSql = `select hash from _log join _local on key = 'workspace' where arrival = 1 and seq = 1`

/** Looks without touching: even closing a file that was opened for writing moves what waits in its -wal, or removes one that does not read. Throws `NewerDatabase`. */
const refuseNewer = ({ path, key, definitionsVersion, mustExist }: StoreOptions): void => {
  const found = versionOf(path, key, mustExist)
  if (found !== null && found > definitionsVersion) throw new NewerDatabase(`version ${found}`)
}

/** A screen cannot have seen what is not here. */
const known = (seen: Seen, present: Seen): Seen =>
  Object.fromEntries(
    Object.entries(present).flatMap(([device, last]) => {
      const claimed = Object.hasOwn(seen, device) ? (seen[device] ?? 0) : 0
      return claimed > 0 ? [[device, Math.min(claimed, last)]] : []
    }),
  )

/** What the log keeps in columns of what a header says. */
const summaryOf = ({ device, seq, hlc, officer, capacity, reason, parts }: CommitHeader) => ({
  device,
  seq,
  hlc,
  officer,
  capacity,
  reason,
  rows: parts.reduce((sum, { rows }) => sum + rows, 0),
})

const openParts = (changes: readonly RowChange[], made: Origin) =>
  inParts(changes).map((rows) => ({
    kind: rowsPart,
    about: '',
    changes: rows,
    body: packBody(encodeRows(rows, made)),
  }))
