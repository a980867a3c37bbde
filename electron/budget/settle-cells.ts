import type { Seen } from '../../shared/commit/header.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { RowMark, SettledMark } from '../../shared/records/budget.ts'
import { budgetTexts } from '../../shared/texts/budget.ts'
import type { CommandContext } from '../feature.ts'
import type { Transaction } from '../store/transaction.ts'
import { mayNow } from './form.ts'
import { formById, shortName } from './forms.ts'
import { marksOf, type StoredRow, settledOf } from './rows.ts'
import { whyNotEditable } from './save-rows.ts'

type Named = Pick<RowMark, 'column' | 'type' | 'found'> & { readonly row: string }
type Input = { readonly form: string; readonly marks: readonly Named[]; readonly seen: Seen }
type Done = { readonly commit: string; readonly seq: number }

const isNamed = (mark: RowMark, named: readonly Named[]): boolean =>
  named.some(
    ({ column, type, found }) => mark.column === column && mark.type === type && mark.found === found,
  )

const settleRow = (
  tx: Transaction,
  form: string,
  id: string,
  named: readonly Named[],
  by: string,
  at: string,
) => {
  const row = tx.read.row<StoredRow>(
    'select * from budgetRow where id = ? and form = ? and _deleted = 0',
    id,
    form,
  )
  const marks = row === undefined ? [] : marksOf(row)
  const found = marks.filter((mark) => isNamed(mark, named))
  if (row === undefined || found.length < named.length)
    return tx.refuse(fail('NotFound', budgetTexts.refusal.markSettled, { record: id }).error)
  const rest = marks.filter((mark) => !found.includes(mark))
  const settled: SettledMark[] = [...settledOf(row), ...found.map((mark) => ({ ...mark, by, at }))]
  tx.update('budgetRow', id, { marks: rest.length === 0 ? null : rest, settled })
}

/** “Sudah benar” for doubts about cells. Errors: `NotFound`, `Locked`, `Forbidden`, `Stale`. */
export const settleCells = (context: CommandContext, { form: id, marks, seen }: Input): Result<Done> => {
  const { store, reader, actor, session, now } = context
  const form = formById(reader, session, id)
  if (form === null) return fail('NotFound', budgetTexts.refusal.formNotFound, { record: id })
  const why = whyNotEditable(form)
  if (why !== null) return { ok: false, error: why }
  if (!mayNow(form, session.grants).edit) return fail('Forbidden', budgetTexts.refusal.opdForbidden)
  const opd = shortName(reader.find('opd', form.opd))
  const reason = budgetTexts.reason.settledCells(opd, form.year, form.version, marks.length)
  const at = new Date(now()).toISOString()
  const done = store.commit(
    actor,
    reason,
    (tx) => {
      for (const [row, named] of Map.groupBy(marks, (mark) => mark.row))
        settleRow(tx, id, row, named, session.officer, at)
    },
    seen,
  )
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq }) : done
}
