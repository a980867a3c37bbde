import { type FormMark, type FormStatus, formStatuses } from '../../records/budget.ts'
import { consolidationTexts } from '../../texts/consolidation.ts'
import { sourceSeparator } from '../budget/funding.ts'
import { findAlike, type Proposed } from './duplicates.ts'
import { comparePrices, type PricedRow, type Standard } from './price.ts'
import { looseKey } from './spelling.ts'

export type PointKind =
  | 'missing'
  | 'withoutCost'
  | 'withoutSource'
  | 'abovePrice'
  | 'twin'
  | 'duplicate'
  | 'changed'
  | 'total'
  | 'doubt'
  | 'returned'
  | 'unfinished'
/** One sentence for the officer, with the forms and rows that it speaks of. */
export type Point = {
  readonly kind: PointKind
  readonly text: string
  readonly forms: string[]
  readonly rows: string[]
}

export type PointForm = {
  readonly id: string
  readonly opd: string
  readonly name: string
  readonly version: number
  readonly status: FormStatus
  readonly total: number
  readonly rows: number
  /** Doubts about the whole form that nobody has settled. */
  readonly open: readonly FormMark[]
}
export type PointRow = {
  readonly id: string
  readonly form: string
  /** Place on the form, from 1. */
  readonly number: number
  readonly output: string
  readonly subOutput: string
  readonly stage: string
  readonly method: string
  readonly implementer: string
  readonly duration: string
  readonly resources: string
  readonly amount: number | null
  /** Sources as the row keeps them, joined; an unnamed one among them is ''. */
  readonly source: string
  readonly volume: number | null
  readonly measure: string
  readonly unitPrice: number | null
  readonly marked: boolean
}
/** A form as the last consolidation held it. */
export type HeldForm = {
  readonly form: string
  readonly opd: string
  readonly name: string
  readonly version: number
  readonly total: number
  readonly rows: number
}
export type PointInput = {
  readonly year: number
  readonly forms: readonly PointForm[]
  readonly rows: readonly PointRow[]
  readonly missing: readonly string[]
  /** Nobody said that the list of OPDs holds all of them. */
  readonly listOpen: boolean
  readonly standards: readonly Standard[]
  readonly last: readonly HeldForm[] | null
  /** Rows of a form that were edited or made since the last consolidation. */
  readonly edited: ReadonlyMap<string, number>
}

const texts = consolidationTexts.point
const alikeAtMost = 50

class Names {
  private readonly forms: ReadonlyMap<string, PointForm>
  constructor(forms: readonly PointForm[]) {
    this.forms = new Map(forms.map((form) => [form.id, form]))
  }
  of = (form: string): string => this.forms.get(form)?.name ?? ''
  opd = (form: string): string => this.forms.get(form)?.opd ?? ''
}

const missing = ({ missing: names, listOpen }: PointInput): Point[] =>
  [...(names.length === 0 ? [] : [texts.missing(names)]), ...(listOpen ? [texts.listOpen] : [])].map(
    (text) => ({ kind: 'missing', text, forms: [], rows: [] }),
  )

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

const withoutCost = ({ rows }: PointInput, names: Names): Point[] => {
  const own = rows.filter(({ amount }) => amount === null)
  return counted('withoutCost', own, names, (byOpd) => texts.withoutCost(own.length, rows.length, byOpd))
}

/** A cost of which at least a part names no source. */
const namesNoSource = ({ amount, source }: PointRow): boolean =>
  amount !== null && amount !== 0 && source.split(sourceSeparator).includes('')

