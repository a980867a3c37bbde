import type { CityCheck } from '../check.ts'
import { oversightDuties } from './city/oversight.ts'
import { planDuties } from './city/plan.ts'
import { ruleDuties } from './city/rules.ts'
import { systemDuties } from './city/systems.ts'

/** Duties of Diskominfo, the Walikota and the city; each with its proof. */
export const cityChecks: readonly CityCheck[] = [
  ...planDuties,
  ...ruleDuties,
  ...systemDuties,
  ...oversightDuties,
]
