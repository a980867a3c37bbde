import { hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { ByteReader, ByteWriter, MalformedBytes } from '../../shared/commit/bytes.ts'
import { sealTo, sealWith, unsealAs, unsealWith } from '../store/box.ts'
import { digestOf } from '../store/log.ts'
import { parseSlots, type SlotFile } from './slots.ts'

/** What a device needs to be one of a workspace: commits as devices hand them to each other (`packCommit`). */
export type Welcome = {
  readonly workspace: string
  readonly genesis: Uint8Array
  /** The attachments of a workspace share one key. */
  readonly blobKey: Uint8Array
  readonly commits: readonly Uint8Array[]
}

const format = 1

/**
 * Half of it lies with the new device, half with each officer: neither a stolen file nor a stolen computer is enough. Of another
 * `opening` it is another key.
 */
const keyOf = (opening: Uint8Array, device: Uint8Array, officer: Uint8Array): Buffer =>
  Buffer.from(
    hkdfSync('sha256', Buffer.concat([device, officer]), digestOf(opening), 'selaras/1/welcome', 32),
  )

/** What can be read before any key is there. */
const openingOf = (device: string, slots: string, forDevice: Uint8Array): Uint8Array =>
  new ByteWriter().varint(format).text(device).text(slots).bytes(forDevice).finish()

const encode = (device: string, { workspace, genesis, blobKey, commits }: Welcome): Uint8Array => {
  const out = new ByteWriter().text(device).text(workspace).bytes(genesis).bytes(blobKey)
  out.varint(commits.length)
  for (const commit of commits) out.bytes(commit)
  return out.finish()
}

/** `slotsWith`: slots of all officers on duty for a key that they shall open. */
export const sealWelcome = async (
  welcome: Welcome,
  to: { readonly device: string; readonly boxKey: Uint8Array },
  slotsWith: (key: Uint8Array) => Promise<SlotFile>,
): Promise<Uint8Array> => {
  const [forDevice, forOfficers] = [randomBytes(32), randomBytes(32)]
  const slots = JSON.stringify(await slotsWith(forOfficers))
  const opening = openingOf(to.device, slots, sealTo(to.boxKey, forDevice))
  const body = sealWith(keyOf(opening, forDevice, forOfficers), encode(to.device, welcome))
  return new ByteWriter().raw(opening).bytes(body).finish()
}

export type SealedWelcome = {
  readonly device: string
  readonly slots: SlotFile
  readonly forDevice: Uint8Array
  readonly opening: Uint8Array
  readonly body: Uint8Array
}

const reading = <T>(read: () => T): T | null => {
  try {
    return read()
  } catch (error) {
    if (error instanceof MalformedBytes || error instanceof SyntaxError) return null
    throw error
  }
}

/** Null where the bytes are no welcome. */
export const readWelcome = (bytes: Uint8Array): SealedWelcome | null =>
  reading(() => {
    const from = new ByteReader(bytes)
    if (from.varint() !== format) return null
    const device = from.text()
    const text = from.text()
    const [forDevice, body] = [from.bytes(), from.bytes()]
    from.end()
    const slots = parseSlots(JSON.parse(text))
    return slots === null
      ? null
      : { device, slots, forDevice, body, opening: openingOf(device, text, forDevice) }
  })

/** `forOfficers`: what the slot of an officer gave. Null where either key is wrong or the bytes were changed. */
export const openWelcome = (
  sealed: SealedWelcome,
  device: KeyObject,
  forOfficers: Uint8Array,
): Welcome | null => {
  const forDevice = unsealAs(device, sealed.forDevice)
  const body =
    forDevice === null ? null : unsealWith(keyOf(sealed.opening, forDevice, forOfficers), sealed.body)
  if (body === null) return null
  return reading(() => {
    const from = new ByteReader(body)
    if (from.text() !== sealed.device) return null
    const welcome = { workspace: from.text(), genesis: from.bytes(), blobKey: from.bytes() }
    const commits = from.list(() => from.bytes())
    from.end()
    return { ...welcome, commits }
  })
}
