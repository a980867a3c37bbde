import type { CoreEvent, LockReason } from '../../shared/contract/bridge.ts'
import type { AnyCall, Audience } from '../../shared/contract/call.ts'
import { auditContinue } from '../../shared/contract/records.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import {
  backupCreate,
  backupRestore,
  changePassword,
  newRecoveryCode,
  officerAdd,
  officerResetPassword,
  type SessionFacts,
  sessionActAs,
  sessionLogout,
} from '../../shared/contract/session.ts'
import { readRequest } from '../../shared/contract/wire.ts'
import { mayCall } from '../../shared/rules/access/index.ts'
import { checkTexts } from '../../shared/texts/check.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { storeTexts } from '../../shared/texts/store.ts'
import { speakAs } from '../../shared/texts/terms.ts'
import { keepOlder, makeBackup, restoreFile } from '../backup/index.ts'
import { Checks } from '../check/index.ts'
import type { Composition } from '../composition-shape.ts'
import type { Handler, TaskContext } from '../feature.ts'
import { joinWorkspace, requestJoin } from '../identity/join.ts'
import { type Hosts, SessionService } from '../identity/session-service.ts'
import type { JobRunner } from '../jobs/runner.ts'
import type { Keychain } from '../shell/keychain.ts'
import type { DownloadFile } from '../shell/protocol.ts'
import type { CommitBytes, Wanted } from '../store/commit-bytes.ts'
import { isDamagedFile, undamaged } from '../store/failures.ts'
import type { Receipt } from '../store/judging/receive.ts'
import { checkInput, checkOutput, decodeAnswer, decodeInput, encodeAnswer, malformed } from './contracted.ts'
import { ThreadEnded } from './hosted.ts'
import { type ServiceParts, serviceHandlers } from './services.ts'
import { sessionAt } from './session-facts.ts'
import { DownloadShelf, StagingShelf } from './transient.ts'
import type { Ran } from './writer-host.ts'

export type CoreParts = Hosts & {
  readonly composition: Composition
  readonly compositionUrl: string
  readonly workspace: string
  /** Folder of the machine's settings. */
  readonly settings: string
  readonly jobs: JobRunner
  readonly now: () => number
  readonly uptime: () => number
  readonly keychain: Keychain
  /** Milliseconds after a login until the daily check of the database begins; absent: it runs by command only. */
  readonly checkAfter?: number
  readonly onEvent: (event: CoreEvent) => void
  /** Technical text of a defect, for a detail link and standard error; never values of records. */
  readonly onDefect: (error: unknown, call: string) => void
}

/** How a call comes and its answer goes: as a value for callers in this process, as text for the window. */
type Way<T> = {
  readonly input: () => Result<unknown>
  readonly read: (facts: SessionFacts) => Promise<T>
  readonly write: (facts: SessionFacts) => Promise<Ran<T>>
  readonly told: (result: Result<unknown>) => T
}

type Contracted = Exclude<Handler, { kind: 'internal' }>

/** All that an officer may do before the first password gave way to an own one. */
const beforeOwnPassword: ReadonlySet<string> = new Set([changePassword.name, sessionLogout.name])

/** Record types from which the slots of this computer follow. */
const accountTypes: ReadonlySet<string> = new Set(['officer', 'role', 'credential', 'recoveryKey'])
/** Tasks that write to the database; exports and imports do by commands of their own. */
const writingTasks: ReadonlySet<string> = new Set(
  [auditContinue, changePassword, officerAdd, officerResetPassword, newRecoveryCode, backupCreate].map(
    ({ name }) => name,
  ),
)
const notAllowed = (facts: SessionFacts | null): string =>
  facts === null || facts.actingAs === null ? coreTexts.notAllowed : coreTexts.notAllowedAs(facts.capacity)
const readOnly = () => fail('ReadOnly', checkTexts.readOnly)

