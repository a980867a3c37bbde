import type { z } from 'zod'
import type { consolidationSummary } from '../../shared/contract/consolidation.ts'
import { byOpdNow } from '../../shared/rules/consolidation/by-opd-now.ts'
import { byImplementer, byMethod, byOutput, bySource } from '../../shared/rules/consolidation/sums.ts'
import { type FormRow, formDisputes, type SourceSum, sumOfDisputes, yearsOf } from '../budget/index.ts'
import type { QueryContext } from '../feature.ts'
import type { Reader } from '../store/reader.ts'
import { formsThen } from './forms.ts'
import { detailSums, implementersOf, totalsOf } from './totals.ts'

export type Summary = z.input<typeof consolidationSummary.output>
type OpdGroup = Summary['byOpd'][number]

const groupOf = (form: FormRow, sums: readonly SourceSum[]): OpdGroup => ({
  label: form.opdName,
  opd: form.opd,
  code: form.opdCode,
  short: form.opdShort,
  form: form.id,
  version: form.version,
  status: form.status,
  rows: sums.reduce((count, { rows }) => count + rows, 0),
  withoutCost: sums.reduce((count, { rows, priced }) => count + rows - priced, 0),
  total: sums.reduce((sum, { total }) => sum + total, 0),
})

/** Sums by OPD under what the OPDs have become by a day. */
export const sumsNow = (reader: Reader, groups: readonly OpdGroup[], day: string) =>
  byOpdNow(
    groups,
    {
      successions: reader.where('opdSuccession', {}),
      name: (id) => reader.find('opd', id)?.name ?? '',
    },
    day,
  )

/** The newest consolidation of the year that was kept as a record. */
export const lastDrawnUp = ({ reader }: QueryContext, year: number): Summary['last'] => {
  const last = reader.row<{
    id: string
    drawnUp: string
    by: string | null
    total: number | null
    rows: number | null
  }>(
    `select c.id, c.drawnUp, coalesce(o.name, '') as by, c.total, c.rows from consolidation c left join officer o on o.id = c.by
     where c.year = ? and c._deleted = 0 order by c.drawnUp desc, c._row desc limit 1`,
    year,
  )
  return last === undefined
    ? null
    : { id: last.id, drawnUp: last.drawnUp, by: last.by ?? '', total: last.total ?? 0, rows: last.rows ?? 0 }
}

/** The totals alone, from the covering index: what the first screen and the command line need at once. */
export const totalsOfYear = ({ reader, session }: QueryContext, year: number) => {
  const forms = formsThen(reader, session, year)
  const { all, single, several } = totalsOf(reader, forms)
  const byForm = Map.groupBy(all, ({ form }) => form)
  const byOpd = forms.map((form) => groupOf(form, byForm.get(form.id) ?? []))
  const sum = (key: 'rows' | 'withoutCost' | 'total'): number =>
    byOpd.reduce((total, group) => total + group[key], 0)
  return {
    forms,
    all: { forms: forms.length, rows: sum('rows'), withoutCost: sum('withoutCost'), total: sum('total') },
    byOpd,
    bySource: bySource(single, several),
  }
}

export const summaryOf = (context: QueryContext, year: number): Summary => {
  const { reader, session } = context
  const { forms, ...totals } = totalsOfYear(context, year)
  const detail = detailSums(reader, forms)
  const names = new Map(forms.map((form) => [form.id, form]))
  return {
    year,
    ...totals,
    byOpdNow:
      sumsNow(reader, totals.byOpd, session.today)?.map((group) => ({ ...group, from: [...group.from] })) ??
      null,
    disputed: sumOfDisputes(
      formDisputes(
        reader,
        forms.map(({ id }) => id),
      ),
    ),
    byImplementer: byImplementer(detail.implementers, implementersOf(reader)),
    byMethod: byMethod(detail.methods),
    byOutput: byOutput(detail.outputs).map(({ form, ...group }) => ({
      ...group,
      opd: names.get(form)?.opdName ?? '',
      opdId: names.get(form)?.opd ?? '',
    })),
    last: session.opds === null ? lastDrawnUp(context, year) : null,
    years: yearsOf(reader, session),
  }
}
