import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeConsolidationPdf } from '../../../electron/document/pdf/consolidation.ts'
import { outcomeOf } from '../../../electron/signature/outcome.ts'
import { pagesOf } from '../../../electron/signature/pdf/pages.ts'
import { openPdf } from '../../../electron/signature/pdf/read.ts'
import {
  array,
  dict,
  name,
  type PdfRef,
  type PdfValue,
  ref,
  withEntries,
} from '../../../electron/signature/pdf/value.ts'
import { signPdf } from '../../../electron/signature/sign.ts'
import { verifyPdf } from '../../../electron/signature/verify.ts'
import { bodyOf, craft, free, line, streamBody, withDanglingNote, withField } from '../../fixtures/attack.ts'
import { type Issued, issue, password, pkcs12Of, rsaKeys } from '../../fixtures/certificates.ts'
import { fixtureReport } from '../../fixtures/report.ts'
import { tamper } from '../../fixtures/tamper.ts'
import { needTool, run } from '../../tools.ts'

const time = new Date('2026-11-21T07:10:00Z')
const now = new Date('2026-11-22T00:00:00Z')
let root: Issued
let officer: Issued
let attacker: Issued
let plain: Uint8Array
let signed: Buffer

const sign = async (pdf: Uint8Array, signer = officer): Promise<Buffer> => {
  const done = await signPdf(pdf, { pkcs12: pkcs12Of(signer, [root]), password, time })
  if (!done.ok) throw new Error(done.error.message)
  return Buffer.from(done.value)
}

/** Verdict and codes of the first signature that an officer made. */
const judged = (pdf: Uint8Array): string => {
  const done = verifyPdf(pdf, { roots: [root.der], now })
  if (!done.ok) return done.error.type
  const first = done.value.signatures[0]
  return [first?.verdict, ...(first?.problems.map(({ code }) => code) ?? [])].join(' ')
}

const pageOf = (pdf: Uint8Array, index = 0) => {
  const page = pagesOf(openPdf(pdf))[index]
  if (page === undefined) throw new Error('no page')
  return page
}
const contentOf = (pdf: Uint8Array, index = 0) => pageOf(pdf, index).dict.entries.get('Contents') as PdfRef

const fake = streamBody('BT /F1 30 Tf 60 400 Td (Rp999.000.000) Tj ET')
const stamp = '<< /Type /Annot /Subtype /Stamp /F 4 /Rect [100 200 400 500] /AP << /N 901 0 R >> >>'
const form = streamBody('q 1 0 0 rg 0 0 300 300 re f Q', '/Type /XObject /Subtype /Form /BBox [0 0 300 300] ')

beforeAll(async () => {
  root = issue({ keys: rsaKeys(), name: 'Induk Uji', authority: true })
  officer = issue({ keys: rsaKeys(), name: 'Kepala Dinas', issuer: root })
  attacker = issue({ keys: rsaKeys(), name: 'Siapa saja', issuer: root })
  plain = await writeConsolidationPdf(fixtureReport(34), { paper: 'A4', mode: 'sign' })
  signed = await sign(plain)
})

