import * as contract from '../../shared/contract/opd.ts'
import { ok } from '../../shared/contract/result.ts'
import { type Feature, onCommand, onQuery, onTask } from '../feature.ts'
import { declareList, registerOf } from './complete.ts'
import { readList } from './read.ts'
import { changeSotk } from './sotk/change.ts'
import { sotkHistory } from './sotk/history.ts'
import { previewSotk } from './sotk/preview.ts'
import { takeOpds } from './take.ts'

export const opdFeature: Feature = {
  name: 'opd',
  handlers: [
    onTask(contract.opdRead, readList),
    onQuery(contract.opdRegister, registerOf),
    onCommand(contract.opdTake, takeOpds),
    onCommand(contract.opdDeclare, declareList),
    onQuery(contract.opdSotkPreview, previewSotk),
    onCommand(contract.opdSotk, changeSotk),
    onQuery(contract.opdSotkHistory, ({ reader }, { opd }) => ok({ lines: sotkHistory(reader, opd) })),
  ],
}
