import { useCallback, useEffect, useRef, useState } from 'react'
import type { OutputOf } from '../../shared/contract/call.ts'
import { recordMany } from '../../shared/contract/sheet.ts'
import { useClient } from '../app/client.tsx'

type Present = OutputOf<typeof recordMany>
type State = { readonly present: Present | null; readonly failure: string | null }
const nothing: State = { present: null, failure: null }

/** One field of these records as it stood when it was asked; stays so until `load`, because what is saved rests on what was seen. */
export const usePresent = (type: string, ids: readonly string[], field: string | null) => {
  const client = useClient()
  const [state, setState] = useState<State>(nothing)
  const asked = useRef(0)
  const load = useCallback(async () => {
    asked.current += 1
    const mine = asked.current
    setState(nothing)
    if (field === null) return
    const result = await client.call(recordMany, { type, field, ids: [...ids] })
    if (mine !== asked.current) return
    setState(
      result.ok ? { present: result.value, failure: null } : { present: null, failure: result.error.message },
    )
  }, [client, type, ids, field])
  useEffect(() => void load(), [load])
  return { ...state, load }
}
