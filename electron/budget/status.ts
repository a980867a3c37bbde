import type { Seen } from '../../shared/commit/header.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { type FormStatus, formStatuses } from '../../shared/records/budget.ts'
import { holds, stepOf, steps } from '../../shared/rules/budget/life.ts'
import { budgetTexts } from '../../shared/texts/budget.ts'
import type { CommandContext } from '../feature.ts'
import { disputesOfForm, undecided } from './disputed.ts'
import { type FormRow, formById, shortName, usedForms, versionsOf } from './forms.ts'

type StatusInput = {
  readonly form: string
  readonly status: FormStatus
  readonly note: string
  readonly seen: Seen
}
type Done = { readonly commit: string; readonly seq: number }

const hasRowNote = ({ reader }: CommandContext, form: string): boolean =>
  reader.row(
    `select 1 from budgetRow where form = ? and _deleted = 0 and note is not null and trim(note) <> '' limit 1`,
    form,
  ) !== undefined

const refusalOf = (context: CommandContext, form: FormRow, { status, note }: StatusInput) => {
  const { refusal } = budgetTexts
  if (form.current !== 1) return fail('NotInThisState', refusal.notUsed)
  const step = stepOf(form.status, status)
  if (step === null) {
    if (form.status === 'dikunci') return fail('Locked', refusal.locked)
    return fail('NotInThisState', refusal.notInThisState(formStatuses[form.status], formStatuses[status]))
  }
  if (!holds(context.session.grants, steps[step].roles, form.opd))
    return fail('Forbidden', refusal.stepForbidden(formStatuses[status]))
  if (step === 'recommend' || step === 'lock') {
    const first = undecided(disputesOfForm(context.reader, form.id))
    if (first !== null) return { ok: false as const, error: first }
  }
  if (step === 'sendBack' && note.trim() === '' && !hasRowNote(context, form.id))
    return fail('NoteMissing', refusal.noteMissing)
  return null
}

/** A word about a form is not earlier than the one that it follows, though this clock runs behind. */
const notBefore = (earlier: string, at: string): string => (at < earlier ? earlier : at)

/** Changes the unit `keadaan`: state, by whom, when, note. Errors: `NotFound`, `Locked`, `NotInThisState`, `Undecided`, `NoteMissing`, `Forbidden`, `Stale`. */
export const setStatus = (context: CommandContext, input: StatusInput): Result<Done> => {
  const { store, reader, actor, session, now } = context
  const form = formById(reader, session, input.form)
  if (form === null) return fail('NotFound', budgetTexts.refusal.formNotFound, { record: input.form })
  const refused = refusalOf(context, form, input)
  if (refused !== null) return refused
  const reason = budgetTexts.reason.status(
    shortName(reader.find('opd', form.opd)),
    form.year,
    form.version,
    formStatuses[input.status],
  )
  const values = {
    status: input.status,
    statusBy: session.officer,
    statusAt: notBefore(reader.find('budgetForm', form.id)?.statusAt ?? '', new Date(now()).toISOString()),
    statusNote: input.note.trim(),
  }
  const done = store.commit(actor, reason, (tx) => tx.update('budgetForm', form.id, values), input.seen)
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq }) : done
}

/** Makes another version the one that counts; a locked year stays as it is. */
export const useVersion = (
  { store, reader, actor, session }: CommandContext,
  input: { readonly form: string; readonly seen: Seen },
): Result<Done> => {
  const form = formById(reader, session, input.form)
  if (form === null) return fail('NotFound', budgetTexts.refusal.formNotFound, { record: input.form })
  const versions = versionsOf(reader, form)
  const used = versions.filter(({ current }) => current === 1)
  if (used.some(({ status }) => status === 'dikunci')) return fail('Locked', budgetTexts.refusal.locked)
  if (usedForms(versions)[0]?.id === form.id) return fail('NotInThisState', budgetTexts.refusal.alreadyUsed)
  const reason = budgetTexts.reason.version(shortName(reader.find('opd', form.opd)), form.year, form.version)
  const done = store.commit(
    actor,
    reason,
    (tx) => {
      for (const other of used)
        if (other.id !== form.id) tx.update('budgetForm', other.id, { current: false })
      tx.update('budgetForm', form.id, { current: true })
    },
    input.seen,
  )
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq }) : done
}
