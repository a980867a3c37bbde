import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { SessionFacts } from '../../shared/contract/session.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import type { Hosted } from '../core/hosted.ts'
import type { ReaderHost } from '../core/reader-host.ts'
import { databasePath, type WriterHost } from '../core/writer-host.ts'
import { officerKeysFrom, publicBytes } from '../store/keys.ts'
import { removeDatabase } from '../store/rebuild.ts'
import { isNetworkFolder } from './network-folder.ts'
import { weakPassword } from './password-rules.ts'
import {
  emptySlots,
  makeRecoveryCode,
  openOfficerSlot,
  openRecoverySlot,
  readSlots,
  type SlotFile,
  withOfficer,
  withRecovery,
  wrapSeed,
  writeSlots,
} from './slots.ts'
import { Throttle } from './throttle.ts'

const idleLimit = 10 * 60 * 1000
const absoluteLimit = 12 * 60 * 60 * 1000

type Open = {
  readonly facts: SessionFacts
  readonly seed: Uint8Array
  readonly key: Uint8Array
  readonly since: number
  used: number
}

export type Hosts = { readonly writer: Hosted<WriterHost>; readonly reader: Hosted<ReaderHost> }
type Parts = Hosts & { readonly workspace: string; readonly now: () => number }

export type FirstStart = {
  readonly regulation: 'prabumulih' | 'singkawang'
  readonly city: string
  readonly agency: string
  readonly name: string
  readonly nip: string
  readonly position: string
  readonly password: string
}
export type NewOfficer = {
  readonly nip: string
  readonly name: string
  readonly position: string
  readonly rank: string
  readonly password: string
  readonly grants: SessionFacts['grants']
}

const digits = (nip: string): string => nip.replace(/\D/g, '')

/** Who is at the keyboard: login, lock, first start, recovery. Holds the keys while a session is open and forgets them after. */
export class SessionService {
  private readonly parts: Parts
  private readonly throttle = new Throttle()
  private open: Open | null = null

  constructor(parts: Parts) {
    this.parts = parts
  }

  get workspace(): string {
    return this.parts.workspace
  }

  get databaseKey(): Uint8Array | null {
    return this.open?.key ?? null
  }

  /** The session now; null when locked. A call by the officer counts as use and puts the idle lock off. */
  current(touch: boolean): SessionFacts | null {
    if (this.open === null || this.expiry() !== null) return null
    if (touch) this.open.used = this.parts.now()
    return this.open.facts
  }

  /** Why the open session has to end now; null while it may go on. */
  expiry(): 'idle' | 'expired' | null {
    if (this.open === null) return null
    const now = this.parts.now()
    if (now - this.open.since > absoluteLimit) return 'expired'
    return now - this.open.used > idleLimit ? 'idle' : null
  }

  status(): Result<{
    state: 'none' | 'locked' | 'open'
    city: string | null
    session: SessionFacts | null
    folder: string
  }> {
    const slots = this.slots()
    if (!slots.ok) return slots
    const session = this.current(false)
    const state = slots.value === null ? 'none' : session === null ? 'locked' : 'open'
    return ok({ state, city: slots.value?.city ?? null, session, folder: this.workspace })
  }

  async create(start: FirstStart): Promise<Result<{ session: SessionFacts; recoveryCode: string }>> {
    if (existsSync(databasePath(this.workspace)) && readSlots(this.workspace) !== null)
      return fail('WorkspaceExists', coreTexts.workspaceExists)
    const weak = weakPassword(start.password, [start.nip, start.name, start.city, start.agency])
    if (weak !== null) return weak
    mkdirSync(this.workspace, { recursive: true, mode: 0o700 })
    if (isNetworkFolder(this.workspace)) return fail('NetworkFolder', coreTexts.networkFolder)
    // A database without slots is one whose making was cut off: nobody can open it any more.
    removeDatabase(databasePath(this.workspace))
    return this.begin(start)
  }

