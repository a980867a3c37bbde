import { type Check, type CityCheck, judgeAgency } from '../../shared/compliance/check.ts'
import {
  Agency,
  type AgencyRows,
  City,
  type CityRows,
  cityTypes,
  ownedBy,
} from '../../shared/compliance/facts.ts'
import { checksOf, cityChecksOf } from '../../shared/compliance/index.ts'
import type { Verdict } from '../../shared/compliance/state.ts'
import type { Records } from '../../shared/records/index.ts'
import { type Regulation, regulationOf } from '../../shared/regulation/index.ts'
import { type Changed, ownedTypes, type Row, type Source } from './rows.ts'

/** Units lie in units a few deep; a circle that two computers made ends here. */
const mostAbove = 8

type Judged = { readonly agency: Agency; readonly verdicts: readonly Verdict[] }

const touchesCity = ({ types }: Changed): boolean => cityTypes.some((type) => types.has(type))

/** What the checks say on a day of what a source holds; judged again only where that changed. */
export class ComplianceBook {
  /** ISO date. */
  readonly day: string
  private readonly source: Source
  private version = -1
  private city: City | null = null
  private judged = new Map<string, Judged>()
  /** The OPD that is judged for one that was asked about. */
  private readonly judgedBy = new Map<string, string>()
  private cityVerdicts: readonly Verdict[] | null = null

  constructor(source: Source, day: string) {
    this.source = source
    this.day = day
  }

  get regulation(): Regulation {
    const [workspace] = this.all('workspace')
    return regulationOf(workspace?.regulation ?? null)
  }
  get checks(): readonly Check[] {
    return checksOf(this.regulation.prefix)
  }
  get cityChecks(): readonly CityCheck[] {
    return cityChecksOf(this.regulation.prefix)
  }

  /** OPDs that are judged, by their code. */
  get agencies(): readonly Records['opd'][] {
    return this.asCity.agencies.toSorted((a, b) =>
      (a.code ?? a.name ?? '').localeCompare(b.code ?? b.name ?? '', 'id', { numeric: true }),
    )
  }

  /** To what the source holds now. */
  follow(): void {
    const changed = this.version < 0 ? null : this.source.since(this.version)
    this.version = this.source.version
    if (changed === null || touchesCity(changed)) {
      this.city = null
      this.judged.clear()
      this.judgedBy.clear()
    } else for (const opd of changed.opds) this.judged.delete(this.judgedUnder(opd))
    if (changed === null || changed.types.size > 0) this.cityVerdicts = null
  }

  /** In the order of `checks`. */
  of(opd: Records['opd']): Judged {
    const known = this.judged.get(opd.id)
    if (known !== undefined) return known
    const agency = new Agency(opd, this.asCity, this.agencyRows(opd.id))
    const made = { agency, verdicts: this.checks.map((check) => judgeAgency(check, agency)) }
    this.judged.set(opd.id, made)
    return made
  }

  /** In the order of `cityChecks`. */
  ofCity(): readonly Verdict[] {
    if (this.cityVerdicts !== null) return this.cityVerdicts
    const agencies = this.agencies.map((opd) => this.of(opd).agency)
    this.cityVerdicts = this.cityChecks.map((check) => check.judge(this.asCity, agencies))
    return this.cityVerdicts
  }

  get asCity(): City {
    this.city ??= new City(this.cityRows(), this.day)
    return this.city
  }

  private all<T extends keyof Records & string>(type: T): readonly Records[T][] {
    return [...(this.source.rows.get(type)?.values() ?? [])] as unknown as Records[T][]
  }

  private cityRows(): CityRows {
    return Object.fromEntries(cityTypes.map((type) => [type, this.all(type)])) as unknown as CityRows
  }

  /** Of the OPD itself and of the units below it: what a puskesmas has is its dinas's to answer for. */
  private agencyRows(opd: string): AgencyRows {
    return Object.fromEntries(
      ownedTypes.map((type) => [
        type,
        (this.all(type) as readonly Row[]).filter((row) => this.judgedUnder(row[ownedBy[type]]) === opd),
      ]),
    ) as unknown as AgencyRows
  }

  /** The OPD that is judged for one: itself, or the one above it that is part of no other. */
  private judgedUnder(opd: unknown): string {
    const id = String(opd)
    const known = this.judgedBy.get(id) ?? this.topOf(id)
    this.judgedBy.set(id, known)
    return known
  }

  private topOf(id: string): string {
    const opds = this.source.rows.get('opd')
    let at = id
    for (let above = 0; above < mostAbove; above += 1) {
      const parent = opds?.get(at)?.['parent']
      if (typeof parent !== 'string') return at
      at = parent
    }
    return at
  }
}
