import { type KeyboardEvent, useCallback, useRef, useState } from 'react'

export type Place = { readonly row: number; readonly column: number }

const steps: Readonly<Record<string, (at: Place, last: Place) => Place>> = {
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  PageDown: ({ row, column }) => ({ row: row + 15, column }),
  PageUp: ({ row, column }) => ({ row: row - 15, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, last) => ({ row, column: last.column }),
}

const within = (value: number, last: number) => Math.max(0, Math.min(last, value))

/** One place of a grid takes the focus; arrows move it, Home and End go to the ends of a row. */
export const useGridKeys = (rows: number, columns: number) => {
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const box = useRef<HTMLTableElement>(null)
  const last = { row: rows - 1, column: columns - 1 }
  const present = { row: within(at.row, last.row), column: within(at.column, last.column) }
  const focus = useCallback((place: Place) => {
    setAt(place)
    const cell = box.current?.querySelector<HTMLElement>(`[data-place="${place.row}/${place.column}"]`)
    cell?.focus()
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    const next = step(present, last)
    focus({ row: within(next.row, last.row), column: within(next.column, last.column) })
  }
  return { at: present, setAt, box, onKeyDown }
}
