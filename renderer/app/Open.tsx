import { useEffect, useMemo } from 'react'
import type { SessionFacts } from '../../shared/contract/session.ts'
import { Frame } from './Frame.tsx'
import { LeaveGuard } from './leave.tsx'
import { SessionContext } from './session.ts'
import { flushAtPageEnd } from './waitingDrafts.ts'

export type OpenProps = {
  readonly session: SessionFacts
  readonly city: string
  readonly lock: () => void
  readonly isDamaged: boolean
  readonly recover: () => void
  readonly rememberedYear: { current: number }
}

/** Nothing of an officer outlives another's login: the tree is built anew for each. */
export const Open = ({ rememberedYear, ...given }: OpenProps) => {
  const { session, city, lock, isDamaged, recover } = given
  const state = useMemo(
    () => ({ session, city, lock, isDamaged, recover }),
    [session, city, lock, isDamaged, recover],
  )
  useEffect(flushAtPageEnd, [])
  return (
    <SessionContext value={state}>
      <LeaveGuard>
        <Frame rememberedYear={rememberedYear} />
      </LeaveGuard>
    </SessionContext>
  )
}
