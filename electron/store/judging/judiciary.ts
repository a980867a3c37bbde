import { coversAll } from '../../../shared/clock/dots.ts'
import { knownTo } from '../../../shared/clock/heads.ts'
import { millisecondsOf } from '../../../shared/clock/hlc.ts'
import type { Seen } from '../../../shared/commit/header.ts'
import type { RowChange } from '../../../shared/commit/part.ts'
import { dayInWib } from '../../../shared/format/date.ts'
import { type Grant, grantsOn } from '../../../shared/rules/access/index.ts'
import { rowAsOf, statesAsOf } from '../as-of.ts'
import { signedBy } from '../keys.ts'
import { readLocal } from '../local.ts'
import { everyCommit, type Log, readCommit } from '../log.ts'
import type { Sqlite } from '../open.ts'
import type { PastBook } from '../past.ts'
import { projectCommit } from '../project-commit.ts'
import type { Origin, Projector } from '../projection.ts'
import type { Reader } from '../reader.ts'
import { emptyProjections } from '../schema.ts'
import type { Elsewhere } from '../transaction.ts'
import { Authorities, changesAuthority } from './authority.ts'
import { type Authored, type Court, refusalOf } from './judge.ts'
import { Knowledge } from './knowledge.ts'
import type { Rule } from './lawful.ts'
import { forgetRefused, noteRefused } from './refused.ts'
import { RefusedKeys } from './refused-keys.ts'
import { isReleased, readReleased, releasedIn, releaseType, writeReleased } from './releases.ts'
import {
  lastSeqKnown,
  mustJudgeAnew,
  type Revoked,
  readRevoked,
  revokedIn,
  writeRevoked,
} from './revocations.ts'

