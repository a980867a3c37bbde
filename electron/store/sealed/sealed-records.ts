import type { KeyObject } from 'node:crypto'
import { sameDot } from '../../../shared/clock/dots.ts'
import { knownTo } from '../../../shared/clock/heads.ts'
import { MalformedBytes } from '../../../shared/commit/bytes.ts'
import { type CommitHeader, encodeHeader, rowsPart, type Seen } from '../../../shared/commit/header.ts'
import { parseRecordId } from '../../../shared/commit/id.ts'
import { decodeRows, encodeRows, type RowChange } from '../../../shared/commit/part.ts'
import type { AnyDefinition } from '../../../shared/records/define.ts'
import { type Catalogue, catalogueOf } from '../../../shared/records/index.ts'
import { storeTexts } from '../../../shared/texts/store.ts'
import { packBody } from '../compress.ts'
import type { Court } from '../judging/judge.ts'
import type { Fault, RefusedCommit } from '../judging/refused.ts'
import { commitName, digestOf, Log, partId, placeOfPart, type StoredCommit } from '../log.ts'
import { attach, type DatabaseKey, openInMemory, type Sqlite } from '../open.ts'
import { pastOf } from '../past.ts'
import { type Origin, Projector } from '../projection.ts'
import { Reader } from '../reader.ts'
import { emptyProjections, prepareSchema } from '../schema.ts'
import { type StoredPart, sealedAfter } from './sealed-index.ts'
import { RecordKeys } from './sealed-keys.ts'
import { foundIn, type Shelves, sealedFault } from './sealed-lawful.ts'
import { namedIn } from './sealed-named.ts'
import { type OpenedPart, openPart } from './sealed-part.ts'
import { boxKeysOf, type SealedOut, sealChanges } from './sealed-write.ts'

/** The officer who is logged in, and the private half that opens what is sealed to them. */
export type Opener = { readonly officer: string; readonly boxing: KeyObject }

type Dependencies = Opener & {
  /** The ordinary records. */
  readonly main: Reader
  readonly path: string
  readonly key: DatabaseKey
  readonly definitionsVersion: number
  readonly court: () => Pick<Court, 'authorities' | 'knownOf' | 'rules'>
}

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

