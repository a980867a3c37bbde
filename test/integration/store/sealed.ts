import { randomBytes } from 'node:crypto'
import { afterAll, afterEach } from 'vitest'
import { destructionStands } from '../../../electron/sealed/index.ts'
import type { CommitBytes } from '../../../electron/store/commit-bytes.ts'
import { publicBytes } from '../../../electron/store/keys.ts'
import { readLocal } from '../../../electron/store/local.ts'
import { RecordKeys } from '../../../electron/store/sealed/sealed-keys.ts'
import { sealRows } from '../../../electron/store/sealed/sealed-part.ts'
import { stateHash } from '../../../electron/store/state-hash.ts'
import { sealedPart } from '../../../shared/commit/header.ts'
import { encodeRows, type RowChange } from '../../../shared/commit/part.ts'
import { encodeSealed } from '../../../shared/commit/sealed.ts'
import { catalogueOf, definitions } from '../../../shared/records/index.ts'
import { secretCase } from '../../fixtures/secret-case.ts'
import { must } from '../../fixtures/store.ts'
import { missing, type Network, type Node, openPrepared, type Prepared, prepareNetwork } from './network.ts'

const opened: Network[] = []
let prepared: Prepared | null = null
/** Thousands of histories would leave no file handle. */
export const closeAll = (): void => {
  for (const network of opened.splice(0)) network.close()
}
afterEach(closeAll)
afterAll(() => prepared?.remove())

export type Three = readonly [siti: Node, budi: Node, cici: Node]
/** Three devices and officers; on each the officer is logged in. */
export const three = (): Three => {
  prepared ??= prepareNetwork(
    { devices: 3, definitions: [...definitions, secretCase], rules: [destructionStands] },
    ['verifikator'],
  )
  const network = openPrepared(prepared)
  opened.push(network)
  for (const node of network.nodes) login(node)
  return network.nodes as unknown as Three
}
export const login = ({ store, actor }: Node): void => store.openSealed(actor)

export const send = (from: Node, to: Node, change = (all: CommitBytes[]): CommitBytes[] => all): void =>
  void must(to.store.receive(change(missing(from.store, to.store))))
export const exchange = (...nodes: readonly Node[]): void => {
  for (const from of nodes) for (const to of nodes) if (from !== to) send(from, to)
}

export const named = (...nodes: readonly Node[]): string[] => nodes.map(({ actor }) => actor.officer)
export const make = ({ store, actor }: Node, officers: readonly string[], values: object = {}): string =>
  must(
    store.commit(actor, 'Kasus KENARI', (tx) =>
      tx.create('secretCase', { officers, subject: 'Kasus KENARI', ...values }),
    ),
  ).value
export const change = ({ store, actor }: Node, id: string, values: Readonly<Record<string, unknown>>) =>
  store.commit(actor, 'Ubah KENARI', (tx) => tx.update('secretCase', id, values))
export const read = ({ store }: Node, id: string) => store.readerFor('secretCase').find('secretCase', id)
export const secretHash = ({ store }: Node): string =>
  stateHash(
    (store as unknown as { sealed: { opened: { db: never } } }).sealed.opened.db,
    catalogueOf([{ ...secretCase, isSealed: false }]),
  )

/** Cici was named and is no more; `old` is what she knew before. */
export const takenOut = () => {
  const [siti, budi, cici] = three()
  const id = make(siti, named(siti, budi, cici), { body: 'asli' })
  exchange(siti, budi, cici)
  const old = cici.store.log.vector()
  must(change(siti, id, { officers: named(siti, budi) }))
  exchange(siti, budi, cici)
  return { siti, budi, cici, id, old }
}

/** A part that opens for nobody. */
export const noise = (): Uint8Array => encodeSealed({ wraps: [randomBytes(92)], content: randomBytes(200) })
export const nextPlace = ({ store }: Node) => {
  const { device, seq } = store.head()
  return { workspace: String(readLocal(store.db, 'workspace')), device, seq: seq + 1 }
}
export const sealedAbout = (about: string, body: Uint8Array, rows = 1) => ({
  kind: sealedPart,
  rows,
  about,
  body,
})
/** A part that a patched program seals to whomever it likes. */
export const sealed = (from: Node, record: string, changes: readonly RowChange[], ...to: readonly Node[]) => {
  const place = nextPlace(from)
  const boxes = to.map(({ actor }) => publicBytes(actor.boxing))
  const body = sealRows(place, record, encodeRows(changes, place), new RecordKeys(), boxes)
  return sealedAbout(record, body, changes.length)
}
export const update = (id: string, cells: RowChange['cells']): RowChange => ({
  type: 'secretCase',
  id,
  operation: 'update',
  cells,
})
export const reasons = ({ store }: Node): string[] => store.refused().map(({ reason }) => reason)