type Dependencies = {
  readonly db: Sqlite
  readonly reader: Reader
  readonly past: PastBook
  readonly definitionsVersion: number
  readonly rules: readonly Rule[]
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** What commits are judged by on this device, kept until a commit changes it. */
export class Judiciary {
  readonly authorities: Authorities
  private readonly knowledge: Knowledge
  private readonly refusedKeys: RefusedKeys
  private readonly deps: Dependencies
  private revokedNow: Revoked | null = null
  private releasedBefore: ReadonlySet<string> | null = null
  private genesisHash: Uint8Array | null = null

  constructor(deps: Dependencies) {
    this.deps = deps
    this.authorities = new Authorities(deps.reader)
    this.knowledge = new Knowledge(deps.reader.statements)
    this.refusedKeys = new RefusedKeys(deps.reader.statements)
  }

  forget(): void {
    this.revokedNow = null
    this.releasedBefore = null
    this.genesisHash = null
    this.authorities.forget()
    this.knowledge.forget()
    this.refusedKeys.forget()
  }

  /** Hash of the commit that began the workspace; null where none is here yet. A device that joins was told it with the enrolment. */
  genesis(): Uint8Array | null {
    const { db, reader } = this.deps
    this.genesisHash ??=
      readLocal(db, 'genesis') ?? reader.row<{ hash: Uint8Array }>(genesisSql)?.hash ?? null
    return this.genesisHash
  }

  isRevoked(device: string): boolean {
    return this.revoked().has(device)
  }

  court(log: Log): Court {
    const { db, reader, past, rules, now } = this.deps
    return {
      reader,
      past: past.of,
      log,
      authorities: this.authorities,
      refusedKeys: this.refusedKeys,
      knownOf: (author) => this.knowledge.of(author),
      grantsOf: (header) => this.grantsOf(header),
      workspace: readLocal(db, 'workspace')?.toString() ?? '',
      genesis: this.genesis(),
      own: readLocal(db, 'device')?.toString() ?? '',
      lastSeqOf: (device) => this.revoked().get(device) ?? null,
      isReleased: (commit) => isReleased(reader, this.released(), commit),
      rules,
      now: now(),
    }
  }

  /** What other devices will judge a commit by that is made now; null while there is no workspace. */
  elsewhere(officer: string, origin: Origin, log: Log, readerOf: (type: string) => Reader): Elsewhere | null {
    if (this.genesis() === null) return null
    const known = knownTo(origin)
    const chainKnew = this.knowledge.of(origin)
    return {
      grants: this.grantsOf({ ...origin, officer }),
      asKnown: coversAll(known, log.vector())
        ? null
        : {
            row: (type, id) => rowAsOf(readerOf(type), type, id, known),
            states: (type, id) => statesAsOf(readerOf(type), type, id, known),
          },
      rowAsChainKnew: coversAll(known, chainKnew)
        ? null
        : (type, id) => rowAsOf(readerOf(type), type, id, chainKnew),
    }
  }

  private grantsOf(header: Authored): readonly Grant[] {
    const known = this.knowledge.of(header)
    const grants = this.authorities.grantsOf(header.officer, known)
    const isDated = grants.some(({ from, until }) => from !== null || until !== null)
    return isDated ? grantsOn(grants, dayInWib(millisecondsOf(this.momentOf(header, known)))) : grants
  }

  /**
   * When a commit was made, not before what its chain had seen: nobody turns the clock back to when a role held. A clock that ran
   * ahead, and was let in all the same, moves no other.
   */
  private momentOf({ hlc }: Authored, known: Seen): number {
    const { reader } = this.deps
    const hlcAt = reader.statements.get('select hlc from _log where device = ? and seq = ?').pluck()
    return Object.entries(known).reduce((latest, [device, seq]) => {
      const seen = (hlcAt.get(device, seq) as number | undefined) ?? 0
      const isLater = seen > latest && !isReleased(reader, this.released(), { device, seq }, known)
      return isLater ? seen : latest
    }, hlc)
  }

  /** Follows the revocations in a commit; whether they reach back, so that all must be judged anew. */
  followRevocations(changes: readonly RowChange[]): boolean {
    if (!changes.some(({ type, cells }) => type === 'device' && 'lastSeq' in cells)) return false
    const revoked = this.revokedByAll()
    if (mustJudgeAnew(this.deps.reader, revoked)) return true
    this.keepRevoked(revoked)
    return false
  }

  /**
   * Judges the whole log, so that the verdicts depend on the set of commits alone. First each commit by the revocations that
   * its author knew: those that were lawful then hold, also two that took out each other's device. Then all by them.
   * So where A takes out B, B not knowing takes out A, and C has a role from B: by what each knew (first pass) both words and the role
   * count; both words hold; by them (second pass) what A and B wrote after those places is refused, the words themselves and what C
   * did by the role too. What comes later of A or B is then refused for good, what comes to be known of either judges all anew.
   */
  judgeAll(projector: Projector, log: Log): void {
    const { reader } = this.deps
    this.judgeBy(projector, log, (device, seen) => lastSeqKnown(reader, device, seen))
    this.releasedBefore = releasedIn(reader)
    writeReleased(this.deps.db, this.releasedBefore)
    const revoked = this.revokedByAll()
    if (mustJudgeAnew(reader, revoked)) this.judgeBy(projector, log, (device) => revoked.get(device) ?? null)
    this.keepRevoked(revoked)
  }

  /**
   * Whether a commit that was refused may have been lawful by what its author knew, as in the first pass, and takes a device out or lets
   * a commit in. While no device is taken out, both passes are one.
   */
  mayCountAnew(changes: readonly RowChange[]): boolean {
    return (
      this.revoked().size > 0 &&
      changes.some(
        ({ type, operation, cells }) =>
          (type === releaseType && operation === 'create') || (type === 'device' && 'lastSeq' in cells),
      )
    )
  }

  private revokedByAll(): Revoked {
    return revokedIn(this.deps.reader, (by) => this.knowledge.of(by))
  }

  /** Judges every commit of the log by these revocations, and projects those that count into empty tables. */
  private judgeBy(projector: Projector, log: Log, lastSeqOf: Court['lastSeqOf']): void {
    const { db, reader, past, definitionsVersion } = this.deps
    past.forget()
    emptyProjections(db, reader.catalogue, definitionsVersion)
    forgetRefused(reader.statements)
    this.refusedKeys.forget()
    projector.reset()
    this.authorities.forget()
    const court = { ...this.court(log), lastSeqOf }
    for (const stored of everyCommit(reader.statements)) {
      const { header, changes } = readCommit(reader.statements, stored)
      const isOfficers = signedBy(stored.hash, stored.officerSignature)
      const found = refusalOf(court, { header, hash: Buffer.from(stored.hash), isOfficers, changes })
      if (found === null) projectCommit(projector, { header, changes }, stored.arrival)
      else noteRefused(reader.statements, stored.arrival, found)
      if (changesAuthority(changes)) this.authorities.forget()
    }
    projector.search.flush()
  }

  private released(): ReadonlySet<string> {
    this.releasedBefore ??= readReleased(this.deps.db)
    return this.releasedBefore
  }

  private revoked(): Revoked {
    this.revokedNow ??= readRevoked(this.deps.db)
    return this.revokedNow
  }

  private keepRevoked(revoked: Revoked): void {
    this.revokedNow = revoked
    writeRevoked(this.deps.db, revoked)
  }
}

/** Workspaces from before this was written down: their own first commit. */
const genesisSql = `select hash from _log join _local on key = 'workspace' where arrival = 1 and seq = 1`
