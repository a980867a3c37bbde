import { oids } from '../der.ts'

const ecdsa: Readonly<Record<string, string>> = {
  [oids.ecdsaSha256]: 'sha256',
  [oids.ecdsaSha384]: 'sha384',
  [oids.ecdsaSha512]: 'sha512',
}
const rsa: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
}

/** MD2, MD5 and SHA-1, with RSA, DSA and EC: who makes two texts with one digest has both signed. */
const forgeable = new Set([
  '1.2.840.113549.1.1.2',
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.3.14.3.2.29',
  '1.2.840.10040.4.3',
  '1.2.840.10045.4.1',
])

export const isForgeable = (algorithm: string): boolean => forgeable.has(algorithm)

/** Digest of a signature algorithm that names it; `null` for others. */
export const digestOfSignature = (algorithm: string): string | null =>
  rsa[algorithm] ?? ecdsa[algorithm] ?? null
