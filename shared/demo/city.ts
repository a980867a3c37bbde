import { opdRows, successionRows } from './agency-rows.ts'
import { type App, applicationRows, appsOf } from './applications.ts'
import { dataRequestRows, datasetRows, datasetsOf, datasetTwinRows } from './datasets.ts'
import { assessmentRows, declarationRows } from './declarations.ts'
import { ictStaffRows, staffMoveRows, trainingRows } from './ict-staff.ts'
import {
  backupRows,
  infrastructureRows,
  infrastructureUseRows,
  internetRows,
  maintenanceRows,
  partnerRows,
} from './infrastructure.ts'
import { organisationRows, policyRows, settledRows, stageCellRows } from './organisation.ts'
import { guidanceRows, indicatorRows, mayorReportRows } from './oversight.ts'
import { assignmentRows, peopleOf, personRows, positionRows } from './people.ts'
import { inField, type Place, placeOf, type Sizes } from './place.ts'
import { ictNeedRows, ictSpendingRows, masterplanRows, permitRows, transitionRows } from './planning.ts'
import type { Register } from './rows.ts'
import { certificateRows, securityPledgeRows, securityReviewRows } from './security.ts'
import { itServiceRows, publicServiceRows } from './services.ts'
import { websiteRows } from './websites.ts'

const offices = (place: Place): Register[] => {
  const people = peopleOf(place)
  return [
    opdRows(place),
    successionRows(),
    personRows(people),
    positionRows(place),
    assignmentRows(place, people),
    ictStaffRows(place, people),
    trainingRows(place, people),
    staffMoveRows(place, people),
    certificateRows(place, people),
  ]
}

const rules = (place: Place): Register[] => [
  organisationRows(place),
  policyRows(place),
  settledRows(place),
  masterplanRows(place),
  stageCellRows(place),
]

const data = (place: Place, apps: readonly App[]): Register[] => [
  datasetRows(place, datasetsOf(place), apps),
  dataRequestRows(place),
  datasetTwinRows(place),
]

const infrastructure = (place: Place, apps: readonly App[]): Register[] => [
  infrastructureRows(place),
  infrastructureUseRows(place),
  internetRows(place),
  partnerRows(place),
  maintenanceRows(place, apps),
  backupRows(place, apps),
]

const services = (place: Place, apps: readonly App[]): Register[] => [
  securityReviewRows(place, apps),
  securityPledgeRows(place),
  publicServiceRows(place, apps),
  itServiceRows(place, apps),
]

const planning = (place: Place, apps: readonly App[]): Register[] => [
  permitRows(place, apps),
  ictNeedRows(place),
  ictSpendingRows(place),
  transitionRows(place),
]

const oversight = (place: Place): Register[] => [
  guidanceRows(place),
  mayorReportRows(place),
  indicatorRows(place),
  assessmentRows(place),
]

/** The registers of a demonstration city on a day (ISO date); the same seed, day and sizes give the same rows, byte for byte. */
export const demoCity = (seed: number, day: string, sizes: Sizes): readonly Register[] => {
  const place = placeOf(seed, day, sizes)
  const apps = appsOf(inField(place, 'applications'))
  const rows = [
    ...offices(inField(place, 'offices')),
    ...rules(inField(place, 'rules')),
    applicationRows(place, apps),
    ...data(inField(place, 'data'), apps),
    websiteRows(inField(place, 'websites')),
    ...infrastructure(inField(place, 'infrastructure'), apps),
    ...services(inField(place, 'services'), apps),
    ...planning(inField(place, 'planning'), apps),
    ...oversight(inField(place, 'oversight')),
  ]
  return [...rows, declarationRows(place, rows)]
}
