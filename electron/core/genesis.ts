import { randomBytes } from 'node:crypto'
import { deviceIdFrom } from '../../shared/commit/id.ts'
import { ok, type Result } from '../../shared/contract/result.ts'
import type { WrappedSeed } from '../../shared/records/core.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import type { PublicCode } from '../identity/index.ts'
import { deviceIdOf, officerKeysFrom, privateKeyFrom, publicBytes } from '../store/keys.ts'
import { writeLocal } from '../store/local.ts'
import type { Actor, DeviceIdentity, Store } from '../store/store.ts'

export type FirstOfficer = {
  readonly nip: string
  readonly name: string
  readonly position: string
  readonly seed: Uint8Array
  readonly wrapped: WrappedSeed
}
export type Beginning = {
  readonly city: string
  readonly regulation: 'prabumulih' | 'singkawang'
  readonly agency: string
  readonly officer: FirstOfficer
  readonly deviceName: string
  /** Of the printed code. */
  readonly code: PublicCode
}

const everything = [{ role: 'admin', opd: null, from: null, until: null }] as const

/** A new device of this workspace: its id of one life and signing key, kept in the encrypted database. */
export const newDevice = (store: Store, workspace: string): DeviceIdentity => {
  const seed = randomBytes(32)
  const signing = privateKeyFrom('ed25519', seed)
  const device = deviceIdOf(publicBytes(signing))
  writeLocal(store.db, 'workspace', Buffer.from(workspace))
  writeLocal(store.db, 'device', Buffer.from(device))
  writeLocal(store.db, 'deviceSeed', seed)
  return { workspace, device, signing }
}

const newWorkspaceId = (): string => deviceIdFrom(randomBytes(16)) + deviceIdFrom(randomBytes(16))

/** The first commit names the workspace, its first administrator and its first device. */
export const genesis = (
  store: Store,
  beginning: Beginning,
  now: number,
): Result<{ readonly officer: string }> => store.atomically(() => firstCommit(store, beginning, now))

const firstCommit = (
  store: Store,
  beginning: Beginning,
  now: number,
): Result<{ readonly officer: string }> => {
  writeLocal(store.db, 'blobKey', randomBytes(32))
  const identity = newDevice(store, newWorkspaceId())
  store.actAs(identity)
  const keys = officerKeysFrom(beginning.officer.seed)
  const officer = `${identity.device}.1.1`
  const actor: Actor = { officer, capacity: coreTexts.founder, grants: everything, signing: keys.signing }
  const done = store.commit(actor, coreTexts.genesis(beginning.city), (tx) => {
    const { nip, name, position, wrapped } = beginning.officer
    const made = tx.create('officer', { nip, name, position, active: true })
    tx.create('credential', {
      officer: made,
      signKey: publicBytes(keys.signing),
      boxKey: publicBytes(keys.boxing),
      wrapped,
    })
    tx.create('role', { officer: made, role: 'admin' })
    tx.create('device', {
      deviceId: identity.device,
      name: beginning.deviceName,
      signKey: publicBytes(identity.signing),
      enrolled: new Date(now).toISOString(),
    })
    tx.create('recoveryKey', beginning.code)
    tx.create('workspace', {
      city: beginning.city,
      regulation: beginning.regulation,
      agency: beginning.agency,
      place: beginning.city.replace(/^(Kota|Kabupaten)\s+/i, ''),
    })
    return made
  })
  if (!done.ok) return done
  writeLocal(store.db, 'genesis', store.head().hash)
  return ok({ officer: done.value.value })
}
