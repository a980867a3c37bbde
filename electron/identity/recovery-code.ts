import { randomBytes } from 'node:crypto'
import { publicBytes, recoveryKeysFrom } from '../store/keys.ts'
import { deriveKey, passwordCost } from './password.ts'

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const groupLength = 4
const groups = 8
const firstPasswordGroups = 4

/** Groups of four letters and digits that cannot be mistaken for each other, 20 bits each. */
const makeCode = (random: (size: number) => Uint8Array, groups: number): string => {
  const letters = Array.from(random(groups * groupLength), (byte) => alphabet[byte % 32])
  return Array.from({ length: groups }, (_unused, at) =>
    letters.slice(at * groupLength, (at + 1) * groupLength).join(''),
  ).join('-')
}

/** 80 bits, to be typed once. */
export const makeFirstPassword = (random: (size: number) => Uint8Array): string =>
  makeCode(random, firstPasswordGroups)

const normalCode = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** 32 bytes that only the code gives: the seed of its keys. Hyphens and small letters do not matter. */
export const secretOf = (code: string, salt: Uint8Array): Promise<Buffer> =>
  deriveKey(normalCode(code), salt, passwordCost)

/** What the log and the slots keep of a code. */
export type PublicCode = {
  readonly salt: Uint8Array
  readonly signKey: Uint8Array
  readonly boxKey: Uint8Array
}

/** 160 bits, to be printed once, and its public half. */
export const makeRecoveryCode = async (): Promise<{ readonly code: string; readonly known: PublicCode }> => {
  const code = makeCode(randomBytes, groups)
  const salt = randomBytes(16)
  const keys = recoveryKeysFrom(await secretOf(code, salt))
  return { code, known: { salt, signKey: publicBytes(keys.signing), boxKey: publicBytes(keys.boxing) } }
}
