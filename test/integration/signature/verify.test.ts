import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeConsolidationPdf } from '../../../electron/document/pdf/consolidation.ts'
import { outcomeOf } from '../../../electron/signature/outcome.ts'
import { openPdf } from '../../../electron/signature/pdf/read.ts'
import { appendUpdate } from '../../../electron/signature/pdf/update.ts'
import { dict, name, type PdfValue, text, withEntries } from '../../../electron/signature/pdf/value.ts'
import { signPdf } from '../../../electron/signature/sign.ts'
import { type VerifyOptions, verifyPdf } from '../../../electron/signature/verify.ts'
import { type Issued, issue, password, pkcs12Of, rsaKeys } from '../../fixtures/certificates.ts'
import { lastRange, makeCms, partsOf, resign, type Twist, withCms } from '../../fixtures/cms.ts'
import { crlOf } from '../../fixtures/crl.ts'
import { fixtureReport } from '../../fixtures/report.ts'
import {
  addAnnotation,
  addContent,
  addEmptyField,
  addOpenAction,
  addValidationData,
  renameField,
  replaceContent,
  rewriteUnused,
  swapCatalog,
} from '../../fixtures/tamper.ts'
import { needTool, run } from '../../tools.ts'

const time = new Date('2026-11-21T07:10:00Z')
const now = new Date('2026-11-22T00:00:00Z')
const serial = '0123456789'

let root: Issued
let officer: Issued
let plain: Uint8Array
let signed: Uint8Array

const sign = async (
  pdf: Uint8Array,
  signer: Issued,
  own: { rect?: [number, number, number, number]; above?: Issued[]; at?: Date } = {},
) => {
  const visible = own.rect === undefined ? {} : { visible: { page: 1, rect: own.rect } }
  const done = await signPdf(pdf, {
    pkcs12: pkcs12Of(signer, own.above ?? [root]),
    password,
    time: own.at ?? time,
    ...visible,
  })
  if (!done.ok) throw new Error(done.error.message)
  return Buffer.from(done.value)
}

/** Verdict, then the codes of what was found, over all signatures. */
const judged = (pdf: Uint8Array, own: Partial<VerifyOptions> = {}): string => {
  const done = verifyPdf(pdf, { roots: [root.der], now, ...own })
  if (!done.ok) return done.error.type
  const codes = done.value.signatures.flatMap(({ problems }) => problems.map(({ code }) => code))
  return [done.value.verdict, ...codes].join(' ')
}

beforeAll(async () => {
  root = issue({ keys: rsaKeys(), name: 'Induk Uji', authority: true })
  officer = issue({ keys: rsaKeys(), name: 'Drs. H. Muhammad Ali, M.Si.', issuer: root, serial })
  plain = await writeConsolidationPdf(fixtureReport(34), { paper: 'A4', mode: 'sign' })
  signed = await sign(plain, officer)
})

describe('a good signature', () => {
  it('is certified, whole, and told in words', () => {
    const done = verifyPdf(signed, { roots: [root.der], now })
    expect(done).toMatchObject({
      ok: true,
      value: { verdict: 'certified', headline: expect.stringContaining('sah') },
    })
    if (!done.ok) return
    expect(done.value.signatures[0]).toMatchObject({
      intact: true,
      coversWholeFile: true,
      format: 'PAdES B-B',
      time: time.toISOString(),
    })
    expect(done.value.signatures[0]?.sentences.map((sentence) => sentence.text)).toContain(
      'Waktu menurut berkas: 21 November 2026 pukul 14.10 WIB. Waktu ini berasal dari komputer penanda tangan.',
    )
  })

  it('stays certified when a second officer signs, and when validation data is added', async () => {
    const second = issue({ keys: rsaKeys(), name: 'Pejabat Kedua', issuer: root })
    const both = await sign(signed, second)
    expect(judged(both)).toBe('certified')
    expect(judged(addValidationData(both))).toBe('certified')
    expect(judged(addValidationData(signed))).toBe('certified')
    expect(judged(await sign(addValidationData(signed), second))).toBe('certified')
  })

  it('goes through an authority in between, and also where that one is not inside but pinned', async () => {
    const middle = issue({ keys: rsaKeys(), name: 'Penerbit Uji', issuer: root, authority: true })
    const under = issue({ keys: officer.keys, name: 'Pejabat', issuer: middle })
    expect(judged(await sign(plain, under, { above: [middle, root] }))).toBe('certified')
    const bare = await sign(plain, under, { above: [] })
    expect(judged(bare)).toBe('uncertified issuerUnknown')
    expect(judged(bare, { roots: [root.der, middle.der] })).toBe('certified')
  })

  it('of the older kind of PDF signature is told as such', () => {
    const older = Buffer.from(
      Buffer.from(signed).toString('latin1').replace('ETSI.CAdES.detached', 'adbe.pkcs7.detached'),
      'latin1',
    )
    expect(judged(resign(older, officer, { signingTime: true, ess: 'none' }))).toBe('certified notPades')
  })
})

