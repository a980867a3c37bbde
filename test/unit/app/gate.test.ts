import { describe, expect, it } from 'vitest'
import { type Gate, nextGate } from '../../../renderer/app/gate.ts'
import type { Damage } from '../../../shared/contract/check.ts'
import type { SessionFacts } from '../../../shared/contract/session.ts'

const session: SessionFacts = {
  officer: 'abcdefghij.1.1',
  nip: '198804122010012003',
  name: 'Siti Rahmawati, S.Kom.',
  position: '',
  capacity: 'Admin',
  capacities: [],
  actingAs: null,
  grants: [],
  mustChangePassword: false,
  regulation: 'prabumulih',
  recovered: null,
}
const starting: Gate = { kind: 'starting' }
const place = { city: 'Kota Prabumulih', folder: '/data' } as const
const open: Gate = { kind: 'open', ...place, session, damage: null, aside: false }
const status = { type: 'status', ...place, session: null, damage: null, mayRecover: false } as const
const damage: Damage = {
  time: '2026-11-22T08:00:00.000Z',
  pages: 9,
  commits: 0,
  attachments: 0,
  findings: [{ part: 'pages', count: 1, detail: '3' }],
  unreadable: [],
  heads: [],
  workspace: '',
}
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

  it('shows damage at once to whoever comes in, and lets whoever works go on until they turn to it', () => {
    const told = { ...status, state: 'open', session, damage } as const
    const closed = nextGate(starting, { ...status, state: 'locked', damage })
    expect(nextGate(closed, { type: 'entered', session })).toMatchObject({ damage, aside: false })
    expect(nextGate(starting, told)).toMatchObject({ damage, aside: false })
    const working = nextGate(open, told)
    expect(working).toMatchObject({ kind: 'open', damage, aside: true })
    expect(nextGate(working, told)).toMatchObject({ aside: true })
    const turned = nextGate(working, { type: 'aside', aside: false })
    expect(nextGate(turned, told)).toMatchObject({ aside: false })
    expect(nextGate(turned, { ...told, damage: null })).toEqual(open)
  })

  it('knows who may see to data that does not open, until they leave', () => {
    const closed = nextGate(starting, { ...status, state: 'locked', damage, mayRecover: true })
    expect(closed).toMatchObject({ kind: 'closed', damage, mayRecover: true })
    expect(nextGate(closed, { ...status, state: 'locked', damage })).toMatchObject({ mayRecover: false })
    expect(nextGate(open, { type: 'locked', reason: 'idle' })).toMatchObject({ mayRecover: false })
  })

  it('shows a failure only while nothing is open', () => {
    expect(nextGate(starting, { type: 'failed', failure })).toEqual({ kind: 'failed', failure })
    expect(nextGate(open, { type: 'failed', failure })).toBe(open)
  })
})
