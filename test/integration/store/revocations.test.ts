import { type KeyObject, randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { deviceIdOf, privateKeyFrom, publicBytes } from '../../../electron/store/keys.ts'
import { readLocal, writeLocal } from '../../../electron/store/local.ts'
import { Store } from '../../../electron/store/store.ts'
import { must } from '../../fixtures/store.ts'
import { hashOf, missing, type Network, type Node, openNetwork } from './network.ts'

let network: Network
const opened: Store[] = []
let nodes: readonly [Node, Node, Node, Node]
beforeEach(() => {
  network = openNetwork({ devices: 4 })
  nodes = network.nodes as unknown as typeof nodes
})
afterEach(() => {
  for (const store of opened.splice(0)) store.close()
  network.close()
})

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
/** Another computer on which the same officer works, with all that this one has. */
const joinAs = (from: Node, device: string, signing: KeyObject): Node => {
  const store = new Store({ ...from.file, path: `${from.file.path}.${device}`, key: randomBytes(32) })
  const workspace = readLocal(from.store.db, 'workspace') as Buffer
  writeLocal(store.db, 'workspace', workspace)
  writeLocal(store.db, 'genesis', readLocal(from.store.db, 'genesis') as Buffer)
  writeLocal(store.db, 'device', Buffer.from(device))
  must(store.receive(missing(from.store, store)))
  store.actAs({ workspace: workspace.toString(), device, signing })
  opened.push(store)
  return { ...from, store }
}

const opds = ({ store }: Node): (string | null)[] => store.reader.where('opd', {}).map(({ name }) => name)
const refused = ({ store }: Node): string[] =>
  store
    .refused()
    .map(({ said }) => said)
    .sort()

it('two administrators who take out each other without knowing it are both out, in whatever order both arrive', () => {
  const [first, second, third, fourth] = nodes
  first.clock += 120_000
  revoke(first, second)
  makeOpd(first, 'Satu')
  revoke(second, first)
  makeOpd(second, 'Dua')
  for (const from of [first, second]) give(from, third)
  for (const from of [second, first]) give(from, fourth)
  expect(hashOf(third.store)).toBe(hashOf(fourth.store))
  expect([opds(third), refused(third)]).toEqual([[], ['Cabut', 'Cabut', 'OPD', 'OPD']])
  expect(refused(fourth)).toEqual(refused(third))
})

it('whoever knew of it says nothing more, and takes nobody out', () => {
  const [first, second, third] = nodes
  makeOpd(second, 'Sebelumnya')
  give(second, first)
  revoke(first, second)
  give(first, second)
  const [enrolled] = second.store.reader.where('device', { deviceId: first.store.head().device })
  const said = second.store.commit(second.actor, 'Cabut', (tx) =>
    tx.update('device', String(enrolled?.id), { lastSeq: 1 }),
  )
  expect(said.ok).toBe(false)
  makeOpd(first, 'Sah')
  give(first, third)
  expect(opds(third)).toEqual(['Sebelumnya', 'Sah'])
})

it('what somebody did with a role that a device gave which was taken out before, does not count, whichever came first', () => {
  const [first, second, third, fourth] = nodes
  const { officer } = second.actor
  const roles = first.store.reader.where('role', { officer })
  must(
    first.store.commit(first.actor, 'Akhiri', (tx) => {
      for (const { id } of roles) tx.remove('role', id)
    }),
  )
  for (const node of [second, third, fourth]) give(first, node)
  must(third.store.commit(third.actor, 'Beri', (tx) => tx.create('role', { officer, role: 'admin' })))
  give(third, second)
  makeOpd(second, 'Dengan peran itu')
  revoke(first, third)
  give(third, fourth)
  give(second, fourth)
  expect(opds(fourth)).toEqual(['Dengan peran itu'])
  give(first, fourth)
  give(first, second)
  give(third, first)
  give(second, first)
  for (const node of [first, second, fourth])
    expect([opds(node), refused(node)]).toEqual([[], ['Beri', 'OPD']])
  expect(new Set([first, second, fourth].map(({ store }) => hashOf(store))).size).toBe(1)
})

it('what was written on a computer that such a device took in does not count either', () => {
  const [first, second, third] = nodes
  const signing = privateKeyFrom('ed25519', randomBytes(32))
  const device = deviceIdOf(publicBytes(signing))
  must(
    second.store.commit(second.actor, 'Daftar', (tx) =>
      tx.create('device', { deviceId: device, name: 'baru', signKey: publicBytes(signing) }),
    ),
  )
  const joined = joinAs(second, device, signing)
  makeOpd(joined, 'Dari komputer baru')
  give(joined, third)
  expect(opds(third)).toEqual(['Dari komputer baru'])
  revoke(first, second)
  give(first, third)
  give(joined, first)
  for (const node of [first, third]) expect([opds(node), refused(node)]).toEqual([[], ['Daftar', 'OPD']])
  expect(hashOf(first.store)).toBe(hashOf(third.store))
})

it('a revocation that reaches back tells those who watch that anything may show something else', () => {
  const [first, second] = nodes
  must(second.store.commit(second.actor, 'OPD', (tx) => tx.create('opd', { code: 'x', name: 'x' })))
  const { device, seq } = second.store.head()
  give(second, first)
  first.store.takeChangedTypes()
  const [enrolled] = first.store.reader.where('device', { deviceId: device })
  must(
    first.store.commit(first.actor, 'Cabut', (tx) =>
      tx.update('device', String(enrolled?.id), { lastSeq: seq - 1 }),
    ),
  )
  expect(opds(first)).toEqual([])
  expect(first.store.takeChangedTypes()).toEqual(expect.arrayContaining(['device', 'opd']))
  makeOpd(first, 'y')
  expect(first.store.takeChangedTypes()).toEqual(['opd'])
})

it('a computer that was taken out meanwhile takes others out, and back nothing that it had seen', () => {
  const [first, second, third, fourth] = nodes
  makeOpd(first, 'Satu')
  makeOpd(third, 'Tiga')
  for (const from of [first, third]) for (const to of nodes) if (to !== from) give(from, to)
  revoke(first, second)
  const strike = ({ store, actor }: Node): void => {
    const { device: own } = store.head()
    must(
      store.commit(actor, 'Cabut', (tx) => {
        for (const { id, deviceId } of store.reader.where('device', {}))
          if (deviceId !== own) tx.update('device', id, { lastSeq: 0, lastHash: null })
      }),
    )
  }
  strike(second)
  for (const from of [first, second]) give(from, third)
  for (const from of [second, first]) give(from, fourth)
  expect(hashOf(third.store)).toBe(hashOf(fourth.store))
  expect(opds(third).sort()).toEqual(['Satu', 'Tiga'])
})
