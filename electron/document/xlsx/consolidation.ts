import type { ConsolidationReport, Paper } from '../../../shared/rules/budget/report.ts'
import { documentTexts } from '../../../shared/texts/document.ts'
import { groupRows } from '../sums.ts'
import { detailSheet } from './detail-sheet.ts'
import { formsSheet } from './forms-sheet.ts'
import { summarySheet } from './summary-sheet.ts'
import { collect, type Workbook, writeWorkbook } from './workbook.ts'

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
