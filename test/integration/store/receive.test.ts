import { generateKeyPairSync } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import type { CommitBytes } from '../../../electron/store/commit-bytes.ts'
import { history } from '../../../electron/store/history.ts'
import { deviceIdOf, publicBytes } from '../../../electron/store/keys.ts'
import { commitAt, noHash } from '../../../electron/store/log.ts'
import { verifyChain } from '../../../electron/store/upkeep/verify-chain.ts'
import { hlcFrom } from '../../../shared/clock/hlc.ts'
import { must, testNow } from '../../fixtures/store.ts'
import { forge } from './forge.ts'
import { hashOf, joiningBeside, missing, type Node, openNetwork } from './network.ts'

const network = openNetwork({ devices: 3 })
const [a, b, c] = network.nodes as [Node, Node, Node]
afterAll(() => network.close())

it('a device that was enrolled has the same tables after it took the log', () => {
  expect(hashOf(b.store)).toBe(hashOf(a.store))
  expect(hashOf(c.store)).toBe(hashOf(a.store))
})

it('commits wait for what they rest on, in whatever order they come, and apply when it is there', () => {
  for (const code of ['1', '2', '3'])
    must(b.store.commit(b.actor, `OPD ${code}`, (tx) => tx.create('opd', { code, name: `Dinas ${code}` })))
  const three = missing(b.store, a.store)
  expect(must(a.store.receive(three.slice(1).reverse()))).toMatchObject({ applied: 0, waiting: 2, aside: 0 })
  expect(must(a.store.receive(three.slice(0, 1)))).toMatchObject({ applied: 3, waiting: 0, aside: 0 })
  expect(must(a.store.receive(three))).toMatchObject({ applied: 0, waiting: 0, aside: 0 })
  expect(hashOf(a.store)).toBe(hashOf(b.store))
})

it('a commit waits for what its author had seen of others', () => {
  for (const { store } of network.nodes)
    for (const from of network.nodes) must(store.receive(missing(from.store, store)))
  must(a.store.commit(a.actor, 'Dinas', (tx) => tx.create('opd', { code: '5', name: 'Dinas Lima' })))
  must(b.store.receive(missing(a.store, b.store)))
  must(b.store.commit(b.actor, 'lain', (tx) => tx.create('opd', { code: '6', name: 'Dinas Enam' })))
  const own = missing(b.store, c.store).slice(-1)
  expect(must(c.store.receive(own))).toMatchObject({ applied: 0, waiting: 1 })
  expect(c.store.held.list()).toMatchObject([{ reason: 'unseen' }])
  expect(must(c.store.receive(missing(a.store, c.store)))).toMatchObject({ applied: 2, waiting: 0 })
})

it('what came and waits is still there after the store was closed', () => {
  must(b.store.commit(b.actor, 'satu', (tx) => tx.create('opd', { code: '7', name: 'Dinas Tujuh' })))
  must(b.store.commit(b.actor, 'dua', (tx) => tx.create('opd', { code: '8', name: 'Dinas Delapan' })))
  const [first, second] = missing(b.store, c.store).slice(-2) as [CommitBytes, CommitBytes]
  must(c.store.receive(missing(b.store, c.store).slice(0, -2)))
  must(c.store.receive([second]))
  expect(c.store.held.list()).toMatchObject([{ reason: 'gap' }])
  expect(must(c.store.receive([first]))).toMatchObject({ applied: 2, waiting: 0 })
})

