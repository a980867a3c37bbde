import {
  createCipheriv,
  createDecipheriv,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { publicBytes, publicKeyFrom } from './keys.ts'

const nonceBytes = 12
const tagBytes = 16
const nothing = new Uint8Array()
/** X25519. */
const boxKeyLength = 32

/** AES-256-GCM: nonce, ciphertext, tag. `about` is bound to it without being in it: elsewhere it does not open. */
export const sealWith = (key: Uint8Array, plain: Uint8Array, about: Uint8Array = nothing): Buffer => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(about)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Null where the key is wrong, the bytes were changed, or they are about something else. */
export const unsealWith = (
  key: Uint8Array,
  sealed: Uint8Array,
  about: Uint8Array = nothing,
): Buffer | null => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes)).setAAD(about)
    decipher.setAuthTag(sealed.subarray(-tagBytes))
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
  } catch {
    return null
  }
}

/** What is sealed for one purpose opens for no other. */
export type Purpose = 'box' | 'record'

const boxKey = (privateKey: KeyObject, publicKey: KeyObject, purpose: Purpose): Buffer =>
  Buffer.from(
    hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), Buffer.alloc(0), `selaras/1/${purpose}`, 32),
  )

/** Seals to an officer's X25519 key: ephemeral public half (32 B), then AES-256-GCM. */
export const sealTo = (officerBoxKey: Uint8Array, plain: Uint8Array, purpose: Purpose = 'box'): Buffer => {
  const ephemeral = generateKeyPairSync('x25519')
  const key = boxKey(ephemeral.privateKey, publicKeyFrom('x25519', officerBoxKey), purpose)
  return Buffer.concat([publicBytes(ephemeral.publicKey), sealWith(key, plain)])
}

/** Whether anything can be sealed to this key: some points of the curve give everybody the same secret, and are refused. */
export const isBoxKey = (officerBoxKey: Uint8Array): boolean => {
  try {
    return officerBoxKey.length === boxKeyLength && sealTo(officerBoxKey, nothing).length > 0
  } catch {
    return false
  }
}

/** Null where it was sealed to somebody else, for another purpose, or by nobody at all. */
export const unsealAs = (officer: KeyObject, sealed: Uint8Array, purpose: Purpose = 'box'): Buffer | null => {
  try {
    const ephemeral = publicKeyFrom('x25519', sealed.subarray(0, 32))
    return unsealWith(boxKey(officer, ephemeral, purpose), sealed.subarray(32))
  } catch {
    return null
  }
}
