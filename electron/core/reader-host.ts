import type { Result } from '../../shared/contract/result.ts'
import type { SessionFacts } from '../../shared/contract/session.ts'
import { catalogueOf } from '../../shared/records/index.ts'
import type { Composition } from '../composition-shape.ts'
import type { Handler } from '../feature.ts'
import { openDatabase, type Sqlite } from '../store/open.ts'
import { Reader } from '../store/reader.ts'
import { sessionAt } from './session-facts.ts'
import { databasePath } from './writer-host.ts'

type Reading = Extract<Handler, { kind: 'query' }>

/** Answers queries on a read-only connection of its own: a write never makes a list wait. */
export class ReaderHost {
  private readonly composition: Composition
  private readonly handlers: ReadonlyMap<string, Reading>
  private readonly now: () => number
  private db: Sqlite | null = null
  private reader: Reader | null = null

  constructor(composition: Composition, now: () => number) {
    this.composition = composition
    this.now = now
    const all = composition.features.flatMap(({ handlers }) => handlers)
    const reading = all.filter((handler): handler is Reading => handler.kind === 'query')
    this.handlers = new Map(reading.map((handler) => [handler.call.name, handler]))
  }

  open(workspace: string, key: Uint8Array): void {
    this.close()
    this.db = openDatabase(databasePath(workspace), key, { readonly: true })
    this.reader = new Reader(this.db, catalogueOf(this.composition.definitions))
  }

  close(): void {
    this.db?.close()
    this.db = null
    this.reader = null
  }

  run(name: string, input: unknown, facts: SessionFacts): Result<unknown> {
    const handler = this.handlers.get(name)
    if (handler === undefined || this.reader === null || this.db === null)
      throw new TypeError(`no handler reads ${name}`)
    const { reader, now } = this
    // One transaction: everything an answer shows, and its `seen`, belong to the same moment.
    return this.db.transaction(() =>
      handler.run({ reader, session: sessionAt(facts, now()), now }, input as never),
    )()
  }
}
