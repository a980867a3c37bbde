import { deletedKey } from '../../shared/commit/part.ts'
import { type Failure, fail } from '../../shared/contract/result.ts'
import { type FormStatus, formStatuses } from '../../shared/records/budget.ts'
import type { Cells } from '../../shared/records/cell.ts'
import {
  editableStatuses,
  holds,
  type Step,
  stepBack,
  stepOf,
  steps,
} from '../../shared/rules/budget/life.ts'
import { budgetTexts } from '../../shared/texts/budget.ts'
import type { Rule, RuledChange } from '../store/judging/lawful.ts'

type Change = RuledChange
const { refusal } = budgetTexts
const allSteps = Object.keys(steps) as Step[]

const stateFields: ReadonlySet<string> = new Set(['status', 'statusBy', 'statusAt', 'statusNote'])
const statesOf = (states: readonly string[]): FormStatus[] =>
  states.filter((state): state is FormStatus => Object.hasOwn(formStatuses, state))
const latest = (a: string, b: string): string => (a > b ? a : b)
const isClosed = (status: FormStatus): boolean => !editableStatuses.includes(status)

/** Who recommends or locks says so for the rows as they are now: an earlier word is not put back over later rows. */
const isOwnWord = ({ row, cells, officer }: Change): boolean => {
  const after = { ...row, ...cells }
  return after.statusBy === officer && String(after.statusAt ?? '') >= String(row?.statusAt ?? '')
}

/** The steps by which a form may come into a state: from one of those in which it stands, or to the one that is chosen of several. */
const stepsTo = (from: readonly FormStatus[], to: FormStatus): Step[] => {
  const isChosen = from.length > 1 && from.includes(to)
  const leading = isChosen ? allSteps.filter((step) => steps[step].to === to) : []
  return [...from.flatMap((state) => stepOf(state, to) ?? stepBack(state, to) ?? []), ...leading]
}

const stateFailure = (change: Change, from: readonly FormStatus[], opd: string): Failure | null => {
  const { row, cells, grants, time } = change
  const to = ('status' in cells ? cells.status : row?.status) as FormStatus
  const notInThisState = refusal.notInThisState(formStatuses[from[0] ?? 'diterima'], formStatuses[to] ?? '')
  if (!Object.hasOwn(formStatuses, to)) return fail('NotInThisState', notInThisState).error
  // Also by choosing among what is disputed nobody opens a lock who may not.
  if (from.includes('dikunci') && to !== 'dikunci' && !holds(grants, steps.unlock.roles, opd))
    return fail('Forbidden', refusal.stepForbidden(formStatuses[to])).error
  // Whoever comes after says so later: nobody says it ahead of the time.
  if (String(cells.statusAt ?? '') > latest(new Date(time).toISOString(), String(row?.statusAt ?? '')))
    return fail('NotInThisState', notInThisState).error
  // A form is made as received; one of the states in dispute may be that too, to which no step leads.
  if (to === 'diterima' && (row === null || (from.length > 1 && from.includes(to)))) return null
  const leading = row === null ? allSteps.filter((step) => steps[step].to === to) : stepsTo(from, to)
  if (leading.length === 0) return fail('NotInThisState', notInThisState).error
  const open = leading.filter((step) => holds(grants, steps[step].roles, opd))
  if (open.length === 0) return fail('Forbidden', refusal.stepForbidden(formStatuses[to])).error
  const isWord = isClosed(to) && open.every((step) => step === 'recommend' || step === 'lock')
  return isWord && !isOwnWord(change) ? fail('NotInThisState', notInThisState).error : null
}

const formFailure = (change: Change): Failure | null => {
  const { id, row, cells, states } = change
  const opd = String(row?.opd ?? cells.opd)
  if (id === null) return cells.status ? stateFailure(change, [], opd) : null
  const from = statesOf(states('budgetForm', id))
  const isLocked = from.includes('dikunci') && Object.keys(cells).some((key) => !stateFields.has(key))
  if (isLocked || (deletedKey in cells && from.some(isClosed))) return fail('Locked', refusal.locked).error
  return Object.keys(cells).some((key) => stateFields.has(key)) ? stateFailure(change, from, opd) : null
}

const toldBy = ['opd', 'year', 'version', 'status'] as const

/** Lists and consolidations show every form under its OPD, year and version. */
export const formIsWhole: Rule = ({ definition, row, cells }) => {
  if (definition.type !== 'budgetForm') return null
  const after: Cells = { ...row, ...cells }
  const isTold = (key: (typeof toldBy)[number]): boolean => (after[key] ?? null) !== null
  return toldBy.every(isTold) ? null : fail('Incomplete', refusal.formIncomplete).error
}

const rowFailure = ({ row, cells, look, states }: Change): Failure | null => {
  const form = row?.form ?? cells.form ?? null
  if (form === null) return null
  const known = look('budgetForm', String(form))
  if (known === null && states('budgetForm', String(form)).length === 0)
    return fail('NotFound', refusal.formNotFound).error
  const closed = statesOf(states('budgetForm', String(form))).find(isClosed)
  if (closed !== undefined)
    return fail('Locked', closed === 'dikunci' ? refusal.locked : refusal.recommended).error
  return isElsewhere({ ...row, ...cells }, known) ? fail('Forbidden', refusal.otherOpd).error : null
}

/** Whoever may write rows of one OPD puts none into the form of another. */
const isElsewhere = (row: Cells, form: Cells | null): boolean =>
  form !== null && Boolean(row.opd) && row.opd !== form.opd

/**
 * Whatever way a change comes, undo too: a form moves through its states by the steps of those who may make them, what was
 * recommended or locked keeps its rows, and a locked form its own facts.
 */
export const formLock: Rule = (change) => {
  if (change.definition.type === 'budgetForm') return formFailure(change)
  return change.definition.type === 'budgetRow' ? rowFailure(change) : null
}
