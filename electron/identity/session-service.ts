import { existsSync } from 'node:fs'
import type { Damage } from '../../shared/contract/check.ts'
import { type Failure, fail, ok, type Result } from '../../shared/contract/result.ts'
import type { SessionFacts } from '../../shared/contract/session.ts'
import { nipDigits } from '../../shared/format/nip.ts'
import type { Finding } from '../../shared/rules/audit/verdict.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { storeTexts } from '../../shared/texts/store.ts'
import type { Hosted } from '../core/hosted.ts'
import type { ReaderHost } from '../core/reader-host.ts'
import { databasePath, type WriterHost } from '../core/writer-host.ts'
import type { JobRunner } from '../jobs/runner.ts'
import type { Keychain } from '../shell/keychain.ts'
import type { Settled } from '../store/upkeep/swap-in.ts'
import { Attempts } from './attempts.ts'
import { DamagedData } from './damaged.ts'
import { type Clocks, Gate } from './gate.ts'
import { keepKeychainSlot } from './keychain-slot.ts'
import { KnownFolders } from './known-folders.ts'
import { Labels } from './labels.ts'
import { rekeyWhenDue } from './rekey.ts'
import { SlotKeeper } from './slot-keeper.ts'
import { type Opened, openSlot } from './slots.ts'
import { accountLabels, tellAttempts } from './tell-attempts.ts'
import { WorkspaceSlots } from './workspace-slots.ts'

const idleLimit = 10 * 60 * 1000
const absoluteLimit = 12 * 60 * 60 * 1000

/** An open session and its keys; they are overwritten when it ends. */
export type Open = {
  facts: SessionFacts
  readonly seed: Uint8Array
  key: Uint8Array
  readonly since: number
  used: number
  /** The database is damaged: it is only read. */
  frozen: boolean
}

export type Hosts = { readonly writer: Hosted<WriterHost>; readonly reader: Hosted<ReaderHost> }
type Parts = Hosts &
  Clocks & {
    readonly workspace: string
    readonly settings: string
    readonly jobs: JobRunner
    readonly keychain: Keychain
    /** Keeps data of an earlier version in a backup before it is upgraded. */
    readonly keepOlder?: (key: Uint8Array) => Promise<Result<null>>
  }

/** Who is at the keyboard: login, lock, logout. Holds the keys while a session is open and forgets them after. */
export class SessionService {
  readonly parts: Parts
  readonly here: WorkspaceSlots
  readonly keeper: SlotKeeper
  private readonly gate: Gate
  private readonly attempts: Attempts
  private readonly typed = new Labels()
  private open: Open | null = null
  private working = false
  readonly damaged: DamagedData
  private readonly folders: KnownFolders
  private readonly closers: (() => void)[] = []

  constructor(parts: Parts) {
    this.parts = parts
    this.here = new WorkspaceSlots(parts.workspace, parts.now())
    this.gate = new Gate(parts.workspace, parts)
    this.attempts = new Attempts(this.gate)
    this.keeper = new SlotKeeper(this)
    this.folders = new KnownFolders(parts.settings)
    this.damaged = new DamagedData(parts.workspace, parts.now)
  }

  get workspace(): string {
    return this.parts.workspace
  }

  get databaseKey(): Uint8Array | null {
    return this.open?.key ?? null
  }

  /** The key of the data for whoever may see to it, session or not. */
  keyAtHand(): Uint8Array | null {
    return this.open?.key ?? this.damaged.rescueKey()
  }

  /** The database is damaged and only read. */
  get isFrozen(): boolean {
    return this.open?.frozen ?? false
  }

  /** Told before the connections close. */
  whenCloses(told: () => void): void {
    this.closers.push(told)
  }

  /** The data is closed for work that needs the file alone. */
  get isBusy(): boolean {
    return this.working
  }

  opened(): Open | null {
    return this.open
  }

  /** The session now; null when locked. A call by the officer counts as use and puts the idle lock off. */
  current(touch: boolean): SessionFacts | null {
    if (this.open === null || this.expiry() !== null) return null
    if (touch) this.open.used = this.parts.now()
    return this.open.facts
  }

  /** The officer as the log knows them at this moment, whoever changed it; one who is no longer on duty is out at once. */
  async fresh(): Promise<SessionFacts | null> {
    const { open } = this
    if (open === null || this.working) return null
    const facts = await this.parts.reader.facts(open.facts.officer)
    if (this.open !== open) return null
    if (facts === null) await this.logout()
    else open.facts = facts
    return facts
  }

  /** Why the open session has to end now; null while it may go on. */
  expiry(): 'idle' | 'expired' | null {
    if (this.open === null || this.working) return null
    const now = this.parts.now()
    if (now - this.open.since > absoluteLimit) return 'expired'
    return now - this.open.used > idleLimit ? 'idle' : null
  }

