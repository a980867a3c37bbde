import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { buildParts } from '../../../build/build.ts'
import { readInJob } from '../../../electron/budget/parse.ts'
import { parseForms } from '../../../electron/budget/reader/index.ts'
import { makeJobRunner } from '../../../electron/jobs/run-job.ts'
import { spawnNode } from '../../../electron/jobs/spawn-node.ts'
import { openDatabase, type Sqlite } from '../../../electron/store/open.ts'
import { acceptedOutputs } from '../../../shared/rules/budget/accepted.ts'
import { sumUp } from '../../../shared/rules/budget/import.ts'
import type { ParsedImport } from '../../../shared/rules/budget/parsed.ts'
import { must, seededRow } from '../../fixtures/city.ts'
import { xlsx } from '../../fixtures/office.ts'
import { coreOn, person } from '../big-city.ts'
import { type Contestant, type Row, type Skipped, timed } from '../harness.ts'
import { hasProgram, library, noProgram, notInstalled, programMs } from '../peers.ts'
import { hostileRows } from './hostile.ts'
import { rawInsert, rawTable } from './store.ts'

const headings = [
  'Output / Sub Output',
  'Tahap Pelaksanaan',
  'Metode/ Teknologi/platform',
  'Pelaksana',
  'Durasi',
  'Sumber daya yang digunakan',
] as const
const docxProcess = fileURLToPath(new URL('../docx-process.ts', import.meta.url))
const formsCount = 60
const rowsPerForm = 200

const cellsOf = (form: number, index: number): string[] => {
  const row = seededRow(form, index)
  return [
    `${row.subOutput} ${Math.floor(index / 8)}`,
    `${row.stage} ${index}`,
    row.method,
    row.implementer,
    row.duration,
    row.resources,
  ]
}
const tableOf = (form: number): string[][] => [
  [...headings],
  [`Pengembangan sistem ${form}`, '', '', '', '', ''],
  ...Array.from({ length: rowsPerForm }, (_unused, index) => cellsOf(form, index)),
]

const expect = (rows: number, wanted: number): void => {
  if (rows !== wanted) throw new Error(`${rows} rows instead of ${wanted}`)
}

const rowsIn = (files: Awaited<ReturnType<typeof parseForms>>['files']): number =>
  files
    .flatMap((file) => ('outputs' in file ? file.outputs : []))
    .reduce((sum, { rows }) => sum + rows.length, 0)

/** The job as it is shipped: bundled, not the sources. */
const root = new URL('../../../dist/electron/', import.meta.url)

const formFiles = (): { name: string; bytes: Uint8Array }[] =>
  Array.from({ length: formsCount }, (_unused, form) => ({
    name: `form-${form}.xlsx`,
    bytes: xlsx({ rows: tableOf(form) }),
  }))

const sixtyForms = async (): Promise<Row> => {
  await buildParts(['electron'])
  const folder = mkdtempSync(join(tmpdir(), 'selaras-forms-'))
  const files = formFiles()
  const paths = files.map(({ name, bytes }) => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  })
  const jobs = makeJobRunner(spawnNode(root))
  const exceljs = await library('exceljs')
  const hucre = await library('hucre')
  const beside: (Contestant | Skipped)[] = [
    exceljs === null
      ? notInstalled('exceljs')
      : { label: 'exceljs, cells only', run: () => timed(() => readWithExceljs(exceljs, files)) },
    hucre === null
      ? notInstalled('hucre')
      : { label: 'hucre, cells only', run: () => timed(() => readWithHucre(hucre, files)) },
    hasProgram('python3', ['-c', 'import openpyxl'])
      ? {
          label: 'openpyxl read_only, cells only',
          run: () => programMs('python3', ['-c', openpyxl, ...paths]),
        }
      : noProgram('openpyxl', 'python3-openpyxl'),
    hasProgram('soffice')
      ? {
          label: 'LibreOffice, 60 → csv',
          run: () =>
            programMs('soffice', ['--headless', '--convert-to', 'csv', '--outdir', folder, ...paths]),
        }
      : noProgram('LibreOffice', 'libreoffice-calc'),
  ]
  return {
    name: '60 forms (12,000 rows) from XLSX to a checked preview, in bundled job processes',
    unit: 'ms',
    rounds: 5,
    ours: {
      label: 'ours',
      run: () =>
        timed(async () => {
          const read = sumUp(must(await readInJob(jobs, files)).map((text) => JSON.parse(text)))
          expect(rowsIn(read.files), formsCount * rowsPerForm)
        }),
      close: () => rmSync(folder, { recursive: true, force: true }),
    },
    beside,
    goal: {
      text: '≤ 1 s, ≥ 4 × LibreOffice',
      holds: (ours, found) =>
        ours <= 1000 && (found.get('LibreOffice, 60 → csv') ?? Number.POSITIVE_INFINITY) / ours >= 4,
    },
  }
}

