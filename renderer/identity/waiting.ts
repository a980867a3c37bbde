import { useEffect, useState } from 'react'
import type { Failure } from '../../shared/contract/result.ts'

/** Seconds until the next try, from a `Wait` failure. */
export const waitOf = (failure: Failure | null): number => {
  const milliseconds = failure?.type === 'Wait' ? failure['milliseconds'] : 0
  return typeof milliseconds === 'number' ? Math.ceil(milliseconds / 1000) : 0
}

/** Counts down after each failed try; 0 when one may try again. */
export const useWaiting = (failure: Failure | null): number => {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const end = performance.now() + waitOf(failure) * 1000
    const tick = () => setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1000)))
    tick()
    if (waitOf(failure) === 0) return
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [failure])
  return left
}
