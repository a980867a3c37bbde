import { type Certified, isForSigning, isStrong, pathLengthOf, readCertificate } from '../certificate.ts'
import { isForgeable } from './algorithms.ts'
import type { ProblemCode, Weight } from './report.ts'
import { type Crl, type Standing, standingOf } from './revocation.ts'

const longest = 8

const isAuthority = ({ x509, info }: Certified): boolean =>
  x509.ca && (info.keyUsage === null || info.keyUsage.includes('keyCertSign'))

const issuedBy = (certificate: Certified, issuer: Certified): boolean =>
  isAuthority(issuer) &&
  certificate.x509.checkIssued(issuer.x509) &&
  certificate.x509.verify(issuer.x509.publicKey)

/** Below it stand the signer and so many authorities. */
const reaches = (issuer: Certified, authorities: number): boolean =>
  authorities <= (pathLengthOf(issuer) ?? longest)

const isSame = (a: Certified, b: Certified): boolean => Buffer.compare(a.der, b.der) === 0

type Path = { readonly certificates: readonly Certified[]; readonly pinned: boolean }

/** From the signer upwards: to a pinned root where one is reached, else as far as the certificates at hand lead. */
export const buildPath = (
  signer: Certified,
  others: readonly Certified[],
  roots: readonly Certified[],
): Path => {
  const climb = (path: readonly Certified[]): Path => {
    const top = path.at(-1) as Certified
    if (roots.some((root) => isSame(root, top))) return { certificates: path, pinned: true }
    if (path.length >= longest) return { certificates: path, pinned: false }
    const above = [...roots, ...others].filter(
      (each) =>
        !path.some((known) => isSame(known, each)) && issuedBy(top, each) && reaches(each, path.length - 1),
    )
    const ways = above.map((each) => climb([...path, each]))
    return ways.find((way) => way.pinned) ?? ways[0] ?? { certificates: path, pinned: false }
  }
  return climb([signer])
}

/** What vouches for a certificate is the signature on it; a root vouches for itself, so its own says nothing. */
const isWeak = ({ certificates }: Path): boolean =>
  certificates.some(
    ({ parsed, info }, index) =>
      isForgeable(parsed.signatureAlgorithm.algorithmId) &&
      !(index === certificates.length - 1 && info.selfSigned),
  )

const validAt = ({ info }: Certified, time: number): boolean =>
  Date.parse(info.validFrom) <= time && time <= Date.parse(info.validTo)

type Finding = { readonly code: ProblemCode; readonly weight: Weight }
const refused = (code: ProblemCode): Finding => ({ code, weight: 'refused' })

const datesOf = (path: readonly Certified[], signed: number, now: number): Finding[] => {
  const [signer, ...above] = path as [Certified, ...Certified[]]
  if (Date.parse(signer.info.validFrom) > signed) return [refused('certificateNotYetValid')]
  if (Date.parse(signer.info.validTo) < signed) return [refused('certificateExpiredAtSigning')]
  if (!above.every((each) => validAt(each, signed))) return [refused('chainBroken')]
  return validAt(signer, now) ? [] : [{ code: 'certificateExpiredNow', weight: 'doubt' }]
}

const trustOf = (signer: Certified, path: Path): Finding[] => {
  if (path.certificates.some(({ info }) => info.demo)) return [{ code: 'demo', weight: 'uncertified' }]
  if (path.pinned) return []
  return [{ code: signer.info.selfSigned ? 'selfSigned' : 'issuerUnknown', weight: 'uncertified' }]
}

export type Judge = {
  readonly roots: readonly Certified[]
  readonly crls: readonly Crl[]
  readonly now: Date
}
export type ChainCheck = {
  readonly findings: readonly Finding[] /** What revocation lists say of the signer. */
  readonly standing: Standing
}

/** Who vouches for the signer, and whether the certificates were valid. `signed`: the time the file claims, else now. */
export const checkChain = (
  signer: Certified,
  others: readonly Certified[],
  signed: Date | null,
  { roots, crls, now }: Judge,
  timestamp = false,
): ChainCheck => {
  const path = buildPath(signer, others, roots)
  const claimed = (signed ?? now).getTime()
  const standings = path.certificates.map((each, index) =>
    standingOf(each, path.certificates[index + 1], crls, now),
  )
  const findings = [
    ...(isStrong(signer.info) ? [] : [refused('keyWeak')]),
    ...(isForSigning(signer.info, timestamp) ? [] : [refused('notForSigning')]),
    ...(isWeak(path) ? [refused('chainWeak')] : []),
    ...datesOf(path.certificates, claimed, now.getTime()),
    ...(standings.includes('revoked') ? [refused('certificateRevoked')] : []),
    ...trustOf(signer, path),
  ]
  return { findings, standing: standings[0] ?? 'unknown' }
}

/** Certificates that can be read; the rest is left out. */
export const readRoots = (roots: readonly Uint8Array[]): Certified[] =>
  roots.map(readCertificate).filter((each) => each !== null)
