import { createPrivateKey, createPublicKey, type KeyObject, pbkdf2Sync } from 'node:crypto'
import forge from 'node-forge'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { longDate } from '../../shared/format/date.ts'
import { signatureTexts } from '../../shared/texts/signature.ts'
import {
  type CertificateInfo,
  type Certified,
  isForSigning,
  isStrong,
  readCertificate,
} from './certificate.ts'

const { failures } = signatureTexts

/** A key with its certificate and the certificates above it, nearest first. Lives in memory only. */
export type Identity = {
  readonly key: KeyObject
  readonly certificate: Certified
  readonly chain: readonly Certified[]
}

type Pbkdf2 = (
  password: string,
  salt: string,
  count: number,
  size: number,
  md?: { algorithm: string },
) => string

/** node-forge derives keys in JavaScript when it is given a digest object: 20 times slower than the system's own. */
const derive: Pbkdf2 = (password, salt, count, size, md) => {
  const [secret, salted] = [Buffer.from(password, 'binary'), Buffer.from(salt, 'binary')]
  return pbkdf2Sync(secret, salted, count, size, md?.algorithm ?? 'sha1').toString('binary')
}
;(forge.pkcs5 as { pbkdf2: unknown }).pbkdf2 = derive

type Bag = forge.pkcs12.Bag & { asn1?: forge.asn1.Asn1 }

const der = (value: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(value).getBytes(), 'binary')

const keyOf = (bag: Bag): KeyObject | null => {
  try {
    // RSA keys come parsed; what node-forge does not know (EC) it leaves as PKCS#8
    const asn1 = bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1
    return asn1 === undefined ? null : createPrivateKey({ key: der(asn1), format: 'der', type: 'pkcs8' })
  } catch {
    return null
  }
}

const certificateOf = (bag: Bag): Certified | null => {
  const asn1 = bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1
  return asn1 === undefined ? null : readCertificate(der(asn1))
}

const bagsOf = (store: forge.pkcs12.Pkcs12Pfx, ...types: string[]): Bag[] =>
  types.flatMap((type) => (store.getBags({ bagType: type })[type] ?? []) as Bag[])

const spki = (key: KeyObject): string => key.export({ format: 'der', type: 'spki' }).toString('hex')

const chainAbove = (leaf: Certified, all: readonly Certified[]): Certified[] => {
  const above = all.find(
    (each) =>
      each !== leaf &&
      !leaf.info.selfSigned &&
      leaf.x509.checkIssued(each.x509) &&
      leaf.x509.verify(each.x509.publicKey),
  )
  return above === undefined
    ? []
    : [
        above,
        ...chainAbove(
          above,
          all.filter((each) => each !== leaf),
        ),
      ]
}

const parseStore = (bytes: Uint8Array): forge.asn1.Asn1 | null => {
  try {
    const asn1 = forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(bytes).toString('binary')))
    const [version, content] = asn1.value as forge.asn1.Asn1[]
    const isPfx =
      version?.type === forge.asn1.Type.INTEGER && version.value === '\x03' && content?.constructed === true
    return isPfx ? asn1 : null
  } catch {
    return null
  }
}

const openStore = (asn1: forge.asn1.Asn1, password: string): forge.pkcs12.Pkcs12Pfx | null => {
  try {
    return forge.pkcs12.pkcs12FromAsn1(asn1, false, password)
  } catch {
    // the reason could quote what was read; the officer needs only that it does not open
    return null
  }
}

/**
 * Opens a PKCS#12 of any age (RC2, 3DES, AES) with an RSA or EC key.
 * Failures: NotPkcs12, WrongPassword, NoKey, NoCertificate, KeyUnusable.
 */
export const unlockPkcs12 = (bytes: Uint8Array, password: string): Result<Identity> => {
  const asn1 = parseStore(bytes)
  if (asn1 === null) return fail('NotPkcs12', failures.notPkcs12)
  const store = openStore(asn1, password)
  if (store === null) return fail('WrongPassword', failures.wrongPassword)
  const { keyBag, pkcs8ShroudedKeyBag, certBag } = forge.pki.oids as Record<string, string>
  const bags = bagsOf(store, pkcs8ShroudedKeyBag ?? '', keyBag ?? '')
  if (bags.length === 0) return fail('NoKey', failures.noKey)
  const key = bags.map(keyOf).find((each) => each !== null)
  if (key === undefined) return fail('KeyUnusable', failures.keyUnusable)
  const certificates = bagsOf(store, certBag ?? '')
    .map(certificateOf)
    .filter((each) => each !== null)
  const own = spki(createPublicKey(key))
  const certificate = certificates.find((each) => spki(each.x509.publicKey) === own)
  if (certificate === undefined) return fail('NoCertificate', failures.noCertificate)
  return ok({ key, certificate, chain: chainAbove(certificate, certificates) })
}

/** What the window shows before signing; the key does not leave this call. */
export const openPkcs12 = (bytes: Uint8Array, password: string): Result<CertificateInfo> => {
  const opened = unlockPkcs12(bytes, password)
  return opened.ok ? ok(opened.value.certificate.info) : opened
}

/** Whether this certificate may sign at `now`. Failures: CertificateNotYetValid, CertificateExpired, CertificateNotForSigning, KeyWeak, KeyUnusable. */
export const checkUsable = (info: CertificateInfo, now: Date): Result<null> => {
  if (Date.parse(info.validFrom) > now.getTime())
    return fail('CertificateNotYetValid', failures.notYetValid(longDate(info.validFrom)))
  if (Date.parse(info.validTo) < now.getTime())
    return fail('CertificateExpired', failures.expired(longDate(info.validTo)))
  if (!isForSigning(info)) return fail('CertificateNotForSigning', failures.notForSigning)
  if (!['rsa', 'ec'].includes(info.algorithm)) return fail('KeyUnusable', failures.keyUnusable)
  return isStrong(info) ? ok(null) : fail('KeyWeak', failures.keyWeak)
}
