import { useEffect, useRef } from 'react'

/** Ctrl+P, while `on`. */
export const usePrintKey = (print: () => void, on = true): void => {
  const latest = useRef(print)
  latest.current = print
  useEffect(() => {
    if (!on) return
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'p') return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [on])
}
