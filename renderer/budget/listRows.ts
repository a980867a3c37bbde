import type { z } from 'zod'
import type { budgetForms, FormSummary } from '../../shared/contract/budget.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import type { SheetTable } from '../app/SheetActions.tsx'
import { formatDay, formatWhole } from '../ui/format.ts'
import type { Page } from '../ui/index.ts'
import type { ListQuery } from '../ui/usePagedRows.ts'
import { stateWords } from './states.ts'

const texts = budgetWindowTexts.list
const words = texts.columns

type Forms = z.output<(typeof budgetForms)['output']>

/** An OPD in the list of the year: with its form, or not yet. */
export type OpdRow =
  | {
      readonly id: string
      readonly kind: 'form'
      readonly opd: string
      readonly code: string
      readonly name: string
      readonly form: FormSummary
    }
  | {
      readonly id: string
      readonly kind: 'missing'
      readonly opd: string
      readonly code: string
      readonly name: string
    }

/** Forms first, by code; then, calm, the OPDs that have not sent one. */
export const opdRows = ({ forms, missing }: Forms): readonly OpdRow[] => [
  ...forms.map((form) => ({
    id: form.id,
    kind: 'form' as const,
    opd: form.opd,
    code: form.opdCode,
    name: form.opdName,
    form,
  })),
  ...missing.map(({ id, code, name }) => ({ id, kind: 'missing' as const, opd: id, code, name })),
]

export const notSent = 'belum'

const matchesSearch = (row: OpdRow, search: string): boolean =>
  search === '' || `${row.code} ${row.name}`.toLowerCase().includes(search.toLowerCase())
const matchesState = (row: OpdRow, state: string): boolean =>
  state === '' || (row.kind === 'form' ? row.form.status === state : state === notSent)
const matchesMarks = (row: OpdRow, marks: string): boolean =>
  marks === '' || (row.kind === 'form' && row.form.marks > 0)

type Sortable = string | number
const sortValues: Readonly<Record<string, (row: OpdRow) => Sortable>> = {
  state: (row) => (row.kind === 'form' ? row.form.status : 'zz'),
  // Whatever way it is sorted, digits come before letters.
  code: (row) => row.code || texts.codeless,
  opd: (row) => row.name,
  version: (row) => (row.kind === 'form' ? row.form.version : -1),
  received: (row) => (row.kind === 'form' ? row.form.received : ''),
  rows: (row) => (row.kind === 'form' ? row.form.rows : -1),
  withoutCost: (row) => (row.kind === 'form' ? row.form.withoutCost : -1),
  marks: (row) => (row.kind === 'form' ? row.form.marks : -1),
  total: (row) => (row.kind === 'form' ? row.form.total : -1),
}

const compare = (a: Sortable, b: Sortable): number =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), 'id', { numeric: true })

const sorted = (rows: readonly OpdRow[], sort: ListQuery['sort']): readonly OpdRow[] => {
  const value = sort === null ? undefined : sortValues[sort.key]
  if (value === undefined || sort === null) return rows
  const sign = sort.direction === 'asc' ? 1 : -1
  return [...rows].sort((a, b) => sign * compare(value(a), value(b)))
}

/** The whole list as one page: a city has some sixty OPDs. */
export const pageOfRows = (rows: readonly OpdRow[], { search, filters, sort }: ListQuery): Page<OpdRow> => {
  const found = rows.filter(
    (row) =>
      matchesSearch(row, search) &&
      matchesState(row, filters.state ?? '') &&
      matchesMarks(row, filters.marks ?? ''),
  )
  return { rows: sorted(found, sort), next: null, total: found.length }
}

const right = new Set<string>([words.version, words.rows, words.withoutCost, words.marks, words.total])
const headings = [
  words.code,
  words.opd,
  words.state,
  words.version,
  words.received,
  words.rows,
  words.withoutCost,
  words.marks,
  words.total,
]
const blank = headings.slice(3).map(() => '')

/** The list as a table for Excel and for paper. */
export const sheetOf = (rows: readonly OpdRow[]): SheetTable => ({
  heading: headings.map((label) => ({ label, right: right.has(label) })),
  lines: rows.map((row) =>
    row.kind === 'missing'
      ? [row.code || texts.codeless, row.name, texts.notSent, ...blank]
      : [
          row.code || texts.codeless,
          row.name,
          stateWords[row.form.status],
          formatWhole(row.form.version),
          formatDay(row.form.received),
          formatWhole(row.form.rows),
          formatWhole(row.form.withoutCost),
          formatWhole(row.form.marks),
          formatWhole(row.form.total),
        ],
  ),
})
