import { longDate } from '../../../shared/format/date.ts'
import { formatNip } from '../../../shared/format/nip.ts'
import type { ConsolidationReport } from '../../../shared/rules/budget/report.ts'
import { documentTexts } from '../../../shared/texts/document.ts'
import type { Block } from './flow.ts'
import type { Frame } from './page.ts'
import { type Faces, leading, type Pen, type TextStyle } from './pen.ts'
import { wrap } from './wrap.ts'

export type SignMode = 'wet' | 'sign' | 'outside'
/** Lower left and upper right corner, in points from the lower left of the page. */
export type Rect = readonly [number, number, number, number]

const size = 10.5
const step = size * leading
const width = 250
const space = 64
const markStep = 9.6

export type SignatureBlock = {
  readonly block: Block<Pen>
  /** Where the electronic signature goes, for a block that starts at `y`. */
  readonly fieldAt: (y: number, pageHeight: number) => Rect
}

/** Place and date, office, room for the signature, name, rank and NIP; one piece, at the right. */
export const signatureBlock = (
  report: ConsolidationReport,
  frame: Frame,
  faces: Faces,
  mode: SignMode,
  notice: string | undefined,
): SignatureBlock => {
  const { signer } = report
  const left = frame.right - width
  const lines = (text: string, face: 'regular' | 'bold') =>
    wrap(text, width, (part) => faces[face].width(part, size))
  const above = [
    ...lines(documentTexts.placeAndDate(signer.place, longDate(signer.date)), 'regular'),
    ...lines(`${signer.position},`, 'regular'),
  ]
  const unnamed = mode === 'sign' ? '' : documentTexts.unnamed
  const name = lines(signer.name || unnamed, signer.name === '' ? 'regular' : 'bold')
  const below = [signer.rank, signer.nip === '' ? '' : documentTexts.nip(formatNip(signer.nip))].filter(
    (line) => line !== '',
  )
  const marks = notice === undefined ? [] : wrap(notice, width, (part) => faces.bold.width(part, 8))
  const top = 20
  const spaceTop = top + above.length * step + 4
  const nameTop = spaceTop + space + 4

  const draw = (pen: Pen, y: number) => {
    const put = (texts: readonly string[], from: number, gap: number, style: TextStyle): number => {
      for (const [index, line] of texts.entries()) pen.text(line, left, from + index * gap, width, style)
      return from + texts.length * gap
    }
    put(above, y + top, step, { size })
    if (mode === 'outside') {
      put([documentTexts.signatureSpace], y + spaceTop + space / 2 - 5, 0, { size: 8, grey: 0.45 })
    }
    const underName = put(name, y + nameTop, step, { face: 'bold', size })
    const underAll = put(below, underName, step, { size })
    put(marks, underAll + 4, markStep, { face: 'bold', size: 8 })
  }

  return {
    block: { height: nameTop + (name.length + below.length) * step + 4 + marks.length * markStep, draw },
    fieldAt: (y, pageHeight) => {
      const upper = pageHeight - (y + spaceTop)
      return [left, upper - space, left + width, upper]
    },
  }
}
