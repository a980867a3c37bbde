import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeConsolidationDocx } from '../../../electron/document/docx/consolidation.ts'
import { convert } from '../../fixtures/office-convert.ts'
import { fixtureReport } from '../../fixtures/report.ts'
import { needTool, run } from '../../tools.ts'

const report = fixtureReport()

describe('the consolidation as a Word document', () => {
  it('has real tables with repeated headings, sums and the signature block', async () => {
    const xml = strFromU8(
      unzipSync(await writeConsolidationDocx(report, { paper: 'A4' }))['word/document.xml'] as Uint8Array,
    )
    expect(xml.match(/<w:tbl>/g)?.length).toBe(3)
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(3)
    for (const words of [
      '2.291.475.000',
      'Jumlah seluruhnya',
      'Persentase dari jumlah seluruhnya',
      'NIP 19660801 198803 1 001',
      'Prabumulih, 21 November 2026',
    ])
      expect(xml).toContain(words)
  })

  it('takes any character that a form may hold', async () => {
    const rows = [{ ...report.rows[0], stage: '\0\u0001<b>&\ud800\uffff' }] as typeof report.rows
    const file = unzipSync(await writeConsolidationDocx(fixtureReport(0, { rows }), { paper: 'F4' }))
    expect(strFromU8(file['word/document.xml'] as Uint8Array)).toContain('&lt;b&gt;&amp;')
  })

  it('is opened by LibreOffice with the same words', async (context) => {
    const soffice = needTool(context, 'soffice')
    const pdftotext = needTool(context, 'pdftotext')
    const [pdf] = convert(soffice, await writeConsolidationDocx(report, { paper: 'A4' }), 'uji.docx', 'pdf', [
      'uji.pdf',
    ])
    const folder = mkdtempSync(join(tmpdir(), 'selaras-docx-'))
    writeFileSync(join(folder, 'uji.pdf'), pdf as Buffer)
    const text = run(pdftotext, ['-layout', join(folder, 'uji.pdf'), '-']).output
    rmSync(folder, { recursive: true })
    for (const words of [
      'DINAS KOMUNIKASI DAN INFORMATIKA',
      'Rp2.291.475.000',
      'Halaman 1 dari',
      report.log.hash,
    ])
      expect(text).toContain(words)
    const pages = text.split('\f').filter((page) => page.includes('VENDOR'))
    for (const page of pages) expect(page).toContain('Tahap pelaksanaan')
  })
})
