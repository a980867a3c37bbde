import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import { gutterWidth } from './layout.ts'

/** Of the system; those that lie over the content need none. */
const scrollbar = 16

/** Pixels that a grid in this element has for its columns; known before the first drawing, and again after each resize. */
export const useGridRoom = (element: RefObject<HTMLElement | null>): number => {
  const [room, setRoom] = useState(0)
  const measure = useCallback(
    () => setRoom(Math.max(0, (element.current?.clientWidth ?? 0) - gutterWidth - scrollbar)),
    [element],
  )
  useLayoutEffect(() => {
    measure()
    const observer = new ResizeObserver(measure)
    if (element.current) observer.observe(element.current)
    return () => observer.disconnect()
  }, [element, measure])
  return room
}
