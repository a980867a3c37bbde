import { headHeight, rowHeight } from './layout.ts'
import type { Spot } from './types.ts'

export const cellAt = (scroller: HTMLElement, { row, column }: Spot): HTMLElement | null =>
  scroller.querySelector(`[data-row="${row}"][data-column="${column}"]`)

const hidden = (start: number, end: number, from: number, to: number) => {
  if (start < from) return start - from
  return end > to ? Math.min(end - to, start - from) : 0
}

const scrollToCell = (scroller: HTMLElement, spot: Spot, left: number, frozen: boolean) => {
  const cell = cellAt(scroller, spot)?.getBoundingClientRect()
  if (!cell) return
  const box = scroller.getBoundingClientRect()
  const foot = scroller.querySelector('[data-foot]') ? rowHeight : 0
  const down = hidden(cell.top, cell.bottom, box.top + headHeight, box.top + scroller.clientHeight - foot)
  const across = frozen ? 0 : hidden(cell.left, cell.right, box.left + left, box.left + scroller.clientWidth)
  if (down !== 0 || across !== 0) scroller.scrollBy({ top: down, left: across })
}

/** Scrolls just as far as the cell needs, past headings, totals and frozen columns; again once heights are known. */
export const revealCell = (scroller: HTMLElement | null, spot: Spot, left: number, frozen: boolean): void => {
  if (!scroller) return
  scrollToCell(scroller, spot, left, frozen)
  requestAnimationFrame(() => scrollToCell(scroller, spot, left, frozen))
}
