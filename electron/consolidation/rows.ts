import type { z } from 'zod'
import type { consolidationRows } from '../../shared/contract/consolidation.ts'
import { splitBySource } from '../../shared/rules/budget/funding.ts'
import type { Funding } from '../../shared/rules/budget/parsed.ts'
import { looseKey, methodKey } from '../../shared/rules/consolidation/spelling.ts'
import { type StoredRow, shapeOf } from '../budget/index.ts'
import type { QueryContext } from '../feature.ts'
import { formsThen } from './forms.ts'
import { implementersOf } from './totals.ts'

type Input = z.output<typeof consolidationRows.input>
/** The part of a row's amount that belongs to a group; undefined where the row does not belong to it. */
type Counts = (row: StoredRow) => number | null | undefined

const whole =
  (belongs: (row: StoredRow) => boolean): Counts =>
  (row) =>
    belongs(row) ? row.usulanAmount : undefined

const ofSource =
  (label: string): Counts =>
  (row) => {
    const { usulanAmount: amount, usulanSource: source } = row
    if (amount === null) return label === '' ? null : undefined
    if (source === label) return amount
    const funding = row.usulanFunding === null ? [] : (JSON.parse(row.usulanFunding) as Funding[])
    return splitBySource(amount, funding).find((part) => part.source === label)?.amount
  }

const counterFor = ({ reader }: QueryContext, { dimension, label, subOutput, opd }: Input): Counts => {
  if (dimension === null) return whole(() => true)
  if (dimension === 'opd') return whole((row) => row.opd === label)
  if (dimension === 'source') return ofSource(label)
  if (dimension === 'method') return whole((row) => methodKey(row.method ?? '') === methodKey(label))
  if (dimension === 'implementer') {
    const implementers = implementersOf(reader)
    return whole((row) => implementers.countedAs(row.implementer ?? '').toLowerCase() === label.toLowerCase())
  }
  const [output, sub] = [looseKey(label), subOutput === null ? null : looseKey(subOutput)]
  return whole(
    (row) =>
      (opd === null || row.opd === opd) &&
      looseKey(row.output ?? '') === output &&
      (sub === null || looseKey(row.subOutput ?? '') === sub),
  )
}

/** The rows behind a number; their `counted` parts add up to it. */
export const rowsBehind = (context: QueryContext, input: Input): z.input<typeof consolidationRows.output> => {
  const { reader, session } = context
  const forms = formsThen(reader, session, input.year).filter(
    ({ opd }) => input.dimension !== 'opd' || opd === input.label,
  )
  const names = new Map(forms.map((form) => [form.id, form.opdName]))
  const order = new Map(forms.map((form, at) => [form.id, at]))
  const counts = counterFor(context, input)
  const sql =
    'select * from budgetRow where form in (select value from json_each(?)) and _deleted = 0 order by position, _row'
  const rows = reader
    .rows<StoredRow>(sql, JSON.stringify(forms.map(({ id }) => id)))
    .flatMap((row) => {
      const counted = counts(row)
      return counted === undefined || (input.only === 'withoutCost' && row.usulanAmount !== null)
        ? []
        : [{ ...shapeOf(row), form: row.form, opdName: names.get(row.form) ?? '', counted }]
    })
    .sort((a, b) => (order.get(a.form) ?? 0) - (order.get(b.form) ?? 0))
  return {
    rows,
    total: rows.reduce((sum, { counted }) => sum + (counted ?? 0), 0),
    withoutCost: rows.filter(({ amount }) => amount === null).length,
  }
}
