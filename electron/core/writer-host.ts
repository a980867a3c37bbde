import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { SessionFacts } from '../../shared/contract/session.ts'
import type { WrappedSeed } from '../../shared/records/core.ts'
import { type Grant, isWholeAdmin } from '../../shared/rules/access/index.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { speakAs } from '../../shared/texts/terms.ts'
import type { Composition } from '../composition-shape.ts'
import type { CommandContext, Handler } from '../feature.ts'
import { ownPasswordChosen, wholeAdmins } from '../identity/index.ts'
import { isNetworkFolder } from '../identity/network-folder.ts'
import { BlobStore } from '../store/blobs.ts'
import { type CommitBytes, commitsWanted, type Wanted, wantedBy } from '../store/commit-bytes.ts'
import { expected, storageFailure, undamaged } from '../store/failures.ts'
import type { Receipt } from '../store/judging/receive.ts'
import { recoveryFacts } from '../store/judging/recovery.ts'
import { officerKeysFrom, publicBytes, recoveryKeysFrom } from '../store/keys.ts'
import { forgetLocal, readLocal, writeLocal } from '../store/local.ts'
import type { Sqlite } from '../store/open.ts'
import { NewerDatabase, versionOf } from '../store/schema.ts'
import { type Actor, Store } from '../store/store.ts'
import { shareWorkspace } from '../store/upkeep/workspace-lock.ts'
import { decodeAnswer, perform, performText } from './contracted.ts'
import { type Beginning, genesis } from './genesis.ts'
import { type Begun, type Kept, OwnDevice } from './own-device.ts'
import { factsOf, identify, sessionAt, todayIn } from './session-facts.ts'
import { StagingShelf } from './transient.ts'

const nothing = (): void => undefined

export const databasePath = (workspace: string): string => join(workspace, 'selaras.db')
const everything: readonly Grant[] = [{ role: 'admin', opd: null, from: null, until: null }]

const keyChanges = [
  ['rekeyed', coreTexts.rekeyed],
  ['mended', coreTexts.mended],
] as const

type Writing = Extract<Handler, { kind: 'command' | 'internal' }>
type Reading = Extract<Handler, { kind: 'query' }>
export type Ran<T> = {
  readonly result: T
  readonly changed: readonly string[]
  readonly seq: number
}

/** The only writer of a workspace. Lives in a thread of its own, so that lists answer while it writes. */
export class WriterHost {
  private readonly composition: Composition
  private readonly handlers: ReadonlyMap<string, Writing>
  private readonly queries: ReadonlyMap<string, Reading>
  private readonly now: () => number
  /** Folder of the machine's settings; null keeps no anchor. */
  private readonly settings: string | null
  private store: Store | null = null
  private device: OwnDevice | null = null
  private release: () => void = nothing
  private workspace = ''
  private seed: Uint8Array = new Uint8Array()
  private readonly staging = new StagingShelf()

  constructor(composition: Composition, now: () => number, settings: string | null) {
    this.composition = composition
    this.now = now
    this.settings = settings
    const all = composition.features.flatMap(({ handlers }) => handlers)
    const writing = all.filter(
      (handler): handler is Writing => handler.kind === 'command' || handler.kind === 'internal',
    )
    this.handlers = new Map(
      writing.map((handler) => [handler.kind === 'command' ? handler.call.name : handler.name, handler]),
    )
    const reading = all.filter((handler): handler is Reading => handler.kind === 'query')
    this.queries = new Map(reading.map((handler) => [handler.call.name, handler]))
  }

  /** `begins`: makes the database; otherwise one that is not there is trouble with the disk. */
  open(workspace: string, key: Uint8Array, begins = false): Result<null> {
    this.close()
    if (isNetworkFolder(workspace)) return fail('NetworkFolder', coreTexts.networkFolder)
    try {
      this.release = shareWorkspace(workspace)
      const { definitions, definitionsVersion, rules, guards } = this.composition
      this.store = new Store({
        path: databasePath(workspace),
        key,
        mustExist: !begins,
        definitions,
        definitionsVersion,
        rules,
        guards,
        now: this.now,
        onWritten: () => this.device?.written(),
      })
      this.workspace = workspace
      return ok(null)
    } catch (error) {
      this.close()
      if (error instanceof NewerDatabase) return fail('NewerDatabase', coreTexts.newerDatabase)
      const known = storageFailure(error)
      if (known !== null) return { ok: false, error: known }
      throw error
    }
  }

