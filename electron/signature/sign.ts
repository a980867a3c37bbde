import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { documentTexts } from '../../shared/texts/document.ts'
import { signatureTexts } from '../../shared/texts/signature.ts'
import { drawAppearance } from './appearance.ts'
import { cmsRoom, digestFor, signCms } from './cms.ts'
import { type Place, placeSignature, type Rect, signatureFields, startChanges } from './field.ts'
import { isLocked } from './locked.ts'
import { openPdf, type PdfFile } from './pdf/read.ts'
import { appendUpdate } from './pdf/update.ts'
import { dict, name, PdfDamaged, type PdfValue, text } from './pdf/value.ts'
import { checkUsable, type Identity, unlockPkcs12 } from './pkcs12.ts'

const { failures } = signatureTexts

export type SignOptions = {
  readonly pkcs12: Uint8Array
  readonly password: string
  /** What the signature says; without it, the name in the certificate. */
  readonly name?: string
  readonly reason?: string
  readonly location?: string
  readonly time: Date
  /** Page from 1, rectangle in points from its lower left corner. Without it: an empty field of the file, else invisible. */
  readonly visible?: { readonly page: number; readonly rect: Rect }
}

const two = (value: number): string => String(value).padStart(2, '0')

/** "D:20261121140500+07'00'": WIB. */
const pdfDate = (time: Date): string => {
  const local = new Date(time.getTime() + 7 * 3_600_000)
  const day = `${local.getUTCFullYear()}${two(local.getUTCMonth() + 1)}${two(local.getUTCDate())}`
  return `D:${day}${two(local.getUTCHours())}${two(local.getUTCMinutes())}${two(local.getUTCSeconds())}+07'00'`
}

const rangePlaceholder = `[0 ${'0'.repeat(10)} ${'0'.repeat(10)} ${'0'.repeat(10)}]`

const signatureDict = (options: SignOptions, signer: string, room: number): PdfValue =>
  dict([
    ['Type', name('Sig')],
    ['Filter', name('Adobe.PPKLite')],
    ['SubFilter', name('ETSI.CAdES.detached')],
    ['ByteRange', { kind: 'raw', text: rangePlaceholder }],
    ['Contents', { kind: 'raw', text: `<${'0'.repeat(room * 2)}>` }],
    ['M', text(pdfDate(options.time))],
    ['Name', text(signer)],
    ...(options.reason === undefined ? [] : [['Reason', text(options.reason)] as const]),
    ...(options.location === undefined ? [] : [['Location', text(options.location)] as const]),
  ])

/** Writes the ranges, then the CMS over all but the place where it stands itself. */
const fillIn = (bytes: Buffer, objectAt: number, room: number, identity: Identity): void => {
  const rangeAt = bytes.indexOf(rangePlaceholder, objectAt, 'latin1')
  const start = bytes.indexOf(`<${'0'.repeat(64)}`, rangeAt, 'latin1')
  const end = start + room * 2 + 2
  const pad = (value: number) => String(value).padEnd(10, ' ')
  bytes.write(`[0 ${pad(start)} ${pad(end)} ${pad(bytes.length - end)}]`, rangeAt, 'latin1')
  const digest = digestFor(identity)
  const value = createHash(digest).update(bytes.subarray(0, start)).update(bytes.subarray(end)).digest()
  const cms = signCms(identity, digest, value)
  if (cms.length > room) throw new Error('signature is larger than its place')
  bytes.write(cms.toString('hex'), start + 1, 'latin1')
}

const appearanceFor = async (
  place: Place,
  changes: ReturnType<typeof startChanges>,
  identity: Identity,
  signer: string,
  time: Date,
) => {
  const [x1, y1, x2, y2] = place.rect
  const size = { width: x2 - x1, height: y2 - y1 }
  if (size.width < 1 || size.height < 1) return null
  return drawAppearance(identity.certificate.info, signer, time, size, changes)
}

const append = async (
  file: PdfFile,
  identity: Identity,
  options: SignOptions,
): Promise<Result<Uint8Array>> => {
  const signer = options.name ?? identity.certificate.info.subject.name
  const changes = startChanges(file)
  const place = placeSignature(file, changes, options.visible, documentTexts.signatureField)
  if (place === null) return fail('NoSuchPage', failures.noSuchPage(options.visible?.page ?? 1))
  const value = changes.reserve()
  const room = cmsRoom(identity)
  changes.fill(value, signatureDict(options, signer, room))
  place.write(value, await appearanceFor(place, changes, identity, signer, options.time))
  const { bytes, offsets } = appendUpdate(file, changes.objects)
  fillIn(bytes, offsets.get(value.num) ?? 0, room, identity)
  return ok(new Uint8Array(bytes))
}

const open = (bytes: Uint8Array): Result<PdfFile> => {
  try {
    const file = openPdf(bytes)
    if (file.encrypted) return fail('PdfEncrypted', failures.pdfEncrypted)
    if (isLocked(file)) return fail('PdfLocked', failures.pdfLocked)
    signatureFields(file)
    return ok(file)
  } catch (error) {
    if (error instanceof PdfDamaged) return fail('PdfUnreadable', failures.pdfUnreadable)
    throw error
  }
}

/**
 * Signs as PAdES B-B by incremental update: earlier bytes, and with them earlier signatures, stay as they are.
 * Failures: those of `unlockPkcs12` and `checkUsable`, PdfUnreadable, PdfEncrypted, PdfLocked, NoSuchPage.
 */
export const signPdf = async (pdf: Uint8Array, options: SignOptions): Promise<Result<Uint8Array>> => {
  const identity = unlockPkcs12(options.pkcs12, options.password)
  if (!identity.ok) return identity
  const usable = checkUsable(identity.value.certificate.info, options.time)
  if (!usable.ok) return usable
  const file = open(pdf)
  if (!file.ok) return file
  try {
    return await append(file.value, identity.value, options)
  } catch (error) {
    if (error instanceof PdfDamaged) return fail('PdfUnreadable', failures.pdfUnreadable)
    throw error
  }
}