describe('a clock that runs ahead', () => {
  const day = 24 * 60 * 60 * 1000
  it('makes its commits wait, with what rests on them, until an officer lets them in; then all devices apply them alike', () => {
    for (const { store } of network.nodes)
      for (const from of network.nodes) must(store.receive(missing(from.store, store)))
    b.clock = testNow + day
    must(b.store.commit(b.actor, 'besok', (tx) => tx.create('opd', { code: '9', name: 'Dinas Besok' })))
    must(b.store.commit(b.actor, 'lusa', (tx) => tx.create('opd', { code: '10', name: 'Dinas Lusa' })))
    expect(must(a.store.receive(missing(b.store, a.store)))).toMatchObject({ applied: 0, waiting: 2 })
    expect(a.store.held.list().map(({ reason }) => reason)).toEqual(['ahead', 'gap'])
    const { device, seq } = b.store.head()
    for (const one of [seq - 1, seq])
      must(a.store.commit(a.actor, 'Lepaskan', (tx) => tx.create('release', { device, seq: one })))
    expect(must(a.store.receive([]))).toMatchObject({ applied: 2, waiting: 0 })
    expect(must(c.store.receive([...missing(b.store, c.store), ...missing(a.store, c.store)]))).toMatchObject(
      { waiting: 0 },
    )
    expect(c.store.reader.where('opd', { code: '10' })).toHaveLength(1)
  })

  it('stands in the history before what was written on top of it', () => {
    const [found] = a.store.reader.where('opd', { code: '10' })
    const id = found?.id ?? ''
    b.clock = testNow + 2 * day
    must(b.store.commit(b.actor, 'maju', (tx) => tx.update('opd', id, { name: 'Dinas Maju' })))
    const { device, seq } = b.store.head()
    must(a.store.commit(a.actor, 'Lepaskan', (tx) => tx.create('release', { device, seq })))
    must(a.store.receive(missing(b.store, a.store)))
    must(a.store.commit(a.actor, 'kini', (tx) => tx.update('opd', id, { name: 'Dinas Kini' })))
    const steps = history(a.store.reader, id)
    expect(steps.map(({ reason }) => reason)).toEqual(['lusa', 'maju', 'kini'])
    expect(steps.at(-1)?.cells).toEqual([{ field: 'name', before: 'Dinas Maju', after: 'Dinas Kini' }])
  })

  it('does not take the clocks of others with it', () => {
    const before = must(
      a.store.commit(a.actor, 'biasa', (tx) => tx.create('opd', { code: '11', name: 'Dinas Biasa' })),
    )
    const { hlc } = commitAt(a.store.reader.statements, a.store.head().device, before.seq) as { hlc: number }
    expect(hlc).toBeLessThan(hlcFrom(testNow + day))
  })
})

it('a copy whose parts are spoiled hides the whole one neither before nor after it, and is laid aside once', () => {
  const own = openNetwork({ devices: 2 })
  const [from, to] = own.nodes as [Node, Node]
  for (const code of ['51', '52', '53'])
    must(from.store.commit(from.actor, code, (tx) => tx.create('opd', { code, name: `Dinas ${code}` })))
  const all = missing(from.store, to.store)
  const [first, second, third] = all.slice(-3) as [CommitBytes, CommitBytes, CommitBytes]
  must(to.store.receive(all.slice(0, -3)))
  const spoiled = (whole: CommitBytes): CommitBytes => ({
    ...whole,
    bodies: whole.bodies.map((body) => body && Buffer.from(body).fill(7, 3)),
  })
  must(to.store.receive([spoiled(second), third]))
  must(to.store.receive([second, spoiled(third), spoiled(third)]))
  expect(
    to.store.held
      .list()
      .map(({ reason }) => reason)
      .sort(),
  ).toEqual(['gap', 'gap', 'part', 'part'])
  expect(must(to.store.receive([first]))).toMatchObject({ applied: 3, waiting: 0, aside: 2 })
  expect(hashOf(to.store)).toBe(hashOf(from.store))
  own.close()
})

it('what waits says since when, however often something else comes', () => {
  const fresh = openNetwork({ devices: 2 })
  try {
    const [one, two] = fresh.nodes as [Node, Node]
    for (const code of ['1', '2'])
      must(two.store.commit(two.actor, code, (tx) => tx.create('opd', { code, name: code })))
    const [, second] = missing(two.store, one.store)
    must(one.store.receive([second as CommitBytes]))
    const [since] = one.store.held.list()
    one.clock += 3_600_000
    for (const again of [[], [second as CommitBytes]]) {
      must(one.store.receive(again))
      expect(one.store.held.list()).toEqual([since])
    }
  } finally {
    fresh.close()
  }
})