describe('objects that the cross-reference does not show', () => {
  const hidden = 'refused hiddenAfterSigning'

  it('are found: another page, brought up by a signature with something missing', async () => {
    const orphan = craft(signed, [{ num: contentOf(signed, 1).num, body: fake, named: false }])
    expect(judged(orphan)).toBe(hidden)
    const lured = withField(orphan, [1, 1, 2, 2], { BS: ref(950) })
    expect(judged(await sign(lured, attacker))).toContain('hiddenAfterSigning')
    expect(outcomeOf(verifyPdf(orphan, { now })).verdict).toBe('changed')
  })

  it('are found: what a page already missed when it was signed', async () => {
    const waiting = await sign(withDanglingNote(plain, ref(900)))
    expect(judged(waiting)).toBe('certified')
    const note = { num: 900, body: stamp, named: false }
    expect(judged(craft(waiting, [note, { num: 901, body: form }]))).toBe(hidden)
  })

  it('are found: the same under another generation', async () => {
    const waiting = await sign(withDanglingNote(plain, ref(900, 1)))
    expect(judged(waiting)).toBe('certified')
    const added = craft(waiting, [
      { num: 900, body: stamp },
      { num: 901, body: form },
    ])
    expect(judged(added)).toBe('refused changedAfterSigning')
  })

  it('are found: the same in a list for newer readers', async () => {
    const waiting = await sign(withDanglingNote(plain, ref(900)))
    const at = waiting.length + 1
    const object = `900 0 obj\n${stamp}\nendobj\n`
    const list = at + object.length
    const row = Buffer.from([1, at >> 24, at >> 16, at >> 8, at, 0, 0]).toString('latin1')
    const stream = `902 0 obj\n${streamBody(row, '/Type /XRef /W [1 4 2] /Index [900 1] /Size 903 ')}\nendobj\n`
    const added = craft(waiting, [], { loose: object + stream, lines: [free(900)], hidden: list, size: 903 })
    expect(judged(added)).toMatch(/^refused changedAfterSigning/)
  })

  it('are found: an older state called back, the other one left behind', () => {
    const { num } = contentOf(signed)
    const entry = openPdf(signed).entry(num)
    const other = craft(signed, [{ num, body: fake }])
    expect(judged(other)).toBe('refused changedAfterSigning')
    const back = craft(other, [], { lines: [line(num, entry.type === 'at' ? entry.offset : 0)] })
    expect(judged(back)).toBe(hidden)
  })

  it('are found inside the stream of something else, in a remark, and behind a longer number', () => {
    const { num } = contentOf(signed)
    const object = `${num} 0 obj\n${fake}\nendobj\n`
    expect(judged(craft(signed, [{ num: 900, body: streamBody(`\n${object}`) }]))).toBe(hidden)
    expect(judged(craft(signed, [], { loose: `% ${object}` }))).toMatch(/^refused/)
    expect(judged(craft(signed, [], { loose: `(\n${object})\n` }))).toBe(hidden)
    const inner = `9${num} 0 obj\n${fake}\nendobj\n`
    const lines = [line(num, signed.length + 2)]
    expect(judged(craft(signed, [], { loose: inner, lines }))).toMatch(/^refused/)
  })

  it('are found: one object inside another, each with its entry', () => {
    const inner = `901 0 obj\n${form}\nendobj\n`
    const head = `900 0 obj\n<< /Length ${inner.length} >>\nstream\n`
    const at = signed.length + 1
    const lines = [line(900, at), line(901, at + head.length)]
    const loose = `${head}${inner}\nendstream\nendobj\n`
    expect(judged(craft(signed, [], { loose, lines, size: 902 }))).toBe(hidden)
  })

  it('are found: a trailer that no section knows, another root, and a list of objects out of place', () => {
    const catalog = {
      num: 900,
      body: bodyOf(openPdf(signed), (openPdf(signed).trailer.entries.get('Root') as PdfRef).num),
    }
    expect(judged(craft(signed, [catalog], { loose: 'trailer\n<< /Root 900 0 R /Size 901 >>\n' }))).toBe(
      hidden,
    )
    expect(judged(craft(signed, [catalog], { root: 900 }))).toMatch(/^refused/)
    const list = { num: 901, body: streamBody('', '/Type /XRef /Root 900 0 R /W [1 1 1] /Size 1 ') }
    expect(judged(craft(signed, [catalog, list]))).toBe(hidden)
  })

  it('are found: words between the objects', () => {
    expect(judged(craft(signed, [], { loose: '% dari program lain\n' }))).toBe('certified')
    expect(judged(craft(signed, [], { loose: 'kata\n' }))).toBe(hidden)
  })
})

describe('an update that viewers read in different ways', () => {
  const hidden = 'refused hiddenAfterSigning'

  it('is refused: a size below what is there', () => {
    expect(judged(craft(signed, [], { size: 4 }))).toBe(hidden)
  })

  /** A page whose first object says how long the file for the web is. */
  const forTheWeb = (length: number): Buffer => {
    const objects = [
      `<< /Linearized 1 /L ${String(length).padStart(9, '0')} >>`,
      '<< /Type /Catalog /Pages 3 0 R >>',
      '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 3 0 R /MediaBox [0 0 200 200] >>',
    ]
    let out = '%PDF-1.7\n'
    const lines = objects.map((body, index) => {
      const entry = line(index + 1, out.length)
      out += `${index + 1} 0 obj\n${body}\nendobj\n`
      return entry
    })
    const end = `trailer\n<< /Size 5 /Root 2 0 R >>\nstartxref\n${out.length}\n%%EOF\n`
    return Buffer.from(`${out}xref\n${lines.join('')}${end}`, 'latin1')
  }

  it('is refused: a file for the web that becomes as long as it had claimed', async () => {
    const grown = async (claimed: number) => craft(await sign(forTheWeb(claimed)), [])
    const other = await grown(1)
    expect(judged(other)).toBe('certified')
    expect(judged(await grown(other.length))).toBe(hidden)
  })

  it('is refused: a trailer inside a stream', () => {
    const body = streamBody('\ntrailer\n<< /Root 900 0 R >>\n')
    expect(judged(craft(signed, [{ num: 900, body }]))).toBe(hidden)
  })

  it('is refused: a list for newer readers, also where it changes nothing', () => {
    const body = streamBody('', '/Type /XRef /W [1 4 2] /Index [] /Size 901 ')
    expect(judged(craft(signed, [{ num: 900, body }], { hidden: signed.length + 1 }))).toBe(hidden)
  })

  it('is refused: a section left out, with all that it said said again', () => {
    const entries = openPdf(signed).sections[0]?.entries ?? new Map()
    const lines = [...entries].flatMap(([num, entry]) =>
      entry.type === 'at' ? [line(num, entry.offset, entry.gen)] : [],
    )
    const previous = openPdf(plain).sections[0]?.offset ?? 0
    expect(judged(craft(signed, [], { lines }))).toBe('certified')
    expect(judged(craft(signed, [], { lines, previous }))).toBe(hidden)
  })

  it('is refused: a new signature that misses something', async () => {
    const done = await sign(withField(signed, [1, 1, 2, 2], { BS: ref(950) }), attacker)
    expect(judged(done)).toBe(hidden)
  })

  it.each<[string, Record<string, PdfValue>]>([
    ['an action', { AA: dict([['E', dict([['S', name('URI')]])]]) }],
    ['another kind of annotation', { Subtype: name('FreeText') }],
    ['rich text', { RC: array([]) }],
  ])('is refused: a later signature field with %s', async (_, more) => {
    const done = await sign(withField(signed, [1, 1, 2, 2], more), attacker)
    expect(judged(done)).toBe('refused changedAfterSigning')
  })
})