/** What follows the preview: the officer accepts all of it, as the window sends it, through the contract, threads and all. */
const accept = (): Row => {
  const workspace = mkdtempSync(join(tmpdir(), 'selaras-accept-'))
  const core = coreOn(workspace, true)
  const files = formFiles()
  let db: Sqlite | null = null
  let opds = 0
  const start = async (): Promise<Sqlite> => {
    must(await core.handle('workspace.create', { regulation: 'prabumulih', city: 'Kota Uji', ...person }))
    const key = core.session.databaseKey
    if (key === null) throw new Error('no key')
    db = openDatabase(join(workspace, 'selaras.db'), new Uint8Array(key))
    rawTable(db, 'raw_bench')
    return db
  }
  const acceptAll = async (): Promise<number> => {
    if (db === null) await start()
    const preview = must(await core.handle('budget.preview', { files })) as {
      token: string
      parsed: ParsedImport
    }
    opds += 1
    const input = {
      token: preview.token,
      opd: { id: null, code: `9.${opds}`, name: `Dinas Uji ${opds}` },
      year: 2027,
      received: '2026-11-21',
      mode: 'version',
      outputs: acceptedOutputs(preview.parsed.files.filter((file) => 'outputs' in file)),
    }
    return timed(async () => {
      const done = must(await core.handle('budget.accept', input)) as { rows: number }
      expect(done.rows, formsCount * rowsPerForm)
    })
  }
  return {
    name: 'budget.accept of these 12,000 rows and 60 files: one commit, logged, chained, signed, searchable',
    unit: 'ms',
    rounds: 5,
    ours: { label: 'ours', run: acceptAll, close: () => core.stop() },
    beside: [
      {
        label: 'raw insert of 12,000 rows, same file',
        run: async () => rawInsert(db ?? (await start()), 'raw_bench', formsCount * rowsPerForm),
        close: () => {
          db?.close()
          rmSync(workspace, { recursive: true, force: true })
        },
      },
    ],
    goal: { text: '≤ 1 s', holds: (ours) => ours <= 1000 },
  }
}

const openpyxl = `
import sys, openpyxl
n = 0
for path in sys.argv[1:]:
    for row in openpyxl.load_workbook(path, read_only=True).active.iter_rows(values_only=True):
        n += 1
assert n == ${formsCount * (rowsPerForm + 2)}, n
`

type Files = readonly { readonly bytes: Uint8Array }[]
// biome-ignore lint/suspicious/noExplicitAny: a peer library without types here
const readWithExceljs = async (exceljs: any, files: Files): Promise<void> => {
  let rows = 0
  for (const { bytes } of files) {
    const book = new (exceljs.default ?? exceljs).Workbook()
    await book.xlsx.load(bytes)
    rows += book.worksheets[0].actualRowCount
  }
  expect(rows, formsCount * (rowsPerForm + 2))
}
// biome-ignore lint/suspicious/noExplicitAny: a peer library without types here
const readWithHucre = async (hucre: any, files: Files): Promise<void> => {
  let rows = 0
  for (const { bytes } of files) rows += (await hucre.readXlsx(bytes)).sheets[0].rows.length
  expect(rows, formsCount * (rowsPerForm + 2))
}

const docxForm = async (): Promise<Uint8Array> => {
  const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] })
  const rows = tableOf(7).map((cells) => new TableRow({ children: cells.map(cell) }))
  const document = new Document({
    sections: [
      {
        children: [
          ...Array.from({ length: 10 }, (_unused, n) => new Paragraph(`Paragraf ${n}`)),
          new Table({ rows }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const docx = async (): Promise<Row> => {
  const bytes = await docxForm()
  const mammoth = await library('mammoth')
  const folder = mkdtempSync(join(tmpdir(), 'selaras-docx-'))
  const path = join(folder, 'form.docx')
  writeFileSync(path, bytes)
  expect(rowsIn((await parseForms([{ name: 'form.docx', bytes }])).files), rowsPerForm)
  const median = (which: string): number => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [docxProcess, which, path], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
    return Number(stdout)
  }
  return {
    name: 'a 200-row form from DOCX (10 paragraphs, one table) to checked rows, median of 60 in a process of its own',
    unit: 'ms',
    rounds: 5,
    ours: {
      label: 'ours',
      run: () => median('ours'),
      close: () => rmSync(folder, { recursive: true, force: true }),
    },
    beside: [
      mammoth === null ? notInstalled('mammoth') : { label: 'mammoth → html', run: () => median('mammoth') },
      hasProgram('soffice')
        ? {
            label: 'LibreOffice → txt',
            run: () =>
              programMs('soffice', ['--headless', '--convert-to', 'txt:Text', '--outdir', folder, path]),
          }
        : noProgram('LibreOffice', 'libreoffice-writer'),
    ],
    goal: {
      text: '≥ 10 × mammoth',
      holds: (ours, found) =>
        found.has('mammoth → html') ? (found.get('mammoth → html') ?? 0) / ours >= 10 : null,
    },
  }
}

export const formRows = async (): Promise<(() => Row)[]> => {
  const rows = [await sixtyForms(), await docx()]
  return [...rows.map((row) => () => row), accept, ...hostileRows]
}
