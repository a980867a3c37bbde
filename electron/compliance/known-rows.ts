import { hlcFrom } from '../../shared/clock/hlc.ts'
import type { Seen } from '../../shared/commit/header.ts'
import { fromCells } from '../../shared/records/cell.ts'
import { type RowThen, rowsThen } from '../store/known-then.ts'
import type { Reader } from '../store/reader.ts'
import type { Recorded } from '../store/recorded.ts'
import { type Changed, type PresentRows, type Row, type RowsOf, readTypes, type Source } from './rows.ts'

/** The moment (HLC) at which a day of the officers' calendars is over. */
const endOf = (day: string): number => hlcFrom(Date.parse(`${day}T00:00:00+07:00`) + 86_400_000)

const sameVector = (a: Seen, b: Seen): boolean =>
  Object.keys({ ...a, ...b }).every((device) => (a[device] ?? 0) === (b[device] ?? 0))

const nothing: Changed = { types: new Set(), opds: new Set() }

/**
 * The records as they were known at the end of a day: what had been recorded by then on whatever computer, also what came here later,
 * as far as it counts today. Made once, and anew where a commit of that time comes or counts otherwise.
 */
export class KnownRows implements Source {
  rows: RowsOf = new Map()
  version = 0
  /** What had been recorded by then: the last commit of each computer. */
  known: Seen = {}
  private readonly reader: Reader
  private readonly present: PresentRows
  private readonly recorded: Recorded
  private readonly end: number
  private readonly others = new Map<string, readonly Row[]>()
  private followed = { arrival: -1, generation: -1 }

  constructor(reader: Reader, present: PresentRows, recorded: Recorded, day: string) {
    this.reader = reader
    this.present = present
    this.recorded = recorded
    this.end = endOf(day)
  }

  /** After the present rows did. */
  follow(): void {
    const { arrival, generation } = this.present
    const before = this.followed
    if (arrival === before.arrival && generation === before.generation) return
    this.followed = { arrival, generation }
    const known = this.recorded.before(this.end)
    if (generation === before.generation && sameVector(known, this.known)) return
    this.known = known
    this.version += 1
    this.others.clear()
    this.rows = new Map(
      [...rowsThen(this.reader, readTypes, known)].map(([type, rows]) => [
        type,
        new Map(rows.flatMap((row) => this.rowOf(type, row))),
      ]),
    )
  }

  /** Records of a register that no check reads. */
  also(type: string): readonly Row[] {
    const known = this.others.get(type)
    if (known !== undefined) return known
    const found = rowsThen(this.reader, [type], this.known).get(type) ?? []
    const rows = found.flatMap((row) => this.rowOf(type, row).map(([, one]) => one))
    this.others.set(type, rows)
    return rows
  }

  since(version: number): Changed | null {
    return version === this.version ? nothing : null
  }

  /** What stands unchanged is the very record of now, so that who compares both sees at once that it is the same. */
  private rowOf(type: string, { id, cells }: RowThen): [string, Row][] {
    const row =
      cells === null
        ? (this.present.rows.get(type)?.get(id) ?? (this.reader.find(type, id) as Row | null) ?? undefined)
        : (fromCells(this.reader.definition(type), cells) as Row)
    return row === undefined ? [] : [[id, row]]
  }
}
