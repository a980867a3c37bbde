import { useCallback, useRef, useState } from 'react'

/** Starts an act only where none is under way: a second click or Enter meanwhile does nothing and gives null. */
export const useOnce = () => {
  const [busy, setBusy] = useState(false)
  const under = useRef(false)
  const once = useCallback(async <T>(act: () => Promise<T>): Promise<T | null> => {
    if (under.current) return null
    under.current = true
    setBusy(true)
    try {
      return await act()
    } finally {
      under.current = false
      setBusy(false)
    }
  }, [])
  return { once, busy }
}
