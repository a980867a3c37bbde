import type { Seen } from '../../shared/commit/header.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { cellsOfEdit, type RowEdit, settledTwins } from '../../shared/rules/budget/edit.ts'
import { budgetTexts } from '../../shared/texts/budget.ts'
import type { CommandContext } from '../feature.ts'
import type { Transaction } from '../store/transaction.ts'
import { mayNow } from './form.ts'
import { type FormRow, formById, shortName } from './forms.ts'
import { marksOf, rowsOfForm, type StoredRow } from './rows.ts'

type Created = { readonly key: string; readonly position: number; readonly values: RowEdit }
type Updated = { readonly id: string; readonly position: number | null; readonly values: RowEdit }
type Input = {
  readonly form: string
  readonly seen: Seen
  readonly created: readonly Created[]
  readonly updated: readonly Updated[]
  readonly removed: readonly string[]
}

/** Why the rows of this form may not change now, or null. */
export const whyNotEditable = (form: FormRow): { readonly type: string; readonly message: string } | null => {
  const { refusal } = budgetTexts
  if (form.status === 'dikunci') return fail('Locked', refusal.locked).error
  if (form.current !== 1) return fail('Locked', refusal.notUsed).error
  return form.status === 'direkomendasikan' ? fail('Locked', refusal.recommended).error : null
}

const empty = { marks: [], duration: '', resources: '', source: '' } as const
const knownOf = (row: StoredRow) => ({
  marks: marksOf(row),
  duration: row.duration ?? '',
  resources: row.resources ?? '',
  source: row.usulanSource ?? '',
})

const rowIn = (tx: Transaction, form: string, id: string): StoredRow => {
  const row = tx.read.row<StoredRow>(
    'select * from budgetRow where id = ? and form = ? and _deleted = 0',
    id,
    form,
  )
  return row ?? tx.refuse(fail('NotFound', budgetTexts.refusal.rowNotFound, { record: id }).error)
}

const removeRow = (tx: Transaction, form: string, id: string): void =>
  tx.remove('budgetRow', rowIn(tx, form, id).id)

const textOf = { output: '', subOutput: '', stage: '', method: '', implementer: '', duration: '' } as const

const createRow = (tx: Transaction, form: FormRow, { position, values }: Created): string =>
  tx.create('budgetRow', {
    ...textOf,
    form: form.id,
    opd: form.opd,
    position,
    ...cellsOfEdit({ resources: '', ...values }, empty),
  })

const updateRow = (tx: Transaction, form: FormRow, { id, position, values }: Updated): void => {
  const row = rowIn(tx, form.id, id)
  tx.update('budgetRow', id, {
    ...cellsOfEdit(values, knownOf(row)),
    ...(position === null ? {} : { position }),
  })
}

const twinKey = (row: StoredRow): string =>
  JSON.stringify([
    row.output,
    row.subOutput,
    row.stage,
    row.method,
    row.implementer,
    row.duration,
    row.resources,
    row.extra,
  ])

const settle = (tx: Transaction, form: string): void => {
  const rows = rowsOfForm(tx.read, form)
  if (!rows.some(({ marks }) => marks?.includes('"Twin"'))) return
  for (const { id, marks } of settledTwins(
    rows.map((row) => ({ id: row.id, marks: marksOf(row), key: twinKey(row) })),
  )) {
    tx.update('budgetRow', id, { marks })
  }
}

const write = (tx: Transaction, form: FormRow, input: Input): Record<string, string> => {
  for (const id of input.removed) removeRow(tx, form.id, id)
  for (const updated of input.updated) updateRow(tx, form, updated)
  const created = Object.fromEntries(input.created.map((row) => [row.key, createRow(tx, form, row)]))
  settle(tx, form.id)
  return created
}

type Saved = { readonly commit: string; readonly seq: number; readonly created: Record<string, string> }

/** The grid as one commit. Errors: `NotFound`, `Locked`, `Forbidden`, `Stale` with what differs, `NothingChanged`. */
export const saveRows = (context: CommandContext, input: Input): Result<Saved> => {
  const { store, reader, actor, session } = context
  const form = formById(reader, session, input.form)
  if (form === null) return fail('NotFound', budgetTexts.refusal.formNotFound, { record: input.form })
  const why = whyNotEditable(form)
  if (why !== null) return { ok: false, error: why }
  if (!mayNow(form, session.grants).edit) return fail('Forbidden', budgetTexts.refusal.opdForbidden)
  const changes = budgetTexts.reason.changes(input.created.length, input.updated.length, input.removed.length)
  const reason = budgetTexts.reason.saved(shortName(reader.find('opd', form.opd)), form.year, changes)
  const done = store.commit(actor, reason, (tx) => write(tx, form, input), input.seen)
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq, created: done.value.value }) : done
}
