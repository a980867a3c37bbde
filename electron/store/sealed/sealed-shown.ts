import type { Fault, RefusedCommit } from '../judging/refused.ts'
import { commitName, type StoredCommit } from '../log.ts'

/** The commit that a refusal is told of, and the sealed record that it changes. */
type About = { readonly record: string; readonly commit: StoredCommit }

const toldOf = ({ commit }: About, fault: Fault): RefusedCommit => {
  const { device, seq, hlc, officer, capacity, reason } = commit
  return { device, seq, hlc, officer, capacity, said: reason, ...fault }
}

/**
 * Which sealed records are shown here, each whole or not at all, and what is told of the others. Not shown: a named officer sealed
 * a part that does not open, the making is missing, or this officer is named no more.
 */
export class Shown {
  private readonly unopened = new Set<string>()
  private readonly hidden = new Set<string>()
  /** By hidden record. */
  private readonly closed = new Map<string, RefusedCommit>()
  /** Only those who can open a part can tell that it was not lawful. */
  private readonly faults = new Map<string, RefusedCommit>()

  clear(): void {
    for (const known of [this.unopened, this.hidden, this.closed, this.faults]) known.clear()
  }

  clearFaults(): void {
    this.faults.clear()
  }

  get countHidden(): number {
    return this.hidden.size
  }

  isHidden(record: string): boolean {
    return this.hidden.has(record)
  }

  /** Whether another part could show more of it than now: one that brings a key. */
  isInPart(record: string): boolean {
    return this.unopened.has(record) || this.hidden.has(record)
  }

  /** A part of it does not open; whether that hides it depends on who sealed the part. */
  noteUnopened(record: string): void {
    this.unopened.add(record)
  }

  hide(record: string): void {
    this.hidden.add(record)
  }

  /** Hides a record for the first commit that does not open. */
  hideFor(about: About): void {
    this.hide(about.record)
    if (!this.closed.has(about.record))
      this.closed.set(about.record, toldOf(about, { reason: 'closed', detail: '' }))
  }

  /** Once for each record of a commit, however many parts of it say the same. */
  noteFault(about: About, fault: Fault): void {
    const name = [commitName(about.commit), about.record, fault.reason, fault.detail].join(' ')
    this.faults.set(name, toldOf(about, fault))
  }

  told(): readonly RefusedCommit[] {
    return [...this.faults.values(), ...this.closed.values()]
  }
}
