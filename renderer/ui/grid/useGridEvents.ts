import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useMemo,
  useRef,
} from 'react'
import { flushSync } from 'react-dom'
import type { Controller } from './controller.ts'
import type { Live } from './desk.ts'
import { commandOf, type KeyPress, pressOf } from './keys.ts'
import { selectRange, selectSpot } from './selection.ts'
import type { Spot } from './types.ts'

type Place =
  | { readonly kind: 'cell' | 'fill'; readonly spot: Spot }
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'column'; readonly column: number }
  | { readonly kind: 'corner' }

const number = (element: Element, name: string) => Number(element.getAttribute(name))

/** What lies under the pointer. */
const placeOf = (target: EventTarget | null): Place | null => {
  const element =
    target instanceof Element ? target.closest('[data-row], [data-gutter], [data-head], [data-corner]') : null
  if (!element) return null
  if (element.hasAttribute('data-corner')) return { kind: 'corner' }
  if (element.hasAttribute('data-gutter')) return { kind: 'row', row: number(element, 'data-gutter') }
  if (element.hasAttribute('data-head')) return { kind: 'column', column: number(element, 'data-head') }
  const spot = { row: number(element, 'data-row'), column: number(element, 'data-column') }
  return { kind: target instanceof Element && target.closest('[data-fill]') ? 'fill' : 'cell', spot }
}

const inEditor = (target: EventTarget | null) => target instanceof HTMLTextAreaElement

/** The cell nearest to a point that may lie outside the grid. */
const spotNear = (scroller: HTMLElement, x: number, y: number): Spot | null => {
  const box = scroller.getBoundingClientRect()
  const inside = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value))
  const point = {
    x: inside(x, box.left + 60, box.left + scroller.clientWidth - 4),
    y: inside(y, box.top + 40, box.top + scroller.clientHeight - 36),
  }
  const place = placeOf(document.elementFromPoint(point.x, point.y))
  return place && (place.kind === 'cell' || place.kind === 'fill') ? place.spot : null
}

const beyond = (value: number, low: number, high: number) =>
  value < low ? value - low : value > high ? value - high : 0

type Drag = { readonly kind: Place['kind']; x: number; y: number; timer: number }

/** Dragging over cells, row numbers or the fill handle; near an edge the sheet scrolls along. */
const useDrag = (live: RefObject<Live>, controller: Controller) => {
  const drag = useRef<Drag | null>(null)
  return useMemo(() => {
    const reach = () => {
      const [{ scroller, view, columns }, going] = [live.current, drag.current]
      const spot = scroller && going ? spotNear(scroller, going.x, going.y) : null
      if (!spot || !going) return
      if (going.kind === 'fill') controller.pullFill(spot)
      else if (going.kind === 'row') {
        const { anchor } = view.selection
        controller.select({
          ...selectRange({ top: anchor.row, bottom: spot.row, left: 0, right: columns.length - 1 }),
          anchor: { row: anchor.row, column: 0 },
          active: { row: anchor.row, column: 0 },
          head: { row: spot.row, column: columns.length - 1 },
        })
      } else controller.extend(spot)
    }
    const scroll = () => {
      const [{ scroller }, going] = [live.current, drag.current]
      if (!scroller || !going) return
      const box = scroller.getBoundingClientRect()
      const [dx, dy] = [beyond(going.x, box.left, box.right), beyond(going.y, box.top, box.bottom)]
      if (dx !== 0 || dy !== 0) {
        scroller.scrollBy({ left: dx / 3, top: dy / 3 })
        reach()
      }
      going.timer = requestAnimationFrame(scroll)
    }
    return {
      start: (event: PointerEvent<HTMLElement>, kind: Place['kind']) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { kind, x: event.clientX, y: event.clientY, timer: requestAnimationFrame(scroll) }
      },
      move: (event: PointerEvent<HTMLElement>) => {
        const going = drag.current
        if (!going || (Math.abs(event.clientX - going.x) < 3 && Math.abs(event.clientY - going.y) < 3)) return
        going.x = event.clientX
        going.y = event.clientY
        reach()
      },
      end: () => {
        if (!drag.current) return
        cancelAnimationFrame(drag.current.timer)
        if (drag.current.kind === 'fill') controller.dropFill()
        drag.current = null
      },
    }
  }, [live, controller])
}

