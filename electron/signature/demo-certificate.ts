import { generateKeyPair, type KeyObject, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import forge from 'node-forge'
import { signatureTexts } from '../../shared/texts/signature.ts'
import { demoMark } from './certificate.ts'

export type DemoCertificate = {
  readonly pkcs12: Uint8Array
  /** DER of the certificate that signs, and of its issuer. */
  readonly certificate: Uint8Array
  readonly root: Uint8Array
}

type Keys = { readonly publicKey: forge.pki.rsa.PublicKey; readonly privateKey: forge.pki.rsa.PrivateKey }

const generate = promisify(generateKeyPair)

const rsaKeys = async (modulusLength: number): Promise<Keys> => {
  const pair = await generate('rsa', { modulusLength })
  const pem = (key: KeyObject, type: 'pkcs1' | 'spki') => key.export({ format: 'pem', type }).toString()
  return {
    publicKey: forge.pki.publicKeyFromPem(pem(pair.publicKey, 'spki')),
    privateKey: forge.pki.privateKeyFromPem(pem(pair.privateKey, 'pkcs1')),
  }
}

const utf8 = (shortName: string, value: string): forge.pki.CertificateField => ({
  shortName,
  value,
  valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class,
})

const subjectOf = (name: string, organization: string): forge.pki.CertificateField[] => [
  utf8('CN', name),
  utf8('OU', signatureTexts.demoName),
  utf8('O', organization),
  { shortName: 'C', value: 'ID' },
]

const comment = { name: 'nsComment', comment: demoMark }
const commentExtension = () => ({
  id: '2.16.840.1.113730.1.13',
  critical: false,
  value: forge.asn1
    .toDer(forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.IA5STRING, false, comment.comment))
    .getBytes(),
})

type Made = { readonly keys: Keys; readonly certificate: forge.pki.Certificate }

const make = (
  keys: Keys,
  subject: forge.pki.CertificateField[],
  validity: { readonly from: Date; readonly to: Date },
  extensions: unknown[],
  issuer?: Made,
): Made => {
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = keys.publicKey
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`
  certificate.validity.notBefore = validity.from
  certificate.validity.notAfter = validity.to
  certificate.setSubject(subject)
  certificate.setIssuer(issuer?.certificate.subject.attributes ?? subject)
  certificate.setExtensions([...extensions, commentExtension(), { name: 'subjectKeyIdentifier' }])
  certificate.sign((issuer?.keys ?? keys).privateKey, forge.md.sha256.create())
  return { keys, certificate }
}

const derOf = (certificate: forge.pki.Certificate): Uint8Array =>
  Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes(), 'binary')

export type DemoOptions = {
  readonly name: string
  readonly organization: string
  readonly password: string
  readonly validFrom: Date
  readonly validTo: Date
  readonly bits?: 2048 | 3072
}

/** A certificate that says of itself that it is not valid, with an issuer of its own, as PKCS#12 (AES-256). */
export const makeDemoCertificate = async (options: DemoOptions): Promise<DemoCertificate> => {
  const bits = options.bits ?? 3072
  const [rootKeys, ownKeys] = await Promise.all([rsaKeys(bits), rsaKeys(bits)])
  const validity = { from: options.validFrom, to: options.validTo }
  const root = make(rootKeys, subjectOf(signatureTexts.demoRoot, signatureTexts.demoName), validity, [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
  ])
  const name = `${options.name} (${signatureTexts.demoName})`
  const own = make(
    ownKeys,
    subjectOf(name, options.organization),
    validity,
    [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    ],
    root,
  )
  const store = forge.pkcs12.toPkcs12Asn1(
    own.keys.privateKey,
    [own.certificate, root.certificate],
    options.password,
    {
      algorithm: 'aes256',
      count: 10_000,
      friendlyName: options.name,
    },
  )
  return {
    pkcs12: Buffer.from(forge.asn1.toDer(store).getBytes(), 'binary'),
    certificate: derOf(own.certificate),
    root: derOf(root.certificate),
  }
}
