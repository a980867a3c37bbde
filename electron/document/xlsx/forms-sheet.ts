import type { ConsolidationReport, Paper } from '../../../shared/rules/budget/report.ts'
import { documentTexts } from '../../../shared/texts/document.ts'
import { dateNumber } from './cell.ts'
import { aboveRows, codeWidth, firstRow, formula, lastRow, styled } from './common.ts'
import type { Sheet } from './sheet.ts'
import type { StyleName } from './styles.ts'

const { columns: words, sheets: names } = documentTexts

export const formsSheet = (report: ConsolidationReport, paper: Paper): Sheet => {
  const last = lastRow(report.forms.length)
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
      { title: words.code, width: codeWidth(report, 11) },
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
