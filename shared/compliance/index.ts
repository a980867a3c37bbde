import { areas, type Check, type CityCheck } from './check.ts'
import { cityChecks } from './checks/city.ts'
import { dataChecks } from './checks/data.ts'
import { peopleChecks } from './checks/people.ts'
import { answeredPolicies, planningChecks } from './checks/planning.ts'
import { serviceChecks } from './checks/services.ts'
import { systemChecks } from './checks/systems.ts'

const all: readonly Check[] = [
  ...planningChecks,
  ...answeredPolicies,
  ...peopleChecks,
  ...dataChecks,
  ...systemChecks,
  ...serviceChecks,
]

/** Columns of the matrix of a city that is judged by the regulation of this prefix, area by area. */
export const checksOf = (prefix: string): readonly Check[] =>
  areas.flatMap((area) =>
    all.filter((check) => check.area === area && (check.obligations[0] ?? '').startsWith(`${prefix}-`)),
  )

/** What Diskominfo, the Walikota or the city must do by the regulation of this prefix. */
export const cityChecksOf = (prefix: string): readonly CityCheck[] =>
  areas.flatMap((area) =>
    cityChecks.filter(
      (check) => check.area === area && (check.obligations[0] ?? '').startsWith(`${prefix}-`),
    ),
  )
