import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { deviceIdFrom } from '../../shared/commit/id.ts'

const pkcs8 = {
  ed25519: '302e020100300506032b657004220420',
  x25519: '302e020100300506032b656e04220420',
} as const
const spki = { ed25519: '302a300506032b6570032100', x25519: '302a300506032b656e032100' } as const
export type Curve = keyof typeof pkcs8

export const privateKeyFrom = (curve: Curve, seed: Uint8Array): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from(pkcs8[curve], 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  })

export const publicKeyFrom = (curve: Curve, raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([Buffer.from(spki[curve], 'hex'), raw]), format: 'der', type: 'spki' })

/** 32 raw bytes of the public half. */
export const publicBytes = (key: KeyObject): Buffer =>
  (
    (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'der', type: 'spki' }) as Buffer
  ).subarray(-32)

const derive = (seed: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', seed, Buffer.alloc(0), `selaras/1/${purpose}`, 32))

export type OfficerKeys = { readonly signing: KeyObject; readonly boxing: KeyObject }

/** An officer's Ed25519 and X25519 pairs, both from one random seed of 32 bytes. */
export const officerKeysFrom = (seed: Uint8Array): OfficerKeys => ({
  signing: privateKeyFrom('ed25519', derive(seed, 'officer-sign')),
  boxing: privateKeyFrom('x25519', derive(seed, 'officer-box')),
})

/** The pairs that follow from a printed recovery code. */
export const recoveryKeysFrom = (secret: Uint8Array): OfficerKeys =>
  officerKeysFrom(derive(secret, 'recovery'))

/** A device's id follows from its key: nobody can enrol another key under it. */
export const deviceIdOf = (signKey: Uint8Array): string =>
  deviceIdFrom(createHash('sha256').update('selaras/1/device').update(signKey).digest())

export const signHash = (hash: Uint8Array, key: KeyObject): Buffer => sign(null, hash, key)

const mostKeys = 1000
const keyCache = new Map<string, KeyObject>()
/** Kept: reading a key takes nearly as long as verifying with it, and few keys sign many commits. */
const signingKey = (raw: Uint8Array): KeyObject => {
  const name = Buffer.from(raw).toString('latin1')
  const key = keyCache.get(name) ?? publicKeyFrom('ed25519', raw)
  if (keyCache.size >= mostKeys) keyCache.clear()
  keyCache.set(name, key)
  return key
}

export const verifyHash = (hash: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean =>
  signature.length === 64 && publicKey.length === 32 && verify(null, hash, signingKey(publicKey), signature)

/** Whether a key made this signature; each key is asked once. */
export const signedBy = (hash: Uint8Array, signature: Uint8Array): ((publicKey: Uint8Array) => boolean) => {
  const answers = new Map<string, boolean>()
  return (publicKey) => {
    const name = Buffer.from(publicKey).toString('latin1')
    const answer = answers.get(name) ?? verifyHash(hash, signature, publicKey)
    answers.set(name, answer)
    return answer
  }
}
