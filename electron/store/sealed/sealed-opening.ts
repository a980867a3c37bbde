import type { KeyObject } from 'node:crypto'
import { sameDot } from '../../../shared/clock/dots.ts'
import { knownTo } from '../../../shared/clock/heads.ts'
import { MalformedBytes } from '../../../shared/commit/bytes.ts'
import type { CommitHeader } from '../../../shared/commit/header.ts'
import { parseRecordId } from '../../../shared/commit/id.ts'
import { decodeRows, type RowChange } from '../../../shared/commit/part.ts'
import type { AnyDefinition } from '../../../shared/records/define.ts'
import { storeTexts } from '../../../shared/texts/store.ts'
import type { Court } from '../judging/judge.ts'
import { recordRightFault } from '../judging/lawful.ts'
import type { Fault } from '../judging/refused.ts'
import { placeOfPart } from '../log.ts'
import type { StoredPart } from './sealed-index.ts'
import { RecordKeys } from './sealed-keys.ts'
import { foundIn, type Shelves, sealedFault } from './sealed-lawful.ts'
import { namedIn } from './sealed-named.ts'
import { keysWrappedTo, type OpenedPart, openPart } from './sealed-part.ts'
import type { Shown } from './sealed-shown.ts'
import { boxKeysOf } from './sealed-write.ts'

/** The officer who is logged in, and the private half that opens what is sealed to them. */
export type Opener = { readonly officer: string; readonly boxing: KeyObject }

/** What sealed parts are judged by. */
export type SealedCourt = () => Pick<Court, 'authorities' | 'grantsOf' | 'knownOf' | 'rules'>

const notWhatItSays: Fault = { reason: 'content', detail: '' }

/** Opens sealed parts with the keys of one officer, learns keys from them, and tells which of their changes count. */
export class Opening {
  private readonly opener: Opener
  private readonly shelves: Shelves
  private readonly court: SealedCourt
  private readonly shown: Shown
  private readonly keys = new Map<string, RecordKeys>()
  /** By part: the keys wrapped to this officer, which is slow to find out. */
  private readonly own = new Map<number, readonly Uint8Array[]>()
  /** By part that did not open: how many keys of its record were known then. */
  private readonly failed = new Map<number, number>()
  private readonly typeOf = new Map<string, string>()

  constructor(opener: Opener, shelves: Shelves, court: SealedCourt, shown: Shown) {
    this.opener = opener
    this.shelves = shelves
    this.court = court
    this.shown = shown
  }

  forgetKeys(): void {
    this.keys.clear()
    this.failed.clear()
  }

  close(): void {
    this.forgetKeys()
    this.own.clear()
  }

  forgetTypes(): void {
    this.typeOf.clear()
  }

  noteType({ id, type }: Pick<RowChange, 'id' | 'type'>): void {
    this.typeOf.set(id, type)
  }

  /** Null where nothing lawful was opened of the record yet. */
  definitionOf(record: string): AnyDefinition | null {
    return this.shelves.main.catalogue.get(this.typeOf.get(record) ?? '') ?? null
  }

  keysOf(record: string): RecordKeys {
    const known = this.keys.get(record) ?? new RecordKeys()
    this.keys.set(record, known)
    return known
  }

  /** Null where it does not open. */
  open({ part, record, body, header }: StoredPart): OpenedPart | Fault | null {
    const keys = this.keysOf(record)
    if (body === null || this.failed.get(part) === keys.count) return null
    try {
      const own = this.own.get(part) ?? keysWrappedTo(this.opener.boxing, body)
      this.own.set(part, own)
      const opened = openPart(header, record, body, keys, own)
      if (opened === null) this.failed.set(part, keys.count)
      return opened
    } catch (error) {
      if (error instanceof MalformedBytes) return notWhatItSays
      throw error
    }
  }

  /** Whoever sealed a part has its key, whatever the part says, and whether or not it counts. */
  learnFrom(stored: StoredPart): void {
    const opened = this.open(stored)
    if (opened !== null && 'key' in opened)
      this.keysOf(stored.record).learn(opened.key, this.boxKeysOfAuthor(stored.header))
  }

