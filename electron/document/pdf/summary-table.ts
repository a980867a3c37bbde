import { tableDate } from '../../../shared/format/date.ts'
import { thousands } from '../../../shared/format/money.ts'
import { percent } from '../../../shared/format/percent.ts'
import type { ConsolidationReport, ReportRow } from '../../../shared/rules/budget/report.ts'
import { documentTexts } from '../../../shared/texts/document.ts'
import { countRows, countWithoutCost, groupRows, sourceColumns, totalOf } from '../sums.ts'
import type { Block } from './flow.ts'
import type { Frame } from './page.ts'
import type { Faces, Pen } from './pen.ts'
import { type Column, fitColumns, type Table, tableRow } from './table.ts'

const { columns: words } = documentTexts
const centred = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [index, 'center' as const]))
const headTint = 0.92

/** Heading row and body rows; the last two body rows stay together, as does the heading with the first two. */
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
      index === 0 ? last > 0 || foot.length > 0 : index >= last - 1 && (index < last || foot.length > 0)
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

const share = (part: number, whole: number): string => (whole === 0 ? '–' : percent(part / whole))
const money = (amount: number): string => (amount === 0 ? '–' : thousands(amount))

/** OPD by source of money, with shares. */
export const summaryTable = (report: ConsolidationReport, frame: Frame, faces: Faces): Block<Pen>[] => {
  const sources = sourceColumns(report.rows)
  const width = frame.right - frame.left
  const columns: Column[] = [
    { title: words.number, width: 26, align: 'center' },
    { title: words.opd, width: 272 },
    { title: words.rows, width: 40, align: 'right' },
    { title: words.withoutCost, width: 50, align: 'right' },
    ...sources.map(({ label }) => ({ title: `${label} (Rp)`, width: 76, align: 'right' as const })),
    { title: words.amount, width: 80, align: 'right' },
    { title: words.share, width: 42, align: 'right' },
  ]
  const table: Table = { columns: fitColumns(columns, width), x: frame.left, size: 9, faces }
  const sums = (rows: readonly ReportRow[]) => sources.map((source) => totalOf(rows.filter(source.of)))
  const body = groupRows(report).map(({ name, rows, total }, index) => [
    `${index + 1}`,
    name,
    thousands(countRows(rows)),
    thousands(countWithoutCost(rows)),
    ...sums(rows).map(money),
    thousands(total),
    share(total, report.all.total),
  ])
  const all = sums(report.rows)
  const counts = [thousands(countRows(report.rows)), thousands(countWithoutCost(report.rows))]
  const total = [
    documentTexts.grandTotal,
    '',
    ...counts,
    ...all.map(money),
    thousands(report.all.total),
    share(1, 1),
  ]
  const shares = all.map((sum) => share(sum, report.all.total))
  const parts = [words.shareOfTotal, '', '', '', ...shares, share(1, 1), '']
  return simpleTable(table, body, [
    { texts: total, face: 'bold' },
    { texts: parts, face: 'regular' },
  ])
}

/** Where each number comes from: form, version, status, date of receipt, files. */
export const formsTable = (report: ConsolidationReport, frame: Frame, faces: Faces): Block<Pen>[] => {
  const columns: Column[] = [
    { title: words.number, width: 26, align: 'center' },
    { title: words.code, width: 54 },
    { title: words.opd, width: 190 },
    { title: words.version, width: 36, align: 'center' },
    { title: words.received, width: 58, align: 'center' },
    { title: words.status, width: 88 },
    { title: words.files, width: 180 },
    { title: words.rows, width: 38, align: 'right' },
    { title: words.amount, width: 84, align: 'right' },
  ]
  const table: Table = {
    columns: fitColumns(columns, frame.right - frame.left),
    x: frame.left,
    size: 8.5,
    faces,
  }
  const body = report.forms.map((form, index) => [
    `${index + 1}`,
    form.opdCode,
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