const choose = (place: Place, shift: boolean, live: Live, controller: Controller) => {
  const [lastRow, lastColumn] = [live.sheet.rows().length - 1, live.columns.length - 1]
  if (place.kind === 'corner') return controller.run({ type: 'selectAll' })
  if (place.kind === 'column')
    return controller.select({
      ...selectRange({ top: 0, bottom: lastRow, left: place.column, right: place.column }),
    })
  if (place.kind === 'row') {
    const from = shift ? live.view.selection.anchor.row : place.row
    const range = {
      ...selectRange({ top: from, bottom: from, left: 0, right: lastColumn }),
      head: { row: place.row, column: lastColumn },
    }
    return controller.select(range)
  }
  return shift ? controller.extend(place.spot) : controller.select(selectSpot(place.spot))
}

/** Handlers of the scrolling element: keys, pointer, clipboard and focus. */
export const useGridEvents = (live: RefObject<Live>, controller: Controller) => {
  const drag = useDrag(live, controller)
  return useMemo(
    () => ({
      onKeyDown: (event: KeyboardEvent) => {
        if (event.nativeEvent.isComposing || !inEditor(event.target)) return
        const press = pressOf(event)
        const { mode } = live.current.view
        if (press.ctrl && press.key.toLowerCase() === 's' && mode !== 'ready') flushSync(controller.commit)
        if (press.key === 'Enter' && press.alt && mode !== 'ready') return insertBreak(event)
        const command = commandOf(press, mode)
        if (!command && mode === 'ready' && isLetter(press)) controller.refusesTyping()
        if (!command) return press.key === 'Tab' || press.key === 'Shift' ? undefined : controller.release()
        if (controller.run(command)) {
          event.preventDefault()
          event.stopPropagation()
        }
      },
      onMouseDown: (event: MouseEvent) => {
        if (!inEditor(event.target)) event.preventDefault()
      },
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        const place = inEditor(event.target) ? null : placeOf(event.target)
        if (!place || event.button === 2) return
        controller.commit()
        if (place.kind !== 'fill') choose(place, event.shiftKey, live.current, controller)
        if (event.pointerType !== 'touch' && event.button === 0) drag.start(event, place.kind)
      },
      onPointerMove: drag.move,
      onPointerUp: drag.end,
      onPointerCancel: drag.end,
      onDoubleClick: (event: MouseEvent) => {
        if (placeOf(event.target)?.kind === 'cell' && !inEditor(event.target))
          controller.run({ type: 'edit' })
      },
      onContextMenu: (event: MouseEvent) => {
        const place = placeOf(event.target)
        if (live.current.view.mode !== 'ready' || !place) return
        event.preventDefault()
        if (!isSelected(place, live.current)) choose(place, false, live.current, controller)
        controller.openMenu(event.clientX, event.clientY)
      },
      onCopy: (event: ClipboardEvent) =>
        clip(event, live.current, () => controller.copy(event.clipboardData, false)),
      onCut: (event: ClipboardEvent) =>
        clip(event, live.current, () => controller.copy(event.clipboardData, true)),
      onPaste: (event: ClipboardEvent) =>
        clip(event, live.current, () => controller.paste(event.clipboardData)),
      onBlur: (event: FocusEvent) => {
        const { mode } = live.current.view
        if (mode === 'ready' || !event.relatedTarget || event.currentTarget.contains(event.relatedTarget))
          return
        controller.commit()
        live.current.wantsFocus = false
      },
    }),
    [live, controller, drag],
  )
}

const isLetter = ({ key, ctrl, alt }: KeyPress) => !ctrl && !alt && [...key].length === 1

const clip = (event: ClipboardEvent, { view }: Live, act: () => void) => {
  if (view.mode !== 'ready') return
  event.preventDefault()
  act()
}

/** Alt+Enter: a new line inside the cell. */
const insertBreak = (event: KeyboardEvent) => {
  event.preventDefault()
  const editor = event.target as HTMLTextAreaElement
  editor.setRangeText('\n', editor.selectionStart, editor.selectionEnd, 'end')
}

const isSelected = (place: Place, { view }: Live) => {
  const { anchor, head } = view.selection
  const within = (value: number, a: number, b: number) => value >= Math.min(a, b) && value <= Math.max(a, b)
  if (place.kind === 'row') return within(place.row, anchor.row, head.row)
  if (place.kind !== 'cell' && place.kind !== 'fill') return false
  return within(place.spot.row, anchor.row, head.row) && within(place.spot.column, anchor.column, head.column)
}