/** Answers the contract. Every call is checked here and nowhere else: name, session, own password, role, input, output. */
export class Core {
  readonly session: SessionService
  readonly downloads: DownloadShelf
  private readonly checks: Checks
  private readonly staging = new StagingShelf()
  private readonly parts: CoreParts
  private readonly services: ServiceParts
  private readonly handlers: ReadonlyMap<string, Contracted>
  private readonly running = new Map<string, AbortController>()

  constructor(parts: CoreParts) {
    this.parts = parts
    this.session = new SessionService({ ...parts, keepOlder: (key) => keepOlder(this.session, parts, key) })
    this.downloads = new DownloadShelf(parts.now)
    this.checks = new Checks({ ...parts, session: this.session })
    this.services = {
      session: this.session,
      jobs: parts.jobs,
      composition: parts.composition,
      compositionUrl: parts.compositionUrl,
      cancel: this.cancel,
      locked: this.locked,
      forget: this.forget,
      checks: this.checks,
      checkAfter: parts.checkAfter ?? null,
    }
    const all = [
      ...parts.composition.features.flatMap(({ handlers }) => handlers),
      ...serviceHandlers(this.services),
    ]
    const contracted = all.filter((handler): handler is Contracted => handler.kind !== 'internal')
    this.handlers = new Map(contracted.map((handler) => [handler.call.name, handler]))
  }

  /** One message of the window, one answer. Never throws. Only what runs a call reads its input. */
  async answer(text: string): Promise<string> {
    const request = readRequest(text)
    if (request === null) return encodeAnswer(malformed())
    const { reader, writer } = this.parts
    return this.dispatch(request.name, request.call, {
      input: () => decodeInput(request.input),
      read: async (facts) =>
        (await reader.answer(request.name, request.input, facts)) ??
        writer.answerSealed(request.name, request.input, facts),
      write: (facts) => writer.answer(request.name, request.input, facts),
      told: encodeAnswer,
    })
  }

  /** The same for callers in this process. `call` names it for progress and Batal. */
  async handle(name: string, input: unknown, call = ''): Promise<Result<unknown>> {
    const { reader, writer } = this.parts
    return this.dispatch(name, call, {
      input: () => ok(input),
      read: async (facts) => (await reader.run(name, input, facts)) ?? writer.runSealed(name, input, facts),
      write: (facts) => writer.run(name, input, facts),
      told: decodeAnswer,
    })
  }

  private async dispatch<T>(name: string, call: string, way: Way<T>): Promise<T> {
    const handler = this.handlers.get(name)
    if (handler === undefined) return way.told(fail('UnknownCall', coreTexts.unknownCall, { call: name }))
    await this.lockWhenDue()
    const isPublic = this.audienceOf(handler.call) === 'public'
    if (!isPublic && this.session.isBusy) return way.told(fail('Busy', coreTexts.busy))
    try {
      const facts = isPublic ? this.session.current(false) : await this.freshFacts()
      if (facts !== null) speakAs(facts.regulation)
      const refused = this.refusalOf(handler.call, facts)
      return refused === null ? await this.run(handler, facts, call, way) : way.told(refused)
    } catch (error) {
      return way.told(await this.defect(error, name))
    }
  }

  /** Roles as they are now, whoever changed them: an officer who was ended or whose roles ran out is out at this action. */
  private async freshFacts(): Promise<SessionFacts | null> {
    if (this.session.current(true) === null) return null
    const facts = await this.session.fresh()
    if (facts === null && !this.session.isBusy) this.locked('logout')
    return facts
  }

  private async defect(error: unknown, name: string): Promise<Result<never>> {
    if (isDamagedFile(error)) {
      await this.checks.met()
      return fail('Damaged', storeTexts.damaged)
    }
    this.parts.onDefect(error, name)
    if (error instanceof ThreadEnded) await this.recoverThreads()
    return fail('Defect', coreTexts.defect, { detail: detailOf(error, name) })
  }

