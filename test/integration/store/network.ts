import { type KeyObject, randomBytes } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { genesis } from '../../../electron/core/genesis.ts'
import { type CommitBytes, commitsSince } from '../../../electron/store/commit-bytes.ts'
import { deviceIdOf, officerKeysFrom, privateKeyFrom, publicBytes } from '../../../electron/store/keys.ts'
import { readLocal, writeLocal } from '../../../electron/store/local.ts'
import { stateHash } from '../../../electron/store/state-hash.ts'
import { type Actor, Store, type StoreOptions } from '../../../electron/store/store.ts'
import type { RoleName } from '../../../shared/contract/call.ts'
import { definitions, definitionsVersion } from '../../../shared/records/index.ts'
import { codeFrom, grantOf, must, temporaryFolder, testNow } from '../../fixtures/store.ts'

const wrapped = { salt: '', memoryKiB: 8, passes: 1, lanes: 1, sealed: '' } as const

/** Of the printed recovery code of every network. */
export const codeSecret = randomBytes(32)

type Versioned = Partial<Pick<StoreOptions, 'definitions' | 'definitionsVersion'>>
type Identity = Parameters<Store['actAs']>[0]
/** `boxing`: the private half that opens what is sealed to the officer. */
type Officer = Actor & { readonly boxing: KeyObject }

export type Node = {
  readonly store: Store
  readonly actor: Officer
  /** What the wall clock of this device says, ms since 1970. */
  clock: number
  readonly own: () => CommitBytes[]
  /** What opens its file. */
  readonly file: StoreOptions
  /** Closes the file and opens it anew, by another version of the definitions where one is named. */
  readonly reopen: (changes?: Versioned) => Store
  /** Another process that has the same file open. */
  readonly beside: (changes?: Versioned) => Store
}

type Options = Versioned & { readonly devices: number } & Partial<Pick<StoreOptions, 'rules'>>

const optionsOf = (path: string, key: Uint8Array, options: Options, now: () => number): StoreOptions => ({
  path,
  key,
  definitions: options.definitions ?? definitions,
  definitionsVersion: options.definitionsVersion ?? definitionsVersion,
  now,
  ...(options.rules === undefined ? {} : { rules: options.rules }),
})

/** On real encrypted files; nothing here is about the power going, so no write waits for the disk. */
const openStore = (options: StoreOptions, identity: Identity | null): Store => {
  const store = new Store(options)
  store.db.pragma('synchronous=OFF')
  if (identity !== null) store.actAs(identity)
  return store
}

/** Everything that one device has and another lacks. */
export const missing = (from: Store, to: Store): CommitBytes[] =>
  commitsSince(from.reader, to.log.vector(), 100_000)

export const hashOf = (store: Store): string => stateHash(store.db, store.catalogue)

let nips = 0
const nip = (): string => `1980${String(++nips).padStart(14, '0')}`

/** One device, closed: its file, what opens it, and who works there. */
type Profile = {
  readonly name: string
  readonly key: Uint8Array
  readonly identity: Identity
  readonly actor: Officer
}

export type Prepared = {
  readonly folder: string
  readonly options: Options
  readonly profiles: readonly Profile[]
  readonly remove: () => void
}

export type Network = { readonly nodes: readonly Node[]; readonly close: () => void }

type Enrolled = { readonly identity: Identity; readonly seed: Uint8Array; readonly actor: Officer }

const enrol = (store: Store, admin: Actor, workspace: string, role: RoleName, name: string): Enrolled => {
  const keys = officerKeysFrom(randomBytes(32))
  const seed = randomBytes(32)
  const signing = privateKeyFrom('ed25519', seed)
  const device = deviceIdOf(publicBytes(signing))
  const officer = must(
    store.commit(admin, 'Komputer dan petugas baru', (tx) => {
      const made = tx.create('officer', { nip: nip(), name: `Petugas ${name}`, active: true })
      tx.create('credential', {
        officer: made,
        signKey: publicBytes(keys.signing),
        boxKey: publicBytes(keys.boxing),
        wrapped,
      })
      tx.create('role', { officer: made, role })
      tx.create('device', {
        deviceId: device,
        name: `laptop ${name}`,
        signKey: publicBytes(signing),
        enrolled: new Date(testNow).toISOString(),
      })
      return made
    }),
  ).value
  return {
    identity: { workspace, device, signing },
    seed,
    actor: { officer, capacity: role, grants: [grantOf([role, null])], ...keys },
  }
}