const notWhatItSays: Fault = { reason: 'content', detail: '' }

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
  private readonly keys = new Map<string, RecordKeys>()
  private readonly typeOf = new Map<string, string>()
  /** Records of which some part does not open here. */
  private readonly unopened = new Set<string>()
  /**
   * A record is shown whole or not at all. Not shown: a named officer sealed a part that does not open, the making is missing, or
   * this officer is named no more.
   */
  private readonly hidden = new Set<string>()
  /** By hidden record: the commit that does not open, where one is here. */
  private readonly closed = new Map<string, RefusedCommit>()
  /** Sealed parts that were not lawful: only those who can open one can tell. */
  private readonly faults = new Map<string, RefusedCommit>()
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
      () => [...this.faults.values(), ...this.closed.values()],
    )
    this.log = new Log(this.db)
    // Nothing of a commit is kept: the same one comes again with more of its parts open.
    this.projector = new Projector(this.db, this.catalogue, (type, id) => pastOf(this.reader)(type, id))
  }

  close(): void {
    this.db.close()
    this.keys.clear()
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
    const isNotShown = (record: string): boolean => this.unopened.has(record) || this.hidden.has(record)
    if (fresh.some((stored) => isNotShown(stored.record) && this.openAndLearn(stored) !== null))
      return this.load()
    const wasHidden = this.hidden.size
    const types = this.project(fresh)
    return this.hidden.size > wasHidden ? this.load() : types
  }

  private load(): string[] {
    for (const known of [this.keys, this.unopened, this.hidden, this.closed]) known.clear()
    this.empty()
    const all = sealedAfter(this.deps.main, 0)
    this.project(all)
    // Which records are hidden is known only at the end: once more without them.
    if (this.hidden.size > 0) {
      this.empty()
      this.project(all.filter(({ record }) => !this.hidden.has(record)))
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
    this.typeOf.clear()
    this.faults.clear()
  }

  private keysOf(record: string): RecordKeys {
    const known = this.keys.get(record) ?? new RecordKeys()
    this.keys.set(record, known)
    return known
  }

  private openAndLearn({ record, body, header }: StoredPart): OpenedPart | Fault | null {
    if (body === null) return null
    try {
      return openPart(header, record, body, this.keysOf(record), this.deps.boxing)
    } catch (error) {
      if (error instanceof MalformedBytes) return notWhatItSays
      throw error
    }
  }

  /** In the order of their arrival. The newest are opened first: they hold the keys of the others. */
  private project(all: readonly StoredPart[]): string[] {
    for (const stored of all.toReversed()) this.learnFrom(stored)
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
    const definition = this.deps.main.catalogue.get(this.typeOf.get(record) ?? '')
    const row = definition && this.projector.current(definition, record)
    if (definition && row && !namedIn(definition, row).includes(this.deps.officer)) this.hidden.add(record)
  }

  /** Whoever sealed a part has its key, whatever the part says, and whether or not it counts. */
  private learnFrom(stored: StoredPart): void {
    const opened = this.openAndLearn(stored)
    if (opened !== null && 'key' in opened)
      this.keysOf(stored.record).learn(opened.key, this.boxKeysOfAuthor(stored.header))
  }

  private boxKeysOfAuthor(header: CommitHeader): Uint8Array[] {
    const { main, court } = this.deps
    return boxKeysOf(main, court().authorities, header.officer, knownTo(header))
  }

  private projectOpened(parts: readonly StoredPart[]): string[] {
    const lawful = parts.map((stored) => this.lawfulIn(stored)).filter((changes) => changes.length > 0)
    const [first] = parts
    if (first === undefined || lawful.length === 0) return []
    const { commit, header } = first
    const origin = { ...header, arrival: this.log.nextArrival }
    this.appendOpened(commit, header, lawful)
    for (const change of lawful.flat()) this.projector.apply(change, origin)
    return lawful.flat().map(({ type }) => type)
  }

  /** Changes of a part that count here; none where it does not open, or where it is not lawful. */
  private lawfulIn(stored: StoredPart): readonly RowChange[] {
    const opened = this.openAndLearn(stored)
    if (opened === null) {
      this.leaveClosed(stored)
      return []
    }
    const changes = 'reason' in opened ? null : changesOfSealed(stored, opened)
    if ('reason' in opened || changes === null) {
      // Bytes that hold nothing say nothing to those who do not know the record.
      if (this.typeOf.has(stored.record)) this.noteFault(stored, notWhatItSays)
      return []
    }
    // What only a newer version can read is as good as closed.
    if (changes.some(({ type }) => !this.deps.main.catalogue.has(type))) {
      this.leaveClosed(stored)
      return []
    }
    return this.judged(stored, opened, changes)
  }

  /** The changes of a part that opened where they are lawful: then it vouches for the keys that it holds. */
  private judged(
    stored: StoredPart,
    { key, content }: OpenedPart,
    changes: readonly RowChange[],
  ): readonly RowChange[] {
    const { record, header } = stored
    const fault = sealedFault(this.deps.court(), this.shelves, header, record, changes)
    if (fault !== null) {
      this.noteFault(stored, fault)
      return []
    }
    this.keysOf(record).vouch(key, content.keys, this.boxKeysOfAuthor(header))
    for (const { type } of changes) this.typeOf.set(record, type)
    return changes
  }

  private get shelves(): Shelves {
    return { opened: this.reader, main: this.deps.main }
  }

  /** Once for each record of a commit, however many parts of it say the same. */
  private noteFault({ header, commit, record }: StoredPart, fault: Fault): void {
    const name = [commitName(header), record, fault.reason, fault.detail].join(' ')
    this.faults.set(name, { ...header, said: commit.reason, ...fault })
  }

  /** Whoever is not named can put bytes there that open for nobody: they hide nothing, and are told. */
  private leaveClosed(stored: StoredPart): void {
    const { header, record, body, commit } = stored
    this.unopened.add(record)
    const isHere = body !== null
    if (!isHere && isMadeBy(record, header)) this.hidden.add(record)
    const definition = this.deps.main.catalogue.get(this.typeOf.get(record) ?? '')
    if (definition === undefined) return
    const row = foundIn(this.shelves, definition.type, record, knownTo(header))
    if (row === null) return
    if (namedIn(definition, row).includes(header.officer)) {
      this.hidden.add(record)
      if (isHere && !this.closed.has(record))
        this.closed.set(record, { ...header, said: commit.reason, reason: 'closed', detail: '' })
    } else if (isHere)
      this.noteFault(stored, { reason: 'ruled', detail: storeTexts.notNamed(definition.label) })
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
    const keysOf = (record: string): RecordKeys => this.keysOf(record)
    const { authorities } = court()
    return sealChanges({ main, authorities, projector: this.projector, keysOf }, changes, made)
  }

  /** The same commit as it came into the log of the file. */
  wrote(commit: StoredCommit, header: CommitHeader, sealed: readonly SealedOut[]): void {
    const opened = sealed.map(({ changes }) => changes)
    this.appendOpened(commit, header, opened)
    for (const { type, id } of opened.flat()) this.typeOf.set(id, type)
    this.projector.search.flush()
    this.last = partId(commit.arrival, header.parts.length)
  }
}

const isMadeBy = (record: string, commit: CommitHeader): boolean => {
  const made = parseRecordId(record)
  return made !== null && sameDot(made, commit)
}

/** Null where the rows are not what the header says of them. */
const changesOfSealed = ({ part, header }: StoredPart, { content }: OpenedPart): RowChange[] | null => {
  try {
    const changes = decodeRows(content.rows, header)
    const { rows } = header.parts[placeOfPart(part).n] ?? { rows: 0 }
    return rows > 0 && changes.length === rows ? changes : null
  } catch (error) {
    if (error instanceof MalformedBytes) return null
    throw error
  }
}
