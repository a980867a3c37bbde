import { verify } from 'node:crypto'
import { CertificateRevocationList } from 'pkijs'
import type { Certified } from '../certificate.ts'
import { parse } from '../der.ts'
import { digestOfSignature } from './algorithms.ts'

/** A list of revoked certificates, as its issuer published it. */
export type Crl = CertificateRevocationList

/** Lists that can be read (DER); the rest is left out. */
export const readCrls = (lists: readonly Uint8Array[]): Crl[] =>
  lists.flatMap((bytes) => {
    try {
      const read = parse(bytes)
      return read === null ? [] : [new CertificateRevocationList({ schema: read.value })]
    } catch {
      return []
    }
  })

const isFrom = (crl: Crl, issuer: Certified): boolean => {
  const digest = digestOfSignature(crl.signatureAlgorithm.algorithmId)
  if (digest === null || !crl.issuer.isEqual(issuer.parsed.subject)) return false
  try {
    return verify(digest, crl.tbsView, issuer.x509.publicKey, crl.signatureValue.valueBlock.valueHexView)
  } catch {
    return false
  }
}

/** An older list does not know who was revoked since. */
const isCurrent = ({ thisUpdate, nextUpdate }: Crl, now: Date): boolean =>
  thisUpdate.value <= now && nextUpdate !== undefined && now <= nextUpdate.value

export type Standing = 'revoked' | 'good' | 'unknown'

/** What the lists at hand say of a certificate; only lists signed by its own issuer count, for “good” only current ones. */
export const standingOf = (
  certificate: Certified,
  issuer: Certified | undefined,
  crls: readonly Crl[],
  now: Date,
): Standing => {
  const own = issuer === undefined ? [] : crls.filter((crl) => isFrom(crl, issuer))
  if (own.length === 0) return 'unknown'
  const { serialNumber } = certificate.parsed
  const isListed = own.some((crl) =>
    crl.revokedCertificates?.some((each) => each.userCertificate.isEqual(serialNumber)),
  )
  if (isListed) return 'revoked'
  return own.some((crl) => isCurrent(crl, now)) ? 'good' : 'unknown'
}
