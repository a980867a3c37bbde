import * as contract from '../../shared/contract/compliance.ts'
import { type Feature, onQuery } from '../feature.ts'
import { alike } from './alike.ts'
import { agency, city, duty, matrix } from './answers.ts'
import { changes } from './changes.ts'
import { due } from './due.ts'

export const complianceFeature: Feature = {
  name: 'compliance',
  handlers: [
    onQuery(contract.complianceMatrix, matrix),
    onQuery(contract.complianceAgency, agency),
    onQuery(contract.complianceDuty, duty),
    onQuery(contract.complianceCity, city),
    onQuery(contract.complianceDue, due),
    onQuery(contract.complianceAlike, alike),
    onQuery(contract.complianceChanges, changes),
  ],
}
