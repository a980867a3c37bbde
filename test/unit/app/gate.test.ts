import { describe, expect, it } from 'vitest'
import { type Gate, nextGate } from '../../../renderer/app/gate.ts'
import type { SessionFacts } from '../../../shared/contract/session.ts'

const session: SessionFacts = {
  officer: 'abcdefghij.1.1',
  nip: '198804122010012003',
  name: 'Siti Rahmawati, S.Kom.',
  position: '',
  capacity: 'Admin',
  grants: [],
  mustChangePassword: false,
  recovered: null,
}
const starting: Gate = { kind: 'starting' }
const open: Gate = { kind: 'open', city: 'Kota Prabumulih', folder: '/data', session }
const status = { type: 'status', city: 'Kota Prabumulih', folder: '/data', session: null } as const
const failure = { type: 'CoreGone', message: 'Selaras tidak menjawab.' }

describe('the gate of the window', () => {
  it('leads to the first start where there is no workspace', () => {
    expect(nextGate(starting, { ...status, state: 'none', city: null })).toEqual({
      kind: 'fresh',
      folder: '/data',
    })
  })

  it('asks for a login where the data is locked', () => {
    expect(nextGate(starting, { ...status, state: 'locked' })).toMatchObject({
      kind: 'closed',
      was: null,
      reason: null,
    })
  })

  it('goes straight in where the session still runs, as after a reload', () => {
    expect(nextGate(starting, { ...status, state: 'open', session })).toEqual(open)
  })

  it('remembers who was in before a lock and why it locked', () => {
    expect(nextGate(open, { type: 'locked', reason: 'idle' })).toMatchObject({
      kind: 'closed',
      was: session,
      reason: 'idle',
    })
  })

  it('still knows who was in when the status is asked again while locked', () => {
    const closed = nextGate(open, { type: 'locked', reason: 'idle' })
    expect(nextGate(closed, { ...status, state: 'locked' })).toMatchObject({ was: session, reason: 'idle' })
  })

  it('opens for whoever entered', () => {
    const closed = nextGate(open, { type: 'locked', reason: 'logout' })
    expect(nextGate(closed, { type: 'entered', session })).toEqual(open)
  })

  it('shows a failure only while nothing is open', () => {
    expect(nextGate(starting, { type: 'failed', failure })).toEqual({ kind: 'failed', failure })
    expect(nextGate(open, { type: 'failed', failure })).toBe(open)
  })
})