/** By form, since it is the OPD that must name the source. */
const withoutSource = ({ rows }: PointInput, names: Names): Point[] => {
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

const doubts = ({ rows }: PointInput, names: Names): Point[] => {
  const own = rows.filter(({ marked }) => marked)
  return counted('doubt', own, names, (byOpd) => texts.doubt(own.length, byOpd))
}

/** Printed sums that the rows do not make, and what else is in doubt about a form as a whole: a point for each. */
const wholeForms = ({ forms }: PointInput): Point[] =>
  forms.flatMap(({ id, name, total, open }) =>
    open.map(({ found, message, stated, counted, whole }): Point => {
      const sum = stated !== null
      const summed = whole ? total : (counted ?? 0)
      const text = sum ? texts.total(name, found, stated, summed, whole) : texts.wholeForm(name, message)
      return { kind: sum ? 'total' : 'doubt', text, forms: [id], rows: [] }
    }),
  )

/** What an OPD was asked to mend is still counted: the sums must say so. */
const returned = ({ forms }: PointInput): Point[] => {
  const own = forms.filter(({ status }) => status === 'dikembalikan')
  if (own.length === 0) return []
  const total = own.reduce((sum, form) => sum + form.total, 0)
  const text = texts.returned(
    own.map(({ name }) => name),
    total,
  )
  return [{ kind: 'returned', text, forms: own.map(({ id }) => id), rows: [] }]
}

/** Returned forms have a point of their own. */
const finished: readonly FormStatus[] = ['direkomendasikan', 'dikunci', 'dikembalikan']
const unfinished = ({ forms }: PointInput): Point[] => {
  const own = forms.filter(({ status }) => !finished.includes(status))
  if (own.length === 0) return []
  const byStatus = [...Map.groupBy(own, ({ status }) => status)].map(
    ([status, members]) => [formStatuses[status], members.map(({ name }) => name)] as const,
  )
  return [
    {
      kind: 'unfinished',
      text: texts.unfinished(own.length, byStatus),
      forms: own.map(({ id }) => id),
      rows: [],
    },
  ]
}

const asPriced = (row: PointRow): PricedRow => ({ ...row, text: row.stage })

const prices = (
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

const twinKey = (row: PointRow): string =>
  [row.output, row.subOutput, row.method, row.implementer, row.duration, row.resources]
    .map(looseKey)
    .join('\n')

/** Rows of a form with the same stage first: few are left whose other cells must be compared. */
const twinsOf = (rows: readonly PointRow[]): PointRow[][] =>
  [...Map.groupBy(rows, ({ form, stage }) => `${form}\n${looseKey(stage)}`).values()]
    .filter((group) => group.length > 1 && looseKey(group[0]?.stage ?? '') !== '')
    .flatMap((group) => [...Map.groupBy(group, twinKey).values()].filter(({ length }) => length > 1))

const twins = ({ rows }: PointInput, names: Names): Point[] =>
  twinsOf(rows).map((group) => {
    const [first] = group as [PointRow]
    const numbers = group.map(({ number }) => number)
    const text = texts.twins(names.of(first.form), first.stage, numbers, first.amount)
    return { kind: 'twin', text, forms: [first.form], rows: group.map(({ id }) => id) }
  })

const outputsOf = (rows: readonly PointRow[], names: Names): Proposed[] =>
  [...Map.groupBy(rows, ({ form, output }) => `${form}\n${output}`)].map(([key, [first]]) => ({
    key,
    opd: names.opd(first?.form ?? ''),
    text: first?.output ?? '',
  }))

/** Outputs first, since one of them stands for all its rows; then rows. */
const alike = ({ rows }: PointInput, names: Names): Point[] => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const outputs = findAlike(outputsOf(rows, names)).map(({ one, other, shared, equated }): Point => {
    const forms = [one.key.split('\n')[0] ?? '', other.key.split('\n')[0] ?? '']
    const text = texts.alikeOutputs(
      one.text,
      names.of(forms[0] ?? ''),
      other.text,
      names.of(forms[1] ?? ''),
      texts.why(shared, equated),
    )
    return { kind: 'duplicate', text, forms, rows: [] }
  })
  const stages = findAlike(
    rows.map(({ id, form, stage }) => ({ key: id, opd: names.opd(form), text: stage })),
  ).map(({ one, other, shared, equated }): Point => {
    const forms = [byId.get(one.key)?.form ?? '', byId.get(other.key)?.form ?? '']
    const text = texts.alike(
      one.text,
      names.of(forms[0] ?? ''),
      other.text,
      names.of(forms[1] ?? ''),
      texts.why(shared, equated),
    )
    return { kind: 'duplicate', text, forms, rows: [one.key, other.key] }
  })
  const all = [...outputs, ...stages]
  if (all.length <= alikeAtMost) return all
  return [
    ...all.slice(0, alikeAtMost),
    { kind: 'duplicate', text: texts.moreAlike(all.length - alikeAtMost), forms: [], rows: [] },
  ]
}

const changeOf = (before: number, after: number): string =>
  after === before
    ? texts.sameTotal
    : after > before
      ? texts.more(after - before)
      : texts.less(before - after)

const changeOfForm = (form: PointForm, held: HeldForm | undefined, edited: number): string | null => {
  if (held === undefined) return texts.newForm(form.name, form.total)
  if (held.form !== form.id || held.version !== form.version)
    return texts.newVersion(form.name, held.version, form.version, changeOf(held.total, form.total))
  if (held.total !== form.total || held.rows !== form.rows)
    return texts.changedRows(form.name, changeOf(held.total, form.total))
  return edited > 0 ? texts.changedRows(form.name, texts.rowsEdited(edited)) : null
}

/** Against the last consolidation that was kept: new, replaced, edited and vanished forms. */
const changed = ({ forms, last, edited }: PointInput): Point[] => {
  if (last === null) return []
  const held = new Map(last.map((form) => [form.opd, form]))
  const present = new Set(forms.map(({ opd }) => opd))
  const points = forms.flatMap((form): Point[] => {
    const text = changeOfForm(form, held.get(form.opd), edited.get(form.id) ?? 0)
    return text === null ? [] : [{ kind: 'changed', text, forms: [form.id], rows: [] }]
  })
  const gone = last
    .filter(({ opd }) => !present.has(opd))
    .map(({ name }): Point => ({ kind: 'changed', text: texts.goneForm(name), forms: [], rows: [] }))
  return [...points, ...gone]
}

/** What an officer must see before the consolidation goes out. `comparable`: rows whose unit price could be held against a standard. */
export const pointsOf = (input: PointInput): { readonly points: Point[]; readonly comparable: number } => {
  const names = new Names(input.forms)
  const price = prices(input, names)
  const points = [
    ...missing(input),
    ...changed(input),
    ...returned(input),
    ...unfinished(input),
    ...wholeForms(input),
    ...doubts(input, names),
    ...withoutCost(input, names),
    ...withoutSource(input, names),
    ...price.points,
    ...twins(input, names),
    ...alike(input, names),
  ]
  return { points, comparable: price.comparable }
}
