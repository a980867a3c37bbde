import type { ConsolidationReport, Paper } from '../../../shared/rules/budget/report.ts'
import { documentTexts } from '../../../shared/texts/document.ts'
import { correctedNote, type OpdGroup, sourceOf } from '../sums.ts'
import { columnName, columnRange, dateNumber } from './cell.ts'
import { aboveRows, codeWidth, firstRow, formula, lastRow, styled } from './common.ts'
import type { Row, Sheet } from './sheet.ts'

const { columns: words, sheets: names } = documentTexts

/** A further source of a row has no number: rows are counted by their numbers. */
const place = { number: 0, code: 1, source: 10, amount: 11 } as const

export type Ranges = {
  readonly numbers: string
  readonly codes: string
  readonly sources: string
  readonly amounts: string
}

/** Where formulas of other sheets find the rows. */
export const detailRanges = (count: number): Ranges => {
  const range = (column: number) => columnRange(names.rows, column, firstRow, lastRow(count))
  return {
    numbers: range(place.number),
    codes: range(place.code),
    sources: range(place.source),
    amounts: range(place.amount),
  }
}

/** A lone hyphen is the form's word for “nothing here”. */
const asCell = (text: string): string => (/^-+$/.test(text.trim()) ? '' : text)

export const detailSheet = (
  report: ConsolidationReport,
  groups: readonly OpdGroup[],
  paper: Paper,
): Sheet => {
  const forms = new Map(report.forms.map((form) => [form.opdCode, form]))
  let number = 0
  const rows = groups.flatMap((group) =>
    group.outputs.flatMap(({ rows: members }) =>
      members.map((row): Row => {
        const form = forms.get(row.opdCode)
        if (row.continued !== true) number += 1
        return [
          row.continued === true ? null : number,
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
          row.corrected === undefined ? row.amount : styled(row.amount, 'moneyMarked'),
          form?.version ?? null,
          form === undefined ? null : (dateNumber(form.received) ?? form.received),
        ]
      }),
    ),
  )
  const note = correctedNote(report)
  const column = columnName(place.amount)
  const sum = formula(`SUM(${column}${firstRow}:${column}${lastRow(rows.length)})`, report.all.total)
  const total: Row = [
    styled(null, 'total'),
    styled(documentTexts.grandTotal, 'total'),
    ...Array.from({ length: place.amount - 2 }, () => styled(null, 'total')),
    styled(sum, 'totalMoney'),
  ]
  return {
    name: names.rows,
    paper,
    frozenColumns: 3,
    above: aboveRows(report, documentTexts.sections.rows),
    columns: [
      { title: words.number, width: 6, style: 'count' },
      { title: words.code, width: codeWidth(report, 10) },
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
    below: note === null ? [total] : [total, [null, note]],
  }
}
