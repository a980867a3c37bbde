import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeConsolidationPdf } from '../../../electron/document/pdf/consolidation.ts'
import { makeDemoCertificate } from '../../../electron/signature/demo-certificate.ts'
import { openPkcs12 } from '../../../electron/signature/pkcs12.ts'
import { type SignOptions, signPdf } from '../../../electron/signature/sign.ts'
import { verifyPdf } from '../../../electron/signature/verify.ts'
import { brokenRules } from '../../fixtures/baseline.ts'
import { type Issued, issue, password, pemOf, pkcs12Of, rsaKeys } from '../../fixtures/certificates.ts'
import { cmsOf, partsOf } from '../../fixtures/cms.ts'
import { fixtureReport } from '../../fixtures/report.ts'
import { needTool, run, tool } from '../../tools.ts'

const folder = mkdtempSync(join(tmpdir(), 'selaras-sign-'))
const path = (name: string) => join(folder, name)
const time = new Date('2026-11-21T07:10:00Z')
const now = new Date('2026-11-22T00:00:00Z')

let root: Issued
let officer: Issued
let plain: Uint8Array
let signed: Uint8Array
let twice: Uint8Array

const options = (pkcs12: Uint8Array, own: Partial<SignOptions> = {}): SignOptions => ({
  pkcs12,
  password,
  time,
  ...own,
})
const must = async (pdf: Uint8Array, own: SignOptions): Promise<Uint8Array> => {
  const done = await signPdf(pdf, own)
  if (!done.ok) throw new Error(done.error.message)
  return done.value
}

