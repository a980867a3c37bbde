import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeConsolidationPdf } from '../../../electron/document/pdf/consolidation.ts'
import { makeDemoCertificate } from '../../../electron/signature/demo-certificate.ts'
import { signPdf } from '../../../electron/signature/sign.ts'
import { fixtureReport } from '../../fixtures/report.ts'
import { type Contestant, type Row, type Skipped, timed } from '../harness.ts'
import { hasProgram, library, noProgram, notInstalled, programMs } from '../peers.ts'

const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page[^s]/g)?.length ?? 0

const pdf = async (): Promise<Row> => {
  const report = fixtureReport(2000)
  const folder = mkdtempSync(join(tmpdir(), 'selaras-pdf-'))
  const html = join(folder, 'table.html')
  const cells = report.rows.map(
    (row) =>
      `<tr><td>${row.subOutput}</td><td>${row.stage}</td><td>${row.method}</td><td>${row.implementer}</td><td>${row.duration}</td><td>${row.resources}</td><td>${row.source}</td><td>${row.amount ?? ''}</td></tr>`,
  )
  writeFileSync(html, `<html><body><table border="1">${cells.join('')}</table></body></html>`)
  const pdfmake = await library('pdfmake')
  const perPage = async (write: () => Promise<Uint8Array>): Promise<number> => {
    const start = performance.now()
    const bytes = await write()
    return (performance.now() - start) / Math.max(1, pagesOf(bytes))
  }
  const office: Contestant | Skipped = hasProgram('soffice')
    ? {
        label: 'LibreOffice, html → pdf',
        run: () => {
          const ms = programMs('soffice', [
            '--headless',
            '--convert-to',
            'pdf:writer_web_pdf_Export',
            '--outdir',
            folder,
            html,
          ])
          return ms / Math.max(1, pagesOf(readFileSync(join(folder, 'table.pdf'))))
        },
      }
    : noProgram('LibreOffice', 'libreoffice-writer')
  return {
    name: 'PDF with embedded fonts, table of 2,000 rows, per page',
    unit: 'ms per page',
    rounds: 3,
    ours: {
      label: 'ours',
      run: () => perPage(() => writeConsolidationPdf(report, { paper: 'A4', mode: 'wet' })),
      close: () => rmSync(folder, { recursive: true, force: true }),
    },
    beside: [
      pdfmake === null
        ? notInstalled('pdfmake')
        : { label: 'pdfmake, the same rows', run: () => perPage(() => withPdfmake(pdfmake, report)) },
      office,
    ],
    goal: {
      text: '≥ 50 pages/s (≤ 20 ms per page), ≥ 5 × LibreOffice',
      holds: (ours, found) =>
        ours <= 20 &&
        (!found.has('LibreOffice, html → pdf') || (found.get('LibreOffice, html → pdf') ?? 0) / ours >= 5),
    },
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a peer library without types here
const withPdfmake = async (pdfmake: any, report: ReturnType<typeof fixtureReport>): Promise<Uint8Array> => {
  const make = pdfmake.default ?? pdfmake
  const font = (name: string): string =>
    fileURLToPath(new URL(`../../../resources/fonts/LiberationSans-${name}.ttf`, import.meta.url))
  make.setFonts({
    Liberation: {
      normal: font('Regular'),
      bold: font('Bold'),
      italics: font('Regular'),
      bolditalics: font('Bold'),
    },
  })
  make.setLocalAccessPolicy?.(() => true)
  const body = report.rows.map((row) => [
    row.subOutput,
    row.stage,
    row.method,
    row.implementer,
    row.duration,
    row.resources,
    row.source,
    String(row.amount ?? ''),
  ])
  const document = make.createPdf({
    pageSize: 'A4',
    pageOrientation: 'landscape',
    defaultStyle: { font: 'Liberation', fontSize: 8 },
    content: [{ table: { headerRows: 1, body } }],
  })
  return new Uint8Array(await document.getBuffer())
}

const signature = async (): Promise<Row> => {
  const report = fixtureReport(150)
  const bytes = await writeConsolidationPdf(report, { paper: 'A4', mode: 'outside' })
  const password = 'contoh saja'
  const now = Date.now()
  const { pkcs12 } = await makeDemoCertificate({
    name: 'Ukur',
    organization: 'Ukur',
    password,
    validFrom: new Date(now - 1e8),
    validTo: new Date(now + 1e10),
    bits: 2048,
  })
  const [signer, placeholder, signpdf] = await Promise.all([
    library('@signpdf/signer-p12'),
    library('@signpdf/placeholder-plain'),
    library('@signpdf/signpdf'),
  ])
  const peer: Contestant | Skipped =
    signer === null || placeholder === null || signpdf === null
      ? notInstalled('@signpdf + node-forge')
      : {
          label: '@signpdf + node-forge (not PAdES)',
          run: () => timed(() => withSignpdf(signer, placeholder, signpdf, bytes, pkcs12, password)),
        }
  return {
    name: `PAdES B-B signature of a ${Math.round(bytes.length / 1000)} kB report, RSA-2048`,
    unit: 'ms',
    rounds: 9,
    ours: {
      label: 'ours',
      run: () =>
        timed(async () => {
          const signed = await signPdf(bytes, { pkcs12, password, time: new Date(now) })
          if (!signed.ok) throw new Error(signed.error.message)
        }),
    },
    beside: [peer],
    goal: {
      text: '≤ 150 ms and ≤ 2 × @signpdf',
      holds: (ours, found) =>
        ours <= 150 &&
        ours <= 2 * (found.get('@signpdf + node-forge (not PAdES)') ?? Number.POSITIVE_INFINITY),
    },
  }
}

// biome-ignore lint/suspicious/noExplicitAny: peer libraries without types here
type Untyped = any

const withSignpdf = async (
  signer: Untyped,
  placeholder: Untyped,
  signpdf: Untyped,
  bytes: Uint8Array,
  pkcs12: Uint8Array,
  passphrase: string,
): Promise<void> => {
  const prepared = (placeholder.plainAddPlaceholder ?? placeholder.default.plainAddPlaceholder)({
    pdfBuffer: Buffer.from(bytes),
    reason: 'ukur',
    contactInfo: '',
    name: '',
    location: '',
  })
  const P12Signer = signer.P12Signer ?? signer.default.P12Signer
  const engine = signpdf.default?.default ?? signpdf.default ?? signpdf
  await engine.sign(prepared, new P12Signer(Buffer.from(pkcs12), { passphrase }))
}

const xlsxRows = 100_000
const program = fileURLToPath(new URL('../xlsx-process.ts', import.meta.url))

const xlsxProcess = (which: string): { readonly ms: number; readonly megabytes: number } => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, which, String(xlsxRows)],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as { ms: number; megabytes: number }
}

const xlsx = async (): Promise<Row[]> => {
  const exceljs = await library('exceljs')
  const memory = { ours: 0 }
  return [
    {
      name: 'XLSX export of 100,000 rows × 12 columns, each in a process of its own',
      unit: 'ms',
      rounds: 3,
      ours: {
        label: 'ours',
        run: () => {
          const { ms, megabytes } = xlsxProcess('ours')
          memory.ours = Math.max(memory.ours, megabytes)
          return ms
        },
        close: () => console.log(`  (memory above base, most of the rounds: ${memory.ours.toFixed(0)} MB)`),
      },
      beside: [
        exceljs === null
          ? notInstalled('exceljs')
          : { label: 'exceljs stream', run: () => xlsxProcess('exceljs').ms },
      ],
      goal: { text: '≤ 5 s, ≤ 250 MB above base', holds: (ours) => ours <= 5000 && memory.ours <= 250 },
    },
  ]
}

export const documentRows = async (): Promise<(() => Row)[]> =>
  [await pdf(), await signature(), ...(await xlsx())].map((row) => () => row)
