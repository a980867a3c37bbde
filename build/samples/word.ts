/** Lays a form out as a Word document: landscape A4 with kop, title, table, notes, signature. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  FootnoteReferenceRun,
  type IParagraphOptions,
  Packer,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { unzipSync } from 'fflate'
import { opdOf } from './city.ts'
import type { Form } from './form.ts'
import { type Cell, type Line, linesOf, titleText } from './lines.ts'
import { coreProperties, zipOf } from './zip.ts'

const page = { width: 16838, height: 11906, margin: 720 }
const tableWidth = page.width - 2 * page.margin

type Look = { bold?: boolean; italics?: boolean; size?: number }

const runs = (text: string, look: Look = {}): TextRun[] =>
  text
    .split('\n')
    .map((part, index) => new TextRun({ text: part, ...look, ...(index > 0 ? { break: 1 } : {}) }))
const line = (text: string, look: Look, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...more, children: runs(text, look) })

const kop = (form: Form): Paragraph[] => {
  const center = { alignment: AlignmentType.CENTER }
  const rule = { style: BorderStyle.DOUBLE, size: 6, color: '000000', space: 4 }
  return [
    line('PEMERINTAH KOTA PRABUMULIH', { size: 26 }, center),
    line(opdOf(form.opd).name.toUpperCase(), { bold: true, size: 30 }, center),
    line(form.address, { size: 18 }, { ...center, border: { bottom: rule }, spacing: { after: 200 } }),
    ...form.title.map((text) => line(text, { bold: true, size: 24 }, center)),
    line('', {}),
  ]
}

const columnWidths = (form: Form): number[] => {
  const { columns } = form.layout
  const all = columns.reduce((sum, { width }) => sum + width, 0)
  return columns.map(({ width }) => Math.floor((width / all) * tableWidth))
}

/** Word numbers the footnotes from 1 in the order in which `footnote` is asked. */
type Footnotes = { readonly texts: string[] }

const cellText = (cell: Cell, look: Look, footnotes: Footnotes): (TextRun | FootnoteReferenceRun)[] => {
  const text = runs(String(cell.text), look)
  if (cell.footnote === undefined) return text
  footnotes.texts.push(cell.footnote)
  return [...text, new FootnoteReferenceRun(footnotes.texts.length)]
}

const alignmentOf = (kind: Line['kind'], cell: Cell) => {
  if (kind === 'head') return AlignmentType.CENTER
  return kind === 'subtotal' || kind === 'total'
    ? cell.across
      ? AlignmentType.CENTER
      : AlignmentType.LEFT
    : AlignmentType.LEFT
}

type Spot = { readonly kind: Line['kind']; readonly width: number; readonly newPage: boolean }

const tableCell = (cell: Cell, { kind, width, newPage }: Spot, footnotes: Footnotes): TableCell => {
  const look = { bold: kind !== 'row', size: 18 }
  const shaded = kind === 'head' || kind === 'total'
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(cell.across === undefined ? {} : { columnSpan: cell.across }),
    ...(cell.down === undefined ? {} : { rowSpan: cell.down }),
    ...(shaded ? { shading: { type: ShadingType.CLEAR, fill: 'D9D9D9', color: 'auto' } } : {}),
    verticalAlign: kind === 'head' ? VerticalAlign.CENTER : VerticalAlign.TOP,
    children: [
      new Paragraph({
        alignment: alignmentOf(kind, cell),
        pageBreakBefore: newPage,
        children: cellText(cell, look, footnotes),
      }),
    ],
  })
}

const tableOf = (form: Form, footnotes: Footnotes): Table => {
  const widths = columnWidths(form)
  const widthOf = (index: number, across = 1) =>
    widths.slice(index, index + across).reduce((sum, width) => sum + width, 0)
  const spotOf = (kind: Line['kind'], at: number, index: number, across?: number): Spot => ({
    kind,
    width: widthOf(index, across),
    newPage: kind === 'head' && at > 0 && index === 0,
  })
  const rows = linesOf(form).map(
    ({ kind, cells }, at) =>
      new TableRow({
        // A heading typed again begins a page by itself; Word must not repeat the first one too.
        tableHeader: at === 0 && form.layout.headAgainBefore === undefined,
        cantSplit: true,
        children: cells.flatMap((cell, index) =>
          cell.covered ? [] : [tableCell(cell, spotOf(kind, at, index, cell.across), footnotes)],
        ),
      }),
  )
  return new Table({
    width: { size: tableWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    margins: { top: 30, bottom: 30, left: 90, right: 90 },
    rows,
  })
}

const small: Look = { size: 20 }

const signatureLines = ({ signature }: Form, more: IParagraphOptions): Paragraph[] => [
  line(signature.place, small, more),
  line(`${signature.position},`, small, more),
  ...Array.from({ length: 2 }, () => line('', small, more)),
  line(signature.name, { ...small, bold: true }, more),
  line(signature.rank, small, more),
  line(`NIP ${signature.nip}`, small, more),
]

/** A table without lines: who looked it over on the left, who signs on the right. */
const signatureTable = (form: Form): Table => {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const borders = { top: none, bottom: none, left: none, right: none }
  const half = { size: Math.floor(tableWidth / 2), type: WidthType.DXA }
  const keep = { keepNext: true, keepLines: true }
  const cell = (children: Paragraph[]) => new TableCell({ width: half, borders, children })
  return new Table({
    width: { size: tableWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: [half.size, half.size],
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          cell([
            line('Diperiksa oleh:', small, keep),
            line('Kepala Subbagian Perencanaan', small, keep),
            line('', {}, keep),
          ]),
          cell(signatureLines(form, keep)),
        ],
      }),
    ],
  })
}

const bodyOf = (form: Form, footnotes: Footnotes): (Paragraph | Table)[] => {
  const above = form.outputs.map((output) =>
    line(titleText(form.layout, output), { bold: true }, { spacing: { after: 120 } }),
  )
  const keep = { keepNext: true, keepLines: true, indent: { left: 9600 } }
  return [
    ...kop(form),
    ...(form.layout.titles === 'above' ? above : []),
    tableOf(form, footnotes),
    ...(form.notes ?? []).map((note) => line(note, { italics: true, size: 18 })),
    line('', {}),
    ...(form.notes ? [signatureTable(form)] : signatureLines(form, keep)),
  ]
}

const documentOf = (form: Form): Document => {
  const footnotes: Footnotes = { texts: [] }
  const children = bodyOf(form, footnotes)
  const notes = footnotes.texts.map((text, index) => [
    String(index + 1),
    { children: [line(text, { size: 16 })] },
  ])
  const margin = { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin }
  return new Document({
    styles: { default: { document: { run: { font: 'Arial', size: 22 } } } },
    footnotes: Object.fromEntries(notes),
    sections: [
      {
        properties: {
          page: {
            // The library turns the sheet itself: it wants the sides of the upright page.
            size: { width: page.height, height: page.width, orientation: PageOrientation.LANDSCAPE },
            margin,
          },
        },
        children,
      },
    ],
  })
}

/** The bytes of a DOCX file: packed again, because the library writes the time of day into it. */
export const wordOf = async (form: Form): Promise<Uint8Array> => {
  const packed = unzipSync(await Packer.toBuffer(documentOf(form)))
  const names = Object.keys(packed).sort((a, b) => (a < b ? -1 : 1))
  const title = form.title.join(' ')
  return zipOf(
    Object.fromEntries(
      names.map((name) => [
        name,
        name === 'docProps/core.xml' ? coreProperties(title) : (packed[name] ?? new Uint8Array()),
      ]),
    ),
  )
}
