import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { SessionFacts } from '../../shared/contract/session.ts'
import { nipDigits } from '../../shared/format/nip.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import type { Hosted } from '../core/hosted.ts'
import type { ReaderHost } from '../core/reader-host.ts'
import type { WriterHost } from '../core/writer-host.ts'
import { sweepLeftovers } from '../store/leftovers.ts'
import { isHalfway, type Settled, settleSwap } from '../store/swap-in.ts'
import { Attempts } from './attempts.ts'
import { EndedSlots } from './ended.ts'
import { type FirstStart, prepareFolder, writeFirstSlots } from './first-start.ts'
import { weakPassword } from './password-rules.ts'
import {
  changeSlots,
  type Opened,
  openOfficerSlot,
  openRecoverySlot,
  readSlots,
  type SlotFile,
  withOfficer,
  wrapSeed,
} from './slots.ts'

const idleLimit = 10 * 60 * 1000
const absoluteLimit = 12 * 60 * 60 * 1000
const recoveryAccount = 'recovery'

/** An open session and its keys; they are overwritten when it ends. */
export type Open = {
  facts: SessionFacts
  readonly seed: Uint8Array
  readonly key: Uint8Array
  readonly since: number
  used: number
}

export type Hosts = { readonly writer: Hosted<WriterHost>; readonly reader: Hosted<ReaderHost> }
type Parts = Hosts & { readonly workspace: string; readonly now: () => number }

type Begun = { session: SessionFacts; recoveryCode: string }

/** Who is at the keyboard: login, lock, first start, recovery. Holds the keys while a session is open and forgets them after. */
export class SessionService {
  readonly parts: Parts
  private readonly attempts: Attempts
  private open: Open | null = null
  private working = false
  private readonly endedSlots = new EndedSlots()

  /** What became of a restore that was cut off before this start. */
  readonly settledAtStart: Settled

  constructor(parts: Parts) {
    this.parts = parts
    this.attempts = new Attempts(parts.now)
    this.settledAtStart = this.settleRestore()
    try {
      sweepLeftovers(this.workspace, parts.now())
    } catch {
      // What cannot be removed now is tried at the next start.
    }
  }

  /** Ends a restore that was cut off. A failure leaves it halfway, which `slots` tells. */
  settleRestore(): Settled {
    try {
      return settleSwap(this.workspace)
    } catch {
      return null
    }
  }

  get workspace(): string {
    return this.parts.workspace
  }

  get databaseKey(): Uint8Array | null {
    return this.open?.key ?? null
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
  }> {
    const slots = this.slots()
    if (!slots.ok) return slots
    const session = this.current(false)
    const state = slots.value === null ? 'none' : session === null ? 'locked' : 'open'
    return ok({
      state,
      city: slots.value?.city ?? null,
      session,
      folder: this.workspace,
      restore: this.settledAtStart,
    })
  }

  create(start: FirstStart): Promise<Result<Begun>> {
    return this.inTurn(async () => {
      const slots = this.slots()
      if (!slots.ok) return slots
      if (slots.value !== null) return fail('WorkspaceExists', coreTexts.workspaceExists)
      const prepared = prepareFolder(this.workspace, start, this.parts.now())
      if (!prepared.ok) return prepared
      return this.begin(start)
    })
  }

