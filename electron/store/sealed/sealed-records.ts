import { type CommitHeader, encodeHeader, rowsPart, type Seen } from '../../../shared/commit/header.ts'
import { encodeRows, type RowChange } from '../../../shared/commit/part.ts'
import type { AnyDefinition } from '../../../shared/records/define.ts'
import { type Catalogue, catalogueOf } from '../../../shared/records/index.ts'
import { packBody } from '../compress.ts'
import type { RefusedCommit } from '../judging/refused.ts'
import { digestOf, Log, partId, type StoredCommit } from '../log.ts'
import { attach, type DatabaseKey, openInMemory, type Sqlite } from '../open.ts'
import { pastOf } from '../past.ts'
import { type Origin, Projector } from '../projection.ts'
import { Reader } from '../reader.ts'
import { emptyProjections, prepareSchema } from '../schema.ts'
import { type StoredPart, sealedAfter } from './sealed-index.ts'
import type { RecordKeys } from './sealed-keys.ts'
import { namedIn } from './sealed-named.ts'
import { type Opener, Opening, type SealedCourt } from './sealed-opening.ts'
import { Shown } from './sealed-shown.ts'
import { type SealedOut, sealChanges } from './sealed-write.ts'

/** The file that holds the sealed parts, and what they are judged by. */
export type Surroundings = {
  /** The ordinary records. */
  readonly main: Reader
  readonly path: string
  readonly key: DatabaseKey
  readonly definitionsVersion: number
  readonly court: SealedCourt
}
type Dependencies = Opener & Surroundings

/** Sealed definitions as they are for whoever opened them: ordinary ones. */
const openedOf = (catalogue: Catalogue): AnyDefinition[] =>
  [...catalogue.values()]
    .filter(({ isSealed }) => isSealed)
    .map((definition) => ({ ...definition, isSealed: false }))

/** Reads opened records, and the ordinary ones beside them; what it saw of the log is what the file holds. */
class OpenedReader extends Reader {
  private readonly main: Reader
  private readonly refused: () => readonly RefusedCommit[]
  constructor(db: Sqlite, catalogue: Catalogue, main: Reader, refused: () => readonly RefusedCommit[]) {
    super(db, catalogue)
    this.main = main
    this.refused = refused
  }
  override get file(): Reader {
    return this.main
  }
  override refusedSealed(): readonly RefusedCommit[] {
    return this.refused()
  }
  override vector(): Seen {
    return this.main.vector()
  }
}

/**
 * Sealed records that the officer who is logged in may read, in memory alone and gone with the session. It is a small store
 * of its own: the commits with their sealed parts opened, projected by the same rules as everywhere.
 */
export class SealedRecords {
  readonly reader: Reader
  private readonly db: Sqlite
  private readonly deps: Dependencies
  private readonly catalogue: Catalogue
  private readonly log: Log
  private readonly projector: Projector
  private readonly opening: Opening
  private readonly shown = new Shown()
  /** The last part that was taken in. */
  private last = 0
  private isStale = true

  constructor(deps: Dependencies) {
    this.deps = deps
    const opened = openedOf(deps.main.catalogue)
    this.catalogue = catalogueOf(opened)
    this.db = openInMemory()
    prepareSchema(this.db, this.catalogue, deps.definitionsVersion, () => undefined)
    attach(this.db, deps.path, deps.key, 'beside')
    this.reader = new OpenedReader(
      this.db,
      catalogueOf([...deps.main.catalogue.values(), ...opened]),
      deps.main,
      () => this.shown.told(),
    )
    this.opening = new Opening(deps, { opened: this.reader, main: deps.main }, deps.court, this.shown)
    this.log = new Log(this.db)
    // Nothing of a commit is kept: the same one comes again with more of its parts open.
    this.projector = new Projector(this.db, this.catalogue, (type, id) => pastOf(this.reader)(type, id))
  }

  close(): void {
    this.db.close()
    this.opening.close()
  }

  /** What is here may no longer be what the log says: the past is judged otherwise, or a record was destroyed. */
  forget(): void {
    this.isStale = true
  }

  readerOf(type: string): Reader {
    return this.catalogue.has(type) ? this.reader : this.deps.main
  }

  /** Where a transaction projects what it changes here. */
  side(origin: Origin): { readonly projector: Projector; readonly origin: Origin } {
    return { projector: this.projector, origin: { ...origin, arrival: this.log.nextArrival } }
  }

  /** What is undone in the file is undone here. */
  inTransaction<T>(work: () => T): T {
    try {
      return this.db.transaction(work)()
    } catch (error) {
      this.forget()
      throw error
    }
  }

  catchUp(): void {
    this.inTransaction(() => this.follow())
  }

