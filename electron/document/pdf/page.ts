import type { Paper } from '../../../shared/rules/budget/report.ts'

const millimetre = 72 / 25.4

export type PageSize = { readonly width: number; readonly height: number }

/** Landscape, in points. F4 (folio) is 215 × 330 mm. */
export const pageSize = (paper: Paper): PageSize =>
  paper === 'A4'
    ? { width: 297 * millimetre, height: 210 * millimetre }
    : { width: 330 * millimetre, height: 215 * millimetre }

/** 20 mm at the top and right, 25 mm where it is bound, room for the foot below. */
export const margins = {
  top: 18 * millimetre,
  right: 18 * millimetre,
  left: 22 * millimetre,
  bottom: 21 * millimetre,
} as const

export type Frame = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The area that text may fill. */
export const frameOf = (paper: Paper): Frame => {
  const { width, height } = pageSize(paper)
  return {
    width,
    height,
    left: margins.left,
    right: width - margins.right,
    top: margins.top,
    bottom: height - margins.bottom,
  }
}
