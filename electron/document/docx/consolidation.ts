import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import { longDate, longDateTime } from '../../../shared/format/date.ts'
import { thousands } from '../../../shared/format/money.ts'
import { formatNip } from '../../../shared/format/nip.ts'
import type { ConsolidationReport, Paper } from '../../../shared/rules/budget/report.ts'
import { documentTexts } from '../../../shared/texts/document.ts'
import { margins, pageSize } from '../pdf/page.ts'
import { correctedNote, countRows, countWithoutCost, nowNote, totalWords } from '../sums.ts'
import { paragraph, twentieths } from './parts.ts'
import { detailTable, formsTable, summaryTable } from './tables.ts'

const letterhead = ({
  letterhead: { government, agency, address, contact },
}: ConsolidationReport): Paragraph[] => [
  paragraph(government.toUpperCase(), { size: 13.5, align: 'center' }),
  paragraph(agency.toUpperCase(), { size: 18, bold: true, align: 'center' }),
  ...[address, contact]
    .filter((line) => line !== '')
    .map((line) => paragraph(line, { size: 9, align: 'center' })),
  new Paragraph({
    spacing: { before: 0, after: twentieths(12) },
    border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: '000000', space: 1 } },
    children: [new TextRun({ text: '', size: 4 })],
  }),
]

const fact = (label: string, text: string): Paragraph =>
  new Paragraph({
    tabStops: [
      { type: TabStopType.LEFT, position: twentieths(54) },
      { type: TabStopType.LEFT, position: twentieths(62) },
    ],
    indent: { left: twentieths(62), hanging: twentieths(62) },
    spacing: { before: 0, after: 30 },
    children: [new TextRun({ text: `${label}\t:\t${text}`, size: 20 })],
  })

const facts = (report: ConsolidationReport): Paragraph[] => [
  fact(documentTexts.basis, report.legalBasis),
  fact(documentTexts.stage, report.stage),
  fact(
    documentTexts.scope,
    documentTexts.scopeText(
      thousands(report.all.forms),
      thousands(countRows(report.rows)),
      thousands(countWithoutCost(report.rows)),
    ),
  ),
  fact(documentTexts.total, totalWords(report)),
]

const heading = (text: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { before: twentieths(14), after: twentieths(4) },
    children: [new TextRun({ text, bold: true, size: 21 })],
  })

const points = (report: ConsolidationReport): Paragraph[] =>
  report.points.length === 0
    ? [paragraph(documentTexts.sections.noPoints)]
    : report.points.map(
        ({ text }, index) =>
          new Paragraph({
            indent: { left: twentieths(18), hanging: twentieths(18) },
            tabStops: [{ type: TabStopType.LEFT, position: twentieths(18) }],
            spacing: { before: 0, after: 60 },
            keepNext: index === report.points.length - 1,
            children: [new TextRun({ text: `${index + 1}.\t${text}`, size: 20 })],
          }),
      )

const signature = ({ signer }: ConsolidationReport, left: number): Paragraph[] => {
  const line = (text: string, bold = false, before = 0, last = false): Paragraph =>
    new Paragraph({
      indent: { left: twentieths(left) },
      keepNext: !last,
      keepLines: true,
      spacing: { before: twentieths(before), after: 0 },
      children: text
        .split('\n')
        .map(
          (part, index) => new TextRun({ text: part, bold, size: 21, ...(index === 0 ? {} : { break: 1 }) }),
        ),
    })
  return [
    line(documentTexts.placeAndDate(signer.place, longDate(signer.date)), false, 20),
    line(`${signer.position},`),
    line(signer.name || documentTexts.unnamed, signer.name !== '', 68),
    ...(signer.rank === '' ? [] : [line(signer.rank)]),
    line(signer.nip === '' ? '' : documentTexts.nip(formatNip(signer.nip)), false, 0, true),
  ]
}

const foot = (report: ConsolidationReport, width: number): Footer => {
  const { device, seq, hash } = report.log
  const origin = `${documentTexts.fileTitle(report.year, report.city)} · ${documentTexts.printed(longDateTime(report.printed))}`
  const small = 14
  return new Footer({
    children: [
      new Paragraph({
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: '595959', space: 4 } },
        tabStops: [{ type: TabStopType.RIGHT, position: twentieths(width) }],
        children: [
          new TextRun({ text: `${origin}\t`, size: small }),
          new TextRun({
            children: [
              `${documentTexts.pageWord} `,
              PageNumber.CURRENT,
              ` ${documentTexts.ofWord} `,
              PageNumber.TOTAL_PAGES,
            ],
            size: 16,
          }),
        ],
      }),
      new Paragraph({
        alignment: AlignmentType.LEFT,
        children: [new TextRun({ text: documentTexts.logHead(device, seq, hash), size: small })],
      }),
    ],
  })
}

const pageOf = (paper: Paper) => {
  const { width, height } = pageSize(paper)
  return {
    // docx turns the sheet by itself: it wants the upright size
    size: { width: twentieths(height), height: twentieths(width), orientation: PageOrientation.LANDSCAPE },
    margin: {
      top: twentieths(margins.top),
      right: twentieths(margins.right),
      bottom: twentieths(margins.bottom),
      left: twentieths(margins.left),
      footer: twentieths(28),
    },
  }
}

const bodyOf = (report: ConsolidationReport, width: number): (Paragraph | Table)[] => {
  const { sections } = documentTexts
  const note = correctedNote(report)
  const now = nowNote(report)
  const orNone = (write: () => Table) => (report.rows.length > 0 ? write() : paragraph(sections.noRows))
  return [
    ...letterhead(report),
    paragraph(documentTexts.title(report.year), { size: 13, bold: true, align: 'center' }),
    paragraph(report.city, { size: 11, align: 'center', after: 12 }),
    ...facts(report),
    heading(sections.summary),
    orNone(() => summaryTable(report, width)),
    ...(now === null ? [] : [paragraph(now, { size: 9 })]),
    heading(sections.rows),
    orNone(() => detailTable(report, width)),
    ...(note === null ? [] : [paragraph(note, { size: 9 })]),
    heading(sections.forms),
    formsTable(report, width),
    heading(sections.points),
    ...points(report),
    ...signature(report, width - 250),
  ]
}

/**
 * The consolidation as a Word document that can be edited: real tables with repeated headings, sums, signature block.
 * Throws where the rows do not add up to the whole (a defect of the report).
 */
export const writeConsolidationDocx = async (
  report: ConsolidationReport,
  { paper }: { readonly paper: Paper },
): Promise<Uint8Array> => {
  const width = pageSize(paper).width - margins.left - margins.right
  const document = new Document({
    title: documentTexts.fileTitle(report.year, report.city),
    subject: documentTexts.subject(report.stage, report.year),
    creator: report.letterhead.agency,
    lastModifiedBy: documentTexts.program,
    styles: { default: { document: { run: { font: 'Arial', size: 20, language: { value: 'id-ID' } } } } },
    sections: [
      {
        properties: { page: pageOf(paper) },
        footers: { default: foot(report, width) },
        children: bodyOf(report, width),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