it('a receipt says what became of each commit at the end, also where one that came later changed the verdict', () => {
  const fresh = openNetwork({ devices: 3 }, ['perencana'])
  try {
    const [admin, lost, other] = fresh.nodes as [Node, Node, Node]
    must(lost.store.commit(lost.actor, 'lama', (tx) => tx.create('priceStandard', { item: 'a', price: 1 })))
    const { device, seq } = lost.store.head()
    const [record] = admin.store.reader.where('device', { deviceId: device })
    must(admin.store.receive(missing(lost.store, admin.store)))
    must(
      admin.store.commit(admin.actor, 'Dicabut', (tx) =>
        tx.update('device', record?.id ?? '', { lastSeq: seq - 1, lastHash: new Uint8Array(32) }),
      ),
    )
    const receipt = must(
      other.store.receive([...missing(lost.store, other.store), ...missing(admin.store, other.store)]),
    )
    expect(receipt.refused).toMatchObject([{ device, seq, reason: 'revoked' }])
    expect(other.store.refused()).toMatchObject([{ device, seq }])
  } finally {
    fresh.close()
  }
})

it('nothing is judged before the beginning of the workspace is here, so that its first commit is the first that arrives', () => {
  const fresh = openNetwork({ devices: 2 })
  try {
    const [admin, other] = fresh.nodes as [Node, Node]
    const joining = joiningBeside(other)
    const stranger = generateKeyPairSync('ed25519').privateKey
    const device = deviceIdOf(publicBytes(stranger))
    const enrols = {
      type: 'device',
      id: `${device}.1.1`,
      operation: 'create',
      cells: { deviceId: device, signKey: publicBytes(stranger) },
    } as const
    const first = forge(other, {
      device,
      seq: 1,
      previous: noHash,
      seen: {},
      changes: [enrols],
      deviceKey: stranger,
      officerKey: stranger,
    })
    must(joining.receive([first]))
    expect(joining.held.list()).toMatchObject([{ reason: 'device' }])
    must(joining.receive(missing(admin.store, joining)))
    expect(verifyChain(joining.db).faults).toEqual([])
    expect(hashOf(joining)).toBe(hashOf(admin.store))
    joining.close()
  } finally {
    fresh.close()
  }
})

it('a spoiled copy that waits for the beginning does not take the place of the whole one', () => {
  const fresh = openNetwork({ devices: 2 })
  try {
    const [admin, other] = fresh.nodes as [Node, Node]
    must(other.store.commit(other.actor, 'OPD', (tx) => tx.create('opd', { code: '1', name: 'Satu' })))
    const joining = joiningBeside(other)
    const [own] = missing(other.store, admin.store) as [CommitBytes]
    must(joining.receive([{ ...own, bodies: own.bodies.map((body) => Buffer.from(body ?? []).reverse()) }]))
    must(joining.receive([own]))
    must(joining.receive(missing(admin.store, joining)))
    expect(joining.reader.where('opd', { code: '1' })).toHaveLength(1)
    joining.close()
  } finally {
    fresh.close()
  }
})

it('what waits for its clock is not lost where the moment comes between two looks', () => {
  const fresh = openNetwork({ devices: 2 })
  try {
    const [admin, other] = fresh.nodes as [Node, Node]
    other.clock += 301_000
    must(other.store.commit(other.actor, 'OPD', (tx) => tx.create('opd', { code: '1', name: 'Satu' })))
    const start = admin.clock
    let looks = 0
    Object.defineProperty(admin.store['options'], 'now', { value: () => start + 1000 * looks++ })
    for (let time = 0; time < 2; time += 1)
      must(admin.store.receive(time === 0 ? missing(other.store, admin.store) : []))
    expect(
      admin.store.reader.where('opd', { code: '1' }).length + admin.store.held.list().length,
    ).toBeGreaterThan(0)
  } finally {
    fresh.close()
  }
})
