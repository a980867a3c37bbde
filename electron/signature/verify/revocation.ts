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

export type Standing = 'revoked' | 'good' | 'unknown'

/** What the lists at hand say of a certificate; only a list signed by its own issuer counts. */
export const standingOf = (
  certificate: Certified,
  issuer: Certified | undefined,
  crls: readonly Crl[],
): Standing => {
  const own = issuer === undefined ? [] : crls.filter((crl) => isFrom(crl, issuer))
  if (own.length === 0) return 'unknown'
  const { serialNumber } = certificate.parsed
  const isListed = own.some((crl) =>
    crl.revokedCertificates?.some((each) => each.userCertificate.isEqual(serialNumber)),
  )
  return isListed ? 'revoked' : 'good'
}