beforeAll(async () => {
  root = issue({ keys: rsaKeys(), name: 'Induk Uji', authority: true })
  officer = issue({ keys: rsaKeys(), name: 'Drs. H. Muhammad Ali, M.Si.', issuer: root })
  plain = await writeConsolidationPdf(fixtureReport(), { paper: 'A4', mode: 'sign' })
  const store = pkcs12Of(officer, [root])
  signed = await must(plain, options(store, { reason: 'Penetapan', location: 'Prabumulih' }))
  twice = await must(signed, options(store, { visible: { page: 1, rect: [600, 40, 800, 90] } }))
  writeFileSync(path('signed.pdf'), signed)
  writeFileSync(path('twice.pdf'), twice)
  writeFileSync(path('root.pem'), pemOf(root.der))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const opensslAccepts = (openssl: string, pdf: Uint8Array): string => {
  writeFileSync(path('cms.der'), cmsOf(pdf))
  writeFileSync(path('content.bin'), Buffer.concat(partsOf(pdf)))
  const args = [
    '-inform',
    'DER',
    '-in',
    'cms.der',
    '-content',
    'content.bin',
    '-binary',
    '-CAfile',
    'root.pem',
    '-purpose',
    'any',
    '-out',
    'out.bin',
  ]
  return run(openssl, ['cms', '-verify', '-cades', ...args], folder).output
}

describe('a signed PDF', () => {
  it('keeps every rule of PAdES B-B, also the second time', () => {
    expect(brokenRules(signed)).toEqual([])
    expect(brokenRules(twice)).toEqual([])
  })

  it('keeps every earlier byte, and with it the earlier signature', () => {
    expect(Buffer.compare(signed.subarray(0, plain.length), plain)).toBe(0)
    expect(Buffer.compare(twice.subarray(0, signed.length), signed)).toBe(0)
  })

  it('is accepted by openssl with its CAdES attributes', (context) => {
    const openssl = needTool(context, 'openssl')
    expect(opensslAccepts(openssl, signed)).toContain('CAdES Verification successful')
    expect(opensslAccepts(openssl, twice)).toContain('CAdES Verification successful')
  })

  it('is valid for pdfsig', (context) => {
    const pdfsig = needTool(context, 'pdfsig')
    const { output } = run(pdfsig, [path('signed.pdf')])
    expect(output).toContain('Signature is Valid')
    expect(output).toContain('ETSI.CAdES.detached')
    expect(output).toContain('Total document signed')
    expect(run(pdfsig, [path('twice.pdf')]).output.match(/Signature is Valid/g)?.length).toBe(2)
  })

  it('is without fault for qpdf', (context) => {
    const qpdf = needTool(context, 'qpdf')
    for (const name of ['signed.pdf', 'twice.pdf'])
      expect(run(qpdf, ['--check', path(name)])).toMatchObject({ status: 0 })
  })

  it('shows on its page who signed and when', (context) => {
    const text = run(needTool(context, 'pdftotext'), [path('signed.pdf'), '-']).output
    expect(text).toContain('Ditandatangani secara elektronik oleh:')
    expect(text).toContain('Waktu menurut komputer: 21 November 2026 pukul 14.10 WIB')
  })

  it('is certified for our own verifier, with its issuer pinned; a second one that shows on the page leaves a doubt', () => {
    const verified = verifyPdf(twice, { roots: [root.der], now })
    expect(verified).toMatchObject({
      ok: true,
      value: {
        verdict: 'doubtful',
        signatures: [
          { addedAfter: 'signatures', problems: [{ code: 'visibleLaterSignature' }] },
          { coversWholeFile: true, verdict: 'certified' },
        ],
      },
    })
  })
})

describe('PDFs of other programs', () => {
  it.each([true, false])('are signed and stay readable (object streams: %s)', async (useObjectStreams) => {
    const document = await PDFDocument.create()
    document.addPage([400, 400]).drawText('Surat dari program lain')
    document.addPage()
    const pdf = await document.save({ useObjectStreams })
    const first = await must(pdf, options(pkcs12Of(officer, [root])))
    const second = await must(
      first,
      options(pkcs12Of(officer, [root]), { visible: { page: 2, rect: [10, 10, 110, 60] } }),
    )
    expect(brokenRules(second)).toEqual([])
    expect(verifyPdf(second, { roots: [root.der], now })).toMatchObject({
      value: { signatures: [{ problems: [{ code: 'visibleLaterSignature' }] }, { verdict: 'certified' }] },
    })
    writeFileSync(path('other.pdf'), second)
    const qpdf = tool('qpdf')
    if (qpdf !== null) expect(run(qpdf, ['--check', path('other.pdf')])).toMatchObject({ status: 0 })
    expect((await PDFDocument.load(second)).getPageCount()).toBe(2)
  })
})

const exportArgs = (name: string, extra: readonly string[]) => [
  ...[
    'pkcs12',
    '-export',
    '-inkey',
    'key.pem',
    '-in',
    'cert.pem',
    '-certfile',
    'root.pem',
    '-out',
    name,
    '-passout',
    `pass:${password}`,
  ],
  ...extra,
]

describe('certificates of any age', () => {
  const made = (openssl: string, extra: readonly string[]): Buffer => {
    writeFileSync(path('key.pem'), officer.keys.pem)
    writeFileSync(path('cert.pem'), pemOf(officer.der))
    const done = run(openssl, exportArgs('store.p12', extra), folder)
    if (done.status !== 0) throw new Error(done.output)
    return readFileSync(path('store.p12'))
  }

  it.each([
    ['RC2 and 3DES', ['-legacy']],
    ['3DES', ['-legacy', '-descert']],
    ['AES-256 with SHA-256', []],
    ['AES-256 with SHA-512 and many rounds', ['-macalg', 'sha512', '-iter', '100000']],
    ['no MAC', ['-nomac']],
  ])('open: %s', async (_, extra) => {
    const openssl = tool('openssl')
    if (openssl === null) return
    const store = made(openssl, extra)
    expect(openPkcs12(store, password)).toMatchObject({
      ok: true,
      value: { subject: { name: 'Drs. H. Muhammad Ali, M.Si.' }, selfSigned: false },
    })
    expect(openPkcs12(store, 'keliru')).toMatchObject({ ok: false, error: { type: 'WrongPassword' } })
    expect(brokenRules(await must(plain, options(store)))).toEqual([])
  })

  it('sign with an EC key too', async (context) => {
    const openssl = needTool(context, 'openssl')
    const request = [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-384',
      '-nodes',
      '-keyout',
      'ec.pem',
      '-out',
      'ec.crt',
      '-subj',
      '/CN=Pejabat EC',
      '-days',
      '3650',
    ]
    expect(run(openssl, request, folder).status).toBe(0)
    const args = [
      'pkcs12',
      '-export',
      '-inkey',
      'ec.pem',
      '-in',
      'ec.crt',
      '-out',
      'ec.p12',
      '-passout',
      `pass:${password}`,
    ]
    expect(run(openssl, args, folder).status).toBe(0)
    const today = new Date()
    const pdf = await must(plain, options(readFileSync(path('ec.p12')), { time: today }))
    writeFileSync(path('root.pem'), readFileSync(path('ec.crt')))
    expect(opensslAccepts(openssl, pdf)).toContain('CAdES Verification successful')
    writeFileSync(path('root.pem'), pemOf(root.der))
    expect(verifyPdf(pdf, { now: today })).toMatchObject({
      value: { verdict: 'uncertified', signatures: [{ intact: true }] },
    })
  })
})

describe('signing is refused', () => {
  const refusal = async (pdf: Uint8Array, own: SignOptions) => {
    const done = await signPdf(pdf, own)
    return done.ok ? 'signed' : done.error.type
  }

  it('for every reason by its name', async () => {
    const store = pkcs12Of(officer, [root])
    const other = (own: Partial<Parameters<typeof issue>[0]>) =>
      pkcs12Of(issue({ keys: officer.keys, name: 'Pejabat', issuer: root, ...own }))
    expect(await refusal(plain, options(store, { password: 'keliru' }))).toBe('WrongPassword')
    expect(await refusal(plain, options(Buffer.from('bukan sertifikat')))).toBe('NotPkcs12')
    expect(await refusal(plain, options(store.subarray(0, 600)))).toBe('NotPkcs12')
    expect(await refusal(plain, options(other({ to: '2026-06-01' })))).toBe('CertificateExpired')
    expect(await refusal(plain, options(other({ from: '2027-06-01' })))).toBe('CertificateNotYetValid')
    expect(await refusal(plain, options(other({ usage: { keyEncipherment: true } })))).toBe(
      'CertificateNotForSigning',
    )
    expect(await refusal(plain, options(pkcs12Of(issue({ keys: rsaKeys(1_024), name: 'Lemah' }))))).toBe(
      'KeyWeak',
    )
    expect(await refusal(Buffer.from('bukan pdf'), options(store))).toBe('PdfUnreadable')
    expect(await refusal(plain.subarray(0, plain.length - 400), options(store))).toBe('PdfUnreadable')
    expect(await refusal(plain, options(store, { visible: { page: 99, rect: [0, 0, 9, 9] } }))).toBe(
      'NoSuchPage',
    )
  })

  it('where the file holds no key, or not its certificate', async (context) => {
    const openssl = needTool(context, 'openssl')
    writeFileSync(path('cert.pem'), pemOf(officer.der))
    run(
      openssl,
      [
        'pkcs12',
        '-export',
        '-nokeys',
        '-in',
        'cert.pem',
        '-out',
        'nokey.p12',
        '-passout',
        `pass:${password}`,
      ],
      folder,
    )
    expect(await refusal(plain, options(readFileSync(path('nokey.p12'))))).toBe('NoKey')
    const strange = { ...officer, certificate: root.certificate }
    expect(await refusal(plain, options(pkcs12Of(strange)))).toBe('NoCertificate')
  })

  it('where the PDF is locked by a password', async (context) => {
    const qpdf = needTool(context, 'qpdf')
    run(qpdf, ['--encrypt', 'a', 'b', '256', '--', 'signed.pdf', 'locked.pdf'], folder)
    expect(await refusal(readFileSync(path('locked.pdf')), options(pkcs12Of(officer)))).toBe('PdfEncrypted')
  })

  it('without the password in any of its words', async () => {
    const secret = 'kata-sandi-kenari'
    const all = [
      options(pkcs12Of(officer), { password: secret }),
      options(Buffer.from(secret), { password: secret }),
    ]
    for (const own of all) expect(JSON.stringify(await signPdf(plain, own))).not.toContain(secret)
  })
})

describe('the certificate for demonstrations', () => {
  it('says of itself that it is not valid, on the page and when verified, even where its issuer is pinned', async () => {
    const demo = await makeDemoCertificate({
      name: 'Pejabat',
      organization: 'Diskominfo',
      password,
      validFrom: new Date('2026-01-01'),
      validTo: new Date('2027-01-01'),
      bits: 2_048,
    })
    expect(openPkcs12(demo.pkcs12, password)).toMatchObject({
      value: { demo: true, subject: { name: 'Pejabat (CONTOH – TIDAK SAH)' } },
    })
    const pdf = await must(plain, options(demo.pkcs12, { name: 'Pejabat' }))
    const verified = verifyPdf(pdf, { roots: [demo.root], now })
    expect(verified).toMatchObject({
      value: { verdict: 'uncertified', signatures: [{ intact: true, problems: [{ code: 'demo' }] }] },
    })
    writeFileSync(path('demo.pdf'), pdf)
    const pdftotext = tool('pdftotext')
    if (pdftotext !== null)
      expect(run(pdftotext, [path('demo.pdf'), '-']).output).toContain('CONTOH – TIDAK SAH')
  })
})
