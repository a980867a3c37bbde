import {
  createCipheriv,
  createDecipheriv,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { publicBytes, publicKeyFrom } from '../store/keys.ts'

export type KdfCost = { readonly memoryKiB: number; readonly passes: number; readonly lanes: number }
export const passwordCost: KdfCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 4 }
/** Finds a slot by NIP without writing the NIP down: cheap enough to do once, dear enough against a list of all NIPs. */
export const labelCost: KdfCost = { memoryKiB: 19 * 1024, passes: 2, lanes: 1 }

/** How often Argon2 ran: an unknown officer must cost as much as a known one. */
export const argonRuns = { count: 0 }

const argon2id = 2

export const deriveKey = async (secret: string, salt: Uint8Array, cost: KdfCost): Promise<Buffer> => {
  argonRuns.count += 1
  const encoded = await hash(secret.normalize('NFC'), {
    algorithm: argon2id,
    memoryCost: cost.memoryKiB,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    outputLen: 32,
    salt,
  })
  return Buffer.from(encoded.slice(encoded.lastIndexOf('$') + 1), 'base64')
}

const nonceBytes = 12
const tagBytes = 16

export const sealWith = (key: Uint8Array, plain: Uint8Array): Buffer => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Null where the key is wrong or the bytes were changed. */
export const unsealWith = (key: Uint8Array, sealed: Uint8Array): Buffer | null => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes))
    decipher.setAuthTag(sealed.subarray(-tagBytes))
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
  } catch {
    return null
  }
}

const boxKey = (privateKey: KeyObject, publicKey: KeyObject): Buffer =>
  Buffer.from(
    hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), Buffer.alloc(0), 'selaras/1/box', 32),
  )

/** Seals to an officer's X25519 key: ephemeral public half (32 B), then AES-256-GCM. */
export const sealTo = (officerBoxKey: Uint8Array, plain: Uint8Array): Buffer => {
  const ephemeral = generateKeyPairSync('x25519')
  const key = boxKey(ephemeral.privateKey, publicKeyFrom('x25519', officerBoxKey))
  return Buffer.concat([publicBytes(ephemeral.publicKey), sealWith(key, plain)])
}

export const unsealAs = (officer: KeyObject, sealed: Uint8Array): Buffer | null =>
  unsealWith(boxKey(officer, publicKeyFrom('x25519', sealed.subarray(0, 32))), sealed.subarray(32))
