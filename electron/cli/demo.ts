import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { consolidationPoints, consolidationSummary } from '../../shared/contract/consolidation.ts'
import { demoFill } from '../../shared/contract/demo.ts'
import { documentVerify } from '../../shared/contract/document.ts'
import { opdDeclare, opdRegister } from '../../shared/contract/opd.ts'
import { recordGet, recordList, recordSave } from '../../shared/contract/records.ts'
import { ok, type Result } from '../../shared/contract/result.ts'
import { workspaceCreate } from '../../shared/contract/session.ts'
import { rupiah } from '../../shared/format/money.ts'
import { cliTexts } from '../../shared/texts/cli.ts'
import { demoTexts } from '../../shared/texts/demo.ts'
import { parseInJob } from '../budget/reader/parse-in-job.ts'
import { composition } from '../composition.ts'
import { composeCore } from '../core/compose.ts'
import { settingsFolder } from '../shell/settings.ts'
import { makeDemoCertificate } from '../signature/demo-certificate.ts'
import { exportOne, summaryLines } from './budget-consolidate.ts'
import { importForms } from './budget-import.ts'
import { type Answer, type Cli, type Command, call } from './context.ts'

type Price = {
  readonly item: string
  readonly unit: string
  readonly price: number
  readonly year: number
  readonly basis: string
}

const folder = '.demo'
const year = 2027
const { officer } = demoTexts

/** Twelve forms as twelve OPDs sent them, each in its own layout. */
const forms = [
  'penjelasan-pasal-6-ayat-4.docx',
  'dinas-kesehatan.docx',
  'dinas-pendidikan-dan-kebudayaan.docx',
  'disdukcapil.docx',
  'satpol-pp.docx',
  'bappeda.xlsx',
  'bkpsdm.xlsx',
  'bpkad.xlsx',
  'dinas-pupr.xlsx',
  'rsud.csv',
  'dpmptsp.csv',
  'dinas-sosial.xlsx',
] as const
const twin = 'penjelasan-pasal-6-ayat-4.xlsx'

const samples = fileURLToPath(new URL('../../resources/samples/', import.meta.url))
const sample = (name: string): { name: string; bytes: Uint8Array } => ({
  name,
  bytes: readFileSync(join(samples, name)),
})
const json = <T>(name: string): T => JSON.parse(readFileSync(join(samples, name), 'utf8')) as T
const opdOf = (form: string): string =>
  json<{ opd: { code: string } }>(form.replace(/\.\w+$/, '.json')).opd.code

const freshCli = (cli: Cli, workspace: string): Cli => ({
  ...cli,
  core: composeCore({
    root: new URL('../', import.meta.url),
    composition,
    compositionUrl: '',
    workspace,
    settings: settingsFolder(),
    jobs: cli.core.jobs,
    threads: false,
    onEvent: () => undefined,
    onDefect: (error, name) => console.error(name, error),
  }),
})

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new DemoFailed(result)
  return result.value
}
class DemoFailed extends Error {
  readonly result: Result<never>
  constructor(result: Result<unknown>) {
    super('demo')
    this.result = result as Result<never>
  }
}

const fillProfile = async (cli: Cli): Promise<void> => {
  const { rows } = must(await call(cli, recordList, { type: 'workspace' }))
  const id = rows[0]?.id ?? null
  const seen = id === null ? null : must(await call(cli, recordGet, { type: 'workspace', id })).seen
  must(await call(cli, recordSave, { type: 'workspace', id, values: { ...demoTexts.profile }, seen }))
}

/** The registers of the city, to which the OPDs of the forms belong. */
const fillCity = async (cli: Cli): Promise<string[]> => {
  const { registers } = must(await call(cli, demoFill, {}))
  const opds = registers.find(({ type }) => type === 'opd')?.rows ?? 0
  return [
    cliTexts.demoRegisters(opds),
    ...registers.map(({ label, rows }) => cliTexts.demoRegister(label, rows)),
  ]
}

const fillPrices = async (cli: Cli): Promise<void> => {
  for (const { item, unit, price, year: priceYear, basis } of json<Price[]>('price-standard.json')) {
    must(
      await call(cli, recordSave, {
        type: 'priceStandard',
        id: null,
        values: { item, measure: unit, price, year: priceYear, basis },
        seen: null,
      }),
    )
  }
}

/** The list of the demo is the whole of its city. */
const declareList = async (cli: Cli): Promise<void> => {
  const { seen } = must(await call(cli, opdRegister, {}))
  must(await call(cli, opdDeclare, { complete: true, seen }))
}