  /** Version of the definitions with which the data was written, where this program would upgrade it. What does not read, `open` tells. */
  olderVersion(workspace: string, key: Uint8Array): number | null {
    try {
      const found = versionOf(databasePath(workspace), key)
      return found !== null && found < this.composition.definitionsVersion ? found : null
    } catch {
      return null
    }
  }

  close(): void {
    this.device?.leave()
    this.device = null
    this.store?.close()
    this.store = null
    this.release()
    this.release = nothing
    this.seed.fill(0)
    this.staging.leave()
  }

  begin(beginning: Beginning): Result<SessionFacts> {
    const store = this.opened()
    const begun = genesis(store, beginning, this.now())
    if (!begun.ok) return begun
    return this.enter(beginning.officer.nip, beginning.officer.seed)
  }

  /** An officer came in: an entry of the log like any other, without rows. */
  login(nip: string, seed: Uint8Array): Result<SessionFacts> {
    return expected(() => this.loginIn(nip, seed))
  }

  private loginIn(nip: string, seed: Uint8Array): Result<SessionFacts> {
    const facts = this.enter(nip, seed)
    if (!facts.ok || this.opened().onlyRead !== null) return facts
    const actor = this.actor(facts.value, sessionAt(facts.value, this.now()).grants)
    const done = this.opened().commit(actor, coreTexts.loggedIn, (tx) => {
      tx.facts['event'] = 'login'
    })
    return done.ok ? facts : done
  }

  /** See `identify`. */
  enter(nip: string, seed: Uint8Array): Result<SessionFacts> {
    const store = this.opened()
    const facts = identify(store.reader, nip, seed, this.now())
    if (!facts.ok) return facts
    this.hold(seed)
    this.staging.enter(facts.value.officer, seed)
    const device = this.takeDevice(store, facts.value)
    if (device.ok) this.openSealed(store, facts.value)
    return device.ok ? facts : device
  }

  /** What a check found, kept in the database that it found whole. */
  keepCheck(found: string): void {
    writeLocal(this.opened().db, 'checked', Buffer.from(found))
  }

  private openSealed(store: Store, { officer }: SessionFacts): void {
    store.openSealed({ officer, boxing: officerKeysFrom(this.seed).boxing })
  }

  /** Removes files of attachments that no record names, a week after they were written. */
  collect(): number {
    const { db, onlyRead } = this.opened()
    // Records that would name them may be among what is missing.
    if (onlyRead !== null) return 0
    const named = db.prepare('select blob from attachment where blob is not null').all() as { blob: string }[]
    return this.blobs(db).collect(new Set(named.map(({ blob }) => blob)), this.now())
  }

  /** Recovery: the admin who holds the printed code gets a new pair of keys under a new password; where nobody holds the role today, one of earlier or later holds it again. `secret`: of the code. */
  recover(nip: string, seed: Uint8Array, wrapped: WrappedSeed, secret: Uint8Array): Result<SessionFacts> {
    const store = this.opened()
    const facts = factsOf(store.reader, store.reader.where('officer', { nip })[0] ?? null, this.now())
    if (facts === null) return fail('UnknownOfficer', coreTexts.officerUnknown)
    const isAdmin = isWholeAdmin(sessionAt(facts, this.now()).grants)
    const isNeeded = wholeAdmins(store.reader, todayIn(this.now())).length === 0
    if (!isAdmin && !(isNeeded && isWholeAdmin(facts.grants)))
      return fail('NotAdmin', coreTexts.officerNotAdmin)
    this.hold(seed)
    this.staging.enter(facts.officer, seed)
    this.device = new OwnDevice(store, this.settings, this.now)
    const done = this.device.recover((begun) =>
      this.commitRecovery(store, facts, isAdmin, wrapped, secret, begun),
    )
    if (!done.ok) return done
    this.openSealed(store, facts)
    const known = factsOf(store.reader, store.reader.find('officer', facts.officer), this.now()) ?? facts
    return ok({ ...known, mustChangePassword: false, recovered: null })
  }

