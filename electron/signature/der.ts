import * as asn1js from 'asn1js'

/** Short names for the ASN.1 that a signature is made of. */
export const seq = (...value: asn1js.AsnType[]) => new asn1js.Sequence({ value })
export const set = (...value: asn1js.AsnType[]) => new asn1js.Set({ value })
export const oid = (value: string) => new asn1js.ObjectIdentifier({ value })
export const int = (value: number) => new asn1js.Integer({ value })
export const octets = (bytes: Uint8Array) => new asn1js.OctetString({ valueHex: buffer(bytes) })
export const none = () => new asn1js.Null()
/** [n] with its content inside. */
export const tagged = (tagNumber: number, value: asn1js.AsnType[]) =>
  new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber }, value })

/** A copy with an own buffer: what WebCrypto and asn1js take. */
export const buffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

export const encode = (value: asn1js.AsnType): Buffer => Buffer.from(value.toBER(false))

/** `null` where the bytes are not one DER value. `length`: how many bytes it takes; more may follow. */
export const parse = (
  bytes: Uint8Array,
): { readonly value: asn1js.AsnType; readonly length: number } | null => {
  const { offset, result } = asn1js.fromBER(buffer(bytes))
  return offset === -1 ? null : { value: result, length: offset }
}

export const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signaturePolicy: '1.2.840.113549.1.9.16.2.15',
  commitmentType: '1.2.840.113549.1.9.16.2.16',
  timeStamp: '1.2.840.113549.1.9.16.2.14',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
  rsa: '1.2.840.113549.1.1.1',
  rsaPss: '1.2.840.113549.1.1.10',
  ecdsaSha256: '1.2.840.10045.4.3.2',
  ecdsaSha384: '1.2.840.10045.4.3.3',
  ecdsaSha512: '1.2.840.10045.4.3.4',
  comment: '2.16.840.1.113730.1.13',
  keyUsage: '2.5.29.15',
  extendedKeyUsage: '2.5.29.37',
  basicConstraints: '2.5.29.19',
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
  organizationalUnit: '2.5.4.11',
  country: '2.5.4.6',
} as const

export const digestNames: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

export type Digest = 'sha256' | 'sha384' | 'sha512'
export const digestOids: Readonly<Record<Digest, string>> = {
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
}
