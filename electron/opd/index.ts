import * as contract from '../../shared/contract/opd.ts'
import { type Feature, onCommand, onQuery, onTask } from '../feature.ts'
import { declareList, registerOf } from './complete.ts'
import { readList } from './read.ts'
import { takeOpds } from './take.ts'

export const opdFeature: Feature = {
  name: 'opd',
  handlers: [
    onTask(contract.opdRead, readList),
    onQuery(contract.opdRegister, registerOf),
    onCommand(contract.opdTake, takeOpds),
    onCommand(contract.opdDeclare, declareList),
  ],
}