describe('a signature that departs from PAdES, or is forged', () => {
  const twisted: readonly [string, string, () => Twist][] = [
    ['no ESS attribute', 'refused essMissing', () => ({ ess: 'none' })],
    ['an ESS attribute of another certificate', 'refused essMismatch', () => ({ ess: 'wrong' })],
    ['only the old ESS attribute', 'refused essMissing', () => ({ ess: 'v1' })],
    ['signing-time', 'refused signingTimePresent', () => ({ signingTime: true })],
    ['SHA-1', 'refused digestWeak', () => ({ digest: 'sha1' })],
    ['MD5', 'refused digestWeak', () => ({ digest: 'md5' })],
    ['another content type', 'refused contentTypeWrong', () => ({ contentType: '1.2.840.113549.1.7.2' })],
    ['the digest of other content', 'refused contentChanged', () => ({ messageDigest: Buffer.alloc(32, 7) })],
    ['no signed attributes', 'refused cmsUnreadable', () => ({ attributes: false })],
    ['two signers', 'refused cmsUnreadable', () => ({ signers: 2 })],
    ['no certificate', 'refused cmsUnreadable', () => ({ certificates: [] })],
    ['data hidden behind it', 'refused cmsUnreadable', () => ({ after: Buffer.from('tersembunyi') })],
  ]
  it.each(twisted)('is refused for its reason: %s', (_, expected, twist) => {
    expect(judged(resign(signed, officer, twist()))).toBe(expected)
  })

  it('is refused with a swapped certificate of the same issuer and number', () => {
    const impostor = issue({ keys: rsaKeys(), name: 'Walikota', issuer: root, serial })
    expect(judged(resign(signed, officer, { certificates: [impostor.der] }))).toBe(
      'refused signatureWrong essMismatch',
    )
  })

  it('is refused with another certificate for the same key', () => {
    const twin = issue({ keys: officer.keys, name: 'Walikota', issuer: root, serial })
    expect(judged(resign(signed, officer, { certificates: [twin.der] }))).toBe('refused essMismatch')
  })

  it('is refused with the signature of another file in its place', async () => {
    const other = await sign(
      await writeConsolidationPdf(fixtureReport(17), { paper: 'A4', mode: 'sign' }),
      officer,
    )
    expect(judged(withCms(signed, makeCms(officer, partsOf(other))))).toBe('refused contentChanged')
  })

  it('is refused where the dictionary breaks PAdES', () => {
    const renamed = (from: string, to: string) =>
      resign(Buffer.from(Buffer.from(signed).toString('latin1').replace(from, to), 'latin1'), officer, {})
    expect(judged(renamed('/Name (', '/Cert ('))).toBe('refused certEntryPresent')
    expect(judged(renamed('/M (D:2026', '/X (D:2026'))).toBe('refused timeMissing')
    expect(judged(renamed('ETSI.CAdES.detached', 'ETSI.CAdES.detachex'))).toBe('refused formatUnknown')
  })
})

