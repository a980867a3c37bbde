import type { KeyObject } from 'node:crypto'
import { latestForeign, nextHlc } from '../../shared/clock/hlc.ts'
import type { CommitHeader, Seen } from '../../shared/commit/header.ts'
import type { RowChange } from '../../shared/commit/part.ts'
import { type Failure, fail, ok, type Result } from '../../shared/contract/result.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { type Catalogue, catalogueOf } from '../../shared/records/index.ts'
import type { Grant } from '../../shared/rules/access/index.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { storeTexts } from '../../shared/texts/store.ts'
import type { CommitBytes } from './commit-bytes.ts'
import { RefusedWrite, storageFailure } from './failures.ts'
import { changesAuthority } from './judging/authority.ts'
import { Held } from './judging/held.ts'
import { type SignedCommit, signerFault } from './judging/judge.ts'
import { Judiciary } from './judging/judiciary.ts'
import type { Rule } from './judging/lawful.ts'
import { type Receipt, receiveAll } from './judging/receive.ts'
import {
  type Fault,
  faultOfCommit,
  noteRefused,
  type RefusedCommit,
  refusedCommits,
} from './judging/refused.ts'
import { publicBytes } from './keys.ts'
import { withLocked } from './locks.ts'
import { type ChainHead, columnsOf, commitName, Log, type StoredCommit } from './log.ts'
import { type DatabaseKey, openDatabase, type Sqlite } from './open.ts'
import { PastBook } from './past.ts'
import { projectCommit } from './project-commit.ts'
import { type Origin, Projector } from './projection.ts'
import { Reader } from './reader.ts'
import { NewerDatabase, prepareSchema, versionIn, versionOf } from './schema.ts'
import { indexSealed } from './sealed/sealed-index.ts'
import type { Opener } from './sealed/sealed-opening.ts'
import { SealedStore } from './sealed/sealed-store.ts'
import { openParts, signCommit } from './sign-commit.ts'
import { type Guard, Transaction } from './transaction.ts'

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

/**
 * The writer of one database: the log is the truth, the tables are projections of it.
 *
 * The life of a cell, in the order in which to read: its clock (shared/clock: dots.ts, heads.ts); it is checked and written
 * (transaction.ts), put into its row (row.ts, projection.ts), beside changes that did not know of it (merge.ts, locks.ts), signed
 * and kept (sign-commit.ts, log.ts). It travels as commit-bytes.ts says, by whatever carries bytes from `commitsWanted` to
 * `receive`; there it is judged and projected (judging/), and all is judged anew where a device is taken out
 * (judging/judiciary.ts). A newer program reads it by its own definitions (schema.ts, upcast.ts). It is looked back at by past.ts,
 * as-of.ts, history.ts, disputes.ts and undo.ts. Beside it stand records for named officers alone (sealed/), search (search/),
 * and what checks, repairs, replaces and remembers the file (upkeep/).
 */
export class Store {
  readonly db: Sqlite
  readonly catalogue: Catalogue
  readonly reader: Reader
  readonly log: Log
  readonly projector: Projector
  readonly held: Held
  private readonly past: PastBook
  private readonly sealed: SealedStore
  private readonly judiciary: Judiciary
  private readonly options: StoreOptions
  private identity: DeviceIdentity | null = null
  private dataVersion: unknown
  private onlyReadBecause: Failure | null = null
  /** A record of any type may show something else than before. */
  private isJudgedAnew = false
  private isOvertaken = false
  /** Keys or enrolments may have come since what waits for them was looked at. */
  private wakesAll = true
  /** Record types that changed, until somebody asks. */
  private readonly changedTypes = new Set<string>()

  /** Throws `NewerDatabase`, or SqliteError on a wrong key or a damaged file. */
  constructor(options: StoreOptions) {
    this.options = options
    this.catalogue = catalogueOf(options.definitions)
    refuseNewer(options)
    this.db = openDatabase(options.path, options.key, { mustExist: options.mustExist ?? false })
    this.reader = new Reader(this.db, this.catalogue)
    const { definitionsVersion, rules = [], now } = options
    this.past = new PastBook(this.reader)
    const judging = { db: this.db, reader: this.reader, past: this.past, definitionsVersion, rules, now }
    this.judiciary = new Judiciary(judging)
    const court = () => this.judiciary.court(this.log)
    this.sealed = new SealedStore(this.db, { ...options, main: this.reader, court })
    try {
      prepareSchema(this.db, this.catalogue, definitionsVersion, () => this.judgeAllOnOpening())
    } catch (error) {
      this.db.close()
      throw error
    }
    // Before the heads are read: what another process commits in between is noticed at the next commit.
    this.dataVersion = this.db.pragma('data_version', { simple: true })
    this.log = new Log(this.db)
    this.held = new Held(this.reader)
    this.projector = new Projector(this.db, this.catalogue, this.past.of)
  }

