import type { KeyObject } from 'node:crypto'
import { nextHlc } from '../../shared/clock/hlc.ts'
import { decodeHeader, encodeHeader, rowsPart, type Seen } from '../../shared/commit/header.ts'
import { encodeRows, type RowChange, rowsPerPart } from '../../shared/commit/part.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { type Catalogue, catalogueOf } from '../../shared/records/index.ts'
import type { Grant } from '../../shared/rules/access/index.ts'
import { storeTexts } from '../../shared/texts/store.ts'
import { packBody } from './compress.ts'
import { storageFailure } from './failures.ts'
import { signHash } from './keys.ts'
import { commitAt, digestOf, type Head, hashCommit, Log } from './log.ts'
import { type DatabaseKey, openDatabase, type Sqlite } from './open.ts'
import { type Origin, Projector } from './projection.ts'
import { Reader } from './reader.ts'
import { prepareSchema } from './schema.ts'
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
  readonly definitions: readonly AnyDefinition[]
  readonly definitionsVersion: number
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly guards?: readonly Guard[]
}

export type Committed<T> = {
  readonly value: T
  readonly commit: string
  readonly seq: number
  readonly records: readonly string[]
}

/** The writer of one database: the log is the truth, the tables are projections of it. */
export class Store {
  readonly db: Sqlite
  readonly catalogue: Catalogue
  readonly reader: Reader
  readonly log: Log
  readonly projector: Projector
  private readonly options: StoreOptions
  private identity: DeviceIdentity | null = null
  private dataVersion: unknown
  /** Record types of the last commit, for those who watch. */
  changedTypes: readonly string[] = []

  /** Throws `NewerDatabase`, or SqliteError on a wrong key or a damaged file. */
  constructor(options: StoreOptions) {
    this.options = options
    this.catalogue = catalogueOf(options.definitions)
    this.db = openDatabase(options.path, options.key)
    prepareSchema(this.db, this.catalogue, options.definitionsVersion)
    // Before the heads are read: what another process commits in between is noticed at the next commit.
    this.dataVersion = this.db.pragma('data_version', { simple: true })
    this.reader = new Reader(this.db, this.catalogue)
    this.log = new Log(this.db)
    this.projector = new Projector(this.db, this.catalogue, (dot) => this.lookup(dot.device, dot.seq))
  }

  close(): void {
    this.db.close()
  }

  actAs(identity: DeviceIdentity): void {
    this.identity = identity
  }

  head(): Head & { readonly device: string } {
    const { device } = this.device()
    return { device, ...this.log.head(device) }
  }

  /**
   * One officer's action as one commit: all of it or nothing. `seen` is what the officer's screen had loaded; without it
   * the action does not rest on a screen. Errors: what `work` refuses, `Stale`, `Forbidden`, and those of the disk.
   */
  commit<T>(actor: Actor, reason: string, work: (tx: Transaction) => T, seen?: Seen): Result<Committed<T>> {
    const identity = this.device()
    try {
      return ok(this.db.transaction(() => this.run(actor, reason, work, identity, seen)).immediate())
    } catch (error) {
      this.dataVersion = undefined
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
    const origin = this.nextOrigin(identity.device, seen)
    const tx = new Transaction({
      reader: this.reader,
      projector: this.projector,
      origin,
      officer: actor.officer,
      grants: actor.grants,
      guards: this.options.guards ?? [],
    })
    const value = work(tx)
    if (tx.changes.length === 0 && Object.keys(tx.facts).length === 0)
      throw new Refused(fail('NothingChanged', storeTexts.emptyCommit).error)
    this.projector.search.flush()
    this.append(actor, reason, tx, origin, identity)
    this.changedTypes = [...new Set(tx.changes.map(({ type }) => type))]
    return { value, commit: `${origin.device}.${origin.seq}`, seq: origin.seq, records: this.changedTypes }
  }

  /** Another process may have written since (the command line beside the window), or the last transaction was rolled back. */
  private catchUp(): void {
    const version = this.db.pragma('data_version', { simple: true })
    if (version !== this.dataVersion) this.reload()
    this.dataVersion = version
  }

  private reload(): void {
    this.projector.reset()
    this.log.reload()
  }

  private append(
    actor: Actor,
    reason: string,
    { changes, facts }: Transaction,
    origin: Origin,
    identity: DeviceIdentity,
  ): void {
    const rows = partsOf(changes)
    const bodies = rows.map((part) => packBody(encodeRows(part, origin)))
    const previous = this.log.head(origin.device).hash
    const header = encodeHeader({
      workspace: identity.workspace,
      device: origin.device,
      seq: origin.seq,
      previous,
      hlc: origin.hlc,
      officer: actor.officer,
      capacity: actor.capacity,
      reason,
      definitions: this.options.definitionsVersion,
      seen: origin.seen,
      parts: bodies.map((body, n) => ({
        kind: rowsPart,
        rows: (rows[n] ?? []).length,
        digest: digestOf(body),
      })),
      facts,
    })
    const hash = hashCommit(previous, header)
    this.log.append(
      {
        device: origin.device,
        seq: origin.seq,
        hash,
        hlc: origin.hlc,
        officer: actor.officer,
        capacity: actor.capacity,
        reason,
        rows: changes.length,
        header,
        deviceSignature: signHash(hash, identity.signing),
        officerSignature: signHash(hash, actor.signing),
      },
      bodies,
    )
  }

  private nextOrigin(device: string, seen: Seen | undefined): Origin {
    return {
      device,
      seq: this.log.head(device).seq + 1,
      hlc: nextHlc(this.log.lastHlc, this.options.now()),
      seen: seen === undefined ? this.log.vector() : known(seen, this.log.vector()),
      arrival: this.log.nextArrival,
      definitions: this.options.definitionsVersion,
    }
  }

  private lookup(device: string, seq: number): { hlc: number; seen: Seen } | null {
    const found = commitAt(this.reader.statements, device, seq)
    return found === null ? null : { hlc: found.hlc, seen: decodeHeader(found.header).seen }
  }

  private device(): DeviceIdentity {
    if (this.identity === null) throw new TypeError('the store has no device identity yet')
    return this.identity
  }
}

/** A screen cannot have seen what is not here. */
const known = (seen: Seen, present: Seen): Seen =>
  Object.fromEntries(
    Object.entries(present).flatMap(([device, last]) => {
      const claimed = Object.hasOwn(seen, device) ? (seen[device] ?? 0) : 0
      return claimed > 0 ? [[device, Math.min(claimed, last)]] : []
    }),
  )

const partsOf = (changes: readonly RowChange[]): RowChange[][] => {
  const parts: RowChange[][] = []
  for (let at = 0; at < changes.length; at += rowsPerPart) parts.push(changes.slice(at, at + rowsPerPart))
  return parts
}
