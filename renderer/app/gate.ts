import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { LockReason } from '../../shared/contract/bridge.ts'
import type { Failure } from '../../shared/contract/result.ts'
import { type SessionFacts, sessionLogout, workspaceStatus } from '../../shared/contract/session.ts'
import type { Client } from './bridge.ts'
import { flushDrafts } from './waitingDrafts.ts'

/** Whether the data is there, locked or open. `was`: who was in before the lock, so that only the password is asked. */
export type Gate =
  | { readonly kind: 'starting' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'fresh'; readonly folder: string }
  | {
      readonly kind: 'closed'
      readonly city: string
      readonly folder: string
      readonly reason: LockReason | null
      readonly was: SessionFacts | null
    }
  | { readonly kind: 'open'; readonly city: string; readonly folder: string; readonly session: SessionFacts }

export type Told =
  | {
      readonly type: 'status'
      readonly state: 'none' | 'locked' | 'open'
      readonly city: string | null
      readonly session: SessionFacts | null
      readonly folder: string
    }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'entered'; readonly session: SessionFacts }
  | { readonly type: 'locked'; readonly reason: LockReason }

const afterStatus = (gate: Gate, told: Extract<Told, { type: 'status' }>): Gate => {
  const { city, folder, session } = told
  if (told.state === 'none') return { kind: 'fresh', folder }
  if (told.state === 'open' && session !== null) return { kind: 'open', city: city ?? '', folder, session }
  if (gate.kind === 'closed') return { ...gate, city: city ?? gate.city, folder }
  return { kind: 'closed', city: city ?? '', folder, reason: null, was: null }
}

/** Pure: what the window knows after it was told something. */
export const nextGate = (gate: Gate, told: Told): Gate => {
  switch (told.type) {
    case 'status':
      return afterStatus(gate, told)
    case 'failed':
      return gate.kind === 'starting' ? { kind: 'failed', failure: told.failure } : gate
    case 'entered':
      return gate.kind === 'closed' || gate.kind === 'open'
        ? { kind: 'open', city: gate.city, folder: gate.folder, session: told.session }
        : gate
    case 'locked':
      return gate.kind === 'open'
        ? { kind: 'closed', city: gate.city, folder: gate.folder, reason: told.reason, was: gate.session }
        : gate
  }
}

/** Asks the core how things stand, and again after login, restore and every change of the workspace or an officer. `onRestore`: once, a restore that was cut off. */
export const useGate = (client: Client, onRestore: (restore: 'finished' | 'dropped') => void) => {
  const [gate, tell] = useReducer(nextGate, { kind: 'starting' })
  const said = useRef(false)
  const ask = useCallback(async () => {
    const status = await client.call(workspaceStatus, {})
    if (status.ok && status.value.restore !== null && !said.current) onRestore(status.value.restore)
    said.current = true
    tell(status.ok ? { type: 'status', ...status.value } : { type: 'failed', failure: status.error })
  }, [client, onRestore])
  const kind = useRef(gate.kind)
  kind.current = gate.kind
  useEffect(() => {
    void ask()
    return client.onEvent((event) => {
      if (event.type === 'locked') tell({ type: 'locked', reason: event.reason })
      // The first start shows the recovery code before it lets go, whatever was written meanwhile.
      if (kind.current !== 'open' || event.type !== 'changed') return
      const concerns = event.records.some((type) => ['workspace', 'officer', 'role'].includes(type))
      if (concerns) void ask()
    })
  }, [client, ask])
  const lock = useCallback(async () => {
    await flushDrafts()
    await client.call(sessionLogout, {})
    tell({ type: 'locked', reason: 'logout' })
  }, [client])
  return { gate, tell, ask, lock }
}
