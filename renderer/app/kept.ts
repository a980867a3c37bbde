import { useCallback, useEffect, useState } from 'react'
import { draftGet, draftPut } from '../../shared/contract/session.ts'
import { useClient } from './client.tsx'

/** What was already read in this window, so that a page comes back as it was without a flicker. */
const known = new Map<string, unknown>()
export const forgetKept = (): void => known.clear()

/**
 * How an officer left a list or the frame: columns, filters, widths. Kept on this device in the local encrypted store,
 * never in the browser. `read` checks what was kept; null gives `initial`. The third part tells whether it has been read.
 */
export const useKept = <T>(place: string, initial: T, read: (value: unknown) => T | null) => {
  const client = useClient()
  const name = `ui/${place}`
  const [value, setValue] = useState<T>(() => (known.has(name) ? (known.get(name) as T) : initial))
  const [ready, setReady] = useState(() => known.has(name))
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each place
  useEffect(() => {
    if (known.has(name)) return setReady(true)
    let here = true
    void client.call(draftGet, { place: name }).then((result) => {
      if (!here) return
      setReady(true)
      if (known.has(name)) return
      const found = result.ok && result.value.value !== null ? readText(result.value.value, read) : null
      if (found === null) return
      known.set(name, found)
      setValue(found)
    })
    return () => {
      here = false
    }
  }, [client, name])
  const set = useCallback(
    (next: T) => {
      known.set(name, next)
      setValue(next)
      void client.call(draftPut, { place: name, value: JSON.stringify(next) })
    },
    [client, name],
  )
  return [value, set, ready] as const
}

const readText = <T>(text: string, read: (value: unknown) => T | null): T | null => {
  try {
    return read(JSON.parse(text))
  } catch {
    return null
  }
}

export const readNumber = (value: unknown): number | null => (typeof value === 'number' ? value : null)
export const readFlag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null)
