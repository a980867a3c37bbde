import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { genesis } from '../../../electron/core/genesis.ts'
import { officerKeysFrom, privateKeyFrom, publicBytes } from '../../../electron/store/keys.ts'
import { readLocal, writeLocal } from '../../../electron/store/local.ts'
import { commitsSince, type Received } from '../../../electron/store/received.ts'
import { stateHash } from '../../../electron/store/state-hash.ts'
import { type Actor, Store, type StoreOptions } from '../../../electron/store/store.ts'
import { deviceIdFrom } from '../../../shared/commit/id.ts'
import type { RoleName } from '../../../shared/contract/call.ts'
import type { AnyDefinition } from '../../../shared/records/define.ts'
import { definitions, definitionsVersion } from '../../../shared/records/index.ts'
import { codeFrom, grantOf, must, temporaryFolder, testNow } from '../../fixtures/store.ts'

const wrapped = { salt: '', memoryKiB: 8, passes: 1, lanes: 1, sealed: '' } as const

/** Of the printed recovery code of every network. */
export const codeSecret = randomBytes(32)

export type Node = {
  readonly store: Store
  readonly actor: Actor
  /** What the wall clock of this device says, ms since 1970. */
  clock: number
  readonly own: () => Received[]
}

type Options = { readonly definitions?: readonly AnyDefinition[]; readonly devices: number } & Partial<
  Pick<StoreOptions, 'rules'>
>

/** On real encrypted files; nothing here is about a crash, so no write waits for the disk. */
const openStore = (folder: string, options: Options, clock: { now: number }): Store => {
  const store = new Store({
    path: join(folder, `${randomBytes(8).toString('hex')}.db`),
    key: randomBytes(32),
    definitions: options.definitions ?? definitions,
    definitionsVersion,
    now: () => clock.now,
    ...(options.rules === undefined ? {} : { rules: options.rules }),
  })
  store.db.pragma('synchronous=OFF')
  return store
}

/** Everything that one device has and another lacks. */
export const missing = (from: Store, to: Store): Received[] =>
  commitsSince(from.reader, to.log.vector(), 100_000)

export const hashOf = (store: Store): string => stateHash(store.db, store.catalogue)

let nips = 0
const nip = (): string => `1980${String(++nips).padStart(14, '0')}`

export type Network = { readonly nodes: readonly Node[]; readonly close: () => void }

/** Devices of one workspace, each with its officer: the first is the administrator's and begins it, the others are enrolled and have its log. */
export const openNetwork = (options: Options, roles: readonly RoleName[] = ['admin']): Network => {
  const folder = temporaryFolder()
  const clocks = Array.from({ length: options.devices }, () => ({ now: testNow }))
  const [first = { now: testNow }] = clocks
  const store = openStore(folder.path, options, first)
  const seed = randomBytes(32)
  const begun = must(
    genesis(
      store,
      {
        city: 'Kota Contoh',
        regulation: 'prabumulih',
        agency: 'Diskominfo',
        deviceName: 'pertama',
        code: codeFrom(codeSecret),
        officer: { nip: nip(), name: 'Siti', position: 'Kabid', seed, wrapped },
      },
      testNow,
    ),
  )
  const admin: Actor = {
    officer: begun.officer,
    capacity: 'Admin',
    grants: [grantOf(['admin', null])],
    signing: officerKeysFrom(seed).signing,
  }
  const others = clocks.slice(1).map((clock, at) => {
    const keys = officerKeysFrom(randomBytes(32))
    const deviceSeed = randomBytes(32)
    const signing = privateKeyFrom('ed25519', deviceSeed)
    const id = deviceIdFrom(randomBytes(16))
    const role = roles[at % roles.length] as RoleName
    const officer = must(
      store.commit(admin, 'Komputer dan petugas baru', (tx) => {
        const made = tx.create('officer', { nip: nip(), name: `Petugas ${at}`, active: true })
        tx.create('credential', {
          officer: made,
          signKey: publicBytes(keys.signing),
          boxKey: publicBytes(keys.boxing),
          wrapped,
        })
        tx.create('role', { officer: made, role })
        tx.create('device', {
          deviceId: id,
          name: `laptop ${at}`,
          signKey: publicBytes(signing),
          enrolled: new Date(testNow).toISOString(),
        })
        return made
      }),
    ).value
    const actor: Actor = { officer, capacity: role, grants: [grantOf([role, null])], signing: keys.signing }
    return { clock, id, signing, deviceSeed, actor }
  })
  const workspace = String(readLocal(store.db, 'workspace'))
  const joined = others.map(({ clock, id, signing, deviceSeed, actor }): Node => {
    const own = openStore(folder.path, options, clock)
    writeLocal(own.db, 'workspace', Buffer.from(workspace))
    writeLocal(own.db, 'genesis', readLocal(store.db, 'genesis') as Buffer)
    writeLocal(own.db, 'device', Buffer.from(id))
    writeLocal(own.db, 'deviceSeed', deviceSeed)
    own.actAs({ workspace, device: id, signing })
    must(own.receive(missing(store, own)))
    return nodeOf(own, actor, clock)
  })
  const nodes = [nodeOf(store, admin, first), ...joined]
  const close = (): void => {
    for (const node of nodes) node.store.close()
    folder.remove()
  }
  return { nodes, close }
}

const nodeOf = (store: Store, actor: Actor, clock: { now: number }): Node => ({
  store,
  actor,
  get clock() {
    return clock.now
  },
  set clock(now: number) {
    clock.now = now
  },
  own: () => commitsSince(store.reader, {}, 100_000),
})
