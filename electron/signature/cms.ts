import { createHash, sign } from 'node:crypto'
import type { AsnType } from 'asn1js'
import {
  type Digest,
  digestOids,
  encode,
  int,
  none,
  octets,
  oid,
  oids,
  parse,
  seq,
  set,
  tagged,
} from './der.ts'
import type { Identity } from './pkcs12.ts'

const attribute = (type: string, value: AsnType) => seq(oid(type), set(value))

const whole = (bytes: Uint8Array): AsnType => {
  const parsed = parse(bytes)
  if (parsed === null) throw new Error('certificate cannot be encoded')
  return parsed.value
}

/** ESSCertIDv2 with SHA-256 (the default, so left unsaid) and the issuer with serial number. Source: RFC 5035. */
const signingCertificateV2 = ({ certificate }: Identity) => {
  const hash = createHash('sha256').update(certificate.der).digest()
  const issuer = seq(tagged(4, [certificate.parsed.issuer.toSchema()]))
  return seq(seq(seq(octets(hash), seq(issuer, certificate.parsed.serialNumber))))
}

const curveDigests: Readonly<Record<string, Digest>> = { secp384r1: 'sha384', secp521r1: 'sha512' }
const ecdsa = { sha256: oids.ecdsaSha256, sha384: oids.ecdsaSha384, sha512: oids.ecdsaSha512 } as const

export const digestFor = ({ key }: Identity): Digest =>
  key.asymmetricKeyType === 'ec'
    ? (curveDigests[key.asymmetricKeyDetails?.namedCurve ?? ''] ?? 'sha256')
    : 'sha256'

const signatureAlgorithm = (identity: Identity, digest: Digest) =>
  identity.key.asymmetricKeyType === 'ec' ? seq(oid(ecdsa[digest])) : seq(oid(oids.rsa), none())

/** Attributes in DER order of a SET. No signing-time: the time of a PAdES signature stands in the PDF. */
const signedAttributes = (identity: Identity, digestValue: Uint8Array): Buffer[] =>
  [
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(digestValue)),
    attribute(oids.signingCertificateV2, signingCertificateV2(identity)),
  ]
    .map(encode)
    .sort(Buffer.compare)

/** Detached CMS for PAdES B-B over a digest of the signed bytes. Source: ETSI EN 319 142-1. */
export const signCms = (identity: Identity, digest: Digest, digestValue: Uint8Array): Buffer => {
  const attributes = signedAttributes(identity, digestValue).map(whole)
  const signature = sign(digest, encode(set(...attributes)), identity.key)
  const algorithm = seq(oid(digestOids[digest]))
  const certificates = [identity.certificate, ...identity.chain].map(({ der }) => whole(der))
  const { issuer, serialNumber } = identity.certificate.parsed
  const signer = seq(
    int(1),
    seq(issuer.toSchema(), serialNumber),
    algorithm,
    tagged(0, attributes),
    signatureAlgorithm(identity, digest),
    octets(signature),
  )
  const data = seq(int(1), set(algorithm), seq(oid(oids.data)), tagged(0, certificates), set(signer))
  return encode(seq(oid(oids.signedData), tagged(0, [data])))
}

/** Bytes to keep free for `signCms` of this identity, generously. */
export const cmsRoom = ({ certificate, chain }: Identity): number =>
  [certificate, ...chain].reduce((sum, { der }) => sum + der.length, 0) + 3_072
