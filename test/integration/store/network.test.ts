import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pastOf } from '../../../electron/store/history.ts'
import { mergeUnit, stepsOfUnit, unitsIn } from '../../../electron/store/merge.ts'
import type { Received } from '../../../electron/store/received.ts'
import type { Store } from '../../../electron/store/store.ts'
import { decodeClocks, dotsOf } from '../../../shared/clock/dots.ts'
import type { Seen } from '../../../shared/commit/header.ts'
import { must, testNow, times } from '../../fixtures/store.ts'
import { hashOf, missing, type Node, openNetwork } from './network.ts'

const day = 24 * 60 * 60 * 1000
const year = 365 * day
const most = 5

const who = fc.nat(most - 1)
const text = fc.constantFrom('x', 'y', 'z')
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('create' as const), by: who, name: text }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('update' as const),
      by: who,
      row: fc.nat(9),
      field: fc.constantFrom('code', 'name', 'short', 'active'),
      to: text,
      /** Saved from a screen that was loaded earlier. */
      old: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('load' as const), by: who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), by: who, row: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('declare' as const), by: who, count: fc.nat(99) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('role' as const), at: who, of: who, ends: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('revoke' as const), of: who }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('clock' as const),
      by: who,
      years: fc.constantFrom(-10, -1, 0, 0, 1, 10),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('sync' as const),
      from: who,
      to: who,
      /** Of ten: how many of the commits arrive, in what order, and whether they come twice. */
      share: fc.nat(10),
      order: fc.constantFrom('as made', 'reversed', 'halves swapped'),
      twice: fc.boolean(),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const rowsOf = ({ store }: Node): { id: string }[] =>
  store.reader.rows<{ id: string }>('select id from opd where _deleted = 0 order by id')

const onRow = (node: Node, at: number, work: (id: string) => void): void => {
  const rows = rowsOf(node)
  const found = rows[at % Math.max(1, rows.length)]
  if (found !== undefined) work(found.id)
}

const arranged = (
  all: readonly Received[],
  { share, order, twice }: Extract<Step, { do: 'sync' }>,
): Received[] => {
  const taken = all.slice(0, Math.ceil((all.length * share) / 10))
  const half = Math.floor(taken.length / 2)
  const arrangements = {
    'as made': taken,
    reversed: [...taken].reverse(),
    'halves swapped': [...taken.slice(half), ...taken.slice(0, half)],
  }
  return twice ? [...arrangements[order], ...arrangements[order]] : arrangements[order]
}

const declare = ({ store, actor }: Node, count: number): void => {
  const [list] = store.reader.where('opdList', {})
  const values = { complete: count % 2 === 0, by: actor.officer, at: new Date(testNow).toISOString(), count }
  store.commit(actor, 'Daftar OPD', (tx) =>
    list === undefined ? tx.create('opdList', values) : tx.update('opdList', list.id, values),
  )
}

/** What the screen of each device had seen when it was loaded last. */
const screens = new WeakMap<Node, Seen>()

/** The administrator, at any device, ends the roles of an officer or gives one. */
const changeRole = ({ store }: Node, { actor }: Node, of: Node, ends: boolean): void => {
  const { officer } = of.actor
  const roles = store.reader.where('role', { officer })
  if (officer === actor.officer) return
  store.commit(actor, 'Peran', (tx) => {
    if (ends) for (const { id } of roles) tx.remove('role', id)
    else tx.create('role', { officer, role: 'perencana' })
  })
}

/** The administrator takes a device out; what it wrote until here, as far as the administrator's knows, stays. */
const revoke = (admin: Node, of: Node): void => {
  const { store } = admin
  const { device } = of.store.head()
  const [enrolled] = store.reader.where('device', { deviceId: device })
  const last = store.log.head(device)
  if (of === admin || enrolled === undefined || enrolled.lastSeq !== null) return
  store.commit(admin.actor, 'Cabut', (tx) =>
    tx.update('device', enrolled.id, { lastSeq: last.seq, lastHash: Buffer.from(last.hash) }),
  )
}

const refusedBy = ({ store }: Node): string[] =>
  store
    .refused()
    .map(({ device, seq, reason }) => `${device}.${seq} ${reason}`)
    .sort()

const isRevoked = ({ store }: Node, { store: other }: Node): boolean =>
  store.reader.where('device', { deviceId: other.head().device }).some(({ lastSeq }) => lastSeq !== null)