  /** One entry, also where the data was restored just now: nobody's earlier key could enrol the device before it. */
  private commitRecovery(
    store: Store,
    facts: SessionFacts,
    isAdmin: boolean,
    wrapped: WrappedSeed,
    secret: Uint8Array,
    begun: Begun | null,
  ): Result<unknown> {
    const keys = officerKeysFrom(this.seed)
    const signKey = publicBytes(keys.signing)
    const reason = [coreTexts.recovered(facts.name), ...(begun === null ? [] : [begun.reason])].join('. ')
    return store.commit(this.actor(facts, everything), reason, (tx) => {
      const proof = recoveryFacts(store.nextPlace(), signKey, recoveryKeysFrom(secret).signing)
      Object.assign(tx.facts, begun?.facts, proof)
      if (begun !== null) tx.create('device', begun.record)
      if (!isAdmin) tx.create('role', { officer: facts.officer, role: 'admin' })
      ownPasswordChosen(tx, facts.officer)
      tx.create('credential', { officer: facts.officer, signKey, boxKey: publicBytes(keys.boxing), wrapped })
    })
  }

  /** Hashes with which the file of failed attempts must go on; none before the first series. */
  attemptsTold(): string[] {
    const told = readLocal(this.opened().db, 'attempts')?.toString() ?? ''
    return told === '' ? [] : told.split(' ')
  }

  /** Failed attempts become an entry, and where their file goes on is kept with it. The officer who came in signs. */
  tellAttempts(facts: SessionFacts, reason: string, failed: number, told: readonly string[]): Result<null> {
    const store = this.opened()
    if (store.onlyRead !== null) return { ok: false, error: store.onlyRead }
    const actor = this.actor(facts, sessionAt(facts, this.now()).grants)
    return store.atomically(() => {
      writeLocal(store.db, 'attempts', Buffer.from(told.join(' ')))
      const done = store.commit(actor, reason, (tx) => {
        tx.facts['event'] = 'attempts'
        tx.facts['failed'] = String(failed)
      })
      return done.ok ? ok(null) : done
    })
  }

  /** A slot is dropped: the key that it gave shall go too. */
  markRekey(): void {
    writeLocal(this.opened().db, 'rekeyDue', Buffer.from('1'))
  }

  isRekeyDue(): boolean {
    return this.mayWrite() && readLocal(this.opened().db, 'rekeyDue') !== null
  }

  /** The slots were made anew by the keychain of the operating system, before anybody was in. */
  markMended(): void {
    writeLocal(this.opened().db, 'mended', Buffer.from('1'))
  }

  /** What became of the keys while nobody could sign for it: one entry each, once. */
  tellKeyChanges(facts: SessionFacts): Result<null> {
    for (const [mark, reason] of keyChanges) {
      const told = this.tellKeyChange(facts, mark, reason)
      if (!told.ok) return told
    }
    return ok(null)
  }

  private tellKeyChange(facts: SessionFacts, mark: 'rekeyed' | 'mended', reason: string): Result<null> {
    const store = this.opened()
    if (!this.mayWrite() || readLocal(store.db, mark) === null) return ok(null)
    return store.atomically(() => {
      forgetLocal(store.db, mark)
      const done = store.commit(this.actor(facts, everything), reason, (tx) => {
        tx.facts['event'] = mark
      })
      return done.ok ? ok(null) : done
    })
  }

  mayWrite(): boolean {
    return this.store !== null && this.store.onlyRead === null
  }

  /** What this computer remembers of the data, beside what is there. */
  anchored(): Kept {
    if (this.device === null) throw new TypeError('nobody has come in yet')
    return this.device.kept()
  }

  /** After a loss, on an admin's decision: the device ends here and a new one goes on. Nothing where nothing is missing. */
  goOn(facts: SessionFacts): Result<null> {
    return this.device?.goOn(this.actor(facts, everything)) ?? ok(null)
  }

  /** Commits of other devices. */
  receive(commits: readonly CommitBytes[]): Ran<Result<Receipt>> {
    const { onlyRead } = this.opened()
    return this.ran(() =>
      onlyRead === null ? this.opened().receive(commits) : { ok: false, error: onlyRead },
    )
  }

  wanted(): Wanted {
    return wantedBy(this.opened().reader)
  }

  /** What somebody lacks who asks for this, oldest first. */
  commitsWanted(wanted: Wanted, most?: number): CommitBytes[] {
    return commitsWanted(this.opened().reader, wanted, most)
  }

