import { type Check, type CityCheck, judgeAgency } from './check.ts'
import type { Agency, City } from './facts.ts'
import type { State, Verdict } from './state.ts'

export const directions = ['membaik', 'memburuk', 'lain'] as const
export type Direction = (typeof directions)[number]

/** Findings of fact, the worst first. */
const facts: readonly State[] = ['belum_terpenuhi', 'sebagian', 'terpenuhi']

/** Only from one fact to another it gets better or worse: what was not known, or binds nobody, is neither. */
export const directionOf = (before: State, after: State): Direction => {
  const [from, to] = [facts.indexOf(before), facts.indexOf(after)]
  if (from < 0 || to < 0) return 'lain'
  return to > from ? 'membaik' : 'memburuk'
}

/** The registers that a check read: of an OPD, and of the city. */
export type Reads = { readonly owned: Set<string>; readonly city: Set<string> }

const watched = <R extends object>(rows: R, read: Set<string>): R =>
  new Proxy(rows, {
    get: (target, key) => {
      if (typeof key === 'string') read.add(key)
      return Reflect.get(target, key)
    },
  })

const watchedCity = (city: City, { city: read }: Reads): City =>
  Object.create(city, {
    rows: { value: watched(city.rows, read) },
    person: {
      value: (id: string | null) => {
        read.add('person')
        return city.person(id)
      },
    },
  })

const watchedAgency = (agency: Agency, city: City, { owned }: Reads): Agency =>
  Object.create(agency, { city: { value: city }, rows: { value: watched(agency.rows, owned) } })

const nothing = (): Reads => ({ owned: new Set(), city: new Set() })

/** Of one OPD, as it was and as it is. */
export const readsOf = (check: Check, agencies: readonly Agency[]): Reads => {
  const reads = nothing()
  for (const agency of agencies)
    judgeAgency(check, watchedAgency(agency, watchedCity(agency.city, reads), reads))
  return reads
}

export const cityReadsOf = (check: CityCheck, city: City, agencies: readonly Agency[]): Reads => {
  const reads = nothing()
  const seen = watchedCity(city, reads)
  check.judge(
    seen,
    agencies.map((agency) => watchedAgency(agency, seen, reads)),
  )
  return reads
}

/** Records of which two verdicts do not say the same: they lack something else, or only one of the two rests on them. */
export const toldApart = (before: Verdict, after: Verdict): ReadonlySet<string> => {
  const [then, now] = [before, after].map(({ behind }) => new Map(behind.map(({ id, lacks }) => [id, lacks])))
  const ids = [...(then?.keys() ?? []), ...(now?.keys() ?? [])]
  return new Set(ids.filter((id) => then?.get(id) !== now?.get(id)))
}
