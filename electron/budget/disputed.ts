import { deletedKey } from '../../shared/commit/part.ts'
import type { FormDisputes } from '../../shared/contract/budget.ts'
import { type Failure, fail } from '../../shared/contract/result.ts'
import { budgetTexts } from '../../shared/texts/budget.ts'
import { type Dispute, differingKeys, disputedRecords, disputesOf } from '../store/disputes.ts'
import type { Reader } from '../store/reader.ts'
import type { Guard } from '../store/transaction.ts'

/** A row of a form that was filled in differently on several computers and waits for a decision. */
type DisputedRow = {
  readonly id: string
  readonly form: string
  /** What the totals hold of it while its amount, or whether it is there at all, is not decided; whole rupiah. */
  readonly amount: number
  /** Columns of the form in which it differs. */
  readonly columns: readonly string[]
}

const columns: Readonly<Record<string, string>> = {
  usulanAmount: 'amount',
  usulanSource: 'source',
  usulanFunding: 'amount',
  resourcesOther: 'other',
  durationValue: 'duration',
}
const own: ReadonlySet<string> = new Set([
  'output',
  'subOutput',
  'stage',
  'method',
  'implementer',
  'duration',
  'resources',
  'volume',
  'measure',
  'unitPrice',
  'note',
])
/** What the form has no column for is said where the row begins. */
const columnOf = (key: string): string => columns[key] ?? (own.has(key) ? key : 'stage')

const isCounted = (keys: readonly string[]): boolean =>
  keys.includes('usulanAmount') || keys.includes(deletedKey)

const rowOf = (dispute: Dispute): DisputedRow => {
  const { row, units } = dispute
  const keys = units.flatMap((unit) => differingKeys(dispute, unit))
  const amount = row._deleted === 0 && isCounted(keys) ? Number(row['usulanAmount'] ?? 0) : 0
  return { id: row.id, form: String(row['form']), amount, columns: [...new Set(keys.map(columnOf))] }
}

/** Rows of these forms that wait for a decision; proposed ones that are not on the form yet as well. */
export const disputedRows = (reader: Reader, forms: readonly string[]): DisputedRow[] => {
  if (forms.length === 0 || disputedRecords(reader, 'budgetRow').length === 0) return []
  const ids = reader
    .rows<{ id: string }>(
      `select r.id from _dispute d join budgetRow r on r.id = d.record
       where d.type = 'budgetRow' and r.form in (select value from json_each(?))`,
      JSON.stringify(forms),
    )
    .map(({ id }) => id)
  return disputesOf(reader, reader.definition('budgetRow'), ids).map(rowOf)
}

/** Units of forms themselves that wait for a decision, by form. */
const disputedForms = (reader: Reader, forms: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const wanted = new Set(forms)
  const ids = disputedRecords(reader, 'budgetForm').flatMap(({ id }) => (wanted.has(id) ? [id] : []))
  return new Map(
    disputesOf(reader, reader.definition('budgetForm'), ids).map(({ row, units }) => [
      row.id,
      units.map(({ unit }) => unit),
    ]),
  )
}

const nothing: FormDisputes = { rows: 0, amount: 0, form: false, first: null }

/** What waits for a decision on each of these forms; forms of which nothing does are left out. */
export const formDisputes = (reader: Reader, forms: readonly string[]): ReadonlyMap<string, FormDisputes> => {
  const found = new Map<string, FormDisputes>()
  for (const id of disputedForms(reader, forms).keys()) found.set(id, { ...nothing, form: true, first: id })
  for (const { id, form, amount } of disputedRows(reader, forms)) {
    const known = found.get(form) ?? nothing
    const first = known.first ?? id
    found.set(form, { ...known, rows: known.rows + 1, amount: known.amount + amount, first })
  }
  return found
}

export const disputesOfForm = (reader: Reader, form: string): FormDisputes =>
  formDisputes(reader, [form]).get(form) ?? nothing

/** Forms and rows together, for the total of a year. */
export const sumOfDisputes = (
  all: ReadonlyMap<string, FormDisputes>,
): { readonly forms: number; readonly rows: number; readonly amount: number } => {
  const each = [...all.values()]
  return {
    forms: each.length,
    rows: each.reduce((sum, { rows }) => sum + rows, 0),
    amount: each.reduce((sum, { amount }) => sum + amount, 0),
  }
}

/** The sentence that names what is to be decided first, with the record to begin with; null where nothing is. */
export const undecided = (disputes: FormDisputes): Failure | null =>
  disputes.first === null
    ? null
    : fail('Undecided', budgetTexts.refusal.undecided(disputes.rows, disputes.amount, disputes.form), {
        dispute: disputes.first,
      }).error

const binding: ReadonlySet<unknown> = new Set(['direkomendasikan', 'dikunci'])

/**
 * Whatever way it comes: nobody recommends or locks a form of which rows wait for a decision. What its own state is may be
 * written, since that decides it. Taking back what binds is always open.
 */
export const decidedFirst: Guard = ({ definition, row, cells, reader }) => {
  if (definition.type !== 'budgetForm' || row === null || !binding.has(cells['status'])) return null
  if (cells['status'] === row['status'] || row['status'] === 'dikunci') return null
  const rows = disputedRows(reader, [row.id])
  const [first] = rows
  if (first === undefined) return null
  const amount = rows.reduce((sum, each) => sum + each.amount, 0)
  return undecided({ rows: rows.length, amount, form: false, first: first.id })
}
