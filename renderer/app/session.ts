import { createContext, useContext } from 'react'
import type { Audience } from '../../shared/contract/call.ts'
import type { SessionFacts } from '../../shared/contract/session.ts'
import { grantsOn, mayCall } from '../../shared/rules/access/index.ts'
import { dayOf } from '../ui/index.ts'

export type SessionState = {
  readonly session: SessionFacts
  /** As on the letterhead: “Kota Prabumulih”. */
  readonly city: string
  readonly lock: () => void
  /** The data is damaged and only read; `recover` leads to the recovery screen. */
  readonly isDamaged: boolean
  readonly recover: () => void
}

export const SessionContext = createContext<SessionState | null>(null)

export const useSession = (): SessionState => {
  const state = useContext(SessionContext)
  if (state === null) throw new TypeError('nobody is logged in here')
  return state
}

export const today = (): string => dayOf(Date.now())

/** Whether an officer's roles of today cover an audience; the core decides again at every call. */
export const mayNow = (session: SessionFacts, audience: Audience, day: string): boolean =>
  mayCall(audience, grantsOn(session.grants, day))

/** Whether the officer's roles cover an audience, so that what is not theirs is not offered. */
export const useMay = (audience: Audience): boolean => mayNow(useSession().session, audience, today())
