import { useCallback, useEffect, useRef, useState } from 'react'
import type { AnyCall, InputOf, OutputOf } from '../../shared/contract/call.ts'
import type { Failure, Result } from '../../shared/contract/result.ts'
import type { Progress } from './bridge.ts'
import { useClient } from './client.tsx'

type State = {
  readonly busy: boolean
  readonly cancelling: boolean
  readonly progress: Progress | null
  readonly failure: Failure | null
}
const idle: State = { busy: false, cancelling: false, progress: null, failure: null }

/**
 * A command or task that the officer starts: `run` gives the result, beside it `busy`, `progress`, `failure` and `cancel`
 * (“Batal” stops the task in the core). Leaving the page stops a task that is still running.
 */
export const useWork = <C extends AnyCall>(call: C) => {
  const client = useClient()
  const [state, setState] = useState<State>(idle)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])

  const run = useCallback(
    async (input: InputOf<C>): Promise<Result<OutputOf<C>>> => {
      const controller = new AbortController()
      stop.current = controller
      setState({ ...idle, busy: true })
      const onProgress = (progress: Progress) => setState((now) => ({ ...now, progress }))
      const options = call.kind === 'task' ? { signal: controller.signal, onProgress } : {}
      const result = await client.call(call, input, options)
      if (stop.current === controller) stop.current = null
      setState({ ...idle, failure: result.ok || result.error.type === 'Cancelled' ? null : result.error })
      return result
    },
    [client, call],
  )
  const cancel = useCallback(() => {
    setState((now) => ({ ...now, cancelling: true }))
    stop.current?.abort()
  }, [])
  const forget = useCallback(() => setState(idle), [])
  return { ...state, run, cancel, forget }
}
