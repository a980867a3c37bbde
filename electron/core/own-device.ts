import { hostname } from 'node:os'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { type Grant, isWholeAdmin } from '../../shared/rules/access/index.ts'
import { headText, type LogHead } from '../../shared/rules/audit/head.ts'
import { anchorTexts } from '../../shared/texts/anchor.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { privateKeyFrom, publicBytes } from '../store/keys.ts'
import { forgetLocal, readLocal } from '../store/local.ts'
import type { Actor, Store } from '../store/store.ts'
import { Anchor, type Standing } from '../store/upkeep/anchor.ts'
import { type AnchoredHead, anchorPath } from '../store/upkeep/anchor-file.ts'
import { newDevice } from './genesis.ts'

/** What the machine remembers of the data, beside what is there. */
export type Kept = {
  readonly state: Standing['as']
  /** What every write is refused with; '' where it is not. */
  readonly sentence: string
  /** The last commit of this device in the log, and as remembered (null: not at all). */
  readonly here: LogHead
  readonly anchored: LogHead | null
  /** Other devices of whom more was here before. */
  readonly others: readonly { readonly device: string; readonly seq: number; readonly here: number }[]
  /** The folder of the settings could not be written: the newest commits are not remembered yet. */
  readonly isUnwritten: boolean
}

const nameOf = ({ device, seq, hash }: LogHead): string => `${device}.${seq} ${hash.slice(0, 16)}`
/** A device that the log does not know signs nothing: a crash may have left one behind. */
const deviceOf = (store: Store): string | null => {
  const device = readLocal(store.db, 'device')?.toString()
  if (device === undefined || readLocal(store.db, 'deviceSeed') === null) return null
  return store.reader.where('device', { deviceId: device }).length > 0 ? device : null
}

/** Why a new device begins: in words, and in facts which heads it goes on from. */
type Cause = { readonly reason: string; readonly facts: Readonly<Record<string, string>> }
/** What the first commit of a new device says and makes. */
export type Begun = Cause & {
  readonly record: {
    readonly deviceId: string
    readonly name: string
    readonly signKey: Uint8Array
    readonly enrolled: string
  }
}

/**
 * The device of this computer, which has one life: a database that lost commits, or that was copied from elsewhere, never
 * continues its chain. What the machine remembers (`Anchor`) tells.
 */
export class OwnDevice {
  private readonly store: Store
  private readonly anchor: Anchor | null
  private readonly now: () => number
  private standing: Standing = { as: 'first' }
  /** Whose chain is followed: nobody's before a device was taken, and while the data is only read. */
  private remembered: string | null = null

  /** `settings`: null keeps no anchor. */
  constructor(store: Store, settings: string | null, now: () => number) {
    this.store = store
    this.now = now
    const workspace = readLocal(store.db, 'workspace')?.toString() ?? ''
    this.anchor = settings === null ? null : new Anchor(anchorPath(settings, workspace))
  }

  /** Makes the store act as its device, or starts one; that takes an admin among `grants`. Error: `NeedsAdmin`. */
  take(actor: Actor, grants: readonly Grant[]): Result<null> {
    const device = this.look()
    if (device !== null && this.standing.as !== 'copied') return this.continueAs(device)
    const text = device === null ? coreTexts.needsAdmin : anchorTexts.needsAdmin
    if (!isWholeAdmin(grants)) return fail('NeedsAdmin', text)
    return this.start(actor, device === null ? this.restored() : this.copied(device))
  }

  /** Whoever holds the recovery code has decided to go on, whatever is missing; `commit` enrols the device that it is given. */
  recover(commit: (begun: Begun | null) => Result<unknown>): Result<unknown> {
    const device = this.look()
    if (device === null) return this.startWith(this.restored(), commit)
    if (this.standing.as === 'copied') return this.startWith(this.copied(device), commit)
    if (this.standing.as === 'behind')
      return this.startWith(this.lost(device, this.standing.anchored), commit)
    this.continueAs(device)
    return commit(null)
  }

  /** Ends the device of a database that is behind, and starts a new one that names both heads; otherwise nothing. */
  goOn(actor: Actor): Result<null> {
    const { standing } = this
    if (standing.as !== 'behind') return ok(null)
    const { device } = this.store.head()
    this.store.refuseWrites(null)
    const done = this.start(actor, this.lost(device, standing.anchored))
    if (!done.ok) this.continueAs(device)
    return done
  }

