import { type Failure, fail } from '../../shared/contract/result.ts'
import { type FormStatus, formStatuses } from '../../shared/records/budget.ts'
import { editableStatuses, holds, stepBack, stepOf, steps } from '../../shared/rules/budget/life.ts'
import { budgetTexts } from '../../shared/texts/budget.ts'
import type { Rule, RuledChange } from '../store/judging/lawful.ts'

type Change = RuledChange
const { refusal } = budgetTexts

const stateFields: ReadonlySet<string> = new Set(['status', 'statusBy', 'statusAt', 'statusNote'])

/** Who recommends or locks says so for the rows as they are now: an earlier word is not put back over later rows. */
const isOwnWord = ({ row, cells, officer }: Change): boolean => {
  const after = { ...row, ...cells }
  return after.statusBy === officer && String(after.statusAt ?? '') >= String(row?.statusAt ?? '')
}

const stateFailure = (change: Change): Failure | null => {
  const { row, cells, grants } = change
  const from = row?.status as FormStatus
  const to = cells.status as FormStatus
  const notInThisState = refusal.notInThisState(formStatuses[from], formStatuses[to])
  const step = stepOf(from, to) ?? stepBack(from, to)
  if (step === null) return fail('NotInThisState', notInThisState).error
  if (!holds(grants, steps[step].roles, String(row?.opd)))
    return fail('Forbidden', refusal.stepForbidden(formStatuses[to])).error
  if ((step === 'recommend' || step === 'lock') && to === steps[step].to && !isOwnWord(change))
    return fail('NotInThisState', notInThisState).error
  return null
}

const formFailure = (change: Change): Failure | null => {
  const { row, cells } = change
  if (row === null) return null
  if (row.status === 'dikunci' && Object.keys(cells).some((key) => !stateFields.has(key)))
    return fail('Locked', refusal.locked).error
  return 'status' in cells && cells.status !== row.status ? stateFailure(change) : null
}

const rowFailure = ({ row, cells, look }: Change): Failure | null => {
  const form = row?.form ?? cells.form ?? null
  const status = form === null ? null : (look('budgetForm', String(form))?.status as FormStatus | null)
  if (!status || editableStatuses.includes(status)) return null
  return fail('Locked', status === 'dikunci' ? refusal.locked : refusal.recommended).error
}

/**
 * Whatever way a change comes, undo too: a form moves through its states by the steps of those who may make them, what was
 * recommended or locked keeps its rows, and a locked form its own facts.
 */
export const formLock: Rule = (change) => {
  if (change.definition.type === 'budgetForm') return formFailure(change)
  return change.definition.type === 'budgetRow' ? rowFailure(change) : null
}
