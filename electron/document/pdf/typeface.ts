import { readFileSync } from 'node:fs'
import { resourcePath } from '../resource.ts'

/** The parts of pdfkit's embedded font that its types leave out. */
export type EmbeddedFont = {
  readonly id: string
  readonly scale: number
  readonly subset: { includeGlyph: (glyph: number) => number }
  readonly widths: number[]
  readonly unicode: number[][]
  readonly font: { glyphForCodePoint: (point: number) => { id: number; advanceWidth: number } }
  readonly ref: () => unknown
}

export type Face = 'regular' | 'bold'
export const faces = ['regular', 'bold'] as const

/** Liberation Sans: same widths as Arial. */
const files = { regular: 'LiberationSans-Regular.ttf', bold: 'LiberationSans-Bold.ttf' } as const

export const faceBytes = (face: Face): Buffer => readFileSync(resourcePath(`fonts/${files[face]}`))

export type Typeface = {
  readonly id: string
  readonly ref: () => unknown
  /** Width in points. */
  readonly width: (text: string, size: number) => number
  /** Glyph numbers as hex digits for a `Tj` operator. */
  readonly encode: (text: string) => string
}

type Glyph = { readonly id: number; readonly point: number; readonly width: number; hex: string | null }

/**
 * Sets text glyph by glyph, without kerning: figures keep one width (the font kerns “11”), and a table of 2,000 rows
 * needs a third of the time that the font's own layout takes.
 */
export const typeface = (embedded: EmbeddedFont): Typeface => {
  const known = new Map<string, Glyph>()

  const glyphOf = (character: string): Glyph => {
    const found = known.get(character)
    if (found !== undefined) return found
    const point = character.codePointAt(0) ?? 0x20
    const { id, advanceWidth } = embedded.font.glyphForCodePoint(point)
    const glyph: Glyph = { id, point, width: advanceWidth * embedded.scale, hex: null }
    known.set(character, glyph)
    return glyph
  }

  const include = (glyph: Glyph): string => {
    const index = embedded.subset.includeGlyph(glyph.id)
    embedded.widths[index] ??= glyph.width
    embedded.unicode[index] ??= [glyph.point]
    glyph.hex = index.toString(16).padStart(4, '0')
    return glyph.hex
  }

  return {
    id: embedded.id,
    ref: () => embedded.ref(),
    width: (text, size) => {
      let sum = 0
      for (const character of text) sum += glyphOf(character).width
      return (sum * size) / 1000
    },
    encode: (text) => {
      let hex = ''
      for (const character of text) {
        const glyph = glyphOf(character)
        hex += glyph.hex ?? include(glyph)
      }
      return hex
    },
  }
}
