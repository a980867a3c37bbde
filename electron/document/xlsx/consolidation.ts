import { longDateTime } from '../../../shared/format/date.ts'
import type { ConsolidationReport, Paper } from '../../../shared/rules/budget/report.ts'
import { documentTexts } from '../../../shared/texts/document.ts'
import { groupRows, type OpdGroup, type SourceColumn, sourceColumns, sourceOf, totalOf } from '../sums.ts'
import { type Cell, columnName, dateNumber } from './cell.ts'
import type { Row, Sheet } from './sheet.ts'
import type { StyleName } from './styles.ts'
import { collect, columnRange, type Workbook, writeWorkbook } from './workbook.ts'

const { columns: words, sheets: names } = documentTexts

const styled = (content: Exclude<Cell, { style: StyleName }>, style: StyleName): Cell => ({ content, style })
const formula = (text: string, value: number) => ({ formula: text, value })

const aboveRows = (report: ConsolidationReport, section: string): Row[] => [
  [styled(documentTexts.title(report.year), 'title')],
  [styled(`${report.city} · ${documentTexts.stage} ${report.stage}`, 'subtitle')],
  [styled(`${documentTexts.basis}: ${report.legalBasis}`, 'subtitle')],
  [styled(section, 'subtitle')],
  [],
]
const firstRow = 7

const detail = { code: 0, source: 9, amount: 10 } as const

/** A lone hyphen is the form's word for “nothing here”. */
const asCell = (text: string): string => (/^-+$/.test(text.trim()) ? '' : text)

const detailSheet = (report: ConsolidationReport, groups: readonly OpdGroup[], paper: Paper): Sheet => {
  const forms = new Map(report.forms.map((form) => [form.opdCode, form]))
  const rows = groups.flatMap((group) =>
    group.outputs.flatMap(({ rows: members }) =>
      members.map((row): Row => {
        const form = forms.get(row.opdCode)
        return [
          row.opdCode,
          group.name,
          asCell(row.output),
          asCell(row.subOutput),
          asCell(row.stage),
          asCell(row.method),
          asCell(row.implementer),
          asCell(row.duration),
          asCell(row.resources),
          row.amount === null ? null : sourceOf(row),
          row.amount,
          form?.version ?? null,
          form === undefined ? null : (dateNumber(form.received) ?? form.received),
        ]
      }),
    ),
  )
  const last = firstRow + rows.length - 1
  const sum = formula(`SUM(K${firstRow}:K${Math.max(last, firstRow)})`, report.all.total)
  const total: Row = [
    styled(documentTexts.grandTotal, 'total'),
    ...Array.from({ length: 9 }, () => styled(null, 'total')),
    styled(sum, 'totalMoney'),
  ]
  return {
    name: names.rows,
    paper,
    frozenColumns: 2,
    above: aboveRows(report, documentTexts.sections.rows),
    columns: [
      { title: words.code, width: 10 },
      { title: words.opd, width: 24 },
      { title: words.output, width: 24 },
      { title: words.subOutput, width: 20 },
      { title: words.stage, width: 26 },
      { title: words.method, width: 18 },
      { title: words.implementer, width: 15 },
      { title: words.duration, width: 11 },
      { title: words.resources, width: 20 },
      { title: words.source, width: 10 },
      { title: words.amount, width: 15, style: 'money' },
      { title: words.version, width: 7, style: 'count' },
      { title: words.received, width: 11, style: 'date' },
    ],
    rows,
    below: [total],
  }
}

type Ranges = { readonly codes: string; readonly sources: string; readonly amounts: string }

const rangesOf = (count: number): Ranges => {
  const range = (column: number) =>
    columnRange(names.rows, column, firstRow, firstRow + Math.max(count, 1) - 1)
  return { codes: range(detail.code), sources: range(detail.source), amounts: range(detail.amount) }
}

/** Where the rest shares a column, it is what the other columns leave of the sum. */
const isRest = (source: SourceColumn): boolean => source.label === documentTexts.otherSources
const inFormula = (text: string): string => `"${text.replaceAll('"', '""')}"`

const summaryRow = (
  group: OpdGroup,
  index: number,
  sources: readonly SourceColumn[],
  ranges: Ranges,
  all: number,
): Row => {
  const row = firstRow + index
  const own = `(${ranges.codes}=B${row})`
  const firstSource = 5
  const sumAt = columnName(firstSource + sources.length)
  const sourceCells = sources.map((source, at) => {
    const value = totalOf(group.rows.filter(source.of))
    const others = `SUM(F${row}:${columnName(firstSource + at - 1)}${row})`
    const matching = `SUMPRODUCT(${own}*(${ranges.sources}=${inFormula(source.label)})*${ranges.amounts})`
    return formula(isRest(source) ? `SUMPRODUCT(${own}*${ranges.amounts})-${others}` : matching, value)
  })
  const lastSource = columnName(firstSource + sources.length - 1)
  const total = sources.length === 0 ? group.total : formula(`SUM(F${row}:${lastSource}${row})`, group.total)
  const share = all === 0 ? null : formula(`${sumAt}${row}/SUM(${ranges.amounts})`, group.total / all)
  return [
    index + 1,
    group.code,
    group.name,
    formula(`SUMPRODUCT(--${own})`, group.rows.length),
    formula(
      `SUMPRODUCT(${own}*(${ranges.amounts}=""))`,
      group.rows.filter(({ amount }) => amount === null).length,
    ),
    ...sourceCells,
    total,
    share,
  ]
}

