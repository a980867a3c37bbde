import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { LockReason } from '../../shared/contract/bridge.ts'
import type { Damage } from '../../shared/contract/check.ts'
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
      readonly damage: Damage | null
      /** Somebody's password opened the keys of data that does not open: the recovery screen stands. */
      readonly mayRecover: boolean
    }
  | {
      readonly kind: 'open'
      readonly city: string
      readonly folder: string
      readonly session: SessionFacts
      readonly damage: Damage | null
      /** The officer works on in data that is only read; else damage shows the recovery screen. */
      readonly aside: boolean
    }

export type Told =
  | {
      readonly type: 'status'
      readonly state: 'none' | 'locked' | 'open'
      readonly city: string | null
      readonly session: SessionFacts | null
      readonly folder: string
      readonly damage: Damage | null
      readonly mayRecover: boolean
    }
  | { readonly type: 'aside'; readonly aside: boolean }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'entered'; readonly session: SessionFacts }
  | { readonly type: 'locked'; readonly reason: LockReason }

const afterStatus = (gate: Gate, told: Extract<Told, { type: 'status' }>): Gate => {
  const { city, folder, session, damage, mayRecover } = told
  if (told.state === 'none') return { kind: 'fresh', folder }
  if (told.state === 'open' && session !== null) {
    // What is found while somebody works waits until they turn to it: what they typed stands on the page.
    const met = gate.kind === 'open' && gate.damage === null && damage !== null
    const aside = damage !== null && gate.kind === 'open' && (met || gate.aside)
    return { kind: 'open', city: city ?? '', folder, session, damage, aside }
  }
  const closed = { city: city ?? '', folder, damage, mayRecover }
  if (gate.kind === 'closed') return { ...gate, ...closed, city: city ?? gate.city }
  return { kind: 'closed', ...closed, reason: null, was: null }
}

const pick = ({ city, folder, damage }: Extract<Gate, { kind: 'open' | 'closed' }>) => ({
  city,
  folder,
  damage,
})

/** Pure: what the window knows after it was told something. */
export const nextGate = (gate: Gate, told: Told): Gate => {
  switch (told.type) {
    case 'status':
      return afterStatus(gate, told)
    case 'failed':
      return gate.kind === 'starting' ? { kind: 'failed', failure: told.failure } : gate
    case 'entered':
      return gate.kind === 'closed' || gate.kind === 'open'
        ? { ...pick(gate), kind: 'open', session: told.session, aside: false }
        : gate
    case 'aside':
      return gate.kind === 'open' ? { ...gate, aside: told.aside } : gate
    case 'locked':
      return gate.kind === 'open'
        ? { ...pick(gate), kind: 'closed', reason: told.reason, was: gate.session, mayRecover: false }
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
      if (event.type === 'checked' || event.type === 'locked') void ask()
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
