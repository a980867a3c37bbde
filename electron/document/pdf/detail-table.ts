import { tableDate } from '../../../shared/format/date.ts'
import { thousands } from '../../../shared/format/money.ts'
import type { ConsolidationReport, ReportRow } from '../../../shared/rules/budget/report.ts'
import { documentTexts } from '../../../shared/texts/document.ts'
import { amountOf, asText, groupRows, nameWithCode, type OpdGroup, type OutputGroup } from '../sums.ts'
import type { Block } from './flow.ts'
import type { Frame } from './page.ts'
import type { Faces, Pen } from './pen.ts'
import { type Column, figureWidth, fitColumns, type Table, tableRow } from './table.ts'

const { columns: words } = documentTexts

const columns: readonly Column[] = [
  { title: words.number, width: 28, align: 'center', fixed: true },
  { title: words.subOutput, width: 104 },
  { title: words.stage, width: 136 },
  { title: words.method, width: 92 },
  { title: words.implementer, width: 80 },
  { title: words.duration, width: 66 },
  { title: words.resources, width: 112 },
  { title: words.source, width: 50 },
  { title: words.amount, width: 76, align: 'right' },
]
const lastColumn = columns.length - 1

/** The amounts get the room that their sum needs. */
const columnsFor = (report: ConsolidationReport, faces: Faces): Column[] =>
  columns.map((column, index) =>
    index === lastColumn
      ? {
          ...column,
          fixed: true,
          width: figureWidth([thousands(report.all.total), ...marked(report)], faces, 8.5, 72),
        }
      : column,
  )
/** A mark must not part from its amount. */
const marked = ({ rows }: ConsolidationReport): string[] =>
  rows.filter(({ corrected }) => corrected !== undefined).map(amountOf)
const centred = Object.fromEntries(columns.map((_, index) => [index, 'center' as const]))
const tint = { head: 0.92, opd: 0.96 } as const
/** What a further source of the same row does not say again. */
const textColumns = [0, 1, 2, 3, 4, 5, 6]
const sumSpan = { 0: lastColumn } as const

const textsOf = (row: ReportRow, number: number, subOutput: string): string[] => [
  `${number}`,
  subOutput,
  asText(row.stage),
  asText(row.method),
  asText(row.implementer),
  asText(row.duration),
  asText(row.resources),
  row.amount === null ? '–' : asText(row.source),
  amountOf(row),
]

type Context = { readonly table: Table; readonly head: Block<Pen>[]; number: number }

const titleRow = (
  table: Table,
  left: string,
  right: string,
  tinted: boolean,
  repeat: Block<Pen>[],
): Block<Pen>[] => {
  const split = right === '' ? { 0: columns.length } : { 0: 5, 5: 4 }
  const texts = right === '' ? [left] : [left, '', '', '', '', right]
  const style = {
    face: 'bold' as const,
    spans: split,
    aligns: { 0: 'left', 5: 'right' } as const,
    seamless: true,
  }
  return tableRow(table, texts, tinted ? { ...style, tint: tint.opd } : style, { keepWithNext: true, repeat })
}

const sumRow = (
  context: Context,
  label: string,
  total: number,
  closes: boolean,
  repeat: Block<Pen>[],
): Block<Pen>[] => {
  const texts = [label, ...Array.from({ length: lastColumn - 1 }, () => ''), thousands(total)]
  const style = { face: 'bold' as const, spans: sumSpan, aligns: { 0: 'right' as const } }
  return tableRow(context.table, texts, style, { repeat, closes, keepWithNext: !closes })
}

const rowBlocks = (
  context: Context,
  group: OutputGroup,
  index: number,
  repeat: Block<Pen>[],
): Block<Pen>[] => {
  const row = group.rows[index] as ReportRow
  const further = row.continued === true
  const sameSub = index > 0 && group.rows[index - 1]?.subOutput === row.subOutput
  const last = group.rows.length - 1
  if (!further) context.number += 1
  const keepWithNext = index === 0 || index >= last - 1 || group.rows[index + 1]?.continued === true
  const texts = textsOf(row, context.number, asText(row.subOutput))
  const full = tableRow(context.table, texts, {}, { keepWithNext, repeat })
  if (!further && !sameSub) return full
  const hidden = further ? textColumns : [1]
  const shown = texts.map((text, column) => (hidden.includes(column) ? '' : text))
  const short = tableRow(context.table, shown, { open: hidden }, { keepWithNext, repeat })
  return short.map((block, part) => (full[part] === undefined ? block : { ...block, atTop: full[part] }))
}

const outputBlocks = (
  context: Context,
  opd: OpdGroup,
  group: OutputGroup,
  above: Block<Pen>[],
): Block<Pen>[] => {
  const { table } = context
  const name = asText(group.output)
  const titled = titleRow(table, `${words.output}: ${name}`, '', false, above)
  const again = titleRow(table, `${words.output}: ${name} ${documentTexts.continued}`, '', false, [])
  const repeat = [...above, ...again]
  const rows = group.rows.flatMap((_, index) => rowBlocks(context, group, index, repeat))
  const single = opd.outputs.length === 1
  return [
    ...titled,
    ...rows,
    ...(single ? [] : sumRow(context, documentTexts.outputTotal, group.total, false, repeat)),
  ]
}

const opdBlocks = (context: Context, report: ConsolidationReport, opd: OpdGroup): Block<Pen>[] => {
  const form = report.forms.find((each) => each.opdCode === opd.code)
  const source = form === undefined ? '' : documentTexts.form(form.version, tableDate(form.received))
  const name = nameWithCode(opd)
  const titled = titleRow(context.table, name, source, true, context.head)
  const again = titleRow(context.table, `${name} ${documentTexts.continued}`, source, true, [])
  const above = [...context.head, ...again]
  const outputs = opd.outputs.flatMap((group) => outputBlocks(context, opd, group, above))
  const sum = sumRow(context, documentTexts.opdTotal(opd.name), opd.total, false, above)
  return [...titled, ...outputs, ...partingSum(sum)]
}

/** After an OPD's sum a page may end. */
const partingSum = (blocks: Block<Pen>[]): Block<Pen>[] =>
  blocks.map((block) => ({ ...block, keepWithNext: false }))

/** All rows by OPD and output, with subtotals and the grand total; headings come again on each page. */
export const detailTable = (report: ConsolidationReport, frame: Frame, faces: Faces): Block<Pen>[] => {
  const table: Table = {
    columns: fitColumns(columnsFor(report, faces), frame.right - frame.left),
    x: frame.left,
    size: 8.5,
    faces,
  }
  const titles = columns.map((column) => column.title)
  const head = tableRow(
    table,
    titles,
    { face: 'bold', tint: tint.head, aligns: centred },
    { keepWithNext: true },
  )
  const context: Context = { table, head, number: 0 }
  const groups = groupRows(report).flatMap((opd) => opdBlocks(context, report, opd))
  const total = sumRow(context, documentTexts.grandTotal, report.all.total, true, head)
  const [beforeTotal] = groups.slice(-1)
  const kept =
    beforeTotal === undefined ? [] : [...groups.slice(0, -1), { ...beforeTotal, keepWithNext: true }]
  return [...head, ...kept, ...total]
}
