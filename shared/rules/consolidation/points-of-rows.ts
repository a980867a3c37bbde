import { consolidationTexts } from '../../texts/consolidation.ts'
import { sourceSeparator } from '../budget/funding.ts'
import type { Names, Point, PointInput, PointKind, PointRow } from './point.ts'
import { comparePrices, type PricedRow } from './price.ts'

const texts = consolidationTexts.point

/** One point for all rows of a kind, with how many each OPD has, most first. */
const counted = (
  kind: PointKind,
  rows: readonly PointRow[],
  names: Names,
  text: (byOpd: (readonly [string, number])[]) => string,
): Point[] => {
  if (rows.length === 0) return []
  const byForm = Map.groupBy(rows, ({ form }) => form)
  const byOpd = [...byForm]
    .map(([form, own]) => [names.of(form), own.length] as const)
    .sort(([, a], [, b]) => b - a)
  return [{ kind, text: text(byOpd), forms: [...byForm.keys()], rows: rows.map(({ id }) => id) }]
}

export const withoutCost = ({ rows }: PointInput, names: Names): Point[] => {
  const own = rows.filter(({ amount }) => amount === null)
  return counted('withoutCost', own, names, (byOpd) => texts.withoutCost(own.length, rows.length, byOpd))
}

/** A cost of which at least a part names no source. */
const namesNoSource = ({ amount, source }: PointRow): boolean =>
  amount !== null && amount !== 0 && source.split(sourceSeparator).includes('')

/** By form, since it is the OPD that must name the source. */
export const withoutSource = ({ rows }: PointInput, names: Names): Point[] => {
  const priced = Map.groupBy(
    rows.filter(({ amount }) => amount !== null && amount !== 0),
    ({ form }) => form,
  )
  return [...Map.groupBy(rows.filter(namesNoSource), ({ form }) => form)].map(([form, own]) => ({
    kind: 'withoutSource',
    text: texts.withoutSource(
      names.of(form),
      own.map(({ number }) => number),
      priced.get(form)?.length ?? 0,
      own.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
    ),
    forms: [form],
    rows: own.map(({ id }) => id),
  }))
}

/** One point for all doubts, those about whole forms among them: the number that the list of forms and the form itself say. */
export const doubts = ({ rows, forms }: PointInput, names: Names): Point[] => {
  const counts = new Map<string, number>(forms.map(({ id, open }) => [id, open.length]))
  for (const { form, marks } of rows) counts.set(form, (counts.get(form) ?? 0) + marks)
  const own = [...counts].filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a)
  if (own.length === 0) return []
  const all = own.reduce((sum, [, count]) => sum + count, 0)
  const text = texts.doubt(
    all,
    own.map(([form, count]) => [names.of(form), count]),
  )
  // Links go by pairs of form and row; a doubt about a whole form has no row.
  const isOfRows = own.every(([id]) => forms.every((form) => form.id !== id || form.open.length === 0))
  const marked = rows.filter(({ marks }) => marks > 0).map(({ id }) => id)
  return [{ kind: 'doubt', text, forms: own.map(([form]) => form), rows: isOfRows ? marked : [] }]
}

/** What Diskominfo made of the files before saving: cells corrected, rows added, rows not taken; a point for each. */
export const corrections = ({ rows, forms }: PointInput, names: Names): Point[] => {
  const own = rows.filter(({ corrected = 0 }) => corrected > 0)
  const byOpd = (counts: ReadonlyMap<string, number>) =>
    [...counts].map(([form, count]) => [names.of(form), count] as const).sort(([, a], [, b]) => b - a)
  const cells = new Map<string, number>()
  for (const { form, corrected = 0 } of own) cells.set(form, (cells.get(form) ?? 0) + corrected)
  const of = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0)
  const left = new Map(forms.flatMap(({ id, refused = 0 }) => (refused > 0 ? [[id, refused] as const] : [])))
  const ids = own.map(({ id }) => id)
  return [
    ...(of(cells) === 0 ? [] : [point([...cells.keys()], ids, texts.corrected(of(cells), byOpd(cells)))]),
    ...counted(
      'corrected',
      rows.filter(({ added }) => added === true),
      names,
      (opds) =>
        texts.rowsAdded(
          opds.reduce((sum, [, count]) => sum + count, 0),
          opds,
        ),
    ),
    ...(of(left) === 0 ? [] : [point([...left.keys()], [], texts.rowsRefused(of(left), byOpd(left)))]),
  ]
}
const point = (forms: string[], rows: string[], text: string): Point => ({
  kind: 'corrected',
  text,
  forms,
  rows,
})

const asPriced = (row: PointRow): PricedRow => ({ ...row, text: row.stage })

export const prices = (
  { rows, standards, year }: PointInput,
  names: Names,
): { readonly points: Point[]; readonly comparable: number } => {
  const comparisons = comparePrices(rows.map(asPriced), standards, year)
  const points = comparisons
    .filter(({ above }) => above)
    .map(({ row, standard: { item, price, measure }, kind, unitPrice, pieces }) => {
      const opd = names.of(row.form)
      const text =
        kind === 'exact'
          ? texts.priceExact(opd, row.text, unitPrice, price, item, measure)
          : kind === 'counted'
            ? texts.priceCounted(opd, row.text, row.amount ?? 0, pieces ?? 1, unitPrice, price, item, measure)
            : texts.priceUnclear(opd, row.text, row.amount ?? 0, price, item, measure)
      return { kind: 'abovePrice' as const, text, forms: [row.form], rows: [row.id], sure: kind === 'exact' }
    })
  const sorted = [...points.filter(({ sure }) => sure), ...points.filter(({ sure }) => !sure)]
  return {
    points: sorted.map(({ sure: _sure, ...point }) => point),
    comparable: comparisons.filter(({ kind }) => kind === 'exact').length,
  }
}
