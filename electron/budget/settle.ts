import type { Seen } from '../../shared/commit/header.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { budgetTexts } from '../../shared/texts/budget.ts'
import type { CommandContext } from '../feature.ts'
import { formById, shortName } from './forms.ts'

type Input = { readonly form: string; readonly mark: number; readonly seen: Seen }
type Done = { readonly commit: string; readonly seq: number }

/** “Sudah benar” for a doubt about the whole form. Errors: `NotFound`, `Locked` (a guard), `Forbidden`, `Stale`. */
export const settleMark = (context: CommandContext, { form: id, mark: at, seen }: Input): Result<Done> => {
  const { store, reader, actor, session, now } = context
  const form = formById(reader, session, id)
  if (form === null) return fail('NotFound', budgetTexts.refusal.formNotFound, { record: id })
  const marks = reader.find('budgetForm', id)?.marks ?? []
  const mark = marks[at]
  if (mark === undefined || mark.settledBy !== null)
    return fail('NotFound', budgetTexts.refusal.markSettled, { record: id })
  const settled = { ...mark, settledBy: session.officer, settledAt: new Date(now()).toISOString() }
  const reason = budgetTexts.reason.settled(
    shortName(reader.find('opd', form.opd)),
    form.year,
    form.version,
    mark.found,
  )
  const done = store.commit(
    actor,
    reason,
    (tx) => tx.update('budgetForm', id, { marks: marks.with(at, settled) }),
    seen,
  )
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq }) : done
}
