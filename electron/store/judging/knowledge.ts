import { knownTo } from '../../../shared/clock/heads.ts'
import type { CommitHeader, Seen } from '../../../shared/commit/header.ts'
import { headerOf } from '../log.ts'
import type { Statements } from '../statements.ts'

type Maker = Pick<CommitHeader, 'device' | 'seq' | 'seen'>
type Reached = { readonly seq: number; readonly seen: Seen }

const joined = (a: Seen, b: Seen): Seen => {
  const both: Record<string, number> = { ...a }
  for (const [device, seq] of Object.entries(b)) both[device] = Math.max(seq, both[device] ?? 0)
  return both
}

/**
 * What the authors on a device knew of who may do what, and of who was taken out: all that any commit of its chain had seen so far. A
 * screen may be old, so that records are judged by `seen` alone; but nobody regains a role by saying less than before.
 */
export class Knowledge {
  private readonly statements: Statements
  private readonly reached = new Map<string, Reached>()
  constructor(statements: Statements) {
    this.statements = statements
  }

  forget(): void {
    this.reached.clear()
  }

  of(author: Maker): Seen {
    return joined(this.upTo(author.device, author.seq - 1), knownTo(author))
  }

  private upTo(device: string, seq: number): Seen {
    const last = this.reached.get(device)
    const from = last === undefined || last.seq > seq ? { seq: 0, seen: {} } : last
    const headers = this.statements
      .get('select header from _log where device = ? and seq > ? and seq <= ? order by seq')
      .pluck()
      .all(device, from.seq, seq) as Uint8Array[]
    const seen = headers.reduce((all, header) => joined(all, headerOf({ header })?.seen ?? {}), from.seen)
    this.reached.set(device, { seq, seen })
    return seen
  }
}
