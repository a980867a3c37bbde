import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { writeConsolidationDocx } from '../../../electron/document/docx/consolidation.ts'
import { writeConsolidationPdf } from '../../../electron/document/pdf/consolidation.ts'
import { writeConsolidationXlsx } from '../../../electron/document/xlsx/consolidation.ts'
import { documentTexts } from '../../../shared/texts/document.ts'
import { fixtureReport } from '../../fixtures/report.ts'
import { needTool, run } from '../../tools.ts'

const plain = fixtureReport()
const corrected = documentTexts.corrected.cells([
  { column: 'resources', before: 'menyesuaikan' },
  { column: 'amount', before: '' },
])
/** The first row of the forms was corrected before saving. */
const report = fixtureReport(undefined, {
  rows: plain.rows.map((row, at) => (at === 0 ? { ...row, corrected } : row)),
})
const note =
  /\* Dikoreksi Diskominfo saat impor; tertulis pada formulir: no\. 1 Sumber daya ‘menyesuaikan’, Jumlah kosong\./
const folder = mkdtempSync(join(tmpdir(), 'selaras-dikoreksi-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a row that was corrected before saving', () => {
  it('has a mark at its amount in the PDF, and one line below says what the form said', async (context) => {
    const path = join(folder, 'uji.pdf')
    writeFileSync(path, await writeConsolidationPdf(report, { paper: 'A4', mode: 'wet' }))
    const words = run(needTool(context, 'pdftotext'), ['-layout', path, '-']).output.replaceAll(/\s+/g, ' ')
    expect(words).toMatch(/\* 10\.000\.000/)
    expect(words).toMatch(note)
  })

  it('has both in Word and in Excel, where the amount stays a number', async () => {
    const docx = unzipSync(await writeConsolidationDocx(report, { paper: 'A4' }))
    const xml = strFromU8(docx['word/document.xml'] as Uint8Array)
    expect(xml).toContain('* 10.000.000')
    expect(xml).toMatch(note)
    const xlsx = unzipSync(await writeConsolidationXlsx(report))
    const sheet = strFromU8(xlsx['xl/worksheets/sheet2.xml'] as Uint8Array)
    expect(sheet).toMatch(note)
    expect(sheet).toMatch(/<c r="L7" s="6"><v>10000000<\/v>/)
    expect(strFromU8(xlsx['xl/styles.xml'] as Uint8Array)).toContain('formatCode="[$-421]\\*\\ #,##0"')
  })

  it('needs no line where the forms were taken as they are', async () => {
    const docx = unzipSync(await writeConsolidationDocx(plain, { paper: 'A4' }))
    expect(strFromU8(docx['word/document.xml'] as Uint8Array)).not.toContain('Dikoreksi')
  })
})
