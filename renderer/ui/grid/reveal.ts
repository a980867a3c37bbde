import { headHeight, rowHeight, tallestRow } from './layout.ts'
import type { Spot } from './types.ts'

export const cellAt = (scroller: HTMLElement, { row, column }: Spot): HTMLElement | null =>
  scroller.querySelector(`[data-row="${row}"][data-column="${column}"]`)

const hidden = (start: number, end: number, from: number, to: number) => {
  if (start < from) return start - from
  return end > to ? Math.min(end - to, start - from) : 0
}

/** How far it scrolled down, in pixels; null where the cell is not drawn. */
const scrollToCell = (scroller: HTMLElement, spot: Spot, left: number, frozen: boolean): number | null => {
  const cell = cellAt(scroller, spot)?.getBoundingClientRect()
  if (!cell) return null
  const box = scroller.getBoundingClientRect()
  const foot = scroller.querySelector('[data-foot]') ? rowHeight : 0
  const down = hidden(cell.top, cell.bottom, box.top + headHeight, box.top + scroller.clientHeight - foot)
  const across = frozen ? 0 : hidden(cell.left, cell.right, box.left + left, box.left + scroller.clientWidth)
  if (down !== 0 || across !== 0) scroller.scrollBy({ top: down, left: across })
  return Math.abs(down)
}

/** A step to the next row: that one was drawn before, so that its height is known. */
const near = tallestRow

/** Scrolls just as far as the cell needs, past headings, totals and frozen columns; after a leap again, once heights are known. */
export const revealCell = (scroller: HTMLElement | null, spot: Spot, left: number, frozen: boolean): void => {
  if (!scroller) return
  const down = scrollToCell(scroller, spot, left, frozen)
  if (down === null || down > near) requestAnimationFrame(() => scrollToCell(scroller, spot, left, frozen))
}
