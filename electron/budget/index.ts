import * as contract from '../../shared/contract/budget.ts'
import { ok } from '../../shared/contract/result.ts'
import { readDurationText, readResources } from '../../shared/rules/budget/reread.ts'
import { type Feature, onCommand, onInternal, onQuery, onTask } from '../feature.ts'
import { accept, importName } from './accept.ts'
import { compareForms, listForms, openForm } from './form.ts'
import { importForm } from './import-form.ts'
import { preview } from './preview.ts'
import { saveRows } from './save-rows.ts'
import { settleMark } from './settle.ts'
import { setStatus, useVersion } from './status.ts'

const messageOf = (marks: readonly { readonly message: string }[]): string | null => marks[0]?.message ?? null

const readText = (kind: 'resources' | 'duration', text: string) => {
  if (kind === 'duration') {
    const { durationValue, marks } = readDurationText(text)
    return { resources: null, amount: null, durationValue, message: messageOf(marks) }
  }
  const { resources, amount, marks } = readResources(text)
  return {
    resources: { ...resources, funding: [...resources.funding] },
    amount,
    durationValue: null,
    message: messageOf(marks),
  }
}

export const budgetFeature: Feature = {
  name: 'budget',
  handlers: [
    onTask(contract.budgetPreview, preview),
    onTask(contract.budgetAccept, accept),
    onInternal(importName, importForm),
    onQuery(contract.budgetRead, (_context, { kind, text }) => ok(readText(kind, text))),
    onQuery(contract.budgetForms, listForms),
    onQuery(contract.budgetForm, openForm),
    onQuery(contract.budgetCompare, compareForms),
    onCommand(contract.budgetSaveRows, saveRows),
    onCommand(contract.budgetSetStatus, setStatus),
    onCommand(contract.budgetSettle, settleMark),
    onCommand(contract.budgetUseVersion, useVersion),
  ],
}

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
export { pastedFile } from './preview.ts'
export { readTablesInJob } from './reader/tables-in-job.ts'
export { type StoredRow, shapeOf } from './rows.ts'
export { formLock } from './status.ts'
