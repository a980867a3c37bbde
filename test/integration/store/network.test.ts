import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rebuild } from '../../../electron/store/upkeep/rebuild.ts'
import { inItsTurn, isPlanted, must, times } from '../../fixtures/store.ts'
import { things } from '../../fixtures/things.ts'
import { hashOf, type Node, openPrepared, type Prepared, prepareNetwork } from './network.ts'
import { commitsIn, expectAsAllChangesSay } from './oracle.ts'
import { anyStep, Play, type Step } from './play.ts'

const most = 5
let prepared: Prepared
beforeAll(() => {
  prepared = prepareNetwork({ devices: most, definitions: things }, ['admin', 'perencana'])
})
afterAll(() => prepared.remove())

const refusedBy = ({ store }: Node): string[] =>
  store
    .refused()
    .map(({ device, seq, reason }) => `${device}.${seq} ${reason}`)
    .sort()

/** Every change that somebody wrote stands in the log of this device, as it was written. */
const expectNothingLost = ({ store }: Node, { written }: Play): void => {
  const refused = new Set(store.refused().map(({ device, seq }) => `${device}.${seq}`))
  const found = new Map(
    commitsIn(store).map(({ stored, changes }) => [`${stored.device}.${stored.seq}`, changes]),
  )
  for (const { device, seq, changes } of written) {
    expect(store.log.head(device).seq).toBeGreaterThanOrEqual(seq)
    if (!refused.has(`${device}.${seq}`)) expect(found.get(`${device}.${seq}`)).toEqual(changes)
  }
}

const disputesOf = ({ store }: Node): unknown[] =>
  store.reader.rows('select record, type from _dispute order by record')

const expectSettled = (play: Play): void => {
  const { nodes } = play
  const [first] = nodes as [Node]
  const hash = hashOf(first.store)
  const refused = refusedBy(first)
  // What was written, not what the tables show: two who take out each other are both out, and neither word is shown.
  const isAnyRevoked = play.written.some(({ changes }) => changes.some(({ cells }) => 'lastSeq' in cells))
  // What was lawful where it was written is lawful everywhere, but for a device that was taken out and what rested on it.
  if (!isAnyRevoked) expect(refused).toEqual([])
  for (const node of nodes) {
    expect(node.store.held.list()).toEqual([])
    expect(refusedBy(node)).toEqual(refused)
    expect(hashOf(node.store)).toBe(hash)
    expect(disputesOf(node)).toEqual(disputesOf(first))
  }
  expectNothingLost(first, play)
  expectAsAllChangesSay(first.store)
}

/** What comes again changes nothing, and the log alone says the same. */
const expectFirm = (node: Node, nodes: readonly Node[]): void => {
  const before = [hashOf(node.store), refusedBy(node)]
  for (const { own } of nodes) must(node.store.receive(own().reverse()))
  expect([hashOf(node.store), refusedBy(node)]).toEqual(before)
  expect(node.store.held.list()).toEqual([])
  node.store.close()
  expect(rebuild(node.file)).toMatchObject({ equal: true, search: true })
}

const history = (devices: number, steps: readonly Step[]): void => {
  const { nodes, close } = openPrepared(prepared, devices)
  try {
    const play = new Play(nodes)
    for (const name of ['x', 'y'] as const) play.step({ do: 'make', by: 0, name, cost: 1 })
    for (const to of nodes.keys()) play.step({ do: 'deliver', from: 0, to, which: null, dies: null })
    for (const one of steps) play.step(one)
    play.settle()
    expectSettled(play)
    expectFirm(nodes.at(-1) as Node, nodes)
  } finally {
    close()
  }
}

/** What once failed, in case the shape of a step changes and its seed with it. */
const met: [number, Step[]][] = [
  [
    4,
    [
      { do: 'revoke', by: 3, of: 1 },
      { do: 'revoke', by: 1, of: 3 },
    ],
  ],
]

/** The long run is divided, so that a part of it can be run alone: -t "part 3 of". */
const runs = times(200, 1000)
const parts = Array.from({ length: times(1, 50) }, (_unused, n) => n + 1)
it.each(parts)(
  `two to five devices come to the same, whatever is dropped, doubled, out of order or cut off by a death: ${runs} histories, part %i of ${parts.length}`,
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: most }),
        fc.array(anyStep, { minLength: 4, maxLength: 24 }),
        inItsTurn(history),
      ),
      { numRuns: runs, examples: met, endOnFailure: isPlanted },
    )
  },
  3_600_000,
)