  rewrap(facts: SessionFacts, wrapped: WrappedSeed): Result<{ commit: string; seq: number }> {
    const store = this.opened()
    const own = publicBytes(officerKeysFrom(this.seed).signing)
    const credential = store.reader
      .where('credential', { officer: facts.officer })
      .find(({ signKey }) => signKey !== null && own.equals(signKey))
    if (credential === undefined) return fail('UnknownOfficer', coreTexts.officerUnknown)
    // An officer may change the wrapping of the own keys whatever the role.
    const done = store.commit(this.actor(facts, everything), coreTexts.passwordChanged, (tx) => {
      tx.update('credential', credential.id, { wrapped })
      ownPasswordChosen(tx, facts.officer)
    })
    return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq }) : done
  }

  run(name: string, input: unknown, facts: SessionFacts): Ran<Result<unknown>> {
    return this.ran(() => decodeAnswer(this.perform(name, input, facts)))
  }

  /** From text to text, so that only this thread reads what is asked and what is answered. */
  answer(name: string, input: string, facts: SessionFacts): Ran<string> {
    return this.ran(() => performText(input, (value) => this.perform(name, value, facts)))
  }

  /** A query about sealed records: they are open in this thread alone, which holds the officer's private key. */
  runSealed(name: string, input: unknown, facts: SessionFacts): Result<unknown> {
    speakAs(facts.regulation)
    const handler = this.queries.get(name)
    if (handler === undefined) throw new TypeError(`no handler reads ${name}`)
    const store = this.opened()
    const context = () => ({
      reader: store.openedReader() ?? store.reader,
      session: sessionAt(facts, this.now()),
      now: this.now,
    })
    return perform(handler.call, input, (checked) =>
      undamaged(expected(() => handler.run(context(), checked))),
    )
  }

  answerSealed(name: string, input: string, facts: SessionFacts): string {
    return performText(input, (value) => this.runSealed(name, value, facts))
  }

  /** Keeps a value until a command of the same session asks for it by the token. */
  stage(value: unknown): string {
    return this.staging.put(value)
  }

  private ran<T>(work: () => T): Ran<T> {
    const store = this.opened()
    store.takeChangedTypes()
    const result = work()
    return { result, changed: store.takeChangedTypes(), seq: store.head().seq }
  }

  private perform(name: string, input: unknown, facts: SessionFacts): Result<unknown> {
    const handler = this.handlers.get(name)
    if (handler === undefined) throw new TypeError(`no handler writes ${name}`)
    const { onlyRead } = this.opened()
    if (onlyRead !== null) return { ok: false, error: onlyRead }
    const context = this.context(this.opened(), facts)
    const write = (checked: never): Result<unknown> =>
      undamaged(expected(() => handler.run(context, checked)))
    return handler.kind === 'command' ? perform(handler.call, input, write) : write(input as never)
  }

  private context(store: Store, facts: SessionFacts): CommandContext {
    speakAs(facts.regulation)
    const session = sessionAt(facts, this.now())
    return {
      store,
      reader: store.reader,
      actor: this.actor(facts, session.grants),
      session,
      blobs: this.blobs(store.db),
      staged: this.staging.get,
      restage: this.staging.change,
      unstage: this.staging.drop,
      now: this.now,
    }
  }

  private blobs(db: Sqlite): BlobStore {
    const blobKey = readLocal(db, 'blobKey')
    if (blobKey === null) throw new TypeError('the workspace has no key for attachments')
    return new BlobStore(join(this.workspace, 'blobs'), blobKey)
  }

  private actor(facts: SessionFacts, grants: readonly Grant[]): Actor {
    return {
      officer: facts.officer,
      capacity: facts.capacity,
      grants,
      signing: officerKeysFrom(this.seed).signing,
    }
  }

  /** Acts as this computer's device; what it remembers of the data may say that this file must not go on. */
  private takeDevice(store: Store, facts: SessionFacts): Result<null> {
    this.device = new OwnDevice(store, this.settings, this.now)
    return this.device.take(this.actor(facts, everything), sessionAt(facts, this.now()).grants)
  }

  /** A copy of its own, so that it can be overwritten: the session's belong to the session. */
  private hold(seed: Uint8Array): void {
    this.seed.fill(0)
    this.seed = Uint8Array.from(seed)
  }

  private opened(): Store {
    if (this.store === null) throw new TypeError('no database is open')
    return this.store
  }
}