  private boxKeysOfAuthor(header: CommitHeader): Uint8Array[] {
    return boxKeysOf(this.shelves.main, this.court().authorities, header.officer, knownTo(header))
  }

  /**
   * Changes of one record by one commit, part by part, all of them or none: none where a part does not open, or where they are not
   * lawful. Else its author could tell each reader another thing.
   */
  lawfulIn(parts: readonly StoredPart[]): readonly (readonly RowChange[])[] {
    const read = parts.map((stored) => this.readPart(stored))
    const unopened = read.find(({ as }) => as === 'unopened')
    if (unopened !== undefined) {
      this.leaveUnopened(unopened.stored)
      // Whoever opens some of what made the record takes no part of it for the whole.
      if (read.length > 1 && isMadeBy(unopened.stored.record, unopened.stored.header))
        this.shown.hideFor(unopened.stored)
      return []
    }
    const opened = read.flatMap((one) => (one.as === 'opened' ? [one] : []))
    const [first] = parts
    if (first === undefined) return []
    if (opened.length < read.length) {
      // Bytes that hold nothing say nothing to those who do not know the record.
      if (this.typeOf.has(first.record)) this.shown.noteFault(first, notWhatItSays)
      return []
    }
    return this.judged(first, opened)
  }

  private readPart(stored: StoredPart): ReadPart {
    const opened = this.open(stored)
    if (opened === null) return { as: 'unopened', stored }
    const changes = 'reason' in opened ? null : changesOfSealed(stored, opened)
    if ('reason' in opened || changes === null) return { as: 'nothing', stored }
    // What only a newer version can read is as good as closed.
    const isReadable = changes.every(({ type }) => this.shelves.main.catalogue.has(type))
    return isReadable ? { as: 'opened', stored, opened, changes } : { as: 'unopened', stored }
  }

  /** The changes of parts that opened where they are lawful: then they vouch for the keys that they hold. */
  private judged(
    stored: StoredPart,
    read: readonly Extract<ReadPart, { as: 'opened' }>[],
  ): readonly (readonly RowChange[])[] {
    const { record, header } = stored
    const all = read.flatMap(({ changes }) => changes)
    const fault = sealedFault(this.court(), this.shelves, header, record, all)
    if (fault !== null) {
      this.shown.noteFault(stored, fault)
      return []
    }
    for (const { opened } of read)
      this.keysOf(record).vouch(opened.key, opened.content.keys, this.boxKeysOfAuthor(header))
    for (const { type } of all) this.typeOf.set(record, type)
    return read.map(({ changes }) => changes)
  }

  /** Whoever may not write there can put bytes there that open for nobody: they hide nothing, and are told. */
  private leaveUnopened(stored: StoredPart): void {
    const { header, record, body } = stored
    this.shown.noteUnopened(record)
    const isHere = body !== null
    if (!isHere && isMadeBy(record, header)) this.shown.hide(record)
    const definition = this.definitionOf(record)
    if (definition === null) return
    if (foundIn(this.shelves, definition.type, record, knownTo(header)) === null) return
    if (!this.mayWrite(definition, record, header)) {
      if (isHere)
        this.shown.noteFault(stored, { reason: 'ruled', detail: storeTexts.notNamed(definition.label) })
    } else if (isHere) this.shown.hideFor(stored)
    else this.shown.hide(record)
  }

  /** Named, and with a role that covers the record, by what the author's screen had and by all that the chain knew. */
  private mayWrite(definition: AnyDefinition, record: string, header: CommitHeader): boolean {
    const { grantsOf, knownOf } = this.court()
    const grants = grantsOf(header)
    return [knownTo(header), knownOf(header)].every((known) => {
      const row = foundIn(this.shelves, definition.type, record, known)
      return (
        row !== null &&
        namedIn(definition, row).includes(header.officer) &&
        recordRightFault(definition, row, grants) === null
      )
    })
  }
}

type ReadPart =
  | {
      readonly as: 'opened'
      readonly stored: StoredPart
      readonly opened: OpenedPart
      readonly changes: RowChange[]
    }
  /** It does not open here, or only a newer version can read it; or it holds nothing that it says. */
  | { readonly as: 'unopened' | 'nothing'; readonly stored: StoredPart }

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
