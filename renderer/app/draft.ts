import { useCallback, useEffect, useRef, useState } from 'react'
import { draftGet, draftPut } from '../../shared/contract/session.ts'
import { useClient } from './client.tsx'
import { waitingDrafts } from './waitingDrafts.ts'

const pause = 600
/** The last words on their way: a page that opens the draft again must not read what stood there before them. */
let sent: Promise<unknown> = Promise.resolve()

export type Draft<T> = {
  /** What was left unsaved earlier, once it is known; null: nothing. */
  readonly found: T | null
  readonly savedAt: string | null
  readonly ready: boolean
  /** Keeps what the officer is typing, a moment after the last key; null forgets it. */
  readonly keep: (value: T | null) => void
}

/** Unsaved work under a name of its own, in the local encrypted store: survives a crash and the idle lock. */
export const useDraft = <T>(place: string, read: (value: unknown) => T | null): Draft<T> => {
  const client = useClient()
  const [state, setState] = useState<Omit<Draft<T>, 'keep'>>({ found: null, savedAt: null, ready: false })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waiting = useRef<string | null | undefined>(undefined)
  const reader = useRef(read)
  reader.current = read

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    if (waiting.current === undefined) return
    const value = waiting.current
    waiting.current = undefined
    sent = client.call(draftPut, { place, value })
    await sent
  }, [client, place])

  useEffect(() => {
    let here = true
    waitingDrafts.add(flush)
    setState({ found: null, savedAt: null, ready: false })
    void sent
      .then(() => client.call(draftGet, { place }))
      .then((result) => {
        if (!here) return
        const { value = null, saved = null } = result.ok ? result.value : {}
        setState({
          found: value === null ? null : parsed(value, reader.current),
          savedAt: saved,
          ready: true,
        })
      })
    return () => {
      here = false
      waitingDrafts.delete(flush)
      void flush()
    }
  }, [client, place, flush])

  const keep = useCallback(
    (value: T | null) => {
      clearTimeout(timer.current)
      waiting.current = value === null ? null : JSON.stringify(value)
      timer.current = setTimeout(() => void flush(), value === null ? 0 : pause)
    },
    [flush],
  )
  return { ...state, keep }
}

const parsed = <T>(text: string, read: (value: unknown) => T | null): T | null => {
  try {
    return read(JSON.parse(text))
  } catch {
    return null
  }
}
