import { constants, createHash, timingSafeEqual, verify } from 'node:crypto'
import type * as asn1js from 'asn1js'
import {
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  RSASSAPSSParams,
  SignedData,
  type SignerInfo,
} from 'pkijs'
import { type Certified, readCertificate } from '../certificate.ts'
import { digestNames, oids, parse } from '../der.ts'
import { digestOfSignature } from './algorithms.ts'
import type { ProblemCode } from './report.ts'

export type CmsCheck = {
  readonly signer: Certified | null
  readonly others: readonly Certified[]
  readonly problems: readonly ProblemCode[]
  readonly timestamp: boolean
}

type Attributes = ReadonlyMap<string, asn1js.AsnType | null>

const hash = (name: string, parts: readonly Uint8Array[]): Buffer => {
  const sum = createHash(name)
  for (const part of parts) sum.update(part)
  return sum.digest()
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b)

const onlyZeros = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0)

const signedDataOf = (contents: Uint8Array): SignedData | null => {
  try {
    const read = parse(contents)
    if (read === null || !onlyZeros(contents.subarray(read.length))) return null
    const info = new ContentInfo({ schema: read.value })
    return info.contentType === oids.signedData ? new SignedData({ schema: info.content }) : null
  } catch {
    return null
  }
}

const certificatesOf = (data: SignedData): Certified[] =>
  (data.certificates ?? [])
    .filter((each): each is Certificate => each instanceof Certificate)
    .map((each) => readCertificate(Buffer.from(each.toSchema(false).toBER(false))))
    .filter((each) => each !== null)

const isSignerOf = (info: SignerInfo, { parsed }: Certified): boolean =>
  info.sid instanceof IssuerAndSerialNumber &&
  info.sid.serialNumber.isEqual(parsed.serialNumber) &&
  info.sid.issuer.isEqual(parsed.issuer)

/** One value per type; `null` marks a type that comes twice or has not exactly one value. */
const attributesOf = (info: SignerInfo): Attributes => {
  const found = new Map<string, asn1js.AsnType | null>()
  for (const { type, values } of info.signedAttrs?.attributes ?? []) {
    found.set(type, found.has(type) || values.length !== 1 ? null : (values[0] as asn1js.AsnType))
  }
  return found
}

const octetsIn = (value: asn1js.AsnType | null | undefined): Uint8Array | null => {
  const view = (value as asn1js.OctetString | undefined)?.valueBlock?.valueHexView
  return value?.idBlock.tagNumber === 4 && view !== undefined ? view : null
}

const children = (value: asn1js.AsnType | undefined): asn1js.AsnType[] => {
  const inside = (value as asn1js.Sequence | undefined)?.valueBlock?.value
  return Array.isArray(inside) ? inside : []
}

const oidOf = (value: asn1js.AsnType | undefined): string =>
  value?.idBlock.tagNumber === 6 ? (value as asn1js.ObjectIdentifier).valueBlock.toString() : ''

const strongDigests = new Set(['sha256', 'sha384', 'sha512'])

/** SigningCertificateV2: the first ESSCertIDv2 names the signer by digest. Source: RFC 5035. */
const checkEss = (attributes: Attributes, signer: Certified): ProblemCode | null => {
  const value = attributes.get(oids.signingCertificateV2)
  if (value === undefined || value === null) return 'essMissing'
  const [first = undefined, second = undefined] = children(children(children(value)[0])[0])
  const own = first?.idBlock.tagNumber === 16
  const name = own ? digestNames[oidOf(children(first)[0])] : 'sha256'
  const digest = octetsIn(own ? second : first)
  if (name === undefined || !strongDigests.has(name) || digest === null) return 'essMismatch'
  return same(digest, hash(name, [signer.der])) ? null : 'essMismatch'
}

type Scheme = { readonly digest: string; readonly padding?: number; readonly saltLength?: number }

const pss = (info: SignerInfo): Scheme | null => {
  try {
    const parameters = new RSASSAPSSParams({ schema: info.signatureAlgorithm.algorithmParams })
    const digest = digestNames[parameters.hashAlgorithm.algorithmId]
    return digest === undefined
      ? null
      : { digest, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: parameters.saltLength }
  } catch {
    return null
  }
}

const schemeOf = (info: SignerInfo, digest: string): Scheme | null => {
  const { algorithmId } = info.signatureAlgorithm
  if (algorithmId === oids.rsa) return { digest }
  if (algorithmId === oids.rsaPss) return pss(info)
  const named = digestOfSignature(algorithmId)
  return named === null ? null : { digest: named }
}

