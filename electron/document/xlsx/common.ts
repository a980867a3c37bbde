import type { ConsolidationReport } from '../../../shared/rules/budget/report.ts'
import { documentTexts } from '../../../shared/texts/document.ts'
import type { Content, Formula } from './cell.ts'
import type { Row } from './sheet.ts'
import type { StyleName } from './styles.ts'

export const styled = (content: Content, style: StyleName) => ({ content, style })
export const formula = (text: string, value: number): Formula => ({ formula: text, value })

export const aboveRows = (report: ConsolidationReport, section: string): Row[] => [
  [styled(documentTexts.title(report.year), 'title')],
  [styled(`${report.city} · ${documentTexts.stage} ${report.stage}`, 'subtitle')],
  [styled(`${documentTexts.basis}: ${report.legalBasis}`, 'subtitle')],
  [styled(section, 'subtitle')],
  [],
]
/** Width of the column of codes, in characters: the longest is seen whole. */
export const codeWidth = ({ forms }: ConsolidationReport, least: number): number =>
  Math.max(least, ...forms.map(({ opdCode }) => opdCode.length + 1))

/** First row below the heading of every sheet. */
export const firstRow = 7

/** Last row of a table; a table without rows is calculated over the empty row below its heading. */
export const lastRow = (count: number): number => firstRow + Math.max(count, 1) - 1
