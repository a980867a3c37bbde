import { type Check, type CityCheck, judgeAgency } from '../../shared/compliance/check.ts'
import {
  Agency,
  type AgencyRows,
  City,
  type CityRows,
  cityTypes,
  type OwnedType,
  ownedBy,
} from '../../shared/compliance/facts.ts'
import { checksOf, cityChecksOf } from '../../shared/compliance/index.ts'
import type { Verdict } from '../../shared/compliance/state.ts'
import type { Records } from '../../shared/records/index.ts'
import { regulationOf } from '../../shared/regulation/index.ts'
import { commitOfArrival, readCommit } from '../store/log.ts'
import type { Reader } from '../store/reader.ts'

type Row = { readonly id: string } & Readonly<Record<string, unknown>>
type RowsOf = Map<string, Map<string, Row>>

const ownedTypes = Object.keys(ownedBy) as OwnedType[]
const readTypes: readonly string[] = [...new Set<string>([...ownedTypes, ...cityTypes])]
/** Who may write is judged by these: a change of one may take back what counted, anywhere. */
const judgedBy: ReadonlySet<string> = new Set(['device', 'officer', 'credential', 'role', 'release'])
const mostChanges = 2000

type Judged = { readonly agency: Agency; readonly verdicts: readonly Verdict[] }

/** What the checks read, kept between calls and read again where commits changed it; and what they said of it. */
export class ComplianceBook {
  private readonly reader: Reader
  private rows: RowsOf = new Map()
  private arrival = -1
  private day = ''
  private city: City | null = null
  private judged = new Map<string, Judged>()
  private cityVerdicts: readonly Verdict[] | null = null

  constructor(reader: Reader) {
    this.reader = reader
  }

  get prefix(): string {
    const [workspace] = this.all('workspace')
    return regulationOf(workspace?.regulation ?? null).prefix
  }
  get checks(): readonly Check[] {
    return checksOf(this.prefix)
  }
  get cityChecks(): readonly CityCheck[] {
    return cityChecksOf(this.prefix)
  }

  /** OPDs that are judged, by their code. */
  get agencies(): readonly Records['opd'][] {
    return (this.city as City).agencies.toSorted((a, b) =>
      (a.code ?? a.name ?? '').localeCompare(b.code ?? b.name ?? '', 'id', { numeric: true }),
    )
  }

  /** Brings the book to what the database holds now, and to a day. */
  follow(day: string): void {
    const changed = this.read()
    if (changed === null || day !== this.day || this.city === null || touchesCity(changed)) {
      this.day = day
      this.city = new City(this.cityRows, day)
      this.judged.clear()
    } else for (const opd of changed.opds) this.judged.delete(opd)
    if (changed === null || changed.types.size > 0) this.cityVerdicts = null
  }

  /** In the order of `checks`. */
  of(opd: Records['opd']): Judged {
    const known = this.judged.get(opd.id)
    if (known !== undefined) return known
    const agency = new Agency(opd, this.city as City, this.agencyRows(opd.id))
    const made = { agency, verdicts: this.checks.map((check) => judgeAgency(check, agency)) }
    this.judged.set(opd.id, made)
    return made
  }

  /** In the order of `cityChecks`. */
  ofCity(): readonly Verdict[] {
    if (this.cityVerdicts !== null) return this.cityVerdicts
    const agencies = this.agencies.map((opd) => this.of(opd).agency)
    this.cityVerdicts = this.cityChecks.map((check) => check.judge(this.city as City, agencies))
    return this.cityVerdicts
  }

  private all<T extends keyof Records & string>(type: T): readonly Records[T][] {
    return [...(this.rows.get(type)?.values() ?? [])] as unknown as Records[T][]
  }

  get cityRows(): CityRows {
    return Object.fromEntries(cityTypes.map((type) => [type, this.all(type)])) as unknown as CityRows
  }

  private agencyRows(opd: string): AgencyRows {
    return Object.fromEntries(
      ownedTypes.map((type) => [
        type,
        (this.all(type) as readonly Row[]).filter((row) => row[ownedBy[type]] === opd),
      ]),
    ) as unknown as AgencyRows
  }

  /** Null where everything was read anew. */
  private read(): Changed | null {
    const { last } = this.reader.row<{ last: number }>(
      'select coalesce(max(arrival), 0) as last from _log',
    ) ?? { last: 0 }
    const since = this.arrival
    this.arrival = last
    const changes = since < 0 || last < since ? null : this.changesSince(since)
    if (changes === null) {
      this.rows = new Map(readTypes.map((type) => [type, byId(this.reader.where(type, {}) as Row[])]))
      return null
    }
    const changed: Changed = { types: new Set(), opds: new Set() }
    for (const { type, id } of changes) this.readAgain(type, id, changed)
    return changed
  }

  /** Null where too much changed, or who may write did. */
  private changesSince(arrival: number): { type: string; id: string }[] | null {
    const changes: { type: string; id: string }[] = []
    for (let at = arrival + 1; at <= this.arrival; at += 1) {
      const stored = commitOfArrival(this.reader.statements, at)
      if (stored === null) continue
      for (const { type, id } of readCommit(this.reader.statements, stored).changes)
        changes.push({ type, id })
      if (changes.length > mostChanges) return null
    }
    return changes.some(({ type }) => judgedBy.has(type)) ? null : changes
  }

  private readAgain(type: string, id: string, changed: Changed): void {
    const rows = this.rows.get(type)
    if (rows === undefined) return
    const [before, now] = [rows.get(id), this.reader.find(type, id) as Row | null]
    if (now === null) rows.delete(id)
    else rows.set(id, now)
    changed.types.add(type)
    const field = ownedBy[type as OwnedType] as string | undefined
    if (field === undefined) return
    for (const row of [before, now])
      if (typeof row?.[field] === 'string') changed.opds.add(String(row[field]))
  }
}

type Changed = { readonly types: Set<string>; readonly opds: Set<string> }

const touchesCity = ({ types }: Changed): boolean => cityTypes.some((type) => types.has(type))
const byId = (rows: readonly Row[]): Map<string, Row> => new Map(rows.map((row) => [row.id, row]))

const books = new WeakMap<Reader, ComplianceBook>()
/** One book for each connection, at this day. */
export const bookOf = (reader: Reader, day: string): ComplianceBook => {
  const book = books.get(reader) ?? new ComplianceBook(reader)
  books.set(reader, book)
  book.follow(day)
  return book
}
