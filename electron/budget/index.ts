import * as contract from '../../shared/contract/budget.ts'
import { ok } from '../../shared/contract/result.ts'
import { type Feature, onCommand, onQuery, onTask } from '../feature.ts'
import { accept } from './accept.ts'
import { compareForms, listForms, openForm } from './form.ts'
import { formHistory } from './history.ts'
import { join, preview, waiting } from './preview.ts'
import { saveRows } from './save-rows.ts'
import { settleMark } from './settle.ts'
import { settleCells } from './settle-cells.ts'
import { setStatus, useVersion } from './status.ts'

export const budgetFeature: Feature = {
  name: 'budget',
  handlers: [
    onTask(contract.budgetPreview, preview),
    onCommand(contract.budgetWaiting, waiting),
    onCommand(contract.budgetJoin, join),
    onCommand(contract.budgetDiscard, ({ unstage }, { token }) => {
      unstage(token)
      return ok({})
    }),
    onCommand(contract.budgetAccept, accept),
    onQuery(contract.budgetForms, listForms),
    onQuery(contract.budgetForm, openForm),
    onQuery(contract.budgetCompare, compareForms),
    onCommand(contract.budgetSaveRows, saveRows),
    onCommand(contract.budgetSetStatus, setStatus),
    onCommand(contract.budgetSettle, settleMark),
    onCommand(contract.budgetSettleCells, settleCells),
    onQuery(contract.budgetHistory, formHistory),
    onCommand(contract.budgetUseVersion, useVersion),
  ],
}

export { decidedFirst, formDisputes, sumOfDisputes } from './disputed.ts'
export {
  type FormRow,
  formsOfYear,
  listComplete,
  opdsWithout,
  openMarks,
  type SourceSum,
  summaries,
  sumsBySource,
  usedForms,
  yearsOf,
} from './forms.ts'
export { formIsWhole, formLock } from './guard.ts'
export { pastedFile } from './preview.ts'
export { readTablesInJob } from './reader/tables-in-job.ts'
export { correctedOf, marksOf, rowsOfForm, type StoredRow, saidBy, settledOf, shapeOf } from './rows.ts'
