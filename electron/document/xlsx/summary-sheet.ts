import { longDateTime } from '../../../shared/format/date.ts'
import type { ConsolidationReport, Paper } from '../../../shared/rules/budget/report.ts'
import { documentTexts } from '../../../shared/texts/document.ts'
import { neutralise } from '../neutralise.ts'
import {
  countRows,
  countWithoutCost,
  nowNote,
  type OpdGroup,
  type SourceColumn,
  sourceColumns,
  totalOf,
} from '../sums.ts'
import { columnName } from './cell.ts'
import { aboveRows, codeWidth, firstRow, formula, lastRow, styled } from './common.ts'
import { detailRanges, type Ranges } from './detail-sheet.ts'
import type { Row, Sheet } from './sheet.ts'
import type { StyleName } from './styles.ts'

const { columns: words, sheets: names } = documentTexts

/** Where the rest shares a column, it is what the other columns leave of the sum. */
const isRest = (source: SourceColumn): boolean => source.label === documentTexts.otherSources
/** A text as the rows hold it, inside a formula. */
const inFormula = (text: string): string => `"${neutralise(text).replaceAll('"', '""')}"`

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
    formula(`SUMPRODUCT(${own}*(${ranges.numbers}<>""))`, countRows(group.rows)),
    formula(`SUMPRODUCT(${own}*(${ranges.amounts}=""))`, countWithoutCost(group.rows)),
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
  const last = lastRow(groups.length)
  const sum = (column: number, value: number, style: StyleName) => {
    const name = columnName(column)
    return styled(formula(`SUM(${name}${firstRow}:${name}${last})`, value), style)
  }
  const rows = report.rows
  return [
    styled(null, 'total'),
    styled(null, 'total'),
    styled(documentTexts.grandTotal, 'total'),
    sum(3, countRows(rows), 'totalCount'),
    sum(4, countWithoutCost(rows), 'totalCount'),
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
  const now = nowNote(report)
  const lines = [
    ...(now === null ? [] : [now, '']),
    documentTexts.sections.points,
    ...points,
    '',
    documentTexts.printed(longDateTime(report.printed)),
    documentTexts.logHead(device, seq, hash),
  ]
  return [[], ...lines.map((line): Row => [styled(line, 'subtitle')])]
}

export const summarySheet = (
  report: ConsolidationReport,
  groups: readonly OpdGroup[],
  paper: Paper,
): Sheet => {
  const sources = sourceColumns(report.rows)
  const ranges = detailRanges(report.rows.length)
  return {
    name: names.summary,
    paper,
    frozenColumns: 3,
    above: aboveRows(report, documentTexts.sections.summary),
    columns: [
      { title: words.number, width: 6, style: 'count' },
      { title: words.code, width: codeWidth(report, 11) },
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