const totalRow = (
  report: ConsolidationReport,
  groups: readonly OpdGroup[],
  sources: readonly SourceColumn[],
): Row => {
  const last = firstRow + Math.max(groups.length, 1) - 1
  const sum = (column: number, value: number, style: StyleName) => {
    const name = columnName(column)
    return styled(formula(`SUM(${name}${firstRow}:${name}${last})`, value), style)
  }
  const rows = report.rows
  return [
    styled(null, 'total'),
    styled(null, 'total'),
    styled(documentTexts.grandTotal, 'total'),
    sum(3, rows.length, 'totalCount'),
    sum(4, rows.filter(({ amount }) => amount === null).length, 'totalCount'),
    ...sources.map((source, index) => sum(5 + index, totalOf(rows.filter(source.of)), 'totalMoney')),
    sum(5 + sources.length, report.all.total, 'totalMoney'),
    sum(6 + sources.length, report.all.total === 0 ? 0 : 1, 'totalPercent'),
  ]
}

const remarks = (report: ConsolidationReport): Row[] => {
  const { device, seq, hash } = report.log
  const points =
    report.points.length === 0
      ? [documentTexts.sections.noPoints]
      : report.points.map(({ text }, index) => `${index + 1}. ${text}`)
  const lines = [
    documentTexts.sections.points,
    ...points,
    '',
    documentTexts.printed(longDateTime(report.printed)),
    documentTexts.logHead(device, seq, hash),
  ]
  return [[], ...lines.map((line): Row => [styled(line, 'subtitle')])]
}

const summarySheet = (report: ConsolidationReport, groups: readonly OpdGroup[], paper: Paper): Sheet => {
  const sources = sourceColumns(report.rows)
  const ranges = rangesOf(report.rows.length)
  return {
    name: names.summary,
    paper,
    frozenColumns: 3,
    above: aboveRows(report, documentTexts.sections.summary),
    columns: [
      { title: words.number, width: 6, style: 'count' },
      { title: words.code, width: 11 },
      { title: words.opd, width: 52 },
      { title: words.rows, width: 9, style: 'count' },
      { title: words.withoutCost, width: 10, style: 'count' },
      ...sources.map(({ label }) => ({ title: `${label} (Rp)`, width: 17, style: 'money' as const })),
      { title: words.amount, width: 18, style: 'money' },
      { title: words.share, width: 10, style: 'percent' },
    ],
    rows: groups.map((group, index) => summaryRow(group, index, sources, ranges, report.all.total)),
    below: [totalRow(report, groups, sources), ...remarks(report)],
  }
}

const formsSheet = (report: ConsolidationReport, paper: Paper): Sheet => {
  const last = firstRow + Math.max(report.forms.length, 1) - 1
  const sum = (name: string, value: number, style: StyleName) =>
    styled(formula(`SUM(${name}${firstRow}:${name}${last})`, value), style)
  const count = (key: 'rows' | 'withoutCost' | 'total') =>
    report.forms.reduce((total, form) => total + form[key], 0)
  return {
    name: names.forms,
    paper,
    frozenColumns: 3,
    above: aboveRows(report, documentTexts.sections.forms),
    columns: [
      { title: words.number, width: 6, style: 'count' },
      { title: words.code, width: 11 },
      { title: words.opd, width: 52 },
      { title: words.version, width: 8, style: 'count' },
      { title: words.received, width: 12, style: 'date' },
      { title: words.status, width: 28 },
      { title: words.files, width: 60 },
      { title: words.rows, width: 9, style: 'count' },
      { title: words.withoutCost, width: 10, style: 'count' },
      { title: words.amount, width: 18, style: 'money' },
    ],
    rows: report.forms.map((form, index) => [
      index + 1,
      form.opdCode,
      form.opd,
      form.version,
      dateNumber(form.received) ?? form.received,
      form.status,
      form.files.join('\n'),
      form.rows,
      form.withoutCost,
      form.total,
    ]),
    below: [
      [
        styled(null, 'total'),
        styled(null, 'total'),
        styled(documentTexts.grandTotal, 'total'),
        ...Array.from({ length: 4 }, () => styled(null, 'total')),
        sum('H', count('rows'), 'totalCount'),
        sum('I', count('withoutCost'), 'totalCount'),
        sum('J', count('total'), 'totalMoney'),
      ],
    ],
  }
}

/**
 * The consolidation as a workbook: summary, rows, and the forms the numbers come from; sums are formulas over the rows
 * with their values beside them. Throws where the rows do not add up to the whole (a defect of the report).
 */
export const writeConsolidationXlsx = async (
  report: ConsolidationReport,
  options: Pick<Workbook, 'onProgress' | 'signal'> & { readonly paper?: Paper } = {},
): Promise<Uint8Array> => {
  const { paper = 'A4', ...steps } = options
  const groups = groupRows(report)
  const sheets = [
    summarySheet(report, groups, paper),
    detailSheet(report, groups, paper),
    formsSheet(report, paper),
  ]
  const title = documentTexts.fileTitle(report.year, report.city)
  return collect(await writeWorkbook({ sheets, title, created: new Date(report.printed), ...steps }))
}
