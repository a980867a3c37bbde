import {
  consolidationExport,
  consolidationPoints,
  consolidationSummary,
} from '../../shared/contract/consolidation.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { rupiah } from '../../shared/format/money.ts'
import { cliTexts } from '../../shared/texts/cli.ts'
import {
  type Answer,
  type Cli,
  type Command,
  call,
  option,
  readUpload,
  saveDownload,
  Usage,
  yearOf,
} from './context.ts'

type Format = 'pdf' | 'docx' | 'xlsx'
type Certificate = {
  readonly file: { name: string; bytes: Uint8Array<ArrayBuffer> }
  readonly password: string
}
export type Wanted = { readonly format: Format; readonly file: string }

const certificateOf = async (cli: Cli): Promise<Result<Certificate | null>> => {
  const path = option(cli, 'sign')
  if (path === null) return ok(null)
  const read = readUpload(path)
  if (!read.ok) return read
  const secret = process.env['SELARAS_CERT_PASSWORD'] ?? (await cli.ask(cliTexts.askCertificatePassword))
  if (secret === null) return fail('PasswordMissing', cliTexts.noPassword)
  return ok({ file: { name: read.value.name, bytes: new Uint8Array(read.value.bytes) }, password: secret })
}

const paperOf = (cli: Cli): 'A4' | 'F4' => {
  const paper = option(cli, 'paper') ?? 'A4'
  if (paper !== 'A4' && paper !== 'F4') throw new Usage(cliTexts.unknownOption(`--paper ${paper}`))
  return paper
}

export const exportOne = async (
  cli: Cli,
  year: number,
  { format, file }: Wanted,
  certificate: Certificate | null,
) => {
  const sign = format === 'pdf' && certificate !== null
  const made = await call(cli, consolidationExport, {
    year,
    format,
    paper: paperOf(cli),
    signature: sign ? 'sign' : 'wet',
    certificate: sign ? certificate : null,
  })
  if (!made.ok) return made
  const saved = saveDownload(cli, made.value.token, file)
  return saved.ok
    ? ok({ format, file, total: made.value.total, pages: made.value.pages, signed: made.value.signed })
    : saved
}

const column = 44
export const summaryLines = (summary: { readonly year: number } & SummaryShape): string[] => {
  const row = (label: string, total: number): string =>
    `  ${label.length > column ? `${label.slice(0, column - 1)}…` : label.padEnd(column)} ${rupiah(total).padStart(18)}`
  const { all, byOpd, bySource } = summary
  return [
    cliTexts.consolidated(summary.year),
    ...byOpd.map(({ label, total }) => row(label, total)),
    row(cliTexts.total, all.total),
    `  ${cliTexts.totalLine(all.forms, all.rows, all.withoutCost)}`,
    cliTexts.perSource,
    ...bySource.map(({ label, total }) => row(label === '' ? cliTexts.noSource : label, total)),
  ]
}
type SummaryShape = {
  readonly all: {
    readonly forms: number
    readonly rows: number
    readonly withoutCost: number
    readonly total: number
  }
  readonly byOpd: readonly { readonly label: string; readonly total: number }[]
  readonly bySource: readonly { readonly label: string; readonly total: number }[]
}

const formats: readonly Format[] = ['xlsx', 'docx', 'pdf']

export const budgetConsolidate: Command = async (cli): Promise<Result<Answer>> => {
  const year = yearOf(cli)
  const certificate = await certificateOf(cli)
  if (!certificate.ok) return certificate
  const summary = await call(cli, consolidationSummary, { year })
  if (!summary.ok) return summary
  const points = await call(cli, consolidationPoints, { year })
  if (!points.ok) return points
  const exports: unknown[] = []
  const lines = [...summaryLines(summary.value), ...points.value.points.map(({ text }) => `  - ${text}`)]
  for (const format of formats) {
    const file = option(cli, format)
    if (file === null) continue
    const made = await exportOne(cli, year, { format, file }, certificate.value)
    if (!made.ok) return made
    exports.push(made.value)
    lines.push(cliTexts.written(file))
  }
  return ok({
    json: { ...summary.value, points: points.value.points, comparable: points.value.comparable, exports },
    lines,
  })
}
