import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'

export type Align = 'left' | 'center' | 'right'
export type TextLook = {
  readonly bold?: boolean
  readonly size?: number
  readonly align?: Align
  readonly keepNext?: boolean
  readonly after?: number
}

/** Sizes in points; Word counts half points, and twentieths for distances. */
export const twentieths = (points: number): number => Math.round(points * 20)
const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

/** Characters that XML cannot hold. */
const clean = (text: string): string => text.toWellFormed().replaceAll(/(?!\n)\p{Cc}|[\ufffe\uffff]/gu, ' ')

const runs = (text: string, { bold = false, size = 10 }: TextLook): ParagraphChild[] =>
  clean(text)
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({ text: line, bold, size: size * 2, ...(index === 0 ? {} : { break: 1 }) }),
    )

export const paragraph = (text: string, look: TextLook = {}): Paragraph =>
  new Paragraph({
    alignment: alignments[look.align ?? 'left'],
    keepNext: look.keepNext === true,
    spacing: { before: 0, after: twentieths(look.after ?? 0) },
    children: runs(text, look),
  })

export type Column = { readonly title: string; readonly width: number; readonly align?: Align }
export type RowLook = {
  readonly bold?: boolean
  readonly tint?: boolean
  readonly keepNext?: boolean
  readonly head?: boolean
}
export type Cell = {
  readonly text: string
  readonly span?: number
  readonly align?: Align
  readonly merge?: 'restart' | 'continue'
}

const thin = { style: BorderStyle.SINGLE, size: 4, color: '7F7F7F' } as const
export const borders = { top: thin, bottom: thin, left: thin, right: thin } as const
const tint = { type: ShadingType.CLEAR, fill: 'EBEBEB', color: 'auto' } as const
const cellSize = 8.5

const widthFrom = (columns: readonly Column[], at: number, span: number): number =>
  columns.slice(at, at + span).reduce((sum, { width }) => sum + width, 0)

/** One row; a cell's place among the columns follows from the spans before it. */
export const tableRow = (
  columns: readonly Column[],
  cells: readonly Cell[],
  look: RowLook = {},
): TableRow => {
  let at = 0
  const children = cells.map((cell) => {
    const span = cell.span ?? 1
    const align = cell.align ?? (look.head === true ? 'center' : (columns[at]?.align ?? 'left'))
    const width = widthFrom(columns, at, span)
    at += span
    return new TableCell({
      columnSpan: span,
      width: { size: twentieths(width), type: WidthType.DXA },
      verticalAlign: VerticalAlign.TOP,
      ...(cell.merge === undefined ? {} : { verticalMerge: cell.merge }),
      ...(look.tint === true ? { shading: tint } : {}),
      children: [
        paragraph(cell.text, {
          size: cellSize,
          align,
          bold: look.bold === true,
          keepNext: look.keepNext === true,
        }),
      ],
    })
  })
  return new TableRow({ cantSplit: true, tableHeader: look.head === true, children })
}

export const headRow = (columns: readonly Column[]): TableRow =>
  tableRow(
    columns,
    columns.map(({ title }) => ({ text: title })),
    { head: true, bold: true, tint: true, keepNext: true },
  )

export const table = (columns: readonly Column[], rows: readonly TableRow[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twentieths(widthFrom(columns, 0, columns.length)), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => twentieths(width)),
    borders: { ...borders, insideHorizontal: thin, insideVertical: thin },
    margins: { top: 30, bottom: 20, left: 70, right: 70 },
    rows: [headRow(columns), ...rows],
  })

/** Columns scaled so that together they are `width` points wide. */
export const fitColumns = (columns: readonly Column[], width: number): Column[] => {
  const sum = widthFrom(columns, 0, columns.length)
  return columns.map((column) => ({ ...column, width: (column.width * width) / sum }))
}
