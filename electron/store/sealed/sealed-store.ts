import type { CommitHeader } from '../../../shared/commit/header.ts'
import type { RowChange } from '../../../shared/commit/part.ts'
import type { CommitBytes } from '../commit-bytes.ts'
import type { RefusedCommit } from '../judging/refused.ts'
import { commitAt, hashCommit, headerOf, type StoredCommit } from '../log.ts'
import type { Sqlite } from '../open.ts'
import type { Origin, Projector } from '../projection.ts'
import type { Reader } from '../reader.ts'
import { foldWal, followDestruction, followStanding, withoutDestroyed } from './sealed-destroy.ts'
import { fillIn } from './sealed-index.ts'
import type { Opener } from './sealed-opening.ts'
import { SealedRecords, type Surroundings } from './sealed-records.ts'
import type { SealedOut } from './sealed-write.ts'

/**
 * What a store does for sealed records: they are opened while an officer is logged in whom they name (sealed-records.ts), and gone
 * for good where their keys are destroyed (sealed-destroy.ts). To be read in this order: the bodies in the log (sealed-index.ts,
 * sealed-part.ts), the keys of a record (sealed-keys.ts), what opens and counts (sealed-opening.ts, sealed-lawful.ts), what is shown
 * of it (sealed-shown.ts, sealed-records.ts), how it is written (sealed-write.ts).
 */
export class SealedStore {
  private readonly db: Sqlite
  private readonly around: Surroundings
  private opened: SealedRecords | null = null
  /** What was destroyed may still stand in the -wal. */
  private mustFold = false

  constructor(db: Sqlite, around: Surroundings) {
    this.db = db
    this.around = around
  }

  /** An officer logged in: the records that name them are there until `close`. */
  open(opener: Opener): void {
    this.close()
    if (![...this.around.main.catalogue.values()].some(({ isSealed }) => isSealed)) return
    this.opened = new SealedRecords({ ...this.around, ...opener })
    this.opened.catchUp()
  }

  close(): void {
    this.opened?.close()
    this.opened = null
  }

  /** Opened records and the ordinary ones beside them; null while nobody is logged in, or where there are none. */
  reader(): Reader | null {
    this.opened?.catchUp()
    return this.opened?.reader ?? null
  }

  /** The reader that knows records of this type, as far as was followed. */
  readerOf(type: string): Reader {
    return this.opened?.readerOf(type) ?? this.around.main
  }

  /** Refused changes of the records that are open here. */
  refused(): readonly RefusedCommit[] {
    return this.opened?.reader.refusedSealed() ?? []
  }

  /** What is open may no longer be what the log says. */
  forget(): void {
    this.opened?.forget()
  }

  /** What is undone in the file is undone among what is open. */
  inTransaction<T>(work: () => T): T {
    return this.opened === null ? work() : this.opened.inTransaction(work)
  }

  /** Takes in what the log has since the last time; gives the record types that changed. */
  follow(): string[] {
    return this.opened?.follow() ?? []
  }

  /** Where a transaction projects what it changes; null while nobody may read any. */
  side(origin: Origin): { readonly projector: Projector; readonly origin: Origin } | null {
    return this.opened?.side(origin) ?? null
  }

  /** The sealed parts of a commit whose changes were projected on its `side`. */
  seal(
    changes: readonly RowChange[],
    made: Pick<CommitHeader, 'workspace' | 'device' | 'seq'>,
  ): readonly SealedOut[] {
    return this.opened?.seal(changes, made) ?? []
  }

  /** The same commit as it came into the log. */
  wrote(commit: StoredCommit, header: CommitHeader, sealed: readonly SealedOut[]): void {
    if (sealed.length > 0) this.opened?.wrote(commit, header, sealed)
  }

  /** Puts sealed parts in their place that a commit of the log came without. */
  fill(received: CommitBytes): void {
    const { statements } = this.around.main
    const header = headerOf(received)
    const here = header && commitAt(statements, header.device, header.seq)
    if (header === null || here === null) return
    if (!hashCommit(header.previous, received.header).equals(here.hash)) return
    if (fillIn(statements, here.arrival, header, this.withoutDestroyed(received))) this.forget()
  }

  /** A commit as it may be kept here. */
  withoutDestroyed(received: CommitBytes): CommitBytes {
    return withoutDestroyed(this.around.main, received)
  }

  /** Follows what a commit that counts says about destroyed keys. */
  followDestruction(changes: readonly RowChange[]): void {
    if (followDestruction(this.db, changes)) this.noteDestroyed()
  }

  /** Follows every destruction that stands, after the log was judged anew: what is open is judged anew too. */
  followStanding(): void {
    this.forget()
    if (followStanding(this.db, this.around.main)) this.noteDestroyed()
  }

  /** Once it is on the disk: what was destroyed shall not wait in the -wal. */
  foldDestroyed(): void {
    if (this.mustFold) this.mustFold = !foldWal(this.db)
  }

  private noteDestroyed(): void {
    this.mustFold = true
    this.forget()
  }
}
