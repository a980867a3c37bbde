import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeConsolidationPdf } from '../../../electron/document/pdf/consolidation.ts'
import { openDocument } from '../../../electron/document/pdf/document.ts'
import { frameOf } from '../../../electron/document/pdf/page.ts'
import { summaryTable } from '../../../electron/document/pdf/summary-table.ts'
import { pagesOf } from '../../../electron/signature/pdf/pages.ts'
import { openPdf } from '../../../electron/signature/pdf/read.ts'
import { fixtureReport } from '../../fixtures/report.ts'
import { needTool, run } from '../../tools.ts'

const folder = mkdtempSync(join(tmpdir(), 'selaras-pdf-'))
const path = (name: string) => join(folder, name)
const report = fixtureReport()

beforeAll(async () => {
  writeFileSync(path('a4.pdf'), await writeConsolidationPdf(report, { paper: 'A4', mode: 'wet' }))
  writeFileSync(
    path('f4.pdf'),
    await writeConsolidationPdf(report, {
      paper: 'F4',
      mode: 'sign',
      certificateNotice: 'CONTOH – TIDAK SAH',
    }),
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the consolidation as PDF', () => {
  it('is without fault for qpdf', (context) => {
    const qpdf = needTool(context, 'qpdf')
    for (const name of ['a4.pdf', 'f4.pdf'])
      expect(run(qpdf, ['--check', path(name)])).toMatchObject({ status: 0 })
  })

  it('has landscape pages of A4 and of 215 × 330 mm', (context) => {
    const pdfinfo = needTool(context, 'pdfinfo')
    expect(run(pdfinfo, [path('a4.pdf')]).output).toMatch(/Page size:\s+841\.89\d* x 595\.2\d* pts \(A4\)/)
    expect(run(pdfinfo, [path('f4.pdf')]).output).toMatch(/Page size:\s+935\.43\d* x 609\.4\d+ pts/)
  })

  it('embeds its fonts and can be searched', (context) => {
    const fonts = run(needTool(context, 'pdffonts'), [path('a4.pdf')])
      .output.trim()
      .split('\n')
      .slice(2)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/LiberationSans.*yes yes yes/)
  })

  it('says what an officer needs: basis, sums, sources, points, signature, pages, head of the log', (context) => {
    const text = run(needTool(context, 'pdftotext'), ['-layout', path('a4.pdf'), '-']).output
    const pages = text.split('\f').length - 1
    for (const words of [
      'PEMERINTAH KOTA PRABUMULIH',
      'Konsolidasi Anggaran TIK Tahun Anggaran 2027',
      'Pasal 6 ayat (4) Peraturan Walikota Prabumulih Nomor 64 Tahun 2017',
      'Rp2.291.475.000 (dua miliar dua ratus sembilan puluh satu juta empat ratus tujuh puluh lima ribu rupiah)',
      '186.000.000',
      'Formulir versi 1, diterima 02-11-2026',
      'Prabumulih, 21 November 2026',
      'NIP 19660801 198803 1 001',
      `Halaman 1 dari ${pages}`,
      `Halaman ${pages} dari ${pages}`,
      `kode jejak ${report.log.hash}`,
      ...report.points.map(({ text: point }) => point.slice(0, 40)),
    ])
      expect(text).toContain(words)
    const heads = text.split('\f').filter((page) => page.includes('Tahap pelaksanaan'))
    const details = text.split('\f').filter((page) => page.includes('VENDOR'))
    expect(heads.length).toBe(details.length)
  })

  it('keeps the largest sums on one line', async (context) => {
    const rows = report.rows.map((row) => ({
      ...row,
      amount: row.amount === null ? null : row.amount * 1_000_000,
    }))
    const file = path('besar.pdf')
    writeFileSync(file, await writeConsolidationPdf(fixtureReport(0, { rows }), { paper: 'A4', mode: 'wet' }))
    const text = run(needTool(context, 'pdftotext'), ['-layout', file, '-']).output
    expect(text.match(/2\.291\.475\.000\.000/g)?.length).toBeGreaterThanOrEqual(3)
  })

  it('shows a code of a sub kegiatan whole, on one line, and a longer one broken after a dot', async (context) => {
    const codes = ['2.16.01.2.06.0001.00012', '2.16.03.2.01.0003.5.2.02.10.02.0004']
    const forms = report.forms.map((form, at) => ({ ...form, opdCode: codes[at] ?? form.opdCode }))
    const file = path('kode.pdf')
    const long = { ...report, forms }
    writeFileSync(file, await writeConsolidationPdf(long, { paper: 'A4', mode: 'wet' }))
    const text = run(needTool(context, 'pdftotext'), ['-layout', file, '-']).output
    expect(text).toContain('2.16.01.2.06.0001.00012')
    expect(text).toMatch(/2\.16\.03\.2\.01\.0003\.5\.(2\.)?(02\.)? /)
  })

  it('never breaks the word of a form’s status', async (context) => {
    const opd = 'Dinas Pengendalian Penduduk, Keluarga Berencana, dan Perlindungan Anak'
    const forms = report.forms.map((form, at) => ({
      ...form,
      opd,
      opdCode: `1.01.2.22.0.00.01.${1000 + at}`,
      status: 'Direkomendasikan',
    }))
    const file = path('status.pdf')
    writeFileSync(file, await writeConsolidationPdf({ ...report, forms }, { paper: 'A4', mode: 'wet' }))
    const text = run(needTool(context, 'pdftotext'), ['-layout', file, '-']).output
    expect(text.match(/Direkomendasikan/g)?.length).toBe(forms.length)
  })

  it('ends with two points at least where the signature stands on a page of its own', async (context) => {
    const pdftotext = needTool(context, 'pdftotext')
    const words = 'Hal yang perlu diperhatikan dan ditanyakan kepada perangkat daerah yang mengusulkannya.'
    for (let count = 6; count <= 30; count += 1) {
      const points = Array.from({ length: count }, () => ({ kind: 'doubt', text: words }))
      const file = path('hal.pdf')
      writeFileSync(
        file,
        await writeConsolidationPdf(fixtureReport(0, { points }), { paper: 'A4', mode: 'wet' }),
      )
      const last = run(pdftotext, ['-layout', file, '-']).output.split('\f').at(-2) ?? ''
      expect(last).toContain('NIP 19660801')
      expect(last.match(/ditanyakan kepada/g)?.length, `${count} points`).toBeGreaterThanOrEqual(2)
    }
  })

  it('fills a page with the sums by OPD: only the last of them stays with the total', async () => {
    const frame = frameOf('A4')
    const created = new Date(report.printed)
    const { faces } = await openDocument(frame, { title: '', subject: '', author: '', created })
    const ends = summaryTable(report, frame, faces).slice(-4)
    expect(ends.map(({ keepWithNext }) => keepWithNext === true)).toEqual([false, true, true, false])
  })

  it('marks a certificate made for a demonstration on the page', (context) => {
    const text = run(needTool(context, 'pdftotext'), [path('f4.pdf'), '-']).output
    const pages = text.split('\f').filter((page) => page.trim() !== '')
    for (const page of pages) expect(page).toContain('CONTOH – TIDAK SAH')
  })

  it('survives an empty report, endless texts, strange characters and rows of one OPD that names no form', async () => {
    const rows = [
      {
        ...report.rows[0],
        opdCode: 'x',
        stage: 'kata '.repeat(2_000),
        resources: 'x'.repeat(3_000),
        subOutput: '\0\u0007\ud800 日本',
      },
      { ...report.rows[1], opdCode: 'x' },
    ] as typeof report.rows
    const long = fixtureReport(0, { rows })
    for (const each of [fixtureReport(0), { ...long, forms: [] }]) {
      const file = openPdf(await writeConsolidationPdf(each, { paper: 'A4', mode: 'outside' }))
      expect(pagesOf(file).length).toBeGreaterThan(0)
    }
  })

  it('refuses a report whose rows do not add up', async () => {
    const wrong = { ...report, all: { ...report.all, total: report.all.total + 1 } }
    await expect(writeConsolidationPdf(wrong, { paper: 'A4', mode: 'wet' })).rejects.toThrow()
  })
})