  close(): void {
    this.closeSealed()
    this.db.close()
  }

  /** An officer logged in: the sealed records that name them are there until `closeSealed`. */
  openSealed(opener: Opener): void {
    this.sealed.open(opener)
  }

  closeSealed(): void {
    this.sealed.close()
  }

  /** Sealed records and the ordinary ones beside them; null while nobody is logged in, or where there are none. */
  openedReader(): Reader | null {
    this.catchUp()
    return this.sealed.reader()
  }

  /** The reader that knows records of this type. */
  readerFor(type: string): Reader {
    const isSealed = this.catalogue.get(type)?.isSealed === true
    return (isSealed ? this.openedReader() : null) ?? this.reader
  }

  actAs(identity: DeviceIdentity): void {
    this.identity = identity
  }

  /** From here on every write is refused for this reason, and SQLite itself writes nothing; null lets write again. */
  refuseWrites(reason: Failure | null): void {
    this.onlyReadBecause = reason
    this.db.pragma(`query_only=${reason === null ? 'OFF' : 'ON'}`)
  }

  /** Why this database is only read; null where it may be written. */
  get onlyRead(): Failure | null {
    return this.onlyReadBecause
  }

  head(): ChainHead & { readonly device: string } {
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
   * the action does not rest on a screen. Errors: what `work`, the rules and this store refuse (`RefusedWrite`), the reason of
   * `refuseWrites`, and those of the disk.
   */
  commit<T>(actor: Actor, reason: string, work: (tx: Transaction) => T, seen?: Seen): Result<Committed<T>> {
    const identity = this.device()
    return this.inOneTransaction(() => this.commitIn(actor, reason, work, identity, seen))
  }

  /**
   * Facts of this device and the commits that rest on them as one: a refusal, a full disk or a kill leaves nothing of either.
   * Errors: what `work` answers, and those of the disk.
   */
  atomically<T>(work: () => Result<T>): Result<T> {
    return this.inOneTransaction(() => {
      const done = work()
      if (!done.ok) throw new RefusedWrite(done.error)
      return done.value
    })
  }

  /**
   * Commits of other devices, in any order, in one transaction. What is not whole yet waits, what is not lawful is kept with its
   * reason; both count in the receipt. Errors: `NewerDatabase`, the reason of `refuseWrites`, and those of the disk.
   */
  receive(commits: readonly CommitBytes[]): Result<Receipt> {
    return this.inOneTransaction(() => this.receiveIn(commits))
  }

  /** Commits that are in the log and may not count; of sealed records those that are open here. */
  refused(): RefusedCommit[] {
    return [...refusedCommits(this.reader.statements), ...this.sealed.refused()]
  }

  /** Record types that this store changed since it was asked the last time: for those who watch. */
  takeChangedTypes(): string[] {
    const types = [...this.changedTypes]
    this.changedTypes.clear()
    return types
  }

  /** Hash of the commit that began the workspace; null where none is here yet. */
  genesis(): Uint8Array | null {
    return this.judiciary.genesis()
  }

  /** All of it in one transaction, or nothing. */
  private inOneTransaction<T>(work: () => T): Result<T> {
    if (this.onlyReadBecause !== null) return { ok: false, error: this.onlyReadBecause }
    try {
      const value = this.sealed.inTransaction(() => this.db.transaction(work).immediate())
      // Within a greater transaction nothing is on the disk yet.
      if (!this.db.inTransaction) {
        this.sealed.foldDestroyed()
        this.options.onWritten?.(this)
      }
      return ok(value)
    } catch (error) {
      // So that the next commit reads again what was rolled back.
      this.dataVersion = undefined
      this.judiciary.forget()
      this.projector.search.clear()
      if (error instanceof RefusedWrite) return { ok: false, error: error.failure }
      const known = storageFailure(error)
      if (known !== null) return { ok: false, error: known }
      throw error
    }
  }

  private commitIn<T>(
    actor: Actor,
    reason: string,
    work: (tx: Transaction) => T,
    identity: DeviceIdentity,
    seen: Seen | undefined,
  ): Committed<T> {
    this.catchUpToWrite()
    const brought = this.sealed.follow()
    if (this.judiciary.isRevoked(identity.device))
      throw new RefusedWrite(fail('Revoked', storeTexts.revoked).error)
    const origin = this.nextOrigin(identity.device, seen)
    const readerOf = (type: string): Reader => this.sealed.readerOf(type)
    const tx = new Transaction({
      reader: this.reader,
      projector: this.projector,
      origin,
      officer: actor.officer,
      grants: actor.grants,
      rules: this.options.rules ?? [],
      guards: this.options.guards ?? [],
      elsewhere: this.judiciary.elsewhere(actor.officer, origin, this.log, readerOf),
      readerOf,
      sealed: this.sealed.side(origin),
    })
    // Projected as it is made and logged at the end, when parts and hash are known: `Projector.noteStep` stands in for the log.
    const value = work(tx)
    if (tx.changes.length === 0 && Object.keys(tx.facts).length === 0)
      throw new RefusedWrite(fail('NothingChanged', storeTexts.emptyCommit).error)
    this.projector.search.flush()
    this.signAndAppend(actor, reason, tx, origin, identity)
    if (this.followCommit(tx.changes)) this.judgeAll(this.projector, this.log)
    this.noteChanged(new Set([...brought, ...tx.changes.map(({ type }) => type), ...this.sealed.follow()]))
    return { value, commit: commitName(origin), seq: origin.seq }
  }

  /** Another process may have written since (the command line beside the window), or a transaction was rolled back, perhaps one around ours. */
  private catchUp(): void {
    const version = this.db.pragma('data_version', { simple: true })
    if (version !== this.dataVersion || this.log.isBehind()) this.reload()
    this.dataVersion = version
  }

  /** A newer program upgraded the file meanwhile: this one writes no more. */
  private catchUpToWrite(): void {
    this.catchUp()
    if (this.isOvertaken) throw new RefusedWrite(fail('NewerDatabase', coreTexts.newerDatabase).error)
  }

  private reload(): void {
    this.isOvertaken = (versionIn(this.db) ?? 0) > this.options.definitionsVersion
    this.wakesAll = true
    this.judiciary.forget()
    this.sealed.forget()
    this.past.forget()
    this.projector.reset()
    this.log.reload()
  }

  private signAndAppend(
    actor: Actor,
    reason: string,
    { changes, facts }: Transaction,
    origin: Origin,
    identity: DeviceIdentity,
  ): void {
    const { workspace } = identity
    const { device, seq, hlc, seen } = origin
    const isSealed = ({ type }: RowChange): boolean => this.reader.definition(type).isSealed
    const ordinary = changes.filter((change) => !isSealed(change))
    const sealed = this.sealed.seal(changes.filter(isSealed), { ...origin, workspace })
    const { header, hash, bytes } = signCommit(
      {
        workspace,
        device,
        seq,
        previous: this.log.head(device).hash,
        hlc,
        officer: actor.officer,
        capacity: actor.capacity,
        // The header is open to everybody who has the log.
        reason: sealed.length > 0 ? storeTexts.sealedReason : reason,
        definitions: this.options.definitionsVersion,
        seen,
        facts,
      },
      [...openParts(ordinary, origin), ...sealed],
      { device: identity.signing, officer: actor.signing },
    )
    this.refuseUnknownSigner(header, changes, actor)
    this.sealed.wrote(this.append(header, bytes, hash), header, sealed)
  }

  /** What every other device would refuse is not written: an officer whose keys gave way to others, a device whose enrolment fell. */
  private refuseUnknownSigner(header: CommitHeader, changes: readonly RowChange[], { signing }: Actor): void {
    const fault = signerFault(this.judiciary.court(this.log), header, changes, publicBytes(signing))
    if (fault === 'device') throw new RefusedWrite(fail('Revoked', storeTexts.revoked).error)
    if (fault !== null) throw new RefusedWrite(fail('KeyEnded', storeTexts.keyEnded).error)
  }

  /** Into the log, as it was signed. */
  private append(header: CommitHeader, received: CommitBytes, hash: Uint8Array): StoredCommit {
    const { header: bytes, deviceSignature, officerSignature, bodies } = received
    const stored = { ...columnsOf(header), hash, header: bytes, deviceSignature, officerSignature }
    const arrival = this.log.append(stored, bodies)
    indexSealed(this.reader.statements, arrival, header.parts, bodies)
    return { ...stored, arrival }
  }

  private receiveIn(commits: readonly CommitBytes[]): Receipt {
    this.catchUpToWrite()
    const types = new Set<string>()
    /** Once for all that came: each time the whole log is read. */
    let isJudgmentDue = false
    const kept = commits.map((one) => this.sealed.withoutDestroyed(one))
    const { took, ...receipt } = receiveAll(kept, {
      held: this.held,
      court: () => this.judiciary.court(this.log),
      fill: (received) => this.sealed.fill(received),
      resign: (header, received) => {
        this.log.resign(header, received.officerSignature)
        isJudgmentDue = true
      },
      wakesAll: () => this.wakesAll,
      judgeAnew: () => {
        if (isJudgmentDue) this.judgeAll(this.projector, this.log)
        const wasDue = isJudgmentDue
        isJudgmentDue = false
        return wasDue
      },
      take: (judged, received, refused) => {
        if (this.take(judged, received, refused)) isJudgmentDue = true
        for (const { type } of judged.changes) types.add(type)
      },
    })
    this.wakesAll = false
    // A destruction that was known before may have ended among these: they came whole.
    if (this.isJudgedAnew) for (const one of commits) this.sealed.fill(one)
    this.projector.search.flush()
    for (const type of this.sealed.follow()) types.add(type)
    // At the end: a commit that came later may have made the verdict on an earlier one anew.
    const refused = took.flatMap((dot) => {
      const fault = faultOfCommit(this.reader.statements, dot)
      return fault === null ? [] : [{ ...dot, ...fault }]
    })
    const applied = took.length - refused.length
    return { ...receipt, applied, refused, types: this.noteChanged(types) }
  }

  /**
   * What a commit changes of what everything rests on: who may what, what is destroyed, which device is taken out. Answers whether all
   * must be judged anew.
   */
  private followCommit(changes: readonly RowChange[], counts = true): boolean {
    if (changesAuthority(changes)) {
      this.judiciary.authorities.forget()
      this.wakesAll = true
    }
    if (counts) this.sealed.followDestruction(changes)
    return counts ? this.judiciary.followRevocations(changes) : this.judiciary.mayCountAnew(changes)
  }

  private judgeAll(projector: Projector, log: Log): void {
    this.isJudgedAnew = true
    this.wakesAll = true
    this.judiciary.judgeAll(projector, log)
    this.sealed.followStanding()
  }

  /** For definitions that changed: what an earlier version could not read is judged now for the first time. Log and projector are not there yet. */
  private judgeAllOnOpening(): void {
    this.judgeAll(new Projector(this.db, this.catalogue, this.past.of), new Log(this.db))
  }

  /** Into the log first: merging reads it. A commit of the same batch may have destroyed what a part of this one is about. */
  private take(
    { header, hash, changes }: SignedCommit,
    received: CommitBytes,
    refused: Fault | null,
  ): boolean {
    const { arrival } = this.append(header, this.sealed.withoutDestroyed(received), hash)
    if (refused === null) projectCommit(this.projector, { header, changes }, arrival)
    else noteRefused(this.reader.statements, arrival, refused)
    return this.followCommit(changes, refused === null)
  }

  /** A lock changes what it closes, a log that was judged anew perhaps everything. */
  private noteChanged(types: ReadonlySet<string>): readonly string[] {
    const changed = this.isJudgedAnew ? [...this.catalogue.keys()] : withLocked(this.catalogue, types)
    this.isJudgedAnew = false
    for (const type of changed) this.changedTypes.add(type)
    return changed
  }

  private nextOrigin(device: string, seen: Seen | undefined): Origin {
    return {
      device,
      seq: this.log.head(device).seq + 1,
      hlc: nextHlc(this.log.lastHlc(device, latestForeign(this.options.now())), this.options.now()),
      seen: seen === undefined ? this.log.vector() : this.log.present(seen),
      arrival: this.log.nextArrival,
      definitions: this.options.definitionsVersion,
    }
  }

  private device(): DeviceIdentity {
    if (this.identity === null) throw new TypeError('the store has no device identity yet')
    return this.identity
  }
}

/** Looks without touching: even closing a file that was opened for writing moves what waits in its -wal, or removes one that does not read. Throws `NewerDatabase`. */
const refuseNewer = ({ path, key, definitionsVersion, mustExist }: StoreOptions): void => {
  const found = versionOf(path, key, mustExist)
  if (found !== null && found > definitionsVersion) throw new NewerDatabase(`version ${found}`)
}