const begin = (store: Store): Officer => {
  const seed = randomBytes(32)
  const { officer } = must(
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
  return { officer, capacity: 'Admin', grants: [grantOf(['admin', null])], ...officerKeysFrom(seed) }
}

/** Files of the devices of one workspace, each with its officer: the first is the administrator's and begins it, the others are enrolled and have its log. */
export const prepareNetwork = (options: Options, roles: readonly RoleName[] = ['admin']): Prepared => {
  const folder = temporaryFolder()
  const open = (name: string, key: Uint8Array): Store =>
    openStore(
      optionsOf(join(folder.path, name), key, options, () => testNow),
      null,
    )
  const key = randomBytes(32)
  const store = open('0.db', key)
  const admin = begin(store)
  const local = (name: 'workspace' | 'genesis' | 'device' | 'deviceSeed'): Buffer =>
    readLocal(store.db, name) as Buffer
  const workspace = String(local('workspace'))
  const others = Array.from({ length: options.devices - 1 }, (_unused, at) =>
    enrol(store, admin, workspace, roles[at % roles.length] as RoleName, String(at)),
  )
  const joined = others.map(({ identity, seed, actor }, at): Profile => {
    const profile = { name: `${at + 1}.db`, key: randomBytes(32), identity, actor }
    const own = open(profile.name, profile.key)
    writeLocal(own.db, 'workspace', Buffer.from(workspace))
    writeLocal(own.db, 'genesis', local('genesis'))
    writeLocal(own.db, 'device', Buffer.from(identity.device))
    writeLocal(own.db, 'deviceSeed', seed)
    must(own.receive(missing(store, own)))
    own.close()
    return profile
  })
  const identity = {
    workspace,
    device: String(local('device')),
    signing: privateKeyFrom('ed25519', local('deviceSeed')),
  }
  store.close()
  return {
    folder: folder.path,
    options,
    profiles: [{ name: '0.db', key, identity, actor: admin }, ...joined],
    remove: folder.remove,
  }
}

const nodeOf = (path: string, { key, identity, actor }: Profile, options: Options): Node => {
  const clock = { now: testNow }
  const base = optionsOf(path, key, options, () => clock.now)
  let store = openStore(base, identity)
  return {
    actor,
    file: base,
    get store() {
      return store
    },
    get clock() {
      return clock.now
    },
    set clock(now: number) {
      clock.now = now
    },
    own: () => commitsSince(store.reader, {}, 100_000),
    reopen: (changes = {}) => {
      if (store.db.open) store.close()
      store = openStore({ ...base, ...changes }, identity)
      return store
    },
    beside: (changes = {}) => openStore({ ...base, ...changes }, identity),
  }
}

/** Opens copies of prepared files: a property test prepares once and plays many times. */
export const openPrepared = ({ folder, profiles, options }: Prepared, devices = profiles.length): Network => {
  const copies = temporaryFolder()
  const nodes = profiles.slice(0, devices).map((profile) => {
    const path = join(copies.path, profile.name)
    copyFileSync(join(folder, profile.name), path)
    return nodeOf(path, profile, options)
  })
  const close = (): void => {
    for (const { store } of nodes) if (store.db.open) store.close()
    copies.remove()
  }
  return { nodes, close }
}

/** An empty file that was told the workspace and its beginning, as when a device joins; it closes with its folder's network. */
export const joiningBeside = ({ file, store }: Node): Store => {
  const joining = openStore({ ...file, path: `${file.path}.baru` }, null)
  for (const name of ['workspace', 'genesis'] as const)
    writeLocal(joining.db, name, readLocal(store.db, name) as Buffer)
  return joining
}

export const openNetwork = (options: Options, roles: readonly RoleName[] = ['admin']): Network => {
  const prepared = prepareNetwork(options, roles)
  const network = openPrepared(prepared)
  prepared.remove()
  return network
}