describe('the certificate decides', () => {
  const by = async (own: Partial<Parameters<typeof issue>[0]>, at?: Date) => {
    const signer = issue({ keys: officer.keys, name: 'Pejabat', issuer: root, ...own })
    return resign(await sign(plain, officer, at === undefined ? {} : { at }), signer, {})
  }

  it.each([
    ['expired when it signed', 'refused certificateExpiredAtSigning', { to: '2026-06-01' }],
    ['not yet valid when it signed', 'refused certificateNotYetValid', { from: '2026-12-01' }],
    ['not issued for signing', 'refused notForSigning', { usage: { keyEncipherment: true } }],
  ])('is refused: %s', async (_, expected, own) => {
    expect(judged(await by(own))).toBe(expected)
  })

  it('cannot be settled where it expired since, without a time-stamp', async () => {
    expect(judged(await by({ to: '2026-12-01' }), { now: new Date('2027-01-01') })).toBe(
      'doubtful certificateExpiredNow',
    )
  })

  it('is refused: a key that can be broken', async () => {
    const weak = issue({ keys: rsaKeys(1_024), name: 'Pejabat', issuer: root })
    expect(judged(resign(signed, weak, {}))).toBe('refused keyWeak')
  })

  it('is not certified: issuer unknown, or made by the signer', async () => {
    expect(judged(signed, { roots: [] })).toBe('uncertified issuerUnknown')
    expect(judged(await by({ issuer: undefined as never }))).toBe('uncertified selfSigned')
  })

  it('is not certified by one who may not issue', async () => {
    const clerk = issue({ keys: rsaKeys(), name: 'Pegawai', issuer: root })
    const under = issue({ keys: officer.keys, name: 'Walikota', issuer: clerk })
    expect(judged(await sign(plain, under, { above: [clerk, root] }))).toBe('uncertified issuerUnknown')
    const bold = issue({
      keys: clerk.keys,
      name: 'Pegawai',
      issuer: root,
      usage: { keyCertSign: true, digitalSignature: true },
    })
    const below = issue({ keys: officer.keys, name: 'Walikota', issuer: bold })
    expect(judged(await sign(plain, below, { above: [bold, root] }))).toBe('uncertified issuerUnknown')
  })

  it('is refused: issued for other work than signing documents', async () => {
    expect(judged(await by({ extended: ['serverAuth'] }))).toBe('refused notForSigning')
    expect(judged(await by({ extended: ['timeStamping'] }))).toBe('refused notForSigning')
    for (const extended of [
      ['emailProtection', 'clientAuth'],
      ['1.2.840.113583.1.1.5'],
      ['serverAuth', '2.5.29.37.0'],
    ])
      expect(judged(await by({ extended }))).toBe('certified')
  })

  it('is refused: vouched for with SHA-1, wherever on the way up; the root’s own does not count', async () => {
    expect(judged(await by({ digest: 'sha1' }))).toBe('refused chainWeak')
    const middle = issue({ keys: rsaKeys(), name: 'Penerbit', issuer: root, authority: true, digest: 'sha1' })
    const under = issue({ keys: officer.keys, name: 'Pejabat', issuer: middle })
    expect(judged(await sign(plain, under, { above: [middle, root] }))).toBe('refused chainWeak')
    const old = issue({ keys: root.keys, name: 'Induk Uji', authority: true, digest: 'sha1' })
    expect(judged(signed, { roots: [old.der] })).toBe('certified')
  })

  it('is not certified through more authorities than one above allows', async () => {
    const narrow = issue({ keys: rsaKeys(), name: 'Sempit', authority: true, below: 0 })
    const direct = issue({ keys: officer.keys, name: 'Pejabat', issuer: narrow })
    expect(judged(await sign(plain, direct, { above: [narrow] }), { roots: [narrow.der] })).toBe('certified')
    const middle = issue({ keys: rsaKeys(), name: 'Penerbit', issuer: narrow, authority: true })
    const under = issue({ keys: officer.keys, name: 'Pejabat', issuer: middle })
    const through = await sign(plain, under, { above: [middle, narrow] })
    expect(judged(through, { roots: [narrow.der] })).toBe('uncertified issuerUnknown')
  })

  it('is said to be checked against a list only while that list holds; who was revoked stays so', () => {
    const checked = (serials: string[], own: { from?: string; until?: string }) => {
      const done = verifyPdf(signed, { roots: [root.der], now, crls: [crlOf(root, serials, own)] })
      return done.ok && done.value.signatures[0]?.revocationChecked
    }
    expect(checked(['0a'], {})).toBe(true)
    expect(checked(['0a'], { until: '2026-11-20' })).toBe(false)
    expect(checked(['0a'], { from: '2026-11-25' })).toBe(false)
    expect(judged(signed, { crls: [crlOf(root, [serial], { until: '2026-11-20' })] })).toBe(
      'refused certificateRevoked',
    )
  })

  it('is refused where its issuer’s own list says so, and only then', () => {
    expect(judged(signed, { crls: [crlOf(root, [serial])] })).toBe('refused certificateRevoked')
    expect(judged(signed, { crls: [crlOf(root, ['0a'])] })).toBe('certified')
    const stranger = issue({ keys: rsaKeys(), name: 'Induk Uji', authority: true })
    expect(judged(signed, { crls: [crlOf(stranger, [serial]), Buffer.from('bukan daftar')] })).toBe(
      'certified',
    )
  })
})

