import { X509Certificate } from 'node:crypto'
import { BasicConstraints, Certificate, ExtKeyUsage, type RelativeDistinguishedNames } from 'pkijs'
import { buffer, oids } from './der.ts'

export type Party = { readonly name: string; readonly organization: string; readonly full: string }

/** What a person should see of a certificate. Times are ISO. */
export type CertificateInfo = {
  readonly subject: Party
  readonly issuer: Party
  readonly serial: string
  readonly validFrom: string
  readonly validTo: string
  readonly selfSigned: boolean
  /** `null`: the certificate does not say. */
  readonly keyUsage: readonly KeyUsage[] | null
  /** What else it was issued for, by number; `null`: for anything. */
  readonly extendedUsage: readonly string[] | null
  readonly algorithm: string
  readonly keyBits: number
  /** Made for a demonstration: marked on the page, never certified. */
  readonly demo: boolean
}

export const keyUsages = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
] as const
export type KeyUsage = (typeof keyUsages)[number]

/** The mark by which a certificate made for a demonstration is known, in Netscape's comment field. */
export const demoMark = 'Selaras: sertifikat contoh, tidak sah'

export type Certified = {
  readonly der: Uint8Array
  readonly x509: X509Certificate
  readonly parsed: Certificate
  readonly info: CertificateInfo
}

const entryOf = (names: RelativeDistinguishedNames, type: string): string =>
  names.typesAndValues
    .filter((each) => each.type === type)
    .map((each) => String(each.value.valueBlock.value ?? ''))
    .at(-1) ?? ''

const partyOf = (names: RelativeDistinguishedNames, full: string): Party => {
  const organization = entryOf(names, oids.organization)
  const unit = entryOf(names, oids.organizationalUnit)
  return {
    name: entryOf(names, oids.commonName) || unit || organization,
    organization,
    full: full.replaceAll('\\,', ',').replaceAll('\n', ', '),
  }
}

const keyUsageOf = (certificate: Certificate): KeyUsage[] | null => {
  const extension = certificate.extensions?.find((each) => each.extnID === oids.keyUsage)
  const bits = extension?.parsedValue as { valueBlock?: { valueHexView?: Uint8Array } } | undefined
  const bytes = bits?.valueBlock?.valueHexView
  if (extension === undefined) return null
  return keyUsages.filter((_, index) => ((bytes?.[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0)
}

const extensionOf = (certificate: Certificate, type: string): unknown =>
  certificate.extensions?.find((each) => each.extnID === type)?.parsedValue

const extendedUsageOf = (certificate: Certificate): readonly string[] | null => {
  const value = extensionOf(certificate, oids.extendedKeyUsage)
  return value instanceof ExtKeyUsage ? value.keyPurposes : null
}

/** How many authorities may stand below this one; `null`: any number. */
export const pathLengthOf = ({ parsed }: Certified): number | null => {
  const value = extensionOf(parsed, oids.basicConstraints)
  const most = value instanceof BasicConstraints ? value.pathLenConstraint : undefined
  if (most === undefined) return null
  return typeof most === 'number' ? most : most.valueBlock.valueDec
}

const isDemo = (certificate: Certificate): boolean =>
  certificate.extensions?.some(
    (each) =>
      each.extnID === oids.comment && Buffer.from(each.extnValue.valueBlock.valueHexView).includes(demoMark),
  ) === true

const keyBitsOf = ({ asymmetricKeyType, asymmetricKeyDetails }: X509Certificate['publicKey']): number => {
  if (asymmetricKeyDetails?.modulusLength !== undefined) return asymmetricKeyDetails.modulusLength
  if (asymmetricKeyType === 'ed25519') return 256
  return { prime256v1: 256, secp384r1: 384, secp521r1: 521 }[asymmetricKeyDetails?.namedCurve ?? ''] ?? 0
}

/** `null` where the bytes are no X.509 certificate. */
export const readCertificate = (der: Uint8Array): Certified | null => {
  try {
    const x509 = new X509Certificate(der)
    const parsed = Certificate.fromBER(buffer(der))
    const info: CertificateInfo = {
      subject: partyOf(parsed.subject, x509.subject),
      issuer: partyOf(parsed.issuer, x509.issuer),
      serial: x509.serialNumber,
      validFrom: x509.validFromDate.toISOString(),
      validTo: x509.validToDate.toISOString(),
      // not `checkIssued`: it asks that the issuer may issue, which a certificate for signing may not
      selfSigned: x509.subject === x509.issuer && x509.verify(x509.publicKey),
      keyUsage: keyUsageOf(parsed),
      extendedUsage: extendedUsageOf(parsed),
      algorithm: x509.publicKey.asymmetricKeyType ?? '',
      keyBits: keyBitsOf(x509.publicKey),
      demo: isDemo(parsed),
    }
    return { der: new Uint8Array(x509.raw), x509, parsed, info }
  } catch {
    return null
  }
}

/** RSA of 2048 bits, EC of 256 bits, or Ed25519 and more. */
export const isStrong = ({ algorithm, keyBits }: CertificateInfo): boolean =>
  algorithm === 'rsa' || algorithm === 'rsa-pss' ? keyBits >= 2_048 : keyBits >= 256

const anything = '2.5.29.37.0'
const timeStamping = '1.3.6.1.5.5.7.3.8'
/** Mail, a person's login, documents (RFC 9336, Microsoft, Adobe): what certificates of persons are issued for. */
const ofPersons = [
  '1.3.6.1.5.5.7.3.4',
  '1.3.6.1.5.5.7.3.2',
  '1.3.6.1.5.5.7.3.36',
  '1.3.6.1.4.1.311.10.3.12',
  '1.2.840.113583.1.1.5',
]

export const isForSigning = ({ keyUsage, extendedUsage }: CertificateInfo, timestamp = false): boolean => {
  const wanted = [anything, ...(timestamp ? [timeStamping] : ofPersons)]
  const signs =
    keyUsage === null || keyUsage.includes('digitalSignature') || keyUsage.includes('nonRepudiation')
  return signs && (extendedUsage === null || extendedUsage.some((each) => wanted.includes(each)))
}
