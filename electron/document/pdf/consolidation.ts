import { thousands } from '../../../shared/format/money.ts'
import { headText } from '../../../shared/rules/audit/head.ts'
import type { ConsolidationReport, Paper } from '../../../shared/rules/budget/report.ts'
import { documentTexts } from '../../../shared/texts/document.ts'
import { correctedNote, countRows, countWithoutCost, nowNote, totalWords } from '../sums.ts'
import { detailTable } from './detail-table.ts'
import { openDocument } from './document.ts'
import { type Block, paginate } from './flow.ts'
import { drawFoot } from './foot.ts'
import { type Fact, facts, heading, letterhead, paragraph, tableNote, title } from './letterhead.ts'
import { type Frame, frameOf } from './page.ts'
import type { Faces, Pen } from './pen.ts'
import { type SignMode, signatureBlock } from './signature-block.ts'
import { formsTable, summaryTable } from './summary-table.ts'

export type PdfOptions = {
  readonly paper: Paper
  /** wet: room for ink. sign: an empty signature field that `signPdf` fills. outside: room marked for another program. */
  readonly mode: SignMode
  /** Printed where the certificate is only an example. */
  readonly certificateNotice?: string
  readonly onProgress?: (done: number, total: number) => void
}

const factsOf = (report: ConsolidationReport): Fact[] => [
  { label: documentTexts.basis, text: report.legalBasis },
  { label: documentTexts.stage, text: report.stage },
  {
    label: documentTexts.scope,
    text: documentTexts.scopeText(
      thousands(report.all.forms),
      thousands(countRows(report.rows)),
      thousands(countWithoutCost(report.rows)),
    ),
  },
  {
    label: documentTexts.total,
    text: totalWords(report),
  },
]

const pointBlocks = (report: ConsolidationReport, frame: Frame, faces: Faces): Block<Pen>[] =>
  report.points.length === 0
    ? paragraph(documentTexts.sections.noPoints, frame, faces)
    : report.points.flatMap((point, index) => {
        const lines = paragraph(point.text, frame, faces, `${index + 1}.`)
        // The last two go together: one alone would stand with the signature on a page of its own.
        return index === report.points.length - 2
          ? lines.map((line) => ({ ...line, keepWithNext: true }))
          : lines
      })

const bodyOf = (report: ConsolidationReport, frame: Frame, faces: Faces): Block<Pen>[] => {
  const { sections } = documentTexts
  const filled = report.rows.length > 0
  const note = correctedNote(report)
  const now = nowNote(report)
  const none = () => paragraph(sections.noRows, frame, faces)
  return [
    ...letterhead(report, frame),
    ...title(report, frame),
    ...facts(factsOf(report), frame, faces),
    ...heading(sections.summary, frame),
    ...(filled ? summaryTable(report, frame, faces) : none()),
    ...(now === null ? [] : tableNote(now, frame, faces)),
    ...heading(sections.rows, frame),
    ...(filled ? detailTable(report, frame, faces) : none()),
    ...(note === null ? [] : tableNote(note, frame, faces)),
    ...heading(sections.forms, frame),
    ...formsTable(report, frame, faces),
    ...heading(sections.points, frame),
    ...pointBlocks(report, frame, faces),
  ]
}

/**
 * The consolidation as an official document: landscape A4 or F4, font embedded.
 * Throws where the rows do not add up to the whole (a defect of the report).
 */
export const writeConsolidationPdf = async (
  report: ConsolidationReport,
  { paper, mode, certificateNotice, onProgress }: PdfOptions,
): Promise<Uint8Array> => {
  const frame = frameOf(paper)
  const document = await openDocument(frame, {
    title: documentTexts.fileTitle(report.year, report.city),
    subject: documentTexts.subject(report.stage, report.year),
    author: report.letterhead.agency,
    created: new Date(report.printed),
    logHead: headText(report.log),
  })
  const signature = signatureBlock(report, frame, document.faces, mode, certificateNotice)
  const body = bodyOf(report, frame, document.faces)
  const last = body.pop() as Block<Pen>
  const pages = paginate([...body, { ...last, keepWithNext: true }, signature.block], frame)
  pages.forEach((placed, index) => {
    document.page((pen) => {
      for (const { block, y, standing } of placed) block.draw(pen, y, standing)
      drawFoot(pen, report, frame, index + 1, pages.length, certificateNotice)
      const signed = placed.find(({ block }) => block === signature.block)
      return mode === 'sign' && signed !== undefined ? [signature.fieldAt(signed.y, frame.height)] : []
    })
    onProgress?.(index + 1, pages.length)
  })
  return document.end()
}
