import { ok, type Result } from '../../shared/contract/result.ts'
import type { SessionFacts } from '../../shared/contract/session.ts'
import { catalogueOf } from '../../shared/records/index.ts'
import { speakAs } from '../../shared/texts/terms.ts'
import type { Composition } from '../composition-shape.ts'
import { type Handler, sealedElsewhere } from '../feature.ts'
import { currentCode, type KnownOfficer, knownOfficers, type PublicCode } from '../identity/index.ts'
import { expected, undamaged } from '../store/failures.ts'
import { readLocal } from '../store/local.ts'
import { lastSeqsIn } from '../store/log.ts'
import { openDatabase, type Sqlite } from '../store/open.ts'
import { Reader } from '../store/reader.ts'
import { perform, performText } from './contracted.ts'
import { actingFacts, identify, sessionAt, todayIn } from './session-facts.ts'
import { databasePath } from './writer-host.ts'

type Reading = Extract<Handler, { kind: 'query' }>
type Opened = { readonly db: Sqlite; readonly reader: Reader }

/** Answers queries on a read-only connection of its own: a write never makes a list wait. */
export class ReaderHost {
  private readonly composition: Composition
  private readonly handlers: ReadonlyMap<string, Reading>
  private readonly now: () => number
  private opened: Opened | null = null

  constructor(composition: Composition, now: () => number) {
    this.composition = composition
    this.now = now
    const all = composition.features.flatMap(({ handlers }) => handlers)
    const reading = all.filter((handler): handler is Reading => handler.kind === 'query')
    this.handlers = new Map(reading.map((handler) => [handler.call.name, handler]))
  }

  open(workspace: string, key: Uint8Array): Result<null> {
    this.close()
    return expected(() => {
      const db = openDatabase(databasePath(workspace), key, { readonly: true, mustExist: true })
      this.opened = { db, reader: new Reader(db, catalogueOf(this.composition.definitions)) }
      return ok(null)
    })
  }

  close(): void {
    this.opened?.db.close()
    this.opened = null
  }

  /** Whoever comes in where nothing may be written; see `WriterHost.enter`. */
  enter(nip: string, seed: Uint8Array): Result<SessionFacts> {
    return expected(() => identify(this.mustBeOpen().reader, nip, seed, this.now()))
  }

  /** What the last check found, as `WriterHost.keepCheck` kept it; null: none yet. */
  lastCheck(): string | null {
    return readLocal(this.mustBeOpen().db, 'checked')?.toString() ?? null
  }

  /** Other computers by the log, with the number of their last commit here. */
  otherDevices(): { name: string; commits: number }[] {
    const { db, reader } = this.mustBeOpen()
    const own = readLocal(db, 'device')?.toString()
    return lastSeqsIn(db)
      .filter(({ device }) => device !== own)
      .map(({ device, seq }) => {
        const name = reader.where('device', { deviceId: device })[0]?.name
        return { name: name || device, commits: seq }
      })
  }

  /** Id of the workspace. */
  workspace(): string {
    return readLocal(this.mustBeOpen().db, 'workspace')?.toString() ?? ''
  }

  /** The officer as the log knows them now, as what they chose to act; null when unknown, no longer on duty, or without a role that holds today. */
  facts(officer: string): SessionFacts | null {
    const { reader } = this.mustBeOpen()
    return actingFacts(reader, reader.find('officer', officer), this.now())
  }

  /** Name of the city; '' before it is known. */
  city(): string {
    return this.mustBeOpen().reader.where('workspace', {})[0]?.city ?? ''
  }

  /** Officers with what their slots are made of. */
  officers(): KnownOfficer[] {
    return knownOfficers(this.mustBeOpen().reader, todayIn(this.now()))
  }

  /** Public half of the printed recovery code that holds; null where it was made before this was kept. */
  recoveryCode(): PublicCode | null {
    return currentCode(this.mustBeOpen().reader)
  }

  /**
   * From text to text, so that only this thread reads what is asked and what is answered. Null: about sealed records, which
   * the writer's thread can answer alone.
   */
  answer(name: string, input: string, facts: SessionFacts): string | null {
    let isElsewhere = false
    const text = performText(input, (value) => {
      const result = this.run(name, value, facts)
      isElsewhere = result === null
      return result ?? ok(null)
    })
    return isElsewhere ? null : text
  }

  run(name: string, input: unknown, facts: SessionFacts): Result<unknown> | null {
    const handler = this.handlers.get(name)
    if (handler === undefined) throw new TypeError(`no handler reads ${name}`)
    speakAs(facts.regulation)
    const { db, reader } = this.mustBeOpen()
    const context = { reader, session: sessionAt(facts, this.now()), now: this.now }
    // One transaction: everything an answer shows, and its `seen`, belong to the same moment.
    const read = db.transaction((checked: never) => handler.run(context, checked))
    const result = perform(handler.call, input, (checked) => undamaged(expected(() => read(checked))))
    return !result.ok && result.error.type === sealedElsewhere ? null : result
  }

  private mustBeOpen(): Opened {
    if (this.opened === null) throw new TypeError('no database is open')
    return this.opened
  }
}
