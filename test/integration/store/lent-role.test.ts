import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextHlc } from '../../../shared/clock/hlc.ts'
import { grantOf, must, refusal, testNow } from '../../fixtures/store.ts'
import { forge } from './forge.ts'
import { hashOf, missing, type Network, type Node, openNetwork } from './network.ts'

const day = 24 * 3_600_000
let network: Network
let admin: Node
let acting: Node
let third: Node
/** Lent from the 23rd to the 24th of November; the officer's own role writes nothing. */
beforeEach(() => {
  network = openNetwork({ devices: 3 }, ['hanya_lihat', 'admin'])
  ;[admin, acting, third] = network.nodes as [Node, Node, Node]
  const { officer } = acting.actor
  const lent = {
    officer,
    role: 'perencana',
    actingFor: 'Kabid Aptika',
    from: '2026-11-23',
    until: '2026-11-24',
  } as const
  must(admin.store.commit(admin.actor, 'Plt.', (tx) => tx.create('role', lent)))
  must(acting.store.receive(missing(admin.store, acting.store)))
})
afterEach(() => network.close())

const add = { code: '1', name: 'Dinas' }
/** The program of this device believes that the role holds always; what the log says is all that is left. */
const write = (at: number) => {
  admin.clock = acting.clock = at
  const actor = { ...acting.actor, grants: [grantOf(['perencana', null])] }
  return acting.store.commit(actor, 'Padanan', (tx) =>
    tx.create('implementerAlias', { written: add.code, implementer: 'Vendor' }),
  )
}
const forged = (at: number) => {
  admin.clock = acting.clock = at
  const { device, seq } = acting.store.head()
  const id = `${device}.${seq + 1}.1`
  const cells = { written: 'x', implementer: 'Vendor' }
  return forge(acting, {
    hlc: nextHlc(0, at),
    changes: [{ type: 'implementerAlias', id, operation: 'create', cells }],
  })
}

describe('a role that is lent', () => {
  it.each([
    ['the day before', testNow + day, false],
    ['its first day', testNow + 2 * day, true],
    ['the first minute of that day in WIB', Date.parse('2026-11-22T17:00:00Z'), true],
    ['the last minute of its last day in WIB', Date.parse('2026-11-24T16:59:59Z'), true],
    ['the minute after', Date.parse('2026-11-24T17:00:00Z'), false],
  ])('on %s counts: %s %s', (_name, at, counts) => {
    const written = write(at)
    if (counts) {
      must(written)
      expect(must(admin.store.receive(missing(acting.store, admin.store)))).toMatchObject({
        applied: 1,
        refused: [],
      })
      expect(hashOf(admin.store)).toBe(hashOf(acting.store))
    } else {
      expect(refusal(written).type).toBe('Forbidden')
      expect(must(admin.store.receive([forged(at)])).refused.map(({ reason }) => reason)).toEqual([
        'forbidden',
      ])
    }
  })

  it('is not had back by turning the clock back to when it held', () => {
    admin.clock = acting.clock = testNow + 9 * day
    must(admin.store.commit(admin.actor, 'OPD', (tx) => tx.create('opd', add)))
    must(acting.store.receive(missing(admin.store, acting.store)))
    expect(refusal(write(testNow + 2 * day)).type).toBe('Forbidden')
    const back = forged(testNow + 2 * day)
    admin.clock = testNow + 9 * day
    expect(must(admin.store.receive([back])).refused.map(({ reason }) => reason)).toEqual(['forbidden'])
  })

  it('does not end because another clock ran ahead and was let in', () => {
    admin.clock = testNow + 9 * day
    must(admin.store.commit(admin.actor, 'OPD', (tx) => tx.create('opd', add)))
    const { device, seq } = admin.store.head()
    admin.clock = testNow
    acting.clock = testNow + 2 * day
    must(third.store.commit(third.actor, 'Lepas', (tx) => tx.create('release', { device, seq })))
    for (const { store } of [third, admin]) must(acting.store.receive(missing(store, acting.store)))
    expect(acting.store.held.list()).toEqual([])
    must(write(testNow + 2 * day))
    third.clock = testNow + 2 * day
    must(third.store.receive(missing(admin.store, third.store)))
    expect(must(third.store.receive(missing(acting.store, third.store))).refused).toEqual([])
  })

  it('that counted when a commit was made counts for it on a device that learns of it later', () => {
    must(write(testNow + 2 * day))
    admin.clock = testNow + 30 * day
    expect(must(admin.store.receive(missing(acting.store, admin.store)))).toMatchObject({
      applied: 1,
      refused: [],
    })
  })
})