  status(): Result<{
    state: 'none' | 'locked' | 'open'
    city: string | null
    session: SessionFacts | null
    folder: string
    restore: Settled
    damage: Damage | null
    mayRecover: boolean
  }> {
    const slots = this.folderIsThere() ?? this.here.read()
    if (!slots.ok) return slots
    const session = this.current(false)
    const state = slots.value === null ? 'none' : session === null ? 'locked' : 'open'
    return ok({
      state,
      city: slots.value?.city ?? null,
      session,
      folder: this.workspace,
      restore: this.here.settledAtStart,
      damage: this.damaged.known,
      mayRecover: this.keyAtHand() !== null,
    })
  }

  /** The drive with the data may be unplugged. Null: it is there, or data was never there. */
  folderIsThere(): Result<never> | null {
    const { workspace } = this
    return this.folders.isGone(workspace) ? fail('DriveGone', coreTexts.folderGone(workspace)) : null
  }

  login(nipAsTyped: string, password: string): Promise<Result<SessionFacts>> {
    return this.inTurn(async () => {
      const nip = nipDigits(nipAsTyped)
      const opened = await this.unlocked(nip, password, 'WrongLogin', coreTexts.wrongLogin)
      return opened.ok ? this.enter(nip, opened.value.seed, opened.value.databaseKey) : opened
    })
  }

  /** The password of the officer who is logged in, asked again before dangerous things. Call it within `inTurn`. */
  async checkPassword(password: string): Promise<Result<null>> {
    const nip = this.open?.facts.nip
    if (nip === undefined) return fail('NeedsLogin', coreTexts.needsLogin)
    const opened = await this.unlocked(nip, password, 'WrongPassword', coreTexts.wrongPassword)
    return opened.ok ? ok(null) : opened
  }

  /** A new password was given out: failures with the forgotten one delay nobody. */
  async mayTryAgain(nip: string): Promise<void> {
    this.gate.passed(await this.labelOf(nip))
  }

  /** Under which label attempts of a NIP are counted. */
  async labelOf(nip: string): Promise<string> {
    const slots = this.here.read()
    return slots.ok && slots.value !== null ? this.typed.of(slots.value, nip) : accountLabels.restore
  }

  private async unlocked(
    nip: string,
    password: string,
    type: 'WrongLogin' | 'WrongPassword',
    message: string,
  ): Promise<Result<Opened>> {
    const slots = this.folderIsThere() ?? this.here.begun()
    if (!slots.ok) return slots
    const label = await this.labelOf(nip)
    return this.attempt(label, type, async () => {
      const opened = await openSlot(slots.value, label, password)
      return opened === null ? fail(type, message) : ok(opened)
    })
  }

  /** See `Attempts.attempt`. */
  attempt<T>(label: string, wrong: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.attempts.attempt(label, wrong, work)
  }

  private async enter(nip: string, seed: Uint8Array, key: Uint8Array): Promise<Result<SessionFacts>> {
    await this.logout()
    if (this.damaged.known === null) {
      const opened = await this.openWriter(key)
      const facts = opened.ok ? await this.parts.writer.login(nip, seed) : opened
      if (facts.ok || !this.isDamage(facts.error)) return this.entered(facts, seed, key)
    }
    return this.enterFrozen(nip, seed, key)
  }

  /** Opens the data for writing; what an earlier version wrote is upgraded, once it is kept whole. */
  async openWriter(key: Uint8Array): Promise<Result<null>> {
    const kept = await this.parts.keepOlder?.(key)
    return kept === undefined || kept.ok ? this.parts.writer.open(this.workspace, key) : kept
  }

  /** Whether a failure to open says that the database is damaged, which is then known. */
  isDamage({ type }: Failure): boolean {
    const isGone = type === 'DriveGone' && this.here.isBegun() && !existsSync(databasePath(this.workspace))
    if (isGone) this.damaged.mark({ part: 'file', count: 1, detail: type })
    if (type === 'Damaged' || type === 'WrongKey')
      this.damaged.mark({ part: 'structure', count: 1, detail: type })
    return isGone || type === 'Damaged' || type === 'WrongKey'
  }

  /** Damaged data is only read; where not even that goes, whoever has the key may still see to it. */
  private async enterFrozen(nip: string, seed: Uint8Array, key: Uint8Array): Promise<Result<SessionFacts>> {
    const reading = await this.parts.reader.open(this.workspace, key)
    const facts = reading.ok ? await this.parts.reader.enter(nip, seed) : reading
    await this.parts.writer.close().catch(() => undefined)
    if (facts.ok) {
      const now = this.parts.now()
      this.open = { facts: facts.value, seed, key, since: now, used: now, frozen: true }
      return facts
    }
    if (!this.isDamage(facts.error)) return this.closing(facts)
    return this.lockedOut(key)
  }

