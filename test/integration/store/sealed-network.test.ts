import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { undo } from '../../../electron/store/undo.ts'
import { verifyChain } from '../../../electron/store/upkeep/verify-chain.ts'
import { inItsTurn, must, times } from '../../fixtures/store.ts'
import { hashOf, missing, type Node } from './network.ts'
import { closeAll, login, read, three } from './sealed.ts'

const who = fc.nat(2)
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('make' as const), by: who, named: fc.nat(7) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('update' as const),
      by: who,
      row: fc.nat(5),
      field: fc.constantFrom('subject', 'body', 'verdict', 'ground'),
      to: fc.constantFrom('ringan', 'sedang', 'berat'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('name' as const), by: who, row: fc.nat(5), named: fc.nat(7) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), by: who, row: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), by: who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const), by: who, row: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('login' as const), by: who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('open' as const), by: who }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('sync' as const),
      from: who,
      to: who,
      share: fc.nat(4),
      reversed: fc.boolean(),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const opened = ({ store }: Node) => store.readerFor('secretCase')
const idsAt = (node: Node): string[] =>
  opened(node)
    .rows<{ id: string }>('select id from secretCase where _deleted = 0 order by id')
    .map(({ id }) => id)
const stateAt = (node: Node): string =>
  JSON.stringify(
    opened(node).rows(
      'select id, _deleted, hex(_clock) as clock, officers, subject, body, verdict, ground from secretCase order by id',
    ),
  )

const onRow = (node: Node, row: number, work: (id: string) => void): void => {
  const ids = idsAt(node)
  const id = ids[row % Math.max(1, ids.length)]
  if (id !== undefined) work(id)
}

const play = (nodes: readonly Node[], one: Step): void => {
  const at = (place: number): Node => nodes[place] as Node
  if (one.do === 'sync') {
    const all = missing(at(one.from).store, at(one.to).store)
    const some = all.slice(0, Math.ceil((all.length * one.share) / 4))
    must(at(one.to).store.receive(one.reversed ? some.reverse() : some))
    return
  }
  const node = at(one.by)
  const { store, actor } = node
  /** Whoever does it, and some others. */
  const officers = (mask: number): string[] => [
    ...new Set([
      actor.officer,
      ...nodes.flatMap((other, n) => (mask & (1 << n) ? [other.actor.officer] : [])),
    ]),
  ]
  if (one.do === 'login') login(node)
  else if (one.do === 'open')
    void store.commit(actor, 'OPD', (tx) => tx.create('opd', { code: String(store.head().seq) }))
  else if (one.do === 'make')
    void store.commit(actor, '', (tx) =>
      tx.create('secretCase', { officers: officers(one.named), subject: 'a' }),
    )
  else if (one.do === 'undo') void undo(store, actor, `${store.head().device}.${store.head().seq}`)
  else if (one.do === 'remove')
    onRow(node, one.row, (id) => void store.commit(actor, '', (tx) => tx.remove('secretCase', id)))
  else if (one.do === 'name')
    onRow(
      node,
      one.row,
      (id) =>
        void store.commit(actor, '', (tx) => tx.update('secretCase', id, { officers: officers(one.named) })),
    )
  else if (one.do === 'update')
    onRow(
      node,
      one.row,
      (id) => void store.commit(actor, '', (tx) => tx.update('secretCase', id, { [one.field]: one.to })),
    )
  else
    onRow(node, one.row, (id) => {
      const failed = store.commit(actor, '', (tx) => {
        tx.update('secretCase', id, { body: 'setengah' })
        tx.refuse({ type: 'X', message: '' })
      })
      expect(failed.ok).toBe(false)
    })
}

/** Until nobody lacks anything. */
const settle = (nodes: readonly Node[]): void => {
  for (const from of [...nodes, ...nodes])
    for (const to of nodes) if (from !== to) must(to.store.receive(missing(from.store, to.store)))
}

const namedIn = (row: Record<string, unknown> | null): readonly string[] =>
  (row?.['officers'] ?? []) as string[]

const expectAlike = (nodes: readonly Node[]): void => {
  for (const node of nodes) {
    const asFollowed = stateAt(node)
    login(node)
    expect(stateAt(node), 'what was followed commit by commit is what a login opens').toBe(asFollowed)
    // Whoever was taken out does not open what came after.
    expect(node.store.refused().filter(({ reason }) => reason !== 'closed')).toEqual([])
    expect(verifyChain(node.store.db).faults).toEqual([])
  }
  expect(new Set(nodes.map(({ store }) => hashOf(store))).size).toBe(1)
  for (const id of new Set(nodes.flatMap(idsAt))) {
    const rows = nodes.map((node) => [node, read(node, id)] as const).filter(([, row]) => row !== null)
    expect(
      new Set(rows.map(([, row]) => JSON.stringify(row))).size,
      'who reads a record reads the same',
    ).toBe(1)
    for (const [{ actor }, row] of rows) expect(namedIn(row), 'nobody else reads it').toContain(actor.officer)
  }
}

let seen = 0
afterAll(() => {
  expect(seen, 'the runs had sealed records that somebody read').toBeGreaterThan(0)
})

it('sealed records are the same for all who may read them, in whatever order their changes came, and for nobody else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 8, maxLength: 40 }),
      inItsTurn((steps) => {
        const nodes = three()
        for (const one of steps) play(nodes, one)
        settle(nodes)
        seen += nodes.flatMap(idsAt).length
        expectAlike(nodes)
        closeAll()
      }),
    ),
    { numRuns: times(40, 2000) },
  )
}, 3_600_000)
