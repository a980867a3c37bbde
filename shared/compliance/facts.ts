import type { Records } from '../records/index.ts'
import type { declaredRegisters, policyTopics, settledSubjects } from '../records/organisation.ts'
import { addWorkingDays } from '../rules/calendar/index.ts'
import { opdNameOn } from '../rules/opd/sotk.ts'
import { onDay, standsOn } from './on-day.ts'
import { isOver } from './when.ts'

/** Registers whose records belong to one OPD each; the field that names it. */
export const ownedBy = {
  application: 'opd',
  dataset: 'opd',
  dataRequest: 'owner',
  website: 'opd',
  infrastructure: 'opd',
  infrastructureUse: 'opd',
  internetAccess: 'opd',
  maintenance: 'opd',
  backupProcedure: 'opd',
  securityReview: 'opd',
  securityPledge: 'opd',
  certificate: 'opd',
  publicService: 'opd',
  permit: 'opd',
  guidance: 'opd',
  indicator: 'opd',
  ictNeed: 'opd',
  ictSpending: 'opd',
  ictStaff: 'opd',
  training: 'opd',
  staffMove: 'opd',
  declaration: 'opd',
  assessment: 'opd',
  transition: 'opd',
  itService: 'opd',
  policy: 'opd',
  budgetForm: 'opd',
} as const satisfies { readonly [K in keyof Records]?: string }
export type OwnedType = keyof typeof ownedBy

/** Registers that checks read for the whole city. */
export const cityTypes = [
  'opd',
  'opdSuccession',
  'person',
  'policy',
  'settled',
  'masterplan',
  'organisation',
  'partner',
  'mayorReport',
  'stageCell',
  'datasetTwin',
  'priceStandard',
  'guidance',
  'workspace',
] as const satisfies readonly (keyof Records)[]
export type CityType = (typeof cityTypes)[number]

export type Rows<T extends keyof Records> = readonly Records[T][]

/** What is recorded, as far as checks read it. */
export type CityRows = { readonly [T in CityType]: Rows<T> }
export type AgencyRows = { readonly [T in OwnedType]: Rows<T> }

export type DeclaredRegister = keyof typeof declaredRegisters
export type Topic = keyof typeof policyTopics
export type Subject = keyof typeof settledSubjects

const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

export type Period = { readonly amount: number; readonly unit: string; readonly paper: string }

/** The day a period before or after another; hours count as the day itself. Working days backwards are counted by the week, a doubt in favour. */
export const shifted = (
  day: string,
  { amount, unit }: Pick<Period, 'amount' | 'unit'>,
  sign: 1 | -1,
): string => {
  if (unit === 'tahun') return addMonths(day, 12 * amount * sign)
  if (unit === 'bulan') return addMonths(day, amount * sign)
  if (unit === 'hari') return addDays(day, amount * sign)
  if (unit === 'hari_kerja')
    return sign === 1 ? addWorkingDays(day, amount).day : addDays(day, -2 * amount - 7)
  return day
}

const allOnDay = <R extends CityRows | AgencyRows>(rows: R, day: string): R =>
  Object.fromEntries(
    Object.entries(rows).map(([type, ofType]) => [type, onDay(type as CityType, ofType as never, day)]),
  ) as unknown as R

/** The city as checks see it on one day. */
export class City {
  /** As they stood that day. */
  readonly rows: CityRows
  /** ISO date. */
  readonly day: string
  private readonly people: ReadonlyMap<string, Records['person']>
  constructor(rows: CityRows, day: string) {
    this.rows = allOnDay(rows, day)
    this.day = day
    this.people = new Map(rows.person.map((one) => [one.id, one]))
  }

  /** OPDs that are judged, as they were called that day: those that were there, and no part of another. */
  get agencies(): Rows<'opd'> {
    const renames = this.rows.opdSuccession.filter(({ kind }) => kind === 'nama')
    return this.rows.opd
      .filter((opd) => opd.parent === null && standsOn(opd, this.day))
      .map((opd) => namedOn(opd, renames, this.day))
  }

