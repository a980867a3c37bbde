import type { Table, TableRow } from 'docx'
import { tableDate } from '../../../shared/format/date.ts'
import { thousands } from '../../../shared/format/money.ts'
import type { ConsolidationReport, ReportRow } from '../../../shared/rules/budget/report.ts'
import { sharesOf } from '../../../shared/rules/consolidation/percentages.ts'
import { documentTexts } from '../../../shared/texts/document.ts'
import {
  amountOf,
  asText,
  countRows,
  countWithoutCost,
  groupRows,
  nameWithCode,
  type OpdGroup,
  type OutputGroup,
  sourceColumns,
  totalOf,
} from '../sums.ts'
import { type Cell, type Column, fitColumns, table, tableRow } from './parts.ts'

const { columns: words } = documentTexts

const money = (amount: number): string => (amount === 0 ? '–' : thousands(amount))
const cells = (texts: readonly string[]): Cell[] => texts.map((text) => ({ text }))

export const summaryTable = (report: ConsolidationReport, width: number): Table => {
  const sources = sourceColumns(report.rows)
  const columns = fitColumns(
    [
      { title: words.number, width: 26, align: 'center' },
      { title: words.opd, width: 260 },
      { title: words.rows, width: 40, align: 'right' },
      { title: words.withoutCost, width: 50, align: 'right' },
      ...sources.map(({ label }): Column => ({ title: `${label} (Rp)`, width: 80, align: 'right' })),
      { title: words.amount, width: 84, align: 'right' },
      { title: words.share, width: 58, align: 'right' },
    ],
    width,
  )
  const line = (rows: readonly ReportRow[], total: number, share: string): string[] => [
    thousands(countRows(rows)),
    thousands(countWithoutCost(rows)),
    ...sources.map((source) => money(totalOf(rows.filter(source.of)))),
    thousands(total),
    share,
  ]
  const groups = groupRows(report)
  const ofGroups = sharesOf(groups.map(({ total }) => total))
  const [whole = ''] = sharesOf([report.all.total])
  const body = groups.map(({ name, rows, total }, index) =>
    tableRow(columns, cells([`${index + 1}`, name, ...line(rows, total, ofGroups[index] ?? '')]), {
      keepNext: index >= groups.length - 2,
    }),
  )
  const sum: Cell[] = [
    { text: documentTexts.grandTotal, span: 2, align: 'right' },
    ...cells(line(report.rows, report.all.total, whole)),
  ]
  const parts: Cell[] = [
    { text: words.shareOfTotal, span: 4, align: 'right' },
    ...cells(sharesOf(sources.map((source) => totalOf(report.rows.filter(source.of))))),
    ...cells([whole, '']),
  ]
  return table(columns, [
    ...body,
    tableRow(columns, sum, { bold: true, keepNext: true }),
    tableRow(columns, parts),
  ])
}

const detailColumns: readonly Column[] = [
  { title: words.number, width: 28, align: 'center' },
  { title: words.subOutput, width: 104 },
  { title: words.stage, width: 142 },
  { title: words.method, width: 92 },
  { title: words.implementer, width: 80 },
  { title: words.duration, width: 60 },
  { title: words.resources, width: 112 },
  { title: words.source, width: 50 },
  { title: words.amount, width: 76, align: 'right' },
]

const detailRow = (
  columns: readonly Column[],
  group: OutputGroup,
  index: number,
  number: number,
): TableRow => {
  const row = group.rows[index] as ReportRow
  const further = row.continued === true
  const sameSub = index > 0 && group.rows[index - 1]?.subOutput === row.subOutput
  const cell = (text: string, goesOn: boolean): Cell =>
    goesOn ? { text: '', merge: 'continue' } : { text, merge: 'restart' }
  const texts = [row.stage, row.method, row.implementer, row.duration, row.resources].map(asText)
  const all: Cell[] = [
    cell(`${number}`, further),
    cell(asText(row.subOutput), further || sameSub),
    ...texts.map((text) => cell(text, further)),
    { text: row.amount === null ? '–' : asText(row.source) },
    { text: amountOf(row) },
  ]
  const keepNext = index === 0 || index >= group.rows.length - 2 || group.rows[index + 1]?.continued === true
  return tableRow(columns, all, { keepNext })
}

const sumRow = (columns: readonly Column[], label: string, total: number, keepNext: boolean): TableRow =>
  tableRow(columns, [{ text: label, span: columns.length - 1, align: 'right' }, { text: thousands(total) }], {
    bold: true,
    keepNext,
  })

const opdRows = (
  report: ConsolidationReport,
  columns: readonly Column[],
  opd: OpdGroup,
  from: number,
): TableRow[] => {
  let number = from
  const form = report.forms.find(({ opdCode }) => opdCode === opd.code)
  const source = form === undefined ? '' : documentTexts.form(form.version, tableDate(form.received))
  const title: Cell[] = [
    { text: nameWithCode(opd), span: 5, align: 'left' },
    { text: source, span: 4, align: 'right' },
  ]
  const groups = opd.outputs.flatMap((group) => [
    tableRow(
      columns,
      [{ text: `${words.output}: ${asText(group.output)}`, span: columns.length, align: 'left' }],
      { bold: true, keepNext: true },
    ),
    ...group.rows.map((_, index) => {
      if (group.rows[index]?.continued !== true) number += 1
      return detailRow(columns, group, index, number)
    }),
    ...(opd.outputs.length === 1 ? [] : [sumRow(columns, documentTexts.outputTotal, group.total, true)]),
  ])
  const sum = sumRow(columns, documentTexts.opdTotal(opd.name), opd.total, false)
  return [tableRow(columns, title, { bold: true, tint: true, keepNext: true }), ...groups, sum]
}

export const detailTable = (report: ConsolidationReport, width: number): Table => {
  const columns = fitColumns(detailColumns, width)
  let number = 0
  const rows = groupRows(report).flatMap((opd) => {
    const block = opdRows(report, columns, opd, number)
    number += countRows(opd.rows)
    return block
  })
  return table(columns, [...rows, sumRow(columns, documentTexts.grandTotal, report.all.total, false)])
}

/** Codes of a sub kegiatan stand on one line. Points. */
const codeWidth = ({ forms }: ConsolidationReport): number =>
  Math.min(116, Math.max(54, ...forms.map(({ opdCode }) => opdCode.length * 4.6 + 10)))

export const formsTable = (report: ConsolidationReport, width: number): Table => {
  const columns = fitColumns(
    [
      { title: words.number, width: 26, align: 'center' },
      { title: words.code, width: codeWidth(report) },
      { title: words.opd, width: 190 },
      { title: words.version, width: 36, align: 'center' },
      { title: words.received, width: 58, align: 'center' },
      { title: words.status, width: 88 },
      { title: words.files, width: 180 },
      { title: words.rows, width: 38, align: 'right' },
      { title: words.amount, width: 84, align: 'right' },
    ],
    width,
  )
  const rows = report.forms.map((form, index) =>
    tableRow(
      columns,
      cells([
        `${index + 1}`,
        form.opdCode,
        form.opd,
        `${form.version}`,
        tableDate(form.received),
        form.status,
        form.files.join('\n'),
        thousands(form.rows),
        thousands(form.total),
      ]),
    ),
  )
  return table(columns, rows)
}
