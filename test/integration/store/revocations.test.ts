import { afterEach, beforeEach, expect, it } from 'vitest'
import { must } from '../../fixtures/store.ts'
import { hashOf, missing, type Network, type Node, openNetwork } from './network.ts'

let network: Network
let nodes: readonly [Node, Node, Node, Node]
beforeEach(() => {
  network = openNetwork({ devices: 4 })
  nodes = network.nodes as unknown as typeof nodes
})
afterEach(() => network.close())

const give = (from: Node, to: Node): void => {
  must(to.store.receive(missing(from.store, to.store)))
}
/** What counts of the other device is what this one has of it. */
const revoke = (by: Node, of: Node): void => {
  const { store, actor } = by
  const { device } = of.store.head()
  const { seq, hash } = store.log.head(device)
  const [enrolled] = store.reader.where('device', { deviceId: device })
  must(
    store.commit(actor, 'Cabut', (tx) =>
      tx.update('device', String(enrolled?.id), { lastSeq: seq, lastHash: Buffer.from(hash) }),
    ),
  )
}
const makeOpd = ({ store, actor }: Node, name: string) =>
  must(store.commit(actor, 'OPD', (tx) => tx.create('opd', { code: name, name })))
const opds = ({ store }: Node): (string | null)[] => store.reader.where('opd', {}).map(({ name }) => name)
const refused = ({ store }: Node): string[] =>
  store
    .refused()
    .map(({ said }) => said)
    .sort()

it('of two administrators who take out each other the older word counts, in whatever order both arrive', () => {
  const [first, second, third, fourth] = nodes
  first.clock += 120_000
  second.clock += 60_000
  revoke(first, second)
  makeOpd(first, 'Terlambat')
  revoke(second, first)
  makeOpd(second, 'Sah')
  for (const from of [first, second]) give(from, third)
  for (const from of [second, first]) give(from, fourth)
  expect(hashOf(third.store)).toBe(hashOf(fourth.store))
  expect([opds(third), refused(third)]).toEqual([['Sah'], ['Cabut', 'OPD']])
  expect(refused(fourth)).toEqual(refused(third))
})

it('a word that was silenced counts again when the one that silenced it turns out to be silenced itself', () => {
  const [first, second, third, fourth] = nodes
  first.clock += 180_000
  second.clock += 120_000
  third.clock += 60_000
  makeOpd(first, 'Awal')
  revoke(first, third)
  revoke(second, first)
  revoke(third, second)
  give(first, fourth)
  give(second, fourth)
  expect(opds(fourth)).toEqual([])
  give(third, fourth)
  expect(opds(fourth)).toEqual(['Awal'])
  give(third, first)
  give(second, first)
  expect(hashOf(first.store)).toBe(hashOf(fourth.store))
  expect(refused(first)).toEqual(refused(fourth))
})