  person(id: string | null): Records['person'] | undefined {
    return id === null ? undefined : this.people.get(id)
  }

  /** The agency that looks after the city's ICT. */
  get lead(): Records['opd'] | undefined {
    return this.rows.opd.find((opd) => opd.leads === true && standsOn(opd, this.day))
  }

  /** Plans whose years hold that day. */
  private get plans(): Rows<'masterplan'> {
    return this.rows.masterplan.filter(
      ({ from, until }) => from !== null && from <= this.day && !isOver(until, this.day),
    )
  }

  /** The plan in force that day: without its decree it is a draft, and nobody is held to it. */
  get planInForce(): Records['masterplan'] | undefined {
    return this.plans.find(({ decree }) => (decree ?? '') !== '')
  }

  /** The plan of that day: the one in force, else a draft of it. */
  get plan(): Records['masterplan'] | undefined {
    return this.planInForce ?? this.plans[0]
  }

  /** A period that the city adopted, with number and date of the paper; without them nothing is judged by it. */
  period(subject: Subject): Period | null {
    const adopted = this.rows.settled.flatMap(({ subject: of, amount, unit, paper, on }) =>
      of === subject && amount !== null && amount > 0 && unit !== null && (paper ?? '') !== '' && on !== null
        ? [{ amount, unit, paper: paper ?? '', on }]
        : [],
    )
    const inForce = adopted.filter(({ on }) => on <= this.day)
    return inForce.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1) ?? null
  }

  /** Rules in force about a topic. */
  rules(topic: Topic): Rows<'policy'> {
    return this.rows.policy.filter((one) => one.topic === topic && one.state === 'berlaku')
  }
}

/** The short name of then is not remembered. */
const namedOn = (opd: Records['opd'], renames: Rows<'opdSuccession'>, day: string): Records['opd'] => {
  if (renames.length === 0) return opd
  const now = { id: opd.id, name: opd.name ?? '', code: opd.code ?? '' }
  const then = opdNameOn(now, renames, day)
  return then.name === now.name && then.code === now.code
    ? opd
    : { ...opd, ...then, short: then.name === now.name ? opd.short : null }
}

/** One OPD as checks see it. */
export class Agency {
  readonly opd: Records['opd']
  readonly city: City
  readonly rows: AgencyRows
  constructor(opd: Records['opd'], city: City, rows: AgencyRows) {
    this.opd = opd
    this.city = city
    this.rows = allOnDay(rows, city.day)
  }
  get day(): string {
    return this.city.day
  }

  /** The newest word about a register: that it is whole, or that there is nothing to record. */
  declared(register: DeclaredRegister): Records['declaration'] | undefined {
    return this.rows.declaration
      .filter((one) => one.register === register && (one.asOf ?? '') <= this.day)
      .toSorted((a, b) => ((a.asOf ?? '') < (b.asOf ?? '') ? 1 : -1))[0]
  }

  /** The same, where it names its paper and is no older than `since`: only then is what is missing a fact. */
  provenWhole(register: DeclaredRegister, since = ''): Records['declaration'] | undefined {
    const declared = this.declared(register)
    return (declared?.decidedIn ?? '') !== '' && (declared?.asOf ?? '') >= since ? declared : undefined
  }

  /** The newest answer of an officer about an obligation. */
  assessed(obligation: string): Records['assessment'] | undefined {
    return this.rows.assessment
      .filter((one) => one.obligation === obligation && (one.on ?? '') <= this.day)
      .toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))[0]
  }

  /** Whether it runs electronic systems: as declared, else because one is recorded; null: nobody said. */
  get runsSystems(): boolean | null {
    if (this.opd.pse !== null) return this.opd.pse === 'ya'
    if (this.rows.application.length > 0) return true
    return this.declared('application')?.state === 'nihil' ? false : null
  }
}
