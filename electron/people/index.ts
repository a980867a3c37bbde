import { handoverPreview, handoverRun } from '../../shared/contract/handover.ts'
import * as contract from '../../shared/contract/people.ts'
import { ok } from '../../shared/contract/result.ts'
import { type Feature, onCommand, onQuery } from '../feature.ts'
import { handOver } from './handover/hand-over.ts'
import { previewHandover } from './handover/preview.ts'
import { holdersOn } from './holders.ts'

export { assignmentOfItsOpd } from './assignment-rule.ts'

export const peopleFeature: Feature = {
  name: 'people',
  handlers: [
    onQuery(contract.peopleHolders, (context, { day }) => ok(holdersOn(context, day))),
    onQuery(handoverPreview, previewHandover),
    onCommand(handoverRun, handOver),
  ],
}