  /** After commits. */
  written(): void {
    if (this.remembered !== null) this.anchor?.follow(this.remembered, this.store.log.heads())
  }

  /** At a lock. */
  leave(): void {
    this.written()
    this.anchor?.sync()
  }

  kept(): Kept {
    const { device } = this.store.head()
    const known = this.anchor?.head(device) ?? null
    return {
      state: this.standing.as,
      sentence: this.store.onlyRead?.message ?? '',
      here: this.headOf(device),
      anchored: known === null ? null : { device, seq: known.seq, hash: known.hash },
      others: this.missingOf(device),
      isUnwritten: this.anchor?.isUnwritten ?? false,
    }
  }

  /** The device that the database says it is, held against what this machine remembers; null where it has none. */
  private look(): string | null {
    const device = deviceOf(this.store)
    if (device !== null) this.standing = this.anchor?.standing(this.store.db, device) ?? { as: 'whole' }
    return device
  }

  private continueAs(device: string): Result<null> {
    const { store, standing } = this
    const workspace = readLocal(store.db, 'workspace')?.toString() ?? ''
    const seed = readLocal(store.db, 'deviceSeed') ?? Buffer.alloc(0)
    store.actAs({ workspace, device, signing: privateKeyFrom('ed25519', seed) })
    if (standing.as === 'behind') store.refuseWrites(this.behind(device, standing.anchored))
    else if (standing.as === 'unread') store.refuseWrites(fail('AnchorUnread', anchorTexts.unread).error)
    else this.remember(device)
    return ok(null)
  }

  private remember(device: string): void {
    this.standing = { as: 'whole' }
    this.remembered = device
    this.anchor?.begin(this.store.db, device, this.store.log.heads())
  }

  private behind(device: string, anchored: AnchoredHead) {
    const here = this.headOf(device).seq
    const text =
      here < anchored.seq
        ? anchorTexts.behind(device, here + 1, anchored.seq)
        : anchorTexts.other(device, anchored.seq)
    return fail('BehindAnchor', text, { device, here, anchored: anchored.seq }).error
  }

  private restored(): Cause {
    const head = readLocal(this.store.db, 'restoredFrom')?.toString() ?? ''
    return { reason: coreTexts.deviceAfterRestore(head), facts: {} }
  }

  private copied(device: string): Cause {
    const here = this.headOf(device)
    return {
      reason: anchorTexts.afterCopy(nameOf(here)),
      facts: { event: 'device-after-copy', here: headText(here) },
    }
  }

  private lost(device: string, known: AnchoredHead): Cause {
    const [here, anchored] = [this.headOf(device), { device, ...known }]
    return {
      reason: anchorTexts.afterLoss(nameOf(here), nameOf(anchored)),
      facts: { event: 'device-after-loss', here: headText(here), anchored: headText(anchored) },
    }
  }

  private start(actor: Actor, cause: Cause): Result<null> {
    const done = this.startWith(cause, ({ reason, facts, record }) =>
      this.store.commit(actor, reason, (tx) => {
        Object.assign(tx.facts, facts)
        tx.create('device', record)
      }),
    )
    return done.ok ? ok(null) : done
  }

  /** Device and commit are one transaction; it is remembered once that is on the disk. */
  private startWith(cause: Cause, commit: (begun: Begun) => Result<unknown>): Result<unknown> {
    const { store } = this
    const done = store.atomically(() => commit({ ...cause, record: this.begin() }))
    if (done.ok) this.remember(store.head().device)
    return done
  }

  private begin(): Begun['record'] {
    const { store } = this
    const identity = newDevice(store, readLocal(store.db, 'workspace')?.toString() ?? '')
    store.actAs(identity)
    forgetLocal(store.db, 'restoredFrom')
    return {
      deviceId: identity.device,
      name: hostname(),
      signKey: publicBytes(identity.signing),
      enrolled: new Date(this.now()).toISOString(),
    }
  }

  private headOf(device: string): LogHead {
    const { seq, hash } = this.store.log.head(device)
    return { device, seq, hash: Buffer.from(hash).toString('hex') }
  }

  private missingOf(own: string): Kept['others'] {
    return [...(this.anchor?.all() ?? [])].flatMap(([device, { seq }]) => {
      const here = this.store.log.head(device).seq
      return device !== own && here < seq ? [{ device, seq, here }] : []
    })
  }
}
