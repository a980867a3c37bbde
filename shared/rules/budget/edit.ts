import type { RowMark } from '../../records/budget.ts'
import { sourceSeparator } from './funding.ts'
import { moneyCells, type ReadResources, readDurationText, readResources } from './reread.ts'

/** Cells that an officer typed into the grid; what was not touched is absent. */
export type RowEdit = {
  readonly output?: string | undefined
  readonly subOutput?: string | undefined
  readonly stage?: string | undefined
  readonly method?: string | undefined
  readonly implementer?: string | undefined
  readonly duration?: string | undefined
  readonly resources?: string | undefined
  /** Whole rupiah that the officer typed beside the text; null: no cost. */
  readonly amount?: number | null | undefined
  readonly volume?: number | null | undefined
  readonly measure?: string | undefined
  readonly unitPrice?: number | null | undefined
  readonly note?: string | undefined
}

const plainKeys = ['output', 'subOutput', 'stage', 'method', 'implementer', 'volume', 'unitPrice'] as const

/** What was typed into a cell settles the marks on it; money and duration get new ones where the text still cannot be read. */
const marksAfter = (
  marks: readonly RowMark[],
  touched: ReadonlySet<string>,
  made: readonly RowMark[],
): RowMark[] => [...marks.filter(({ column, type }) => !touched.has(column) && type !== 'Twin'), ...made]

type Known = {
  readonly marks: readonly RowMark[]
  readonly duration: string
  readonly resources: string
  /** Sources as the row keeps them, joined; '' for none. */
  readonly source: string
}

const sourceOf = (funding: ReadResources['resources']['funding'], known: string): string => {
  const named = [...new Set(funding.map(({ source }) => source))]
  const source = named.length === 0 ? known : named.length === 1 ? (named[0] ?? '') : ''
  return source.includes(sourceSeparator) ? '' : source
}

/** The amount that the officer typed counts, whatever the text says; parts by source stay only where they still add up. */
const typedMoney = (text: string, amount: number | null, known: Known): ReadResources => {
  const { resources } = readResources(text)
  if (amount === null) return { resources: { ...resources, funding: [] }, amount, marks: [] }
  const sum = resources.funding.reduce((total, part) => total + part.amount, 0)
  const source = sourceOf(resources.funding, text === known.resources ? known.source : '')
  return {
    resources: { ...resources, funding: sum === amount ? resources.funding : [{ source, amount }] },
    amount,
    marks: [],
  }
}

const moneyOf = (edit: RowEdit, known: Known): ReadResources | null => {
  if (edit.amount !== undefined) return typedMoney(edit.resources ?? known.resources, edit.amount, known)
  return edit.resources === undefined || edit.resources === known.resources
    ? null
    : readResources(edit.resources)
}

/** Cells to write for an edited row. Money and duration are read again from their texts only where these changed. */
export const cellsOfEdit = (edit: RowEdit, known: Known) => {
  const money = moneyOf(edit, known)
  const time =
    edit.duration === undefined || edit.duration === known.duration ? null : readDurationText(edit.duration)
  const plain = Object.fromEntries(
    plainKeys.flatMap((key) => (edit[key] === undefined ? [] : [[key, edit[key]]])),
  )
  const touched = new Set(Object.keys(plain))
  if (money !== null) touched.add('resources')
  if (time !== null) touched.add('duration')
  const marks =
    touched.size === 0
      ? known.marks
      : marksAfter(known.marks, touched, [...(money?.marks ?? []), ...(time?.marks ?? [])])
  return {
    ...plain,
    ...(edit.measure === undefined ? {} : { measure: edit.measure === '' ? null : edit.measure }),
    ...(edit.note === undefined ? {} : { note: edit.note === '' ? null : edit.note }),
    ...(money === null ? {} : moneyCells(money.resources, money.amount)),
    ...(time === null ? {} : { duration: edit.duration as string, durationValue: time.durationValue }),
    marks: marks.length === 0 ? null : [...marks],
  }
}

type TwinRow = { readonly id: string; readonly marks: readonly RowMark[]; readonly key: string }

/** Rows whose mark “sama persis” no longer holds, with the marks that stay: their twin was changed or removed. */
export const settledTwins = (
  rows: readonly TwinRow[],
): { readonly id: string; readonly marks: RowMark[] | null }[] => {
  const counts = new Map<string, number>()
  for (const { key } of rows) counts.set(key, (counts.get(key) ?? 0) + 1)
  return rows
    .filter(({ marks, key }) => counts.get(key) === 1 && marks.some(({ type }) => type === 'Twin'))
    .map(({ id, marks }) => {
      const rest = marks.filter(({ type }) => type !== 'Twin')
      return { id, marks: rest.length === 0 ? null : rest }
    })
}