  private async begin(start: FirstStart): Promise<Result<{ session: SessionFacts; recoveryCode: string }>> {
    const key = randomBytes(32)
    const seed = randomBytes(32)
    const wrapped = await wrapSeed(seed, start.password)
    const opened = await this.parts.writer.open(this.workspace, key)
    if (!opened.ok) return opened
    const officer = { nip: start.nip, name: start.name, position: start.position, seed, wrapped }
    const begun = await this.parts.writer.begin({
      city: start.city,
      regulation: start.regulation,
      agency: start.agency,
      officer,
      deviceName: hostname(),
    })
    if (!begun.ok) return begun
    const recoveryCode = makeRecoveryCode(randomBytes)
    const slots = await withOfficer(emptySlots(start.city), start.nip, seed, wrapped, key)
    writeSlots(this.workspace, await withRecovery(slots, recoveryCode, key))
    await this.parts.reader.open(this.workspace, key)
    this.begun(begun.value, seed, key)
    return ok({ session: begun.value, recoveryCode })
  }

  async login(nipAsTyped: string, password: string): Promise<Result<SessionFacts>> {
    const nip = digits(nipAsTyped)
    const slots = this.slots()
    if (!slots.ok) return slots
    if (slots.value === null) return fail('NoWorkspace', coreTexts.noWorkspace)
    const waited = this.mustWait(nip)
    if (waited !== null) return waited
    const opened = await openOfficerSlot(slots.value, nip, password)
    if (opened === null) {
      this.throttle.failed(nip, this.parts.now())
      return fail('WrongLogin', coreTexts.wrongLogin)
    }
    return this.enter(nip, opened.seed, opened.databaseKey)
  }

  private async enter(nip: string, seed: Uint8Array, key: Uint8Array): Promise<Result<SessionFacts>> {
    const opened = await this.parts.writer.open(this.workspace, key)
    if (!opened.ok) return opened
    const facts = await this.parts.writer.login(nip, seed)
    if (!facts.ok) {
      await this.parts.writer.close()
      return facts
    }
    await this.parts.reader.open(this.workspace, key)
    this.throttle.passed(nip)
    this.begun(facts.value, seed, key)
    return facts
  }

  async logout(): Promise<void> {
    this.open = null
    await Promise.all([this.parts.writer.close(), this.parts.reader.close()])
  }

  async recover(code: string, nipAsTyped: string, password: string): Promise<Result<SessionFacts>> {
    const nip = digits(nipAsTyped)
    const slots = this.slots()
    if (!slots.ok) return slots
    if (slots.value === null) return fail('NoWorkspace', coreTexts.noWorkspace)
    const waited = this.mustWait('recovery')
    if (waited !== null) return waited
    const weak = weakPassword(password, [nip, slots.value.city])
    if (weak !== null) return weak
    const key = await openRecoverySlot(slots.value, code)
    if (key === null) {
      this.throttle.failed('recovery', this.parts.now())
      return fail('WrongRecoveryCode', coreTexts.wrongRecovery)
    }
    return this.enterByRecovery(slots.value, nip, password, key)
  }

  private async enterByRecovery(
    slots: SlotFile,
    nip: string,
    password: string,
    key: Uint8Array,
  ): Promise<Result<SessionFacts>> {
    const seed = randomBytes(32)
    const wrapped = await wrapSeed(seed, password)
    const opened = await this.parts.writer.open(this.workspace, key)
    if (!opened.ok) return opened
    const facts = await this.parts.writer.recover(nip, seed, wrapped)
    if (!facts.ok) return facts
    writeSlots(this.workspace, await withOfficer(slots, nip, seed, wrapped, key))
    await this.parts.reader.open(this.workspace, key)
    this.begun(facts.value, seed, key)
    return facts
  }

