import type { Face, Typeface } from './typeface.ts'

export type Align = 'left' | 'center' | 'right'
export type TextStyle = {
  readonly face?: Face
  readonly size: number
  readonly grey?: number
  readonly align?: Align
}

/** Draws on one page; x and y in points from its upper left corner. */
export type Pen = {
  /** One line of text in a box of `width` whose upper edge is `y`. */
  readonly text: (line: string, x: number, y: number, width: number, style: TextStyle) => void
  readonly rule: (x1: number, y1: number, x2: number, y2: number, thickness: number, grey?: number) => void
  readonly fill: (x: number, y: number, width: number, height: number, grey: number) => void
  readonly content: () => string
  readonly used: () => ReadonlySet<Face>
}

export type Faces = Readonly<Record<Face, Typeface>>

/** Height of one line over the size of its letters. */
export const leading = 1.22
const ascent = 0.93

const number = (value: number): string => {
  const text = value.toFixed(2)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

const offset = { left: 0, center: 0.5, right: 1 } as const

export const createPen = (faces: Faces, pageHeight: number): Pen => {
  const parts: string[] = []
  const used = new Set<Face>()
  const up = (y: number) => number(pageHeight - y)

  return {
    text: (line, x, y, width, { face = 'regular', size, grey = 0, align = 'left' }) => {
      if (line === '') return
      const type = faces[face]
      used.add(face)
      const left = align === 'left' ? x : x + (width - type.width(line, size)) * offset[align]
      parts.push(
        `BT ${number(grey)} g /${type.id} ${number(size)} Tf ${number(left)} ${up(y + size * ascent)} Td <${type.encode(line)}> Tj ET`,
      )
    },
    rule: (x1, y1, x2, y2, thickness, grey = 0) => {
      parts.push(
        `${number(thickness)} w ${number(grey)} G ${number(x1)} ${up(y1)} m ${number(x2)} ${up(y2)} l S`,
      )
    },
    fill: (x, y, width, height, grey) => {
      parts.push(`${number(grey)} g ${number(x)} ${up(y + height)} ${number(width)} ${number(height)} re f`)
    },
    content: () => parts.join('\n'),
    used: () => used,
  }
}
