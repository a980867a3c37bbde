import { longDateTime } from '../../../shared/format/date.ts'
import type { ConsolidationReport } from '../../../shared/rules/budget/report.ts'
import { documentTexts } from '../../../shared/texts/document.ts'
import type { Frame } from './page.ts'
import type { Pen } from './pen.ts'

/** Source and head of the change log in 7 pt, page x of y; on every page. */
export const drawFoot = (
  pen: Pen,
  report: ConsolidationReport,
  frame: Frame,
  page: number,
  pages: number,
  notice: string | undefined,
): void => {
  const width = frame.right - frame.left
  const y = frame.bottom + 12
  const { device, seq, hash } = report.log
  pen.rule(frame.left, y - 4, frame.right, y - 4, 0.4, 0.35)
  const origin = [
    documentTexts.fileTitle(report.year, report.city),
    documentTexts.printed(longDateTime(report.printed)),
  ]
  pen.text(origin.join(' · '), frame.left, y, width, { size: 7 })
  pen.text(documentTexts.logHead(device, seq, hash), frame.left, y + 9, width, { size: 7 })
  if (notice !== undefined) pen.text(notice, frame.left, y + 18, width, { size: 7, face: 'bold' })
  pen.text(documentTexts.page(page, pages), frame.left, y, width, { size: 8, align: 'right' })
}
