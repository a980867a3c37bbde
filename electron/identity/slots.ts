import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type WrappedSeed, wrappedSeed } from '../../shared/records/core.ts'
import { sealTo, sealWith, unsealAs, unsealWith } from '../store/box.ts'
import { officerKeysFrom, publicBytes, recoveryKeysFrom } from '../store/keys.ts'
import { writeFileDurably } from '../store/upkeep/files.ts'
import { aloneWithSlots } from '../store/upkeep/workspace-lock.ts'
import { deriveKey, labelCost, passwordCost } from './password.ts'
import { type PublicCode, secretOf } from './recovery-code.ts'

const slotFile = z.object({
  format: z.literal(1),
  /** Not a secret; shown before login so that the officer sees which city's data this is. */
  city: z.string(),
  labelSalt: z.string(),
  /** No names: `label` is Argon2id of the NIP. */
  officers: z.array(z.object({ label: z.string(), seed: wrappedSeed, database: z.string() })),
  /** Without `box`: of a workspace whose code was made before its public half was kept; sealed with the code itself. */
  recovery: z.object({ salt: z.string(), database: z.string(), box: z.string().optional() }).nullable(),
})
export type SlotFile = z.infer<typeof slotFile>
export type OfficerSlot = SlotFile['officers'][number]

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64')

export const slotsPath = (workspace: string): string => join(workspace, 'slots.json')

/** Null where it is none of ours. */
export const parseSlots = (value: unknown): SlotFile | null => slotFile.safeParse(value).data ?? null

/** Null where there is no workspace; throws on a file that is not one of ours. */
export const readSlots = (workspace: string): SlotFile | null =>
  existsSync(slotsPath(workspace))
    ? slotFile.parse(JSON.parse(readFileSync(slotsPath(workspace), 'utf8')))
    : null

export const writeSlots = (workspace: string, slots: SlotFile): void =>
  writeFileDurably(slotsPath(workspace), Buffer.from(`${JSON.stringify(slots, null, 1)}\n`))

export const emptySlots = (city: string): SlotFile => ({
  format: 1,
  city,
  labelSalt: base64(randomBytes(16)),
  officers: [],
  recovery: null,
})

/** A change of the slots as they are when it is made: what takes Argon2 was computed before. */
export type SlotChange = (slots: SlotFile) => SlotFile

/** Changes the slots as they lie on the disk now, which another process may have written meanwhile. */
export const changeSlots = (workspace: string, ...changes: readonly SlotChange[]): void =>
  aloneWithSlots(workspace, () => {
    const slots = readSlots(workspace)
    if (slots === null) throw new TypeError('the workspace has no slots')
    writeSlots(
      workspace,
      changes.reduce((now, change) => change(now), slots),
    )
  })

export const labelOf = async (slots: SlotFile, nip: string): Promise<string> =>
  base64((await deriveKey(nip, bytesOf(slots.labelSalt), labelCost)).subarray(0, 16))

export const wrapSeed = async (seed: Uint8Array, password: string): Promise<WrappedSeed> => {
  const salt = randomBytes(16)
  const key = await deriveKey(password, salt, passwordCost)
  return { salt: base64(salt), ...passwordCost, sealed: base64(sealWith(key, seed)) }
}

const unwrapSeed = async (seed: WrappedSeed, password: string): Promise<Buffer | null> =>
  unsealWith(await deriveKey(password, bytesOf(seed.salt), seed), bytesOf(seed.sealed))

/** A slot needs no password: the database key is sealed to the officer's public half. */
export const officerSlot = (
  label: string,
  wrappedSeed: WrappedSeed,
  boxKey: Uint8Array,
  databaseKey: Uint8Array,
): OfficerSlot => ({ label, seed: wrappedSeed, database: base64(sealTo(boxKey, databaseKey)) })

/** Slots added, or in the place of those with the same label. */
export const withOfficers =
  (slots: readonly OfficerSlot[]): SlotChange =>
  (now) => {
    const labels = new Set(slots.map(({ label }) => label))
    return { ...now, officers: [...now.officers.filter(({ label }) => !labels.has(label)), ...slots] }
  }

/** This officer's slot added or replaced. `slots` gives the salt of the labels. */
export const withOfficer = async (
  slots: SlotFile,
  nip: string,
  seed: Uint8Array,
  wrappedSeed: WrappedSeed,
  databaseKey: Uint8Array,
): Promise<SlotChange> => {
  const box = publicBytes(officerKeysFrom(seed).boxing)
  return withOfficers([officerSlot(await labelOf(slots, nip), wrappedSeed, box, databaseKey)])
}

export const withoutOfficers =
  (labels: ReadonlySet<string>): SlotChange =>
  (now) => ({ ...now, officers: now.officers.filter(({ label }) => !labels.has(label)) })

const decoy: WrappedSeed = {
  salt: base64(Buffer.alloc(16)),
  ...passwordCost,
  sealed: base64(Buffer.alloc(60)),
}

export type Opened = { readonly seed: Buffer; readonly databaseKey: Buffer }

/** Null for an unknown officer and for a wrong password alike; both cost the same Argon2 work. */
export const openOfficerSlot = async (
  slots: SlotFile,
  nip: string,
  password: string,
): Promise<Opened | null> => openSlot(slots, await labelOf(slots, nip), password)

/** The same where the label is known. */
export const openSlot = async (slots: SlotFile, label: string, password: string): Promise<Opened | null> => {
  const slot = slots.officers.find((other) => other.label === label)
  const seed = await unwrapSeed(slot?.seed ?? decoy, password)
  if (slot === undefined || seed === null) return null
  const databaseKey = unsealAs(officerKeysFrom(seed).boxing, bytesOf(slot.database))
  return databaseKey === null ? null : { seed, databaseKey }
}

/** The database key sealed to the public half of the printed code: sealing it anew needs no code. Sealed at once: the caller may wipe the key. */
export const withRecovery = (
  { salt, boxKey }: Pick<PublicCode, 'salt' | 'boxKey'>,
  databaseKey: Uint8Array,
): SlotChange => {
  const recovery = { salt: base64(salt), box: base64(boxKey), database: base64(sealTo(boxKey, databaseKey)) }
  return (now) => ({ ...now, recovery })
}

/** Null for a wrong code. `secret`: the seed of the code's keys. */
export const openRecoverySlot = async (
  { recovery }: SlotFile,
  code: string,
): Promise<{ readonly databaseKey: Buffer; readonly secret: Buffer } | null> => {
  if (recovery === null) return null
  const secret = await secretOf(code, bytesOf(recovery.salt))
  const sealed = bytesOf(recovery.database)
  const databaseKey =
    recovery.box === undefined
      ? unsealWith(secret, sealed)
      : unsealAs(recoveryKeysFrom(secret).boxing, sealed)
  return databaseKey === null ? null : { databaseKey, secret }
}
