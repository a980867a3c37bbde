/** What a careful person reads in a form. It comes from the declared rows, never from a reader of files. Runs of white space count as one space. */
import { opdOf } from './city.ts'
import { amountOf, type Form, type Money, rowsOf, type SampleRow, totalOf, year } from './form.ts'

type TruthForm = Pick<Form, 'file' | 'opd' | 'outputs' | 'leftOut'> & { readonly layout?: Form['layout'] }

const flat = (text: string | number): string => String(text).replace(/\s+/g, ' ').trim()
const fundingOf = (money: Money) => Object.entries(money).map(([source, amount]) => ({ source, amount }))

/** Cells of the columns volume, unit and unit price, by their heading. */
const extraOf = (form: TruthForm, row: SampleRow): Record<string, string> => {
  const kinds = ['volume', 'unit', 'unitPrice'] as const
  return Object.fromEntries(
    (form.layout?.columns ?? []).flatMap(({ kind, head }) => {
      const known = kinds.find((name) => name === kind)
      return known && row[known] !== undefined ? [[head, flat(row[known])]] : []
    }),
  )
}

const rowTruth = (form: TruthForm, row: SampleRow, number: number) => {
  const extra = extraOf(form, row)
  return {
    row: number,
    subOutput: flat(row.subOutput),
    stage: flat(row.stage),
    method: flat(row.method),
    implementer: flat(row.implementer),
    duration: flat(row.duration),
    resources: { asPrinted: flat(row.printed), funding: fundingOf(row.money), other: flat(row.other) },
    amount: amountOf(row),
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
  }
}

const bySource = (rows: readonly SampleRow[]) => {
  const sums = new Map<string, number>()
  for (const { money } of rows)
    for (const [source, amount] of Object.entries(money)) sums.set(source, (sums.get(source) ?? 0) + amount)
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([source, amount]) => ({ source, amount }))
}

const doubtfulOf = (form: TruthForm, rows: readonly SampleRow[]): number[] => [
  ...(form.layout?.printedTotal === undefined ? [] : [0]),
  ...rows.flatMap(({ doubtful }, index) => (doubtful ? [index + 1] : [])),
]

const same = (a: SampleRow, b: SampleRow): boolean => JSON.stringify(a) === JSON.stringify(b)
const twinsOf = (rows: readonly SampleRow[]): number[][] =>
  rows.flatMap((row, index) =>
    rows.slice(index + 1).flatMap((other, next) => (same(row, other) ? [[index + 1, index + next + 2]] : [])),
  )

/**
 * `doubtful`: rows that deserve a doubt, 0 for the whole file (a printed total that is not the sum).
 * `twins`: pairs of exactly equal rows, to be pointed out.
 */
export const truthOf = (form: TruthForm) => {
  const rows = rowsOf(form as Form)
  let number = 0
  const outputs = form.outputs.map((output) => ({
    title: output.title,
    rows: output.rows.map((row) => {
      number += 1
      return rowTruth(form, row, number)
    }),
    total: totalOf(output.rows),
  }))
  return {
    file: form.file,
    opd: opdOf(form.opd),
    year,
    outputs,
    total: totalOf(rows),
    bySource: bySource(rows),
    leftOut: form.leftOut ?? [],
    doubtful: doubtfulOf(form, rows),
    twins: twinsOf(rows),
  }
}
