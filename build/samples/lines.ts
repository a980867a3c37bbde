/** The table of a form as lines of cells, before a writer makes a Word table, a sheet or text of them. */
import {
  type Column,
  type Form,
  type Layout,
  rowsOf,
  type SampleOutput,
  type SampleRow,
  totalOf,
} from './form.ts'

/** `across`, `down`: how many cells it spans; `covered`: stands under a cell that spans. */
export type Cell = {
  readonly text: string | number
  readonly across?: number
  readonly down?: number
  readonly covered?: true
  readonly footnote?: string
  /** Sum over the lines with these indexes, in this cell's column. */
  readonly sumOf?: readonly number[]
}
export type LineKind = 'head' | 'numbers' | 'title' | 'row' | 'empty' | 'subtotal' | 'total'
export type Line = { readonly kind: LineKind; readonly cells: readonly Cell[] }

const covered: Cell = { text: '', covered: true }
const spanning = (text: string, columns: number): Cell[] => [
  { text, across: columns },
  ...Array.from({ length: columns - 1 }, () => covered),
]

export const titleText = (layout: Layout, output: SampleOutput): string =>
  `${layout.titlePrefix ?? ''}${output.title}`

const headLines = ({ columns, numberedHead }: Layout): Line[] => {
  const head: Line = { kind: 'head', cells: columns.map(({ head }) => ({ text: head })) }
  const numbers: Line = { kind: 'numbers', cells: columns.map((_, index) => ({ text: index + 1 })) }
  return numberedHead ? [head, numbers] : [head]
}

/** How many rows from `index` carry the same value as the row at `index`; 0 where it continues the row before. */
const groupSize = (values: readonly string[], index: number): number => {
  if (index > 0 && values[index - 1] === values[index]) return 0
  const end = values.findIndex((value, at) => at > index && value !== values[index])
  return (end === -1 ? values.length : end) - index
}

const groupCell = (layout: Layout, values: readonly string[], index: number): Cell => {
  const text = values[index] ?? ''
  if (layout.groups === 'repeated') return { text }
  const size = groupSize(values, index)
  if (layout.groups === 'blank') return { text: size > 0 ? text : '' }
  return size === 0 ? covered : { text, down: size }
}

type Spot = { layout: Layout; output: SampleOutput; index: number; number: number }

const sourceOf = (row: SampleRow): string =>
  Object.keys(row.money)[0] ?? (row.doubtful && row.printed !== '' ? 'APBD' : '')

const cellOf = ({ kind }: Column, row: SampleRow, { layout, output, index, number }: Spot): Cell => {
  const { rows, title } = output
  switch (kind) {
    case 'number':
      return { text: number }
    case 'output':
      return groupCell(
        layout,
        rows.map(() => title),
        index,
      )
    case 'subOutput':
      return groupCell(
        layout,
        rows.map(({ subOutput }) => subOutput),
        index,
      )
    case 'resources':
      return { text: row.printed }
    case 'source':
      return { text: sourceOf(row) }
    case 'stage':
      return { text: row.stage, ...(row.footnote === undefined ? {} : { footnote: row.footnote }) }
    default:
      return { text: row[kind] ?? '' }
  }
}

const sumLine = (
  kind: 'subtotal' | 'total',
  label: string,
  form: Form,
  rows: readonly SampleRow[],
  at: number[],
): Line => {
  const { columns, sums, printedTotal } = form.layout
  const money = columns.findIndex((column) => column.kind === 'resources')
  const amount = kind === 'total' ? (printedTotal ?? totalOf(rows)) : totalOf(rows)
  const cell: Cell = typeof sums === 'function' ? { text: sums(amount) } : { text: totalOf(rows), sumOf: at }
  const after = columns.slice(money + 1).map((): Cell => ({ text: '' }))
  return { kind, cells: [...spanning(label, money), cell, ...after] }
}

/** Lines from the first heading to the grand total. */
export const linesOf = (form: Form): readonly Line[] => {
  const { layout } = form
  const lines: Line[] = headLines(layout)
  const rowLines: number[] = []
  let number = 0
  for (const output of form.outputs) {
    if (layout.titles === 'row')
      lines.push({ kind: 'title', cells: spanning(titleText(layout, output), layout.columns.length) })
    const first = rowLines.length
    for (const [index, row] of output.rows.entries()) {
      number += 1
      if (layout.emptyBefore?.includes(number))
        lines.push({ kind: 'empty', cells: layout.columns.map(() => ({ text: '' })) })
      if (layout.headAgainBefore?.includes(number)) lines.push(...headLines(layout))
      rowLines.push(lines.length)
      const spot = { layout, output, index, number }
      lines.push({ kind: 'row', cells: layout.columns.map((column) => cellOf(column, row, spot)) })
    }
    if (layout.subtotal)
      lines.push(sumLine('subtotal', layout.subtotal, form, output.rows, rowLines.slice(first)))
  }
  if (layout.total) lines.push(sumLine('total', layout.total, form, rowsOf(form), rowLines))
  return lines
}