  private async begin(start: FirstStart): Promise<Result<Begun>> {
    const key = randomBytes(32)
    const seed = randomBytes(32)
    const wrapped = await wrapSeed(seed, start.password)
    const opened = await this.parts.writer.open(this.workspace, key)
    if (!opened.ok) return opened
    const { nip, name, position, city, regulation, agency } = start
    const officer = { nip, name, position, seed, wrapped }
    const begun = await this.parts.writer.begin({ city, regulation, agency, officer, deviceName: hostname() })
    if (!begun.ok) return this.closing(begun)
    const recoveryCode = await writeFirstSlots(this.workspace, start, { seed, wrapped, key })
    const entered = await this.entered(begun, seed, key)
    return entered.ok ? ok({ session: entered.value, recoveryCode }) : entered
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
  mayTryAgain(nip: string): void {
    this.attempts.passed(nip)
  }

  private async unlocked(
    nip: string,
    password: string,
    type: 'WrongLogin' | 'WrongPassword',
    message: string,
  ): Promise<Result<Opened>> {
    const slots = this.slots()
    if (!slots.ok) return slots
    const { value } = slots
    if (value === null) return fail('NoWorkspace', coreTexts.noWorkspace)
    return this.attempt(nip, type, async () => {
      const opened = await openOfficerSlot(value, nip, password)
      return opened === null ? fail(type, message) : ok(opened)
    })
  }

  /** See `Attempts.attempt`. */
  attempt<T>(account: string, wrong: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.attempts.attempt(account, wrong, work)
  }

  private async enter(nip: string, seed: Uint8Array, key: Uint8Array): Promise<Result<SessionFacts>> {
    await this.logout()
    const opened = await this.parts.writer.open(this.workspace, key)
    if (!opened.ok) return opened
    return this.entered(await this.parts.writer.login(nip, seed), seed, key)
  }

  private async entered(
    facts: Result<SessionFacts>,
    seed: Uint8Array,
    key: Uint8Array,
  ): Promise<Result<SessionFacts>> {
    if (!facts.ok) return this.closing(facts)
    const reading = await this.parts.reader.open(this.workspace, key)
    if (!reading.ok) return this.closing(reading)
    const now = this.parts.now()
    this.open = { facts: facts.value, seed, key, since: now, used: now }
    void this.parts.writer.collect().catch(() => undefined)
    void this.dropEnded().catch(() => undefined)
    return facts
  }

  /** Drops the slots of officers who are no longer on duty or have no role left: their passwords open this computer's data no more. */
  dropEnded(): Promise<void> {
    return this.inTurn(async () => {
      const slots = this.slots()
      if (this.open === null || this.working || !slots.ok || slots.value === null) return
      await this.endedSlots.drop(this.workspace, slots.value, await this.parts.reader.ended())
    })
  }

  private async closing<F extends Result<never>>(failed: F): Promise<F> {
    await this.logout()
    return failed
  }

  async logout(): Promise<void> {
    const { open } = this
    this.open = null
    // A thread that is gone holds nothing open.
    await Promise.allSettled([this.parts.writer.close(), this.parts.reader.close()])
    open?.seed.fill(0)
    open?.key.fill(0)
  }

  recover(code: string, nipAsTyped: string, password: string): Promise<Result<SessionFacts>> {
    return this.inTurn(async () => {
      const nip = nipDigits(nipAsTyped)
      const slots = this.slots()
      if (!slots.ok) return slots
      if (slots.value === null) return fail('NoWorkspace', coreTexts.noWorkspace)
      const { value } = slots
      const weak = weakPassword(password, [nip, value.city])
      if (weak !== null) return weak
      const opened = await this.attempt(recoveryAccount, 'WrongRecoveryCode', async () => {
        const key = await openRecoverySlot(value, code)
        return key === null ? fail('WrongRecoveryCode', coreTexts.wrongRecovery) : ok(key)
      })
      if (!opened.ok) return opened
      this.attempts.passed(nip)
      return this.enterByRecovery(value, nip, password, opened.value)
    })
  }

  private async enterByRecovery(
    slots: SlotFile,
    nip: string,
    password: string,
    key: Uint8Array,
  ): Promise<Result<SessionFacts>> {
    const seed = randomBytes(32)
    const wrapped = await wrapSeed(seed, password)
    await this.logout()
    const opened = await this.parts.writer.open(this.workspace, key)
    if (!opened.ok) return opened
    const facts = await this.parts.writer.recover(nip, seed, wrapped)
    if (facts.ok) changeSlots(this.workspace, await withOfficer(slots, nip, seed, wrapped, key))
    return this.entered(facts, seed, key)
  }

  /** Closes both connections for work that needs the file alone, and opens them again where the session was not ended meanwhile. Null without a session. */
  async alone<T>(work: (key: Uint8Array) => Promise<T>): Promise<T | null> {
    const { open } = this
    if (open === null || this.working) return null
    this.working = true
    try {
      // A thread that is gone holds nothing open.
      await Promise.allSettled([this.parts.writer.close(), this.parts.reader.close()])
      return await work(open.key)
    } finally {
      this.working = false
      await this.reopen()
    }
  }

  /** Opens both connections anew for the session that is open, as after a thread ended; the session ends where that fails. */
  async reopen(): Promise<void> {
    const { open } = this
    if (open === null) return
    const opened = await this.parts.writer.open(this.workspace, open.key)
    const facts = opened.ok ? await this.parts.writer.enter(open.facts.nip, open.seed) : opened
    const reading = facts.ok ? await this.parts.reader.open(this.workspace, open.key) : facts
    if (!reading.ok) await this.logout()
  }

  /** Somebody can log in here. Of keys that do not read nobody can, so that a restore is the only way on. */
  isBegun(): boolean {
    const slots = this.slots()
    return slots.ok ? slots.value !== null : slots.error.type !== 'DamagedSlots'
  }

  slots(): Result<SlotFile | null> {
    if (isHalfway(this.workspace)) this.settleRestore()
    if (isHalfway(this.workspace)) return fail('RestoreUnfinished', coreTexts.restoreUnfinished)
    try {
      return ok(readSlots(this.workspace))
    } catch {
      return fail('DamagedSlots', coreTexts.damagedSlots)
    }
  }

  /** See `Attempts.inTurn`. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.attempts.inTurn(work)
  }
}
