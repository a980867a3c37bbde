import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ByteReader, ByteWriter, MalformedBytes } from '../../shared/commit/bytes.ts'
import { isDeviceId } from '../../shared/commit/id.ts'
import { deviceIdOf, privateKeyFrom, publicBytes, signHash, verifyHash } from '../store/keys.ts'
import { digestOf } from '../store/log.ts'
import { writeFileDurably } from '../store/upkeep/files.ts'

/** A device that asks to be taken in: raw public halves, Ed25519 and X25519. */
export type DeviceRequest = {
  readonly device: string
  readonly name: string
  readonly signKey: Uint8Array
  readonly boxKey: Uint8Array
}

const format = 1
const fingerprintBytes = 10
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** 50 bits in groups of five letters, for two people to compare. */
export const fingerprintOf = (bytes: Uint8Array): string => {
  const digest = createHash('sha256').update('selaras/1/fingerprint').update(bytes).digest()
  const letters = Array.from(digest.subarray(0, fingerprintBytes), (byte) => alphabet[byte % 32]).join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

const claimOf = (body: Uint8Array): Uint8Array =>
  digestOf(new ByteWriter().text('selaras/1/request').raw(body).finish())

/** Text to carry over by hand, by mail or on a drive: nothing in it is secret. */
const encodeRequest = (request: DeviceRequest, signSeed: Uint8Array): string => {
  const { device, name, signKey, boxKey } = request
  const body = new ByteWriter().varint(format).text(device).text(name).bytes(signKey).bytes(boxKey).finish()
  const signature = signHash(claimOf(body), privateKeyFrom('ed25519', signSeed))
  return Buffer.from(new ByteWriter().bytes(body).bytes(signature).finish()).toString('base64url')
}

const read = (bytes: Uint8Array): DeviceRequest | null => {
  const whole = new ByteReader(bytes)
  const [body, signature] = [whole.bytes(), whole.bytes()]
  whole.end()
  const from = new ByteReader(body)
  if (from.varint() !== format) return null
  const request = { device: from.text(), name: from.text(), signKey: from.bytes(), boxKey: from.bytes() }
  from.end()
  const isWhole = isDeviceId(request.device) && request.name !== '' && request.boxKey.length === 32
  return isWhole && verifyHash(claimOf(body), signature, request.signKey) ? request : null
}

/** Null where the text is no whole request of the device that it names. Line breaks do not matter. */
export const readRequest = (code: string): (DeviceRequest & { readonly fingerprint: string }) | null => {
  const bytes = Buffer.from(code.replace(/\s/g, ''), 'base64url')
  try {
    const request = read(bytes)
    return request === null ? null : { ...request, fingerprint: fingerprintOf(bytes) }
  } catch (error) {
    if (error instanceof MalformedBytes) return null
    throw error
  }
}

const base64 = z.string().transform((text) => Buffer.from(text, 'base64'))
const pendingShape = z.object({
  device: z.string().refine(isDeviceId),
  name: z.string(),
  signSeed: base64,
  boxSeed: base64,
})
/** Keys of a device that waits. They open nothing without the password of an officer. */
export type PendingDevice = z.infer<typeof pendingShape>

const pendingPath = (workspace: string): string => join(workspace, 'permohonan.json')

/** Null where none was made; throws on a file that is not one of ours. */
export const readPending = (workspace: string): PendingDevice | null =>
  existsSync(pendingPath(workspace))
    ? pendingShape.parse(JSON.parse(readFileSync(pendingPath(workspace), 'utf8')))
    : null

export const dropPending = (workspace: string): void => rmSync(pendingPath(workspace), { force: true })

const writePending = (workspace: string, { device, name, signSeed, boxSeed }: PendingDevice): void => {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
  const kept = { device, name, signSeed: text(signSeed), boxSeed: text(boxSeed) }
  writeFileDurably(pendingPath(workspace), Buffer.from(JSON.stringify(kept)))
}

const newPending = (name: string): PendingDevice => {
  const signSeed = randomBytes(32)
  const device = deviceIdOf(publicBytes(privateKeyFrom('ed25519', signSeed)))
  return { device, name, signSeed, boxSeed: randomBytes(32) }
}

/** The request of this folder: made once, the same when asked for again. */
export const requestFor = (
  workspace: string,
  name: string,
): { readonly code: string; readonly device: string; readonly fingerprint: string } => {
  const known = readPending(workspace)
  const pending = known ?? newPending(name)
  if (known === null) writePending(workspace, pending)
  const { device, signSeed, boxSeed } = pending
  const signKey = publicBytes(privateKeyFrom('ed25519', signSeed))
  const boxKey = publicBytes(privateKeyFrom('x25519', boxSeed))
  const code = encodeRequest({ device, name: pending.name, signKey, boxKey }, signSeed)
  return { code, device, fingerprint: fingerprintOf(Buffer.from(code, 'base64url')) }
}
