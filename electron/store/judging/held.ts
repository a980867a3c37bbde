import type { CommitHeader } from '../../../shared/commit/header.ts'
import { type CommitBytes, packCommit, unpackCommit } from '../commit-bytes.ts'
import { digestOf } from '../log.ts'
import type { Reader } from '../reader.ts'
import { withoutDestroyed } from '../sealed/sealed-destroy.ts'
import type { Statements } from '../statements.ts'
import type { Aside, Waiting } from './judge.ts'

export type HeldCommit = {
  readonly device: string
  readonly seq: number
  readonly reason: Waiting | Aside
  readonly received: number
}

/** What waits, with the name under which it does. */
export type Waits = {
  readonly name: Uint8Array
  readonly reason: Waiting | Aside
  readonly commit: CommitBytes
}

/** A commit that is put aside or waits. */
type Laid = {
  readonly received: CommitBytes
  readonly header: Pick<CommitHeader, 'device' | 'seq'> | null
  readonly reason: Waiting | Aside
  readonly isFinal: boolean
  /** Milliseconds since 1970. */
  readonly now: number
  /** Under which it waited; null where it came now. */
  readonly name: Uint8Array | null
}

const signedName = ({ header, deviceSignature, officerSignature }: CommitBytes): Buffer =>
  digestOf(Buffer.concat([header, deviceSignature, officerSignature]))

/** By what was signed; a copy with spoiled or missing parts by all that it is, so that it never stands in for the whole one. */
const nameOf = (received: CommitBytes, reason?: Waiting | Aside): Buffer =>
  reason === 'part' || received.bodies.includes(null) ? digestOf(packCommit(received)) : signedName(received)

/** The first place in a device's chain for which it signed two commits; null where none is known here. What came before is the same everywhere. */
export const firstFork = (statements: Statements, device: string): number | null =>
  (
    statements
      .get(`select min(seq) as seq from _localHeld where device = ? and reason = 'fork'`)
      .get(device) as {
      seq: number | null
    }
  ).seq

/** Commits that came and are not in the log: they wait for others, or are laid aside with the reason. Nothing is dropped. */
export class Held {
  private readonly reader: Reader
  private readonly statements: Statements
  constructor(reader: Reader) {
    this.reader = reader
    this.statements = reader.statements
  }

  waiting(): Waits[] {
    const rows = this.statements
      .get('select hash, reason, bytes from _localHeld where isFinal = 0 order by device, seq')
      .all() as { hash: Uint8Array; reason: Waits['reason']; bytes: Uint8Array }[]
    return rows.map(({ hash, reason, bytes }) => ({ name: hash, reason, commit: unpackCommit(bytes) }))
  }

  /** Without what was sealed with keys that are destroyed by now. What waits keeps the time since when, as long as it is the same bytes. */
  add({ received, header, reason, isFinal, now, name }: Laid): void {
    const own = nameOf(received, reason)
    if (name !== null && Buffer.compare(name, own) !== 0) this.remove(name)
    this.statements
      .get(
        `insert into _localHeld (hash, device, seq, reason, isFinal, received, bytes) values (?, ?, ?, ?, ?, ?, ?)
         on conflict (hash) do update set reason = excluded.reason, isFinal = excluded.isFinal`,
      )
      .run(
        own,
        header?.device ?? '',
        header?.seq ?? 0,
        reason,
        isFinal ? 1 : 0,
        now,
        packCommit(withoutDestroyed(this.reader, received)),
      )
  }

  /** `name`: under which it waited; null where it came now, perhaps beside a copy that waits. */
  drop(received: CommitBytes, name: Uint8Array | null): void {
    for (const one of [name ?? signedName(received), nameOf(received)]) this.remove(one)
  }

  count(isFinal: boolean): number {
    return (
      this.statements.get('select count(*) as n from _localHeld where isFinal = ?').get(isFinal ? 1 : 0) as {
        n: number
      }
    ).n
  }

  list(): HeldCommit[] {
    return this.statements
      .get('select device, seq, reason, received from _localHeld order by received, device, seq')
      .all() as HeldCommit[]
  }

  private remove(name: Uint8Array): void {
    this.statements.get('delete from _localHeld where hash = ?').run(name)
  }
}
