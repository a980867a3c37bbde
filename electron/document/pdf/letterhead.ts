import type { ConsolidationReport } from '../../../shared/rules/budget/report.ts'
import { documentTexts } from '../../../shared/texts/document.ts'
import type { Block } from './flow.ts'
import type { Frame } from './page.ts'
import { type Faces, leading, type Pen, type TextStyle } from './pen.ts'
import { wrap } from './wrap.ts'

const lineBlock = (text: string, frame: Frame, style: TextStyle, after = 0): Block<Pen> => ({
  height: style.size * leading + after,
  keepWithNext: true,
  draw: (pen, y) => pen.text(text, frame.left, y, frame.right - frame.left, style),
})

/** Double rule: thick above thin. */
const doubleRule = (frame: Frame): Block<Pen> => ({
  height: 20,
  keepWithNext: true,
  draw: (pen, y) => {
    pen.rule(frame.left, y + 4, frame.right, y + 4, 2)
    pen.rule(frame.left, y + 6.8, frame.right, y + 6.8, 0.6)
  },
})

/** Government above agency, letters 3 to 4 as the official kop asks; then address, contact and the double rule. */
export const letterhead = (report: ConsolidationReport, frame: Frame): Block<Pen>[] => {
  const { government, agency, address, contact } = report.letterhead
  const small = { size: 9, align: 'center' } as const
  return [
    lineBlock(government.toUpperCase(), frame, { size: 13.5, align: 'center' }),
    lineBlock(agency.toUpperCase(), frame, { face: 'bold', size: 18, align: 'center' }, 2),
    ...[address, contact].filter((line) => line !== '').map((line) => lineBlock(line, frame, small)),
    doubleRule(frame),
  ]
}

export const title = (report: ConsolidationReport, frame: Frame): Block<Pen>[] => [
  lineBlock(documentTexts.title(report.year), frame, { face: 'bold', size: 13, align: 'center' }),
  lineBlock(report.city, frame, { size: 11, align: 'center' }, 12),
]

export type Fact = { readonly label: string; readonly text: string }

/** “Dasar : …” lines, the texts under one another. */
export const facts = (items: readonly Fact[], frame: Frame, faces: Faces): Block<Pen>[] => {
  const size = 10
  const indent = 62
  const width = frame.right - frame.left - indent
  return items.flatMap(({ label, text }) =>
    wrap(text, width, (part) => faces.regular.width(part, size)).map((line, index) => ({
      height: size * leading + 1.5,
      keepWithNext: true,
      draw: (pen: Pen, y: number) => {
        if (index === 0) {
          pen.text(label, frame.left, y, indent, { size })
          pen.text(':', frame.left + indent - 8, y, 8, { size })
        }
        pen.text(line, frame.left + indent, y, width, { size })
      },
    })),
  )
}

export const heading = (text: string, frame: Frame): Block<Pen>[] => [
  { height: 14, space: true, draw: () => {} },
  lineBlock(text, frame, { face: 'bold', size: 10.5 }, 4),
]

/** A paragraph; `mark` stands before its first line. */
export const paragraph = (text: string, frame: Frame, faces: Faces, mark = '', size = 10): Block<Pen>[] => {
  const indent = mark === '' ? 0 : 18
  const width = frame.right - frame.left - indent
  const lines = wrap(text, width, (part) => faces.regular.width(part, size))
  return lines.map((line, index) => ({
    height: size * leading + (index === lines.length - 1 ? 3 : 0),
    keepWithNext: index < lines.length - 1 && lines.length < 12,
    draw: (pen: Pen, y: number) => {
      if (index === 0) pen.text(mark, frame.left, y, indent, { size })
      pen.text(line, frame.left + indent, y, width, { size })
    },
  }))
}

/** What the marks in a table mean, in small letters below it. */
export const tableNote = (text: string, frame: Frame, faces: Faces): Block<Pen>[] => [
  { height: 4, space: true, draw: () => {} },
  ...paragraph(text, frame, faces, '', 8.5),
]