  /** The officer works on; only what the ended thread was doing is lost, and nothing of it was written by half. */
  private async recoverThreads(): Promise<void> {
    if (this.session.current(false) === null) return
    await this.session.reopen().catch(() => this.session.reopen().catch(() => this.session.logout()))
    if (this.session.current(false) === null) this.locked('logout')
  }

  async lockWhenDue(): Promise<void> {
    const reason = this.session.expiry()
    if (reason === null) return
    await this.session.logout()
    this.locked(reason)
  }

  /** Starts the threads, which the first screen does not need: it paints sooner without them beside it. */
  warm(): void {
    this.parts.writer.warm()
    this.parts.reader.warm()
  }

  async stop(): Promise<void> {
    for (const controller of this.running.values()) controller.abort()
    await this.session.logout()
    await Promise.all([this.parts.writer.stop(), this.parts.reader.stop()])
  }

  /** While there is no workspace, what begins one is open to all. */
  private audienceOf({ roles }: AnyCall): Audience {
    const begins = typeof roles === 'object' && 'first' in roles && roles.first === true
    const { session } = this
    const mayRescue = session.opened() === null && session.damaged.rescueKey() !== null
    return begins && (!session.here.isBegun() || mayRescue) ? 'public' : roles
  }

  /** Null: this officer may make the call now. */
  private refusalOf(call: AnyCall, facts: SessionFacts | null): Result<never> | null {
    const roles = this.audienceOf(call)
    const grants = facts === null ? null : sessionAt(facts, this.parts.now()).grants
    if (roles !== 'public' && facts === null) return fail('NeedsLogin', coreTexts.needsLogin)
    if (roles !== 'public' && facts?.mustChangePassword && !beforeOwnPassword.has(call.name))
      return fail('MustChangePassword', coreTexts.mustChangePassword)
    if (!mayCall(roles, grants)) return fail('NotAllowed', notAllowed(facts), { call: call.name })
    const writes = call.kind === 'command' || writingTasks.has(call.name)
    return writes && this.session.isFrozen ? readOnly() : null
  }

  private async run<T>(
    handler: Contracted,
    facts: SessionFacts | null,
    call: string,
    way: Way<T>,
  ): Promise<T> {
    if (handler.kind === 'task') return way.told(await this.runTask(handler, way.input(), facts, call))
    if (facts === null) return way.told(fail('NeedsLogin', coreTexts.needsLogin))
    if (handler.kind === 'query') return way.read(facts)
    const { result, changed } = await this.written(way.write(facts))
    if (handler.call.name === sessionActAs.name) await this.tellAll()
    await this.followAccounts(changed)
    return result
  }

  /** As another an officer may see other things: all that is shown is asked for again, the session too. */
  private async tellAll(): Promise<void> {
    await this.freshFacts()
    const records = this.parts.composition.definitions.map(({ type }) => type)
    this.parts.onEvent({ type: 'changed', records, seq: 0 })
  }

  private async followAccounts(changed: readonly string[]): Promise<void> {
    if (changed.some((type) => accountTypes.has(type)))
      await this.session.followLog().catch((error: unknown) => this.parts.onDefect(error, 'slots'))
  }

  private async written<T>(writing: Promise<Ran<T>>): Promise<Ran<T>> {
    const ran = await writing
    if (ran.changed.length > 0) this.parts.onEvent({ type: 'changed', records: ran.changed, seq: ran.seq })
    return ran
  }

  private async runTask(
    handler: Extract<Contracted, { kind: 'task' }>,
    given: Result<unknown>,
    facts: SessionFacts | null,
    call: string,
  ): Promise<Result<unknown>> {
    const input = given.ok ? checkInput(handler.call, given.value) : given
    if (!input.ok) return input
    const controller = new AbortController()
    if (call !== '') this.running.set(call, controller)
    try {
      const context = this.taskContext(facts, call, controller.signal)
      return checkOutput(handler.call, undamaged(await handler.run(context, input.value as never)))
    } finally {
      this.running.delete(call)
    }
  }