const importAll = async (cli: Cli): Promise<string[]> => {
  const lines: string[] = []
  for (const form of forms) {
    const done = must(
      await importForms(cli, [sample(form)], { code: opdOf(form), name: '', year, append: false }),
    )
    lines.push(cliTexts.demoReading(form, done.rows, rupiah(done.total)))
  }
  return lines
}

/** The Penjelasan's own form, from Word and from Excel: both must say the same. */
const readTwice = async (cli: Cli): Promise<string[]> => {
  const parsed = await parseInJob(cli.core.jobs, [sample(forms[0]), sample(twin)])
  return parsed.files.map((file) => {
    if ('error' in file) return `  ${file.file}: ${file.error.message}`
    const rows = file.outputs.reduce((sum, output) => sum + output.rows.length, 0)
    return cliTexts.demoReading(
      file.file,
      rows,
      rupiah(file.outputs.reduce((sum, { total }) => sum + total, 0)),
    )
  })
}

const day = 24 * 60 * 60 * 1000

/** A certificate made on the spot, with a password that nobody needs: the file is left for trying out the window. */
const demoCertificate = async () => {
  const { certificatePassword, certificateFile, workspace } = demoTexts
  const now = Date.now()
  const { pkcs12 } = await makeDemoCertificate({
    name: officer.name,
    organization: workspace.agency,
    password: certificatePassword,
    validFrom: new Date(now - day),
    validTo: new Date(now + 365 * day),
  })
  writeFileSync(join(folder, certificateFile), pkcs12, { mode: 0o600 })
  return { file: { name: certificateFile, bytes: new Uint8Array(pkcs12) }, password: certificatePassword }
}

const exportAll = async (cli: Cli): Promise<string[]> => {
  const signing = await demoCertificate()
  const files: string[] = []
  for (const format of ['pdf', 'docx', 'xlsx'] as const) {
    const made = must(
      await exportOne(cli, year, { format, file: join(folder, `${demoTexts.fileName}.${format}`) }, signing),
    )
    files.push(resolve(made.file))
  }
  return files
}

const verdict = async (cli: Cli, pdf: string): Promise<string> =>
  must(
    await call(cli, documentVerify, {
      file: { name: basename(pdf), bytes: new Uint8Array(readFileSync(pdf)) },
    }),
  ).headline

const show = async (cli: Cli): Promise<Answer> => {
  must(
    await call(cli, workspaceCreate, {
      ...demoTexts.workspace,
      name: officer.name,
      nip: officer.nip,
      position: officer.position,
      password: officer.password,
    }),
  )
  await fillProfile(cli)
  const registers = await fillCity(cli)
  await fillPrices(cli)
  await declareList(cli)
  const read = await readTwice(cli)
  const imported = await importAll(cli)
  const summary = must(await call(cli, consolidationSummary, { year }))
  const { points } = must(await call(cli, consolidationPoints, { year }))
  const files = await exportAll(cli)
  const pdf = files[0] ?? ''
  const headline = await verdict(cli, pdf)
  return {
    json: {
      read,
      imported,
      summary,
      points,
      files,
      signature: headline,
      officer: officer.nip,
      password: officer.password,
      workspace: resolve(folder, 'data'),
    },
    lines: [
      cliTexts.demoTitle,
      '',
      ...registers,
      '',
      cliTexts.demoSample,
      ...read,
      '',
      cliTexts.demoForms,
      ...imported,
      '',
      ...summaryLines(summary),
      '',
      ...points.map(({ text }) => `  - ${text}`),
      '',
      ...files.map((file) => cliTexts.written(file)),
      '',
      cliTexts.demoVerdict,
      `  ${headline}`,
      '',
      cliTexts.demoOpen,
      `  ${cliTexts.demoCommand}`,
      `  ${cliTexts.demoOfficer(officer.nip, officer.password)}`,
      `  ${demoTexts.certificateNote(resolve(folder, demoTexts.certificateFile))}`,
    ],
  }
}

/** The main job without any window, in a fresh workspace under .demo/. */
export const demo: Command = async (cli) => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'data'), { recursive: true })
  const fresh = freshCli(cli, resolve(folder, 'data'))
  try {
    return ok(await show(fresh))
  } catch (error) {
    if (error instanceof DemoFailed) return error.result
    throw error
  } finally {
    await fresh.core.stop()
  }
}
