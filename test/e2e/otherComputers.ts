import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composition } from '../../electron/composition.ts'
import { openOfficerSlot, readSlots } from '../../electron/identity/slots.ts'
import { type CommitBytes, commitsSince } from '../../electron/store/commit-bytes.ts'
import { deviceIdOf, officerKeysFrom, privateKeyFrom, publicBytes } from '../../electron/store/keys.ts'
import { type LocalKey, readLocal, writeLocal } from '../../electron/store/local.ts'
import { type Actor, Store } from '../../electron/store/store.ts'
import type { RoleName } from '../../shared/contract/call.ts'
import { grantOf, must } from '../fixtures/store.ts'
import { officer as first, password } from './window.ts'

/** Another computer of the same workspace with its officer; its clock can be set wrong. */
export type OtherComputer = {
  readonly store: Store
  readonly actor: Actor
  /** Added to its clock, ms. */
  ahead: number
}
export type OtherComputers = {
  /** The database of the window itself, as a second process sees it. */
  readonly main: Store
  /** The officer of the window. */
  readonly admin: Actor
  readonly join: (name: string, officer: string, role: RoleName) => OtherComputer
  /** What `from` has and `to` lacks goes over, `change` first if there is one. */
  readonly give: (from: Store, to: Store, change?: (all: CommitBytes[]) => CommitBytes[]) => void
  readonly close: () => void
}

const open = (path: string, key: Uint8Array, now: () => number): Store => {
  const { definitions, definitionsVersion, rules } = composition
  return new Store({ path, key, definitions, definitionsVersion, rules, now })
}

const local = (store: Store, key: LocalKey): Buffer => readLocal(store.db, key) as Buffer
const identityOf = (store: Store) => ({
  workspace: String(local(store, 'workspace')),
  device: String(local(store, 'device')),
  signing: privateKeyFrom('ed25519', local(store, 'deviceSeed')),
})

const noWrapping = { salt: '', memoryKiB: 8, passes: 1, lanes: 1, sealed: '' } as const
let nips = 0

/** Enrols an officer and a device in the log of the window, as an administrator does. */
const enrol = (main: Store, admin: Actor, name: string, officer: string, role: RoleName) => {
  const keys = officerKeysFrom(randomBytes(32))
  const seed = randomBytes(32)
  const device = deviceIdOf(publicBytes(privateKeyFrom('ed25519', seed)))
  nips += 1
  const { value } = must(
    main.commit(admin, `Daftarkan ${name}`, (tx) => {
      const made = tx.create('officer', {
        nip: `1985${String(nips).padStart(14, '0')}`,
        name: officer,
        active: true,
      })
      tx.create('credential', {
        officer: made,
        signKey: publicBytes(keys.signing),
        boxKey: publicBytes(keys.boxing),
        wrapped: noWrapping,
      })
      tx.create('role', { officer: made, role })
      tx.create('device', {
        deviceId: device,
        name,
        signKey: publicBytes(privateKeyFrom('ed25519', seed)),
        enrolled: new Date().toISOString(),
      })
      return made
    }),
  )
  const actor: Actor = {
    officer: value,
    capacity: role === 'verifikator' ? 'Verifikator' : 'Perencana',
    grants: [grantOf([role, null])],
    signing: keys.signing,
  }
  return { actor, device, seed }
}

/** The workspace of an open window, and computers beside it that exchange with it as devices do. */
export const otherComputers = async (workspace: string): Promise<OtherComputers> => {
  const slots = readSlots(workspace)
  if (slots === null) throw new Error('the workspace has no slots')
  const slot = await openOfficerSlot(slots, first.nip, password)
  if (slot === null) throw new Error('the first officer has no slot')
  const main = open(join(workspace, 'selaras.db'), slot.databaseKey, Date.now)
  main.actAs(identityOf(main))
  const [person] = main.reader.where('officer', { nip: first.nip })
  const admin: Actor = {
    officer: person?.id ?? '',
    capacity: 'Admin',
    grants: [grantOf(['admin', null])],
    signing: officerKeysFrom(slot.seed).signing,
  }
  const folder = mkdtempSync(join(tmpdir(), 'selaras-komputer-'))
  const opened: Store[] = [main]
  const give: OtherComputers['give'] = (from, to, change = (all) => all) => {
    must(to.receive(change(commitsSince(from.reader, to.log.vector(), 100_000))))
  }
  const joinIn: OtherComputers['join'] = (name, officer, role) => {
    const { actor, device, seed } = enrol(main, admin, name, officer, role)
    const computer: { ahead: number } = { ahead: 0 }
    const store = open(join(folder, `${device}.db`), randomBytes(32), () => Date.now() + computer.ahead)
    opened.push(store)
    for (const key of ['workspace', 'genesis'] as const) writeLocal(store.db, key, local(main, key))
    writeLocal(store.db, 'device', Buffer.from(device))
    writeLocal(store.db, 'deviceSeed', seed)
    store.actAs(identityOf(store))
    give(main, store)
    return Object.assign(computer, { store, actor })
  }
  return {
    main,
    admin,
    join: joinIn,
    give,
    close: () => {
      for (const store of opened) store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
