import * as contract from '../../shared/contract/regulation.ts'
import { type Feature, onCommand, onQuery, onTask } from '../feature.ts'
import { readFile } from './read-file.ts'
import { takeInstrument } from './take.ts'
import { textOf } from './text.ts'

export const regulationFeature: Feature = {
  name: 'regulation',
  handlers: [
    onTask(contract.regulationRead, readFile),
    onCommand(contract.regulationTake, takeInstrument),
    onQuery(contract.regulationText, textOf),
  ],
}