/** The attributes as they were signed: the bytes of the file, tagged as a SET. */
const signedBytes = (info: SignerInfo): Buffer => {
  const bytes = Buffer.from(info.signedAttrs?.encodedValue ?? new ArrayBuffer(0))
  if (bytes.length > 0) bytes[0] = 0x31
  return bytes
}

const signatureHolds = (info: SignerInfo, signer: Certified, scheme: Scheme): boolean => {
  try {
    const { padding, saltLength } = scheme
    const options = padding === undefined ? {} : { padding, saltLength: saltLength ?? 20 }
    const key = { key: signer.x509.publicKey, ...options }
    return verify(scheme.digest, signedBytes(info), key, info.signature.valueBlock.valueHexView)
  } catch {
    return false
  }
}

const contentDigestHolds = (
  data: SignedData,
  attributes: Attributes,
  digest: string,
  parts: readonly Uint8Array[],
) => {
  const claimed = octetsIn(attributes.get(oids.messageDigest))
  return claimed !== null && same(claimed, hash(digest, contentOf(data) ?? parts))
}

/** What stands inside the CMS; `null` where the signature is detached. */
const contentOf = (data: SignedData): Uint8Array[] | null => {
  const inside = data.encapContentInfo.eContent
  return inside === undefined ? null : [new Uint8Array(inside.getValue())]
}

/** A time-stamp token speaks of the file through its imprint. */
const imprintHolds = (data: SignedData, parts: readonly Uint8Array[]): boolean => {
  const [content] = contentOf(data) ?? []
  const info = content === undefined ? null : parse(content)
  const [algorithm, digest] = children(children(info?.value)[2])
  const name = digestNames[oidOf(children(algorithm)[0])]
  const value = octetsIn(digest)
  return name !== undefined && strongDigests.has(name) && value !== null && same(value, hash(name, parts))
}

export type Expect = { readonly pades: boolean; readonly timestamp: boolean }

const checkSigner = (
  data: SignedData,
  info: SignerInfo,
  signer: Certified,
  parts: readonly Uint8Array[],
  expect: Expect,
) => {
  const problems: ProblemCode[] = []
  const attributes = attributesOf(info)
  const digest = digestNames[info.digestAlgorithm.algorithmId] ?? ''
  const scheme = schemeOf(info, digest)
  if (scheme === null || digest === '') return ['formatUnknown'] as ProblemCode[]
  if (!strongDigests.has(digest) || !strongDigests.has(scheme.digest)) problems.push('digestWeak')
  if (!contentDigestHolds(data, attributes, digest, parts)) problems.push('contentChanged')
  if (expect.timestamp && !imprintHolds(data, parts)) problems.push('contentChanged')
  if (!signatureHolds(info, signer, scheme)) problems.push('signatureWrong')
  const type = attributes.get(oids.contentType)
  const expected = expect.timestamp ? oids.timeStampInfo : oids.data
  if (oidOf(type ?? undefined) !== expected || data.encapContentInfo.eContentType !== expected)
    problems.push('contentTypeWrong')
  if (!expect.timestamp && contentOf(data) !== null) problems.push('contentTypeWrong')
  const ess = checkEss(attributes, signer)
  if (ess !== null && (expect.pades || ess === 'essMismatch') && !expect.timestamp) problems.push(ess)
  if (expect.pades && attributes.has(oids.signingTime)) problems.push('signingTimePresent')
  return problems
}

/** Checks the CMS of one signature against the signed parts of the file. */
export const checkCms = (contents: Uint8Array, parts: readonly Uint8Array[], expect: Expect): CmsCheck => {
  const data = signedDataOf(contents)
  const [info, ...more] = data?.signerInfos ?? []
  const unreadable = (others: readonly Certified[] = []): CmsCheck => ({
    signer: null,
    others,
    problems: ['cmsUnreadable'],
    timestamp: expect.timestamp,
  })
  if (data === null || info === undefined || more.length > 0 || info.signedAttrs === undefined)
    return unreadable()
  const certificates = certificatesOf(data)
  const signer = certificates.find((each) => isSignerOf(info, each))
  if (signer === undefined) return unreadable(certificates)
  return {
    signer,
    others: certificates.filter((each) => each !== signer),
    problems: checkSigner(data, info, signer, parts, expect),
    timestamp: expect.timestamp,
  }
}
