import { type RefObject, useEffect, useRef } from 'react'

/** When the record beside a list is closed, the list has the focus again. `open`: id of the record, null for none. */
export const useReturnFocus = (place: RefObject<HTMLElement | null>, open: string | null): void => {
  const before = useRef(open)
  useEffect(() => {
    const closed = before.current !== null && open === null
    before.current = open
    if (closed) place.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
  }, [place, open])
}