describe('a signed file that can be read in two ways', () => {
  const shownUnclear = 'doubtful shownUnclear'

  it('cannot be settled: an object twice, the cross-reference naming the first', async () => {
    const { num } = contentOf(plain)
    const twice = await sign(craft(plain, [{ num, body: fake, named: false }]))
    expect(judged(twice)).toBe(shownUnclear)
    expect(judged(await sign(twice, attacker))).toBe(shownUnclear)
    const outcome = outcomeOf(verifyPdf(twice, { roots: [root.der], now }))
    expect(outcome.headline).toContain('yang tampak')
    expect(outcome.signatures[0]?.sentences.map((each) => each.text)).not.toContain(
      'Isi yang ditandatangani utuh.',
    )
  })

  it('cannot be settled: an unknown trailer, or an unknown list of objects', async () => {
    expect(judged(await sign(craft(plain, [], { loose: 'trailer\n<< /Root 900 0 R >>\n' })))).toBe(
      shownUnclear,
    )
    const list = { num: 901, body: streamBody('', '/Type /XRef /Root 900 0 R '), named: false }
    expect(judged(await sign(craft(plain, [list])))).toBe(shownUnclear)
  })

  it('is settled where the second object is the one that is shown, or none is shown', async () => {
    const { num } = contentOf(plain)
    expect(judged(await sign(craft(plain, [{ num, body: fake }])))).toBe('certified')
    expect(judged(await sign(craft(plain, [{ num: 950, body: fake, named: false }])))).toBe('certified')
  })

  it('is answered in time, however often it begins an object', async () => {
    const many = await sign(craft(plain, [], { loose: '7 0 obj (\n'.repeat(100_000) }))
    const begun = performance.now()
    expect(judged(many)).toBe(shownUnclear)
    expect(performance.now() - begun).toBeLessThan(20_000)
  })
})

describe('ordinary documents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'selaras-appended-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const letters = async (useObjectStreams: boolean): Promise<Buffer> => {
    const document = await PDFDocument.create()
    for (const words of ['Surat', 'Lampiran']) document.addPage().drawText(words)
    return Buffer.from(await document.save({ useObjectStreams }))
  }
  const updated = async (pdf: Uint8Array): Promise<Buffer> => {
    const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true })
    document.getPage(0).drawText('Tambahan', { x: 50, y: 50 })
    return Buffer.from(await document.commit())
  }
  const twice = async (pdf: Uint8Array) => sign(await sign(pdf), attacker)

  it('stay certified, signed once and twice, with and without object streams and earlier updates', async () => {
    for (const pdf of [await letters(false), await letters(true)])
      for (const each of [pdf, await updated(pdf)]) {
        expect(judged(await sign(each))).toBe('certified')
        expect(judged(await twice(each))).toBe('certified')
      }
  })

  it.for([['--linearize'], ['--object-streams=generate'], ['--linearize', '--object-streams=generate']])(
    'stay certified as qpdf writes them: %s',
    async (args, context) => {
      const qpdf = needTool(context, 'qpdf')
      for (const pdf of [plain, await updated(await letters(false))]) {
        writeFileSync(join(folder, 'a.pdf'), pdf)
        run(qpdf, [...args, 'a.pdf', 'b.pdf'], folder)
        expect(judged(await twice(readFileSync(join(folder, 'b.pdf'))))).toBe('certified')
      }
    },
  )

  it('stay certified where another program adds a font to the form for its own field', async () => {
    const added = withField(signed, [0, 0, 0, 0], { MK: dict([]), BS: dict([['W', 0]]) })
    const file = openPdf(added)
    const form = file.catalog.entries.get('AcroForm') as PdfRef
    const fonts = dict([['Font', dict([['lain', dict([['Type', name('Font')]])]])]])
    const held = file.dictOf(file.dictOf(form)?.entries.get('DR')) ?? dict([])
    const wider = withEntries(held, {
      Font: dict([
        ...(file.dictOf(held.entries.get('Font'))?.entries ?? []),
        ...(file.dictOf(fonts.entries.get('Font'))?.entries ?? []),
      ]),
    })
    const changed = withEntries(file.dictOf(form) ?? dict([]), { DR: wider })
    expect(
      judged(
        await sign(
          tamper(added, () => new Map([[form.num, changed]])),
          attacker,
        ),
      ),
    ).toBe('certified')
  })
})
