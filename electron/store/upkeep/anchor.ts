import { readLocal, writeLocal } from '../local.ts'
import type { ChainHead } from '../log.ts'
import type { Sqlite } from '../open.ts'
import { type AnchoredHead, type AnchoredHeads, appendAnchor, readAnchor, syncAnchor } from './anchor-file.ts'

/**
 * How a database stands to what this machine remembers of it.
 * `first`: nothing was ever remembered, as of a workspace from before. `whole`: it holds all that is remembered.
 * `copied`: it was remembered, but not here: a copy of another machine's. `behind`: commits of its own chain are gone, or are
 * others. `unread`: the file is there and cannot be read.
 */
export type Standing =
  | { readonly as: 'first' | 'whole' | 'copied' | 'unread' }
  | { readonly as: 'behind'; readonly anchored: AnchoredHead }

type Facts = {
  readonly anchored: AnchoredHead | null
  /** The database says that its head was once remembered. */
  readonly isMarked: boolean
  /** Hash of this device's commit in the log, hex; null where it is not there. */
  readonly hashAt: (seq: number) => string | null
}

/** A chain cannot see its own tail cut off: only a head that was kept elsewhere tells. */
export const standingOf = ({ anchored, isMarked, hashAt }: Facts): Standing => {
  if (anchored === null) return { as: isMarked ? 'copied' : 'first' }
  if (!anchored.own) return { as: 'copied' }
  return hashAt(anchored.seq) === anchored.hash ? { as: 'whole' } : { as: 'behind', anchored }
}

export const hashAt = (db: Sqlite, device: string, seq: number): string | null => {
  const found = db.prepare('select hash from _log where device = ? and seq = ?').get(device, seq) as
    | { hash: Uint8Array }
    | undefined
  return found === undefined ? null : Buffer.from(found.hash).toString('hex')
}

const syncAfter = 5_000
/** Runs work later; the answer takes it back. */
export type Later = (work: () => void, milliseconds: number) => () => void
const byTimer: Later = (work, milliseconds) => {
  const timer = setTimeout(work, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}

/**
 * The heads of one workspace's chains, kept on this machine outside of the database: written after each commit, on the disk at
 * the latest five seconds later and at a lock. It holds no secret, and it hinders nobody: what cannot be written is tried
 * again with the next commit.
 */
export class Anchor {
  private readonly path: string
  private readonly later: Later
  private heads = new Map<string, AnchoredHead>()
  private takeBack: (() => void) | null = null
  private isBehind = false
  private isUnsynced = false

  constructor(path: string, later: Later = byTimer) {
    this.path = path
    this.later = later
  }

  /** The last attempt to write failed: what was committed since is not remembered yet, or not on the disk. */
  get isUnwritten(): boolean {
    return this.isBehind || this.isUnsynced
  }

  head(device: string): AnchoredHead | null {
    return this.heads.get(device) ?? null
  }

  all(): AnchoredHeads {
    return this.heads
  }

  /** Reads the file first and the database then: a commit of another process in between is ahead, never behind. */
  standing(db: Sqlite, device: string): Standing {
    try {
      this.heads = new Map(readAnchor(this.path))
    } catch {
      return { as: 'unread' }
    }
    return standingOf({
      anchored: this.head(device),
      isMarked: readLocal(db, 'anchored')?.toString() === device,
      hashAt: (seq) => hashAt(db, device, seq),
    })
  }

  /** From here on the database says that this device is remembered; the file comes first, so that a crash in between costs nothing. */
  begin(db: Sqlite, device: string, heads: ReadonlyMap<string, ChainHead>): void {
    this.follow(device, heads)
    this.sync()
    if (!this.isUnwritten) writeLocal(db, 'anchored', Buffer.from(device))
  }

  /** After a commit. A head is only ever raised. */
  follow(own: string, heads: ReadonlyMap<string, ChainHead>): void {
    const changed = new Map<string, AnchoredHead>()
    for (const [device, { seq, hash }] of heads) {
      const known = this.heads.get(device)
      if (known !== undefined && known.seq >= seq) continue
      const isOwn = device === own || known?.own === true
      changed.set(device, { seq, hash: Buffer.from(hash).toString('hex'), own: isOwn })
    }
    if (changed.size === 0) return
    const all = new Map([...this.heads, ...changed])
    this.isBehind = !isDone(() => appendAnchor(this.path, changed, all))
    if (this.isBehind) return
    this.heads = all
    this.takeBack ??= this.later(() => this.sync(), syncAfter)
  }

  sync(): void {
    this.takeBack?.()
    this.takeBack = null
    if (this.heads.size > 0) this.isUnsynced = !isDone(() => syncAnchor(this.path, this.heads))
  }
}

const isDone = (work: () => void): boolean => {
  try {
    work()
    return true
  } catch {
    return false
  }
}