  async changePassword(current: string, next: string): Promise<Result<{ commit: string; seq: number }>> {
    const { open } = this
    const slots = this.slots()
    if (!slots.ok) return slots
    if (open === null || slots.value === null) return fail('NeedsLogin', coreTexts.needsLogin)
    const weak = weakPassword(next, [open.facts.nip, open.facts.name, slots.value.city])
    if (weak !== null) return weak
    const checked = await this.checkPassword(current)
    if (!checked.ok) return checked
    const wrapped = await wrapSeed(open.seed, next)
    const done = await this.parts.writer.rewrap(open.facts, wrapped)
    if (done.ok)
      writeSlots(this.workspace, await withOfficer(slots.value, open.facts.nip, open.seed, wrapped, open.key))
    return done
  }

  /** The password of the officer who is logged in, asked again before dangerous things. */
  async checkPassword(password: string): Promise<Result<null>> {
    const { open } = this
    const slots = this.slots()
    if (!slots.ok) return slots
    if (open === null || slots.value === null) return fail('NeedsLogin', coreTexts.needsLogin)
    const waited = this.mustWait(open.facts.nip)
    if (waited !== null) return waited
    if ((await openOfficerSlot(slots.value, open.facts.nip, password)) !== null) return ok(null)
    this.throttle.failed(open.facts.nip, this.parts.now())
    return fail('WrongPassword', coreTexts.wrongPassword)
  }

  async addOfficer(
    officer: NewOfficer,
    write: (name: string, input: unknown) => Promise<Result<{ id: string; commit: string }>>,
  ): Promise<Result<{ id: string; commit: string }>> {
    const { open } = this
    const slots = this.slots()
    if (!slots.ok) return slots
    if (open === null || slots.value === null) return fail('NeedsLogin', coreTexts.needsLogin)
    const weak = weakPassword(officer.password, [officer.nip, officer.name, slots.value.city])
    if (weak !== null) return weak
    const seed = randomBytes(32)
    const keys = officerKeysFrom(seed)
    const wrapped = await wrapSeed(seed, officer.password)
    const { password: _password, ...shown } = officer
    const input = { ...shown, signKey: publicBytes(keys.signing), boxKey: publicBytes(keys.boxing), wrapped }
    const written = await write('officer.write', input)
    if (written.ok)
      writeSlots(this.workspace, await withOfficer(slots.value, officer.nip, seed, wrapped, open.key))
    return written
  }

  async newRecoveryCode(password: string): Promise<Result<{ recoveryCode: string }>> {
    const checked = await this.checkPassword(password)
    if (!checked.ok) return checked
    const slots = this.slots()
    if (!slots.ok || slots.value === null || this.open === null)
      return fail('NeedsLogin', coreTexts.needsLogin)
    const recoveryCode = makeRecoveryCode(randomBytes)
    writeSlots(this.workspace, await withRecovery(slots.value, recoveryCode, this.open.key))
    return ok({ recoveryCode })
  }

  /** Roles anew after a commit that may have changed them; an officer who is no longer on duty is out at once. */
  async refresh(): Promise<void> {
    if (this.open === null) return
    const facts = await this.parts.writer.facts(this.open.facts.officer)
    if (facts === null) await this.logout()
    else if (this.open !== null) this.open = { ...this.open, facts }
  }

  /** Closes both connections for work that needs the file alone, and opens them again. */
  async alone<T>(work: (key: Uint8Array) => Promise<T>): Promise<T | null> {
    const { open } = this
    if (open === null) return null
    await Promise.all([this.parts.writer.close(), this.parts.reader.close()])
    try {
      return await work(open.key)
    } finally {
      await this.enter(open.facts.nip, open.seed, open.key)
    }
  }

  private begun(facts: SessionFacts, seed: Uint8Array, key: Uint8Array): void {
    const now = this.parts.now()
    this.open = { facts, seed, key, since: now, used: now }
  }

  private mustWait(account: string) {
    const wait = this.throttle.wait(account, this.parts.now())
    return wait === 0
      ? null
      : fail('Wait', coreTexts.waitLogin(Math.ceil(wait / 1000)), { milliseconds: wait })
  }

  private slots(): Result<SlotFile | null> {
    try {
      return ok(readSlots(this.workspace))
    } catch {
      return fail('DamagedSlots', coreTexts.damagedSlots)
    }
  }
}