  private taskContext(facts: SessionFacts | null, call: string, signal: AbortSignal): TaskContext {
    const { now, jobs, onEvent } = this.parts
    return {
      session: facts === null ? null : sessionAt(facts, now()),
      now,
      progress: (done, total, step) => onEvent({ type: 'progress', call, done, total, step }),
      signal,
      jobs,
      downloads: this.downloads,
      staging: this.staging,
      stage: (value) => this.parts.writer.stage(value),
      ask: (asked, asking) => this.handle(asked.name, asking) as Promise<Result<never>>,
      write: async (name, writing) => {
        const now = facts === null ? null : await this.freshFacts()
        if (now === null || now.officer !== facts?.officer) return fail('NeedsLogin', coreTexts.needsLogin)
        if (this.session.isFrozen) return readOnly()
        return (await this.written(this.parts.writer.run(name, writing, now))).result as Result<never>
      },
    }
  }

  private readonly cancel = (call: string): boolean => {
    const found = this.running.get(call)
    found?.abort()
    return found !== undefined
  }

  private readonly locked = (reason: LockReason): void => {
    this.forget()
    this.parts.onEvent({ type: 'locked', reason })
  }

  private readonly forget = (): void => {
    this.downloads.clear()
    this.staging.clear()
  }

  /** A folder in which nothing has begun asks to be taken in, and joins with the answer. */
  requestJoin(name: string): ReturnType<typeof requestJoin> {
    return requestJoin(this.session, name)
  }
  join(welcome: Uint8Array, nip: string, password: string): ReturnType<typeof joinWorkspace> {
    return joinWorkspace(this.session, welcome, nip, password, this.parts)
  }

  /** Commits of other devices; those who watch are told, and the slots follow. */
  async receive(commits: readonly CommitBytes[]): Promise<Result<Receipt>> {
    const facts = await this.freshFacts()
    if (facts === null) return fail('NeedsLogin', coreTexts.needsLogin)
    const { result, changed } = await this.written(this.parts.writer.receive(commits))
    await this.followAccounts(changed)
    return result
  }

  /** What to ask others for: their `commitsWanted` of this. */
  async wanted(): Promise<Result<Wanted>> {
    const facts = await this.freshFacts()
    return facts === null ? fail('NeedsLogin', coreTexts.needsLogin) : ok(await this.parts.writer.wanted())
  }

  /** Commits that somebody lacks who asks for this, oldest first, at most 500 unless told. */
  async commitsWanted(wanted: Wanted, most?: number): Promise<Result<readonly CommitBytes[]>> {
    const facts = await this.freshFacts()
    return facts === null
      ? fail('NeedsLogin', coreTexts.needsLogin)
      : ok(await this.parts.writer.commitsWanted(wanted, most))
  }

  get jobs(): JobRunner {
    return this.parts.jobs
  }

  /** For the command line, where the user names the file. */
  async backup(target: string | null): ReturnType<typeof makeBackup> {
    const facts = await this.freshFacts()
    const refused = this.refusalOf(backupCreate, facts)
    if (refused !== null) return refused
    return makeBackup(this.services, this.taskContext(facts, '', new AbortController().signal), target)
  }

  async restore(file: string, nip: string, password: string): ReturnType<typeof restoreFile> {
    const facts = await this.freshFacts()
    const refused = this.refusalOf(backupRestore, facts)
    if (refused !== null) return refused
    const checked = checkInput(backupRestore, { file: null, name: null, nip, password })
    if (!checked.ok) return checked
    const context = this.taskContext(facts, '', new AbortController().signal)
    return restoreFile(this.services, context, file, nip, password)
  }

  download(token: string): DownloadFile | null {
    return this.downloads.take(token)
  }
}

const detailOf = (error: unknown, call: string): string =>
  `${call}: ${error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'}`