describe('what came after the signature', () => {
  it.each([
    ['other text in place of the page', replaceContent],
    ['more text on the page', addContent],
    ['a note over the page', addAnnotation],
    ['an empty signature field with words', addEmptyField],
    ['another catalog', swapCatalog],
    ['an action', addOpenAction],
    ['another name for the field', renameField],
  ])('is found: %s', (_, attack) => {
    expect(judged(attack(signed))).toBe('refused changedAfterSigning')
  })

  it('is found even where a second signature covers it', async () => {
    const second = issue({ keys: rsaKeys(), name: 'Pejabat Kedua', issuer: root })
    expect(judged(await sign(replaceContent(signed), second))).toBe('refused changedAfterSigning')
  })

  it('is found where an object that nothing shows is written anew', () => {
    const file = openPdf(signed)
    const unused = Math.max(...file.numbers())
    const prepared = appendUpdate(
      openPdf(plain),
      new Map<number, PdfValue>([[unused + 40, text('bayangan')]]),
    ).bytes
    return sign(prepared, officer).then((pdf) => {
      expect(judged(pdf)).toBe('certified')
      expect(judged(rewriteUnused(pdf, unused + 40))).toBe('refused changedAfterSigning')
    })
  })

  it('is found where another program added it', async () => {
    const document = await PDFDocument.load(signed, { forIncrementalUpdate: true })
    document.getPage(0).drawText('Tambahan', { x: 50, y: 50 })
    expect(judged(await document.commit())).toBe('refused changedAfterSigning')
  })

  it('is found where a later signature hides a page', async () => {
    expect(judged(await sign(signed, officer, { rect: [0, 0, 840, 590] }))).toBe(
      'refused coveredByLaterSignature',
    )
  })

  it('is found where bytes hang on behind the end', () => {
    expect(judged(Buffer.concat([signed, Buffer.from('% tambahan\n')]))).toBe('refused notWholeFile')
    expect(judged(Buffer.concat([signed, Buffer.from('\n%%EOF\n')]))).toBe('refused notWholeFile')
  })

  const lockedWith = (permission: number) => {
    const file = openPdf(plain)
    const catalog = file.trailer.entries.get('Root') as { num: number }
    const rules = dict([
      ['TransformMethod', name('DocMDP')],
      ['TransformParams', dict([['P', permission]])],
    ])
    const lock = dict([['Reference', { kind: 'array', items: [rules] }]])
    const changed = withEntries(file.catalog, { Perms: dict([['DocMDP', lock]]) })
    return appendUpdate(file, new Map([[catalog.num, changed]])).bytes
  }

  it('is found where the signer had locked the file', async () => {
    const twice = await sign(await sign(lockedWith(2), officer), officer)
    expect(judged(twice)).toBe('certified')
    const locked = Buffer.from(twice.toString('latin1').replaceAll('/P 2>>', '/P 1>>'), 'latin1')
    expect(judged(resign(resign(locked, officer, {}, 0), officer, {}))).toBe('refused lockedButChanged')
  })

  it('is not even begun by us where the signer had locked the file', async () => {
    const done = await signPdf(lockedWith(1), { pkcs12: pkcs12Of(officer), password, time })
    expect(done).toMatchObject({ ok: false, error: { type: 'PdfLocked' } })
  })
})

