import type { ConsolidatedForm, RowMark } from '../../shared/records/budget.ts'
import type { HeldForm, PointRow } from '../../shared/rules/consolidation/point.ts'
import { pointsOf } from '../../shared/rules/consolidation/points.ts'
import {
  correctedOf,
  type FormRow,
  listComplete,
  marksOf,
  opdsWithout,
  openMarks,
  type StoredRow,
  saidBy,
  settledOf,
  summaries,
} from '../budget/index.ts'
import type { QueryContext } from '../feature.ts'
import type { Reader } from '../store/reader.ts'
import { formsThen } from './forms.ts'
import { lastDrawnUp } from './summary.ts'

const rowsSql = `select id, form, output, subOutput, stage, method, implementer, duration, resources, usulanAmount, usulanSource, volume, measure, unitPrice,
  marks, settled, corrected from budgetRow where form in (select value from json_each(?)) and _deleted = 0 order by form, position, _row`

const isTwin = ({ type }: { readonly type: string }): boolean => type === 'Twin'
const isTwinSettled = (row: StoredRow, marks: readonly RowMark[]): boolean =>
  row.settled !== null && settledOf(row).some(isTwin) && !marks.some(isTwin)

const rowsOf = (reader: Reader, forms: readonly FormRow[]): PointRow[] => {
  let form = ''
  let number = 0
  const rows = reader.rows<StoredRow>(rowsSql, JSON.stringify(forms.map(({ id }) => id)))
  return rows.map((row) => {
    number = row.form === form ? number + 1 : 1
    form = row.form
    const marks = marksOf(row)
    const corrected = correctedOf(row)
    const cells = corrected.filter(({ column }) => column !== '').length
    return {
      ...saidBy(row),
      id: row.id,
      form,
      number,
      marks: marks.length,
      twinSettled: isTwinSettled(row, marks),
      corrected: cells,
      added: cells < corrected.length,
    }
  })
}

const arrivalOf = (reader: Reader, record: string): number => {
  const [device, seq] = record.split('.')
  return (
    reader.row<{ arrival: number }>(
      'select arrival from _log where device = ? and seq = ?',
      device,
      Number(seq),
    )?.arrival ?? 0
  )
}

/** Rows by form that were changed, or made, by a commit that arrived after this one. */
const editedSince = (reader: Reader, rows: readonly PointRow[], arrival: number): Map<string, number> => {
  const later = reader.rows<{ name: string }>(
    `select device || '.' || seq as name from _log where arrival > ?`,
    arrival,
  )
  if (later.length === 0) return new Map()
  const commits = new Set(later.map(({ name }) => name))
  const touched = new Set(
    reader
      .rows<{ record: string }>(
        `select record from _touch where arrival > ? and record in (select value from json_each(?))`,
        arrival,
        JSON.stringify(rows.map(({ id }) => id)),
      )
      .map(({ record }) => record),
  )
  const edited = new Map<string, number>()
  for (const { id, form } of rows) {
    if (touched.has(id) || commits.has(id.slice(0, id.lastIndexOf('.'))))
      edited.set(form, (edited.get(form) ?? 0) + 1)
  }
  return edited
}

type Last = { readonly held: HeldForm[] | null; readonly edited: Map<string, number> }

const lastOf = (context: QueryContext, year: number, rows: readonly PointRow[]): Last => {
  const { reader, session } = context
  const last = lastDrawnUp(context, year)
  const record = last === null ? null : reader.find('consolidation', last.id)
  if (record === null || last === null) return { held: null, edited: new Map() }
  const names = new Map(
    reader
      .rows<{ id: string; name: string }>(`select id, coalesce(name, code, '') as name from opd`)
      .map(({ id, name }) => [id, name]),
  )
  const forms = (record.forms ?? []) as readonly ConsolidatedForm[]
  const held = forms
    .filter(({ opd }) => session.opds === null || session.opds.includes(opd))
    .map((form) => ({ ...form, name: names.get(form.opd) ?? '' }))
  return { held, edited: editedSince(reader, rows, arrivalOf(reader, last.id)) }
}

export const findPoints = (context: QueryContext, year: number) => {
  const { reader, session } = context
  const used = formsThen(reader, session, year)
  const rows = rowsOf(reader, used)
  const { held, edited } = lastOf(context, year, rows)
  const standards = reader.where('priceStandard', { year }).map(({ item, measure, price }) => ({
    item: item ?? '',
    measure: measure ?? '',
    price: price ?? 0,
    year,
  }))
  const { points, comparable } = pointsOf({
    year,
    forms: summaries(reader, used).map((form, at) => ({
      ...form,
      name: form.opdName,
      refused: reader.find('budgetForm', form.id)?.refused?.length ?? 0,
      open: openMarks(used[at]?.formMarks ?? null, form.total),
    })),
    rows,
    missing: opdsWithout(reader, session, used).map(({ name }) => name),
    listOpen: used.length > 0 && !listComplete(reader),
    standards,
    last: held,
    edited,
  })
  return { points, comparable: { rows: comparable, of: rows.length } }
}