const play = (nodes: readonly Node[], one: Step): void => {
  const node = (place: number): Node => nodes[place % nodes.length] as Node
  if (one.do === 'sync') {
    must(node(one.to).store.receive(arranged(missing(node(one.from).store, node(one.to).store), one)))
    return
  }
  if (one.do === 'role') {
    changeRole(node(one.at), nodes[0] as Node, node(one.of), one.ends)
    return
  }
  if (one.do === 'revoke') {
    revoke(nodes[0] as Node, node(one.of))
    return
  }
  const at = node(one.by)
  const { store, actor } = at
  if (one.do === 'load') screens.set(at, store.log.vector())
  else if (one.do === 'clock') at.clock = testNow + one.years * year
  else if (one.do === 'create')
    void store.commit(actor, 'OPD baru', (tx) => tx.create('opd', { code: one.name, name: one.name }))
  else if (one.do === 'declare') declare(at, one.count)
  else if (one.do === 'remove')
    onRow(at, one.row, (id) => void store.commit(actor, 'Hapus', (tx) => tx.remove('opd', id)))
  else
    onRow(at, one.row, (id) => {
      const value = one.field === 'active' ? one.to === 'x' : one.to
      const seen = one.old ? screens.get(at) : undefined
      store.commit(actor, 'Ubah', (tx) => tx.update('opd', id, { [one.field]: value }), seen)
    })
}

/** Clocks are set right; where something waits because of one that ran ahead, the administrator comes and lets it in. */
const settle = (nodes: readonly Node[]): void => {
  const [admin] = nodes as [Node]
  for (const node of nodes) node.clock = testNow
  for (let again = true; again; ) {
    again = false
    for (const from of nodes)
      for (const to of nodes)
        if (must(to.store.receive(missing(from.store, to.store))).applied > 0) again = true
    const ahead = nodes.flatMap(({ store }) => store.held.list().filter(({ reason }) => reason === 'ahead'))
    for (const { device, seq } of ahead) {
      if (nodes.some(({ store }) => store.reader.where('release', { device, seq }).length > 0)) continue
      // Where it waits: at the device that runs ahead the release would run ahead too.
      again = nodes.some(
        ({ store }) =>
          store.held.list().some((one) => one.device === device && one.seq === seq) &&
          store.commit(admin.actor, 'Lepaskan', (tx) => tx.create('release', { device, seq })).ok,
      )
    }
  }
}

/** Each unit as its definition says, from all changes at once, beside what the row shows. */
const expectMerged = (store: Store): void => {
  for (const type of ['opd', 'opdList']) {
    const definition = store.reader.definition(type)
    for (const row of store.reader.rows<Record<string, never>>(`select * from "${type}"`)) {
      const id = String(row['id'])
      const steps = pastOf(store.reader)(id)
      const clocks = decodeClocks(row['_clock'] ?? null)
      const units = new Set(steps.flatMap(({ cells }) => [...unitsIn(definition, cells).keys()]))
      let disputed = false
      for (const unit of units) {
        const { heads, cells } = mergeUnit(definition, unit, stepsOfUnit(definition, steps, unit))
        disputed ||= heads.length > 1
        expect(dotsOf(id, clocks, unit)).toMatchObject(heads.map(({ device, seq }) => ({ device, seq })))
        for (const [key, cell] of Object.entries(cells))
          expect(row[key === '$deleted' ? '_deleted' : key] ?? null).toEqual(cell)
      }
      expect(store.reader.row('select 1 from _dispute where record = ?', id) !== undefined).toBe(disputed)
    }
  }
}

const runs = times(40, 50_000)
it(`two to five devices come to the same tables, whatever is dropped, doubled or out of order: ${runs} histories`, () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: most }),
      fc.array(step, { minLength: 5, maxLength: 50 }),
      (devices, steps) => {
        const { nodes, close } = openNetwork({ devices }, ['admin', 'perencana'])
        try {
          for (const name of ['x', 'y', 'z'] as const) play(nodes, { do: 'create', by: 0, name })
          settle(nodes)
          for (const one of steps) play(nodes, one)
          settle(nodes)
          // A device that was taken out need not follow the others any more.
          const rest = nodes.filter((node) => !isRevoked(nodes[0] as Node, node))
          const made = nodes.map(({ store }) => store.head())
          expect(new Set(rest.map(({ store }) => hashOf(store))).size).toBe(1)
          const refused = refusedBy(nodes[0] as Node)
          // What was lawful where it was written is lawful everywhere, but for a device that was taken out and what rested on it.
          if (rest.length === nodes.length) expect(refused).toEqual([])
          for (const node of rest) {
            const { store } = node
            for (const { device, seq } of made) expect(store.log.head(device).seq).toBe(seq)
            expect(store.held.list()).toEqual([])
            expect(refusedBy(node)).toEqual(refused)
            expectMerged(store)
          }
          const [one] = rest as [Node]
          const before = hashOf(one.store)
          for (const { own } of rest) must(one.store.receive(own()))
          expect(hashOf(one.store)).toBe(before)
        } finally {
          close()
        }
      },
    ),
    { numRuns: runs },
  )
}, 3_600_000)
