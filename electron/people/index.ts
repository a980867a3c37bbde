import * as contract from '../../shared/contract/people.ts'
import { ok } from '../../shared/contract/result.ts'
import { type Feature, onQuery } from '../feature.ts'
import { holdersOn } from './holders.ts'

export { assignmentOfItsOpd } from './assignment-rule.ts'

export const peopleFeature: Feature = {
  name: 'people',
  handlers: [onQuery(contract.peopleHolders, (context, { day }) => ok(holdersOn(context, day)))],
}
