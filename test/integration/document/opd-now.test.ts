import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { writeConsolidationDocx } from '../../../electron/document/docx/consolidation.ts'
import { writeConsolidationPdf } from '../../../electron/document/pdf/consolidation.ts'
import { writeConsolidationXlsx } from '../../../electron/document/xlsx/consolidation.ts'
import { fixtureReport } from '../../fixtures/report.ts'
import { needTool, run } from '../../tools.ts'

const folder = mkdtempSync(join(tmpdir(), 'selaras-sotk-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const merged = { rows: 3, withoutCost: 0, total: 30, label: 'Dinas Baru', from: ['Dinas A', 'Dinas B'] }
const same = { rows: 3, withoutCost: 0, total: 40, label: 'Dinas C', from: ['Dinas C'] }
const report = fixtureReport(undefined, { byOpdNow: [merged, same] })
const note = 'Menurut OPD sekarang: Dinas Baru Rp30 (semula Dinas A, Dinas B).'
const wordOf = (docx: Uint8Array) => strFromU8(unzipSync(docx)['word/document.xml'] as Uint8Array)

describe('the sums under the OPDs of now', () => {
  it('stand under the summary in the PDF', async (context) => {
    const path = join(folder, 'uji.pdf')
    writeFileSync(path, await writeConsolidationPdf(report, { paper: 'A4', mode: 'wet' }))
    const words = run(needTool(context, 'pdftotext'), ['-layout', path, '-']).output.replaceAll(/\s+/g, ' ')
    expect(words).toContain(note)
  })

  it('stand in Word and Excel, and nowhere where no OPD became another one', async () => {
    expect(wordOf(await writeConsolidationDocx(report, { paper: 'A4' }))).toContain(note)
    const xlsx = unzipSync(await writeConsolidationXlsx(report))
    expect(strFromU8(xlsx['xl/worksheets/sheet1.xml'] as Uint8Array)).toContain(note)
    expect(wordOf(await writeConsolidationDocx(fixtureReport(), { paper: 'A4' }))).not.toContain(
      'Menurut OPD',
    )
  })
})
