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
import type { Fault } from '../judging/refused.ts'
import { placeOfPart } from '../log.ts'
import type { StoredPart } from './sealed-index.ts'
import { RecordKeys } from './sealed-keys.ts'
import { foundIn, type Shelves, sealedFault } from './sealed-lawful.ts'
import { namedIn } from './sealed-named.ts'
import { type OpenedPart, openPart } from './sealed-part.ts'
import type { Shown } from './sealed-shown.ts'
import { boxKeysOf } from './sealed-write.ts'

/** The officer who is logged in, and the private half that opens what is sealed to them. */
export type Opener = { readonly officer: string; readonly boxing: KeyObject }

/** What sealed parts are judged by. */
export type SealedCourt = () => Pick<Court, 'authorities' | 'grantsOf' | 'rules'>

const notWhatItSays: Fault = { reason: 'content', detail: '' }

/** Opens sealed parts with the keys of one officer, learns keys from them, and tells which of their changes count. */
export class Opening {
  private readonly opener: Opener
  private readonly shelves: Shelves
  private readonly court: SealedCourt
  private readonly shown: Shown
  private readonly keys = new Map<string, RecordKeys>()
  private readonly typeOf = new Map<string, string>()

  constructor(opener: Opener, shelves: Shelves, court: SealedCourt, shown: Shown) {
    this.opener = opener
    this.shelves = shelves
    this.court = court
    this.shown = shown
  }

  forgetKeys(): void {
    this.keys.clear()
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
  open({ record, body, header }: StoredPart): OpenedPart | Fault | null {
    if (body === null) return null
    try {
      return openPart(header, record, body, this.keysOf(record), this.opener.boxing)
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

  /** Changes of a part that count here; none where it does not open, or where it is not lawful. */
  lawfulIn(stored: StoredPart): readonly RowChange[] {
    const opened = this.open(stored)
    if (opened === null) {
      this.leaveClosed(stored)
      return []
    }
    const changes = 'reason' in opened ? null : changesOfSealed(stored, opened)
    if ('reason' in opened || changes === null) {
      // Bytes that hold nothing say nothing to those who do not know the record.
      if (this.typeOf.has(stored.record)) this.shown.noteFault(stored, notWhatItSays)
      return []
    }
    // What only a newer version can read is as good as closed.
    if (changes.some(({ type }) => !this.shelves.main.catalogue.has(type))) {
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
    const fault = sealedFault(this.court(), this.shelves, header, record, changes)
    if (fault !== null) {
      this.shown.noteFault(stored, fault)
      return []
    }
    this.keysOf(record).vouch(key, content.keys, this.boxKeysOfAuthor(header))
    for (const { type } of changes) this.typeOf.set(record, type)
    return changes
  }

  /** Whoever is not named can put bytes there that open for nobody: they hide nothing, and are told. */
  private leaveClosed(stored: StoredPart): void {
    const { header, record, body } = stored
    this.shown.noteUnopened(record)
    const isHere = body !== null
    if (!isHere && isMadeBy(record, header)) this.shown.hide(record)
    const definition = this.definitionOf(record)
    if (definition === null) return
    const row = foundIn(this.shelves, definition.type, record, knownTo(header))
    if (row === null) return
    if (!namedIn(definition, row).includes(header.officer)) {
      if (isHere)
        this.shown.noteFault(stored, { reason: 'ruled', detail: storeTexts.notNamed(definition.label) })
    } else if (isHere) this.shown.close(stored)
    else this.shown.hide(record)
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
