import { hash } from '@node-rs/argon2'

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
