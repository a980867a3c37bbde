import {
  type OpdField,
  type PlannedOpd,
  planOpds,
  type RegisteredOpd,
  type WrittenOpd,
} from '../../shared/rules/opd/plan.ts'
import type { OpdLine } from '../../shared/rules/opd/read.ts'
import { opdTexts } from '../../shared/texts/opd.ts'
import type { GridColumn, GridRow, Mark, Marks, Rows } from '../ui/index.ts'

const words = opdTexts.columns

export const opdColumns: readonly GridColumn[] = [
  { key: 'state', heading: words.state, kind: 'text', width: 116, readOnly: true },
  { key: 'code', heading: words.code, kind: 'text', width: 168 },
  { key: 'name', heading: words.name, kind: 'text', width: 280 },
  { key: 'short', heading: words.short, kind: 'text', width: 104 },
  { key: 'head', heading: words.head, kind: 'text', width: 110 },
  { key: 'remark', heading: words.remark, kind: 'longText', width: 298, readOnly: true },
]
const fields = ['code', 'name', 'short', 'head'] as const

const orNull = (text: string): string | null => (text === '' ? null : text)
const textOf = (row: GridRow, key: OpdField): string => String(row.cells[key] ?? '').trim()

export const rowsOfLines = (lines: readonly OpdLine[]): Rows =>
  lines.map((line, at) => ({
    id: String(at + 1),
    cells: {
      state: null,
      remark: null,
      ...Object.fromEntries(fields.map((field) => [field, orNull(line[field])])),
    },
  }))

export const emptyOpdRow = (id: string): GridRow => ({
  id,
  cells: Object.fromEntries(opdColumns.map(({ key }) => [key, null])),
})

export const writtenOf = (row: GridRow): WrittenOpd => ({
  key: row.id,
  code: textOf(row, 'code'),
  name: textOf(row, 'name'),
  short: textOf(row, 'short'),
  head: textOf(row, 'head'),
})

const withPlan = (row: GridRow, { state, remark, doubts }: PlannedOpd): GridRow => {
  const shown = opdTexts.state[state]
  const about = remark || orNull(doubts.map(({ message }) => message).join(' '))
  return row.cells.state === shown && row.cells.remark === about
    ? row
    : { ...row, cells: { ...row.cells, state: shown, remark: about } }
}

const marksOf = ({ changes, doubts }: PlannedOpd): Readonly<Record<string, Mark>> | null => {
  const found: Record<string, Mark> = {}
  for (const { field, before, after } of changes)
    found[field] = { kind: 'changed', message: opdTexts.remark.change(words[field], before, after) }
  for (const { field, message } of doubts) found[field] = { kind: 'doubt', message }
  return Object.keys(found).length === 0 ? null : found
}

export type OpdSheet = {
  readonly rows: Rows
  readonly plan: readonly PlannedOpd[]
  readonly marks: Marks
  /** OPDs of the register that the list does not name. */
  readonly absent: number
}

/** The rows with what saving them would do; rows for which that stays the same keep their identity. */
export const sheetOf = (rows: Rows, known: readonly RegisteredOpd[]): OpdSheet => {
  const plan = planOpds(rows.map(writtenOf), known)
  const marks: Record<string, Readonly<Record<string, Mark>>> = {}
  plan.forEach((planned) => {
    const made = marksOf(planned)
    if (made !== null) marks[planned.key] = made
  })
  const named = new Set(plan.flatMap(({ id }) => (id === null ? [] : [id])))
  return {
    rows: rows.map((row, at) => withPlan(row, plan[at] as PlannedOpd)),
    plan,
    marks,
    absent: known.filter(({ id }) => !named.has(id)).length,
  }
}

export const countOf = (plan: readonly PlannedOpd[], state: PlannedOpd['state']): number =>
  plan.filter((planned) => planned.state === state).length