  /** Takes in what the log has since the last time; gives the record types that changed. */
  follow(): string[] {
    if (this.isStale) return this.load()
    const fresh = sealedAfter(this.deps.main, this.last)
    if (fresh.some((stored) => this.showsMore(stored))) return this.load()
    const wereHidden = this.shown.countHidden
    const types = this.project(fresh)
    return this.shown.countHidden > wereHidden ? this.load() : types
  }

  /** Whether a part may show of its record what was not shown so far. */
  private showsMore(stored: StoredPart): boolean {
    const { record } = stored
    if (!this.shown.isInPart(record)) return false
    const { count } = this.opening.keysOf(record)
    const opens = this.opening.open(stored) !== null
    return opens && (this.shown.isHidden(record) || this.opening.keysOf(record).count > count)
  }

  private load(): string[] {
    this.opening.forgetKeys()
    this.shown.clear()
    this.empty()
    const all = sealedAfter(this.deps.main, 0)
    this.project(all)
    // Which records are hidden is known only at the end: once more without them.
    if (this.shown.countHidden > 0) {
      this.empty()
      this.project(all.filter(({ record }) => !this.shown.isHidden(record)))
    }
    this.last = all.at(-1)?.part ?? 0
    this.isStale = false
    return [...this.catalogue.keys()]
  }

  private empty(): void {
    emptyProjections(this.db, this.catalogue, this.deps.definitionsVersion)
    for (const table of ['_log', '_part']) this.db.prepare(`delete from main.${table}`).run()
    this.log.reload()
    this.projector.reset()
    this.opening.forgetTypes()
    this.shown.clearFaults()
  }

  /** In the order of their arrival. The newest are opened first: they hold the keys of the others. */
  private project(all: readonly StoredPart[]): string[] {
    for (const stored of all.toReversed()) this.opening.learnFrom(stored)
    const counting = all.filter(({ isRefused }) => isRefused === 0)
    const commits = Map.groupBy(counting, ({ commit }) => commit.arrival)
    const types = [...commits.values()].flatMap((parts) => this.projectOpened(parts))
    for (const record of new Set(all.map(({ record }) => record))) this.hideFromUnnamed(record)
    this.projector.search.flush()
    this.last = Math.max(this.last, all.at(-1)?.part ?? 0)
    return [...new Set(types)]
  }

  /** Whoever was named by a change that another, made apart from it, outdid, holds keys of what they are not to read. */
  private hideFromUnnamed(record: string): void {
    const definition = this.opening.definitionOf(record)
    const row = definition && this.projector.current(definition, record)
    if (definition && row && !namedIn(definition, row).includes(this.deps.officer)) this.shown.hide(record)
  }

  private projectOpened(parts: readonly StoredPart[]): string[] {
    const ofRecords = [...Map.groupBy(parts, ({ record }) => record).values()]
    const lawful = ofRecords.flatMap((ofRecord) => this.opening.lawfulIn(ofRecord))
    const [first] = parts
    if (first === undefined || lawful.length === 0) return []
    const { commit, header } = first
    const origin = { ...header, arrival: this.log.nextArrival }
    this.appendOpened(commit, header, lawful)
    for (const change of lawful.flat()) this.projector.apply(change, origin)
    return lawful.flat().map(({ type }) => type)
  }

  /** The commit as the log would hold it had its sealed parts been open. */
  private appendOpened(
    commit: StoredCommit,
    header: CommitHeader,
    opened: readonly (readonly RowChange[])[],
  ): void {
    const bodies = opened.map((changes) => packBody(encodeRows(changes, header)))
    const parts = opened.map(({ length }, n) => ({
      kind: rowsPart,
      rows: length,
      digest: digestOf(bodies[n] as Uint8Array),
      about: '',
    }))
    this.log.append({ ...commit, header: encodeHeader({ ...header, parts }) }, bodies)
  }

  /** The sealed parts of a commit whose changes were projected here. */
  seal(changes: readonly RowChange[], made: Pick<CommitHeader, 'workspace' | 'device' | 'seq'>): SealedOut[] {
    const { main, court } = this.deps
    const keysOf = (record: string): RecordKeys => this.opening.keysOf(record)
    const { authorities } = court()
    return sealChanges({ main, authorities, projector: this.projector, keysOf }, changes, made)
  }

  /** The same commit as it came into the log of the file. */
  wrote(commit: StoredCommit, header: CommitHeader, sealed: readonly SealedOut[]): void {
    const opened = sealed.map(({ changes }) => changes)
    this.appendOpened(commit, header, opened)
    for (const change of opened.flat()) this.opening.noteType(change)
    this.projector.search.flush()
    this.last = partId(commit.arrival, header.parts.length)
  }
}