describe('the ranges', () => {
  const withRange = (pdf: Uint8Array, range: readonly [number, number, number, number]) => {
    const { at, text: old } = lastRange(pdf)
    const out = Buffer.from(pdf)
    out.write(`/ByteRange [${range.join(' ')}`.padEnd(old.length - 1, ' '), at, 'latin1')
    return resignRange(out, range)
  }
  const resignRange = (
    pdf: Buffer,
    [start, first, second, length]: readonly [number, number, number, number],
  ) => {
    const { start: from, end: to } = lastRange(signed)
    const cms = makeCms(officer, [pdf.subarray(start, first), pdf.subarray(second, second + length)])
    pdf.write(cms.toString('hex').padEnd(to - from - 2, '0'), from + 1, 'latin1')
    return pdf
  }

  it('must start at the beginning, leave out only the signature, and end with the file', () => {
    const { start, end, length } = lastRange(signed)
    const wrong = [
      [10, start, end, length],
      [0, start - 20, end, length],
      [0, start, end + 20, length - 20],
      [0, start, end, length - 60],
      [0, start, end, length + 500],
      [0, start, start, signed.length - start],
      [0, end, start, length],
    ] as const
    for (const range of wrong)
      expect(judged(withRange(signed, range))).toMatch(/^refused range(Wrong|NotRevision)$/)
  })

  it('must be there', () => {
    const out = Buffer.from(
      Buffer.from(signed).toString('latin1').replace('/ByteRange', '/ByteRangx'),
      'latin1',
    )
    expect(judged(out)).toBe('refused rangeWrong')
  })

  it('must belong to the Contents that is read: moved contents are refused', () => {
    const moved = appendMovedSignature(signed)
    expect(judged(moved)).toMatch(/^refused range(Wrong|NotRevision)/)
  })
})

/** The same signature value, written again at the end; the old ranges stay. */
const appendMovedSignature = (pdf: Uint8Array): Buffer => {
  const file = openPdf(pdf)
  for (const num of file.numbers()) {
    const value = file.dictOf({ kind: 'ref', num, gen: 0 })
    if (value?.entries.has('ByteRange')) return appendUpdate(file, new Map([[num, value]])).bytes
  }
  throw new Error('no signature')
}

/** Numbers below a bound, the same in every run. */
const randomFrom = (start: number) => {
  let seed = start
  return (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return (seed >> 8) % below
  }
}

describe('any file', () => {
  it('gets one clear answer', async (context) => {
    expect(judged(Buffer.from('bukan pdf'))).toBe('NotPdf')
    expect(judged(new Uint8Array())).toBe('NotPdf')
    expect(judged(Buffer.from('%PDF-1.7\nrusak'))).toBe('PdfUnreadable')
    expect(judged(signed.subarray(0, signed.length - 300))).toBe('PdfUnreadable')
    expect(judged(plain)).toBe('unsigned')
    const folder = mkdtempSync(join(tmpdir(), 'selaras-verify-'))
    writeFileSync(join(folder, 'a.pdf'), plain)
    const qpdf = needTool(context, 'qpdf')
    run(qpdf, ['--encrypt', 'a', 'b', '256', '--', 'a.pdf', 'b.pdf'], folder)
    const locked = readFileSync(join(folder, 'b.pdf'))
    rmSync(folder, { recursive: true })
    expect(judged(locked)).toBe('PdfEncrypted')
    expect(outcomeOf(verifyPdf(locked, { now }))).toMatchObject({
      verdict: 'unreadable',
      headline: expect.stringContaining('kata sandi'),
    })
  })

  it('gets an answer, whatever bytes are changed in a file that nobody signed', async () => {
    const document = await PDFDocument.create()
    document.addPage().drawText('Surat')
    const packed = Buffer.from(await document.save({ useObjectStreams: true }))
    const random = randomFrom(7)
    for (const original of [packed, Buffer.from(plain)]) {
      for (let round = 0; round < (process.env.SELARAS_LONG ? 1_000 : 150); round += 1) {
        const damaged = Buffer.from(original)
        for (let change = 0; change <= random(6); change += 1) damaged[random(damaged.length)] = random(256)
        expect(judged(damaged)).toMatch(/^(PdfUnreadable|NotPdf|PdfEncrypted|unsigned)/)
      }
    }
  })

  it('gets an answer however it is damaged, and no damaged one is accepted', () => {
    const rounds = process.env.SELARAS_LONG ? 500 : 100
    const { start, end } = lastRange(signed)
    const random = randomFrom(20_261_121)
    for (let round = 0; round < rounds; round += 1) {
      const damaged = Buffer.from(signed)
      const anywhere = random(signed.length - (end - start))
      const at = anywhere < start ? anywhere : anywhere + (end - start)
      damaged[at] = (damaged[at] ?? 0) ^ (1 << random(8))
      expect(judged(damaged), `byte ${at}`).toMatch(/^(refused|PdfUnreadable|NotPdf|PdfEncrypted|unsigned)/)
    }
  })
})
