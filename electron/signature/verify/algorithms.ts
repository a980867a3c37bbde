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

/** Digest of a signature algorithm that names it; `null` for others. */
export const digestOfSignature = (algorithm: string): string | null =>
  rsa[algorithm] ?? ecdsa[algorithm] ?? null
