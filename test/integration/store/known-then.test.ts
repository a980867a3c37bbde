import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsThen } from '../../../electron/store/known-then.ts'
import { headerOf } from '../../../electron/store/log.ts'
import { Recorded } from '../../../electron/store/recorded.ts'
import type { Store } from '../../../electron/store/store.ts'
import { covers } from '../../../shared/clock/dots.ts'
import { hlcFrom } from '../../../shared/clock/hlc.ts'
import type { Seen } from '../../../shared/commit/header.ts'
import { fromCells } from '../../../shared/records/cell.ts'
import { inItsTurn, isPlanted, must, testNow, times } from '../../fixtures/store.ts'
import { things } from '../../fixtures/things.ts'
import { joiningBeside, type Node, openPrepared, type Prepared, prepareNetwork } from './network.ts'
import { anyStep, Play, type Step } from './play.ts'

const most = 4
const types = ['thing', 'folder', 'page'] as const
let prepared: Prepared
beforeAll(() => {
  prepared = prepareNetwork({ devices: most, definitions: things }, ['admin', 'perencana'])
})
afterAll(() => prepared.remove())

const knownBefore = ({ reader }: Store, hlc: number): Seen => new Recorded(reader).before(hlc)

type Rows = Readonly<Record<string, readonly Record<string, unknown>[]>>
const sorted = (rows: readonly Record<string, unknown>[]) =>
  rows.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1))

const rowsNow = ({ reader }: Store): Rows =>
  Object.fromEntries(types.map((type) => [type, sorted(reader.where(type, {}))]))

/** As of then, where nothing changed taken from the tables as they are. */
const rowsKnown = ({ reader }: Store, known: Seen): Rows =>
  Object.fromEntries(
    [...rowsThen(reader, types, known)].map(([type, rows]) => [
      type,
      sorted(
        rows.map(({ id, cells }) =>
          cells === null
            ? (reader.find(type, id) ?? { id, missing: true })
            : fromCells(reader.definition(type), cells),
        ),
      ),
    ]),
  )

const ofThen = ({ own }: Node, known: Seen) =>
  own().filter((commit) => {
    const header = headerOf(commit)
    return header !== null && covers(known, header)
  })

const history = (devices: number, steps: readonly Step[], place: number): void => {
  const { nodes, close } = openPrepared(prepared, devices)
  try {
    const play = new Play(nodes)
    for (const name of ['x', 'y'] as const) play.step({ do: 'make', by: 0, name, cost: 1 })
    for (const to of nodes.keys()) play.step({ do: 'deliver', from: 0, to, which: null, dies: null })
    for (const one of steps) play.step(one)
    play.settle()
    const node = nodes[place % nodes.length] as Node
    const hlcs = node.store.reader.rows<{ hlc: number }>('select hlc from _log order by arrival')
    const known = knownBefore(node.store, (hlcs[place % hlcs.length]?.hlc ?? 0) + 1)
    const then = joiningBeside(node)
    try {
      must(then.receive(ofThen(node, known)))
      expect(then.held.list()).toEqual([])
      expect(then.refused()).toEqual([])
      expect(rowsKnown(node.store, known)).toEqual(rowsNow(then))
    } finally {
      then.close()
    }
  } finally {
    close()
  }
}

/** Whoever is taken out later is out for then too: what counts is asked of today. */
const lasting = anyStep.filter((one) => one.do !== 'revoke')

