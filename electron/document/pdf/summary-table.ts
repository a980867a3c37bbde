import { codeGroups } from '../../../shared/format/code.ts'
import { tableDate } from '../../../shared/format/date.ts'
import { thousands } from '../../../shared/format/money.ts'
import type { ConsolidationReport, ReportRow } from '../../../shared/rules/budget/report.ts'
import { sharesOf } from '../../../shared/rules/consolidation/percentages.ts'
import { documentTexts } from '../../../shared/texts/document.ts'
import { countRows, countWithoutCost, groupRows, sourceColumns, totalOf } from '../sums.ts'
import type { Block } from './flow.ts'
import type { Frame } from './page.ts'
import type { Faces, Pen } from './pen.ts'
import { type Column, figureWidth, fitColumns, type Table, tableRow } from './table.ts'
import { softBreak } from './wrap.ts'

const { columns: words } = documentTexts
const centred = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [index, 'center' as const]))
const headTint = 0.92

/** Heading row and body rows; the heading stays with the first two, the last row with the foot or else with the one before it. */
const simpleTable = (
  table: Table,
  body: readonly (readonly string[])[],
  foot: readonly { readonly texts: readonly string[]; readonly face: 'bold' | 'regular' }[],
): Block<Pen>[] => {
  const titles = table.columns.map((column) => column.title)
  const head = tableRow(
    table,
    titles,
    { face: 'bold', tint: headTint, aligns: centred },
    { keepWithNext: true },
  )
  const last = body.length - 1
  const rows = body.flatMap((texts, index) => {
    const keepWithNext =
      index === 0
        ? last > 0 || foot.length > 0
        : index >= last - (foot.length > 0 ? 0 : 1) && (index < last || foot.length > 0)
    return tableRow(
      table,
      texts,
      {},
      { keepWithNext, repeat: head, closes: index === last && foot.length === 0 },
    )
  })
  const ends = foot.flatMap(({ texts, face }, index) => {
    const closes = index === foot.length - 1
    return tableRow(
      table,
      texts,
      { face, spans: { 0: 2 }, aligns: { 0: 'right' } },
      { repeat: head, closes, keepWithNext: !closes },
    )
  })
  return [...head, ...rows, ...ends]
}

const money = (amount: number): string => (amount === 0 ? '–' : thousands(amount))

const summaryColumns = (
  report: ConsolidationReport,
  labels: readonly string[],
  sums: readonly number[],
  faces: Faces,
): Column[] => {
  const figures = (amount: number, least: number) => figureWidth([thousands(amount)], faces, 9, least)
  return [
    { title: words.number, width: 26, align: 'center', fixed: true },
    { title: words.opd, width: 272 },
    { title: words.rows, width: 40, align: 'right', fixed: true },
    { title: words.withoutCost, width: 48, align: 'right', fixed: true },
    ...labels.map(
      (label, index): Column => ({
        title: `${label} (Rp)`,
        width: figures(sums[index] ?? 0, 72),
        align: 'right',
        fixed: true,
      }),
    ),
    { title: words.amount, width: figures(report.all.total, 76), align: 'right', fixed: true },
    { title: words.share, width: 56, align: 'right', fixed: true },
  ]
}

/** OPD by source of money, with shares. */
export const summaryTable = (report: ConsolidationReport, frame: Frame, faces: Faces): Block<Pen>[] => {
  const sources = sourceColumns(report.rows)
  const sumsOf = (rows: readonly ReportRow[]) => sources.map((source) => totalOf(rows.filter(source.of)))
  const all = sumsOf(report.rows)
  const labels = sources.map(({ label }) => label)
  const columns = fitColumns(summaryColumns(report, labels, all, faces), frame.right - frame.left)
  const line = (
    rows: readonly ReportRow[],
    sums: readonly number[],
    total: number,
    share: string,
  ): string[] => [
    thousands(countRows(rows)),
    thousands(countWithoutCost(rows)),
    ...sums.map(money),
    thousands(total),
    share,
  ]
  const groups = groupRows(report)
  const ofGroups = sharesOf(groups.map(({ total }) => total))
  const [whole = ''] = sharesOf([report.all.total])
  const body = groups.map(({ name, rows, total }, index) => [
    `${index + 1}`,
    name,
    ...line(rows, sumsOf(rows), total, ofGroups[index] ?? ''),
  ])
  const total = [documentTexts.grandTotal, '', ...line(report.rows, all, report.all.total, whole)]
  const parts = [words.shareOfTotal, '', '', '', ...sharesOf(all), whole, '']
  return simpleTable({ columns, x: frame.left, size: 9, faces }, body, [
    { texts: total, face: 'bold' },
    { texts: parts, face: 'regular' },
  ])
}

/** Codes of a sub kegiatan stand on one line; what is longer still goes on after a dot. Points. */
const codeWidth = ({ forms }: ConsolidationReport, faces: Faces): number =>
  Math.min(
    108,
    figureWidth(
      forms.map(({ opdCode }) => opdCode),
      faces,
      8.5,
      54,
    ),
  )

/** “Direkomendasikan” is one word and stays on one line. Points. */
const statusWidth = ({ forms }: ConsolidationReport, faces: Faces): number =>
  figureWidth(
    forms.flatMap(({ status }) => status.split(' ')),
    faces,
    8.5,
    54,
  )

/** Where each number comes from: form, version, status, date of receipt, files. */
export const formsTable = (report: ConsolidationReport, frame: Frame, faces: Faces): Block<Pen>[] => {
  const columns: Column[] = [
    { title: words.number, width: 26, align: 'center' },
    { title: words.code, width: codeWidth(report, faces), fixed: true },
    { title: words.opd, width: 190 },
    { title: words.version, width: 36, align: 'center', fixed: true },
    { title: words.received, width: 58, align: 'center', fixed: true },
    { title: words.status, width: statusWidth(report, faces), fixed: true },
    { title: words.files, width: 180 },
    { title: words.rows, width: 38, align: 'right', fixed: true },
    {
      title: words.amount,
      width: figureWidth([thousands(report.all.total)], faces, 8.5, 76),
      align: 'right',
      fixed: true,
    },
  ]
  const table: Table = {
    columns: fitColumns(columns, frame.right - frame.left),
    x: frame.left,
    size: 8.5,
    faces,
  }
  const body = report.forms.map((form, index) => [
    `${index + 1}`,
    codeGroups(form.opdCode).join(softBreak),
    form.opd,
    `${form.version}`,
    tableDate(form.received),
    form.status,
    form.files.join('\n'),
    thousands(form.rows),
    thousands(form.total),
  ])
  return simpleTable(table, body, [])
}