  /** The data does not open; whoever has its key may see to it. */
  async lockedOut(key: Uint8Array): Promise<Result<never>> {
    await this.logout()
    this.damaged.mayBeSeenTo(key)
    return fail('Damaged', storeTexts.damaged)
  }

  /** Damage was met: the database is not written any more. */
  async freeze(found: Finding | null): Promise<void> {
    if (found !== null) this.damaged.mark(found)
    if (this.open !== null) this.open.frozen = true
    // The reader has the file open meanwhile: the last connection that may write would fold the log into it.
    await this.parts.writer.close().catch(() => undefined)
  }

  /** The database is whole again. */
  async thaw(): Promise<void> {
    if (this.open === null || !this.open.frozen) return
    this.open.frozen = false
    await this.reopen()
  }

  /** The writer let the officer in: the reader opens as well, and the session begins. */
  async entered(
    facts: Result<SessionFacts>,
    seed: Uint8Array,
    key: Uint8Array,
  ): Promise<Result<SessionFacts>> {
    if (!facts.ok) return this.closing(facts)
    const reading = await this.parts.reader.open(this.workspace, key)
    if (!reading.ok) return this.closing(reading)
    const now = this.parts.now()
    this.open = { facts: facts.value, seed, key, since: now, used: now, frozen: false }
    this.folders.remember(this.workspace)
    await tellAttempts(this.parts, this.gate, this.keeper, facts.value)
    await rekeyWhenDue(this, facts.value)
    if (this.opened() === null) return fail('NeedsLogin', coreTexts.needsLogin)
    await this.parts.writer.tellKeyChanges(facts.value)
    void this.keepKeychain().catch(() => undefined)
    void this.parts.writer.collect().catch(() => undefined)
    void this.followLog().catch(() => undefined)
    return facts
  }

  /** The slots of this computer become those that the log says; not those of a log that lost commits. */
  followLog(): Promise<void> {
    return this.inTurn(async () => {
      if (!this.isFrozen && (await this.parts.writer.mayWrite())) await this.keeper.follow()
    })
  }

  /** The slot of the operating system's keychain follows the key. */
  private keepKeychain(): Promise<void> {
    return this.inTurn(async () => {
      const key = this.open === null ? null : Uint8Array.from(this.open.key)
      if (key !== null) await keepKeychainSlot(this.workspace, this.parts.keychain, key)
      key?.fill(0)
    })
  }

  /** Ends what had begun. */
  async closing<F extends Result<never>>(failed: F): Promise<F> {
    await this.logout()
    return failed
  }

  async logout(): Promise<void> {
    const { open } = this
    this.open = null
    this.damaged.leave()
    for (const told of this.closers) told()
    await this.closeBoth()
    open?.seed.fill(0)
    open?.key.fill(0)
  }

  /**
   * The last connection that may write folds the write-ahead log into the database, where damage is noticed page by page. Of data
   * that is only read nothing is folded: the reader closes last.
   */
  private async closeBoth(): Promise<void> {
    const { writer, reader } = this.parts
    const folds = await writer.mayWrite().catch(() => false)
    // A thread that is gone holds nothing open.
    for (const host of folds ? [reader, writer] : [writer, reader]) await host.close().catch(() => undefined)
  }

  /** Closes both connections for work that needs the file alone, and opens them again where the session was not ended meanwhile. Null without a session. */
  async alone<T>(work: (key: Uint8Array) => Promise<T>): Promise<T | null> {
    const { open } = this
    if (open === null || this.working) return null
    this.working = true
    for (const told of this.closers) told()
    try {
      await this.closeBoth()
      return await work(open.key)
    } finally {
      this.working = false
      await this.reopen()
    }
  }

  /** The database is under another key now. Call it within `alone`. */
  takeKey(key: Uint8Array): void {
    this.open?.key.fill(0)
    if (this.open !== null) this.open.key = key
  }

  /** Opens both connections anew for the session that is open, as after a thread ended; the session ends where that fails. */
  async reopen(): Promise<void> {
    const { open } = this
    if (open === null) return
    if (open.frozen) {
      const reading = await this.parts.reader.open(this.workspace, open.key)
      if (!reading.ok) await this.logout()
      return
    }
    const opened = await this.parts.writer.open(this.workspace, open.key)
    const facts = opened.ok ? await this.parts.writer.enter(open.facts.nip, open.seed) : opened
    const reading = facts.ok ? await this.parts.reader.open(this.workspace, open.key) : facts
    if (!reading.ok) await this.logout()
  }

  /** See `Attempts.inTurn`. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.attempts.inTurn(work)
  }
}