describe('what was known before a moment', () => {
  const runs = times(60, 2000)
  it(`is what a computer shows that has received only that: ${runs} histories of two to four computers with wrong clocks, locks and deletions`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: most }),
        fc.array(lasting, { minLength: 4, maxLength: 24 }),
        fc.nat(200),
        inItsTurn(history),
      ),
      { numRuns: runs, endOnFailure: isPlanted },
    )
  }, 3_600_000)

  it('is the same on every computer, whenever it came there', () => {
    const { nodes, close } = openPrepared(prepared, 2)
    try {
      const [a, b] = nodes as [Node, Node]
      const day = 86_400_000
      a.clock = testNow + day
      const id = must(a.store.commit(a.actor, 'Buat', (tx) => tx.create('thing', { name: 'x' }))).value
      a.clock = b.clock = testNow + 9 * day
      must(b.store.receive(a.own()))
      must(b.store.commit(b.actor, 'Ubah', (tx) => tx.update('thing', id, { name: 'y' })))
      must(a.store.receive(b.own()))
      const names = ({ store }: Node, days: number) =>
        rowsKnown(store, knownBefore(store, hlcFrom(testNow + days * day)))['thing']?.map(({ name }) => name)
      for (const node of [a, b])
        expect([1, 2, 9, 10].map((days) => names(node, days))).toEqual([[], ['x'], ['x'], ['y']])
    } finally {
      close()
    }
  })

  it('holds what a clock that ran ahead had recorded from when an officer let it in, also on that very computer', () => {
    const { nodes, close } = openPrepared(prepared, 2)
    try {
      const [admin, ahead] = nodes as [Node, Node]
      ahead.clock = testNow + 365 * 86_400_000
      const made = must(
        ahead.store.commit(ahead.actor, 'Buat', (tx) => tx.create('thing', { name: 'x', note: 'n' })),
      )
      must(admin.store.receive(ahead.own()))
      const { device, seq } = { device: ahead.store.head().device, seq: made.seq }
      must(admin.store.commit(admin.actor, 'Lepas', (tx) => tx.create('release', { device, seq })))
      must(admin.store.receive(ahead.own()))
      const names = ({ store }: Node, later: number) =>
        rowsKnown(store, knownBefore(store, hlcFrom(testNow + later)))['thing']?.map(({ name }) => name)
      const kept = new Recorded(ahead.store.reader)
      const lasts = () => kept.before(hlcFrom(testNow + 1000))[device]
      expect(lasts()).toBeUndefined()
      must(ahead.store.receive(admin.own()))
      expect(lasts()).toBe(seq)
      for (const node of [admin, ahead]) expect([names(node, 0), names(node, 1000)]).toEqual([[], ['x']])
      admin.clock = testNow + 60_000
      must(admin.store.commit(admin.actor, 'Ubah', (tx) => tx.update('thing', made.value, { name: 'y' })))
      expect([names(admin, 1000), names(admin, 61_000)]).toEqual([['x'], ['y']])
    } finally {
      close()
    }
  })

  it('takes nothing into the past that was recorded by a clock that ran behind', () => {
    const { nodes, close } = openPrepared(prepared, 2)
    try {
      const [now, behind] = nodes as [Node, Node]
      const make = ({ store, actor }: Node, name: string) =>
        must(store.commit(actor, 'Buat', (tx) => tx.create('thing', { name })))
      now.clock = testNow + 60_000
      make(now, 'x')
      must(behind.store.receive(now.own()))
      behind.clock = testNow - 10 * 365 * 86_400_000
      make(behind, 'y')
      must(now.store.receive(behind.own()))
      const names = (later: number) =>
        rowsKnown(now.store, knownBefore(now.store, hlcFrom(testNow + later)))
          ['thing']?.map(({ name }) => name)
          .sort()
      expect([names(60_000), names(60_001)]).toEqual([[], ['x', 'y']])
    } finally {
      close()
    }
  })

  it('knows nothing of a commit that was refused since, as when its computer was taken out', () => {
    const { nodes, close } = openPrepared(prepared, 2)
    try {
      const [admin, other] = nodes as [Node, Node]
      const { device } = other.store.head()
      const { seq, hash } = other.store.log.head(device)
      must(other.store.commit(other.actor, 'Buat', (tx) => tx.create('thing', { name: 'x' })))
      must(admin.store.receive(other.own()))
      const then = hlcFrom(testNow + 1000)
      const names = () => rowsKnown(admin.store, knownBefore(admin.store, then))['thing']?.length
      expect(names()).toBe(1)
      admin.clock = testNow + 60_000
      const [enrolled] = admin.store.reader.where('device', { deviceId: device })
      must(
        admin.store.commit(admin.actor, 'Cabut', (tx) =>
          tx.update('device', enrolled?.id ?? '', { lastSeq: seq, lastHash: Buffer.from(hash) }),
        ),
      )
      expect(names()).toBe(0)
    } finally {
      close()
    }
  })
})
