import { budgetAccept, budgetPreview } from '../../shared/contract/budget.ts'
import type { InputOf } from '../../shared/contract/call.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { rupiah } from '../../shared/format/money.ts'
import { acceptedOutputs } from '../../shared/rules/budget/accepted.ts'
import { sumUp } from '../../shared/rules/budget/import.ts'
import type { ParsedFile, ParsedImport, ParsedRow, RefusedFile } from '../../shared/rules/budget/parsed.ts'
import { cliTexts } from '../../shared/texts/cli.ts'
import { parseInJob } from '../budget/reader/parse-in-job.ts'
import { todayIn } from '../core/session-facts.ts'
import {
  type Answer,
  type Cli,
  type Command,
  call,
  login,
  option,
  readUpload,
  required,
  Usage,
  yearOf,
} from './context.ts'

type File = ParsedFile | RefusedFile
export const isRefused = (file: File): file is RefusedFile => 'error' in file

const filesOf = (cli: Cli): string[] => {
  const files = cli.words.slice(2)
  if (files.length === 0) throw new Usage(cliTexts.missingFiles)
  return files
}

const shownRow = ({
  row,
  subOutput,
  stage,
  method,
  implementer,
  duration,
  durationValue,
  resources,
  amount,
  place,
  extra,
}: ParsedRow) => ({
  row,
  subOutput,
  stage,
  method,
  implementer,
  duration,
  resources,
  amount,
  durationValue,
  place,
  ...(Object.keys(extra).length === 0 ? {} : { extra }),
})

const shownFile = (file: File) =>
  isRefused(file)
    ? { file: file.file, error: { type: file.error.type, message: file.error.message } }
    : {
        file: file.file,
        outputs: file.outputs.map(({ title, rows, total }) => ({ title, rows: rows.map(shownRow), total })),
        doubts: file.doubts.map(({ row, column, found, message, type, place }) => ({
          row,
          column,
          found,
          message,
          type,
          place,
        })),
        leftOut: file.leftOut,
      }

export const importJson = (parsed: ParsedImport) => ({
  files: parsed.files.map(shownFile),
  total: parsed.total,
  bySource: parsed.bySource,
})

const rowsIn = (parsed: ParsedImport): number =>
  parsed.files
    .flatMap((file) => (isRefused(file) ? [] : file.outputs))
    .reduce((sum, { rows }) => sum + rows.length, 0)

const detailLines = (parsed: ParsedImport): string[] => {
  const files = parsed.files.filter((file): file is ParsedFile => !isRefused(file))
  const doubts = files.flatMap(({ file, doubts }) => doubts.map(({ message }) => `  ${file}: ${message}`))
  const leftOut = files.flatMap(({ file, leftOut }) =>
    leftOut.map(({ where, reason }) => `  ${file}: ${where}: ${reason}`),
  )
  return [
    ...(doubts.length > 0 ? [cliTexts.doubts(doubts.length), ...doubts] : []),
    ...(leftOut.length > 0 ? [cliTexts.leftOut, ...leftOut] : []),
  ]
}

const refusal = (parsed: ParsedImport) => {
  const refused = parsed.files.find(isRefused)
  return refused === undefined
    ? null
    : fail(refused.error.type, `${refused.file}: ${refused.error.message}`, {
        file: refused.file,
        ...importJson(parsed),
      })
}

const dryRun = async (
  cli: Cli,
  uploads: readonly { name: string; bytes: Uint8Array }[],
): Promise<Result<Answer>> => {
  const parsed = await parseInJob(cli.core.jobs, uploads)
  const lines = parsed.files.filter(isRefused).map(({ file, error }) => `${file}: ${error.message}`)
  return ok({
    json: importJson(parsed),
    lines: [...lines, ...detailLines(parsed), cliTexts.previewed(rowsIn(parsed), rupiah(parsed.total))],
    exit: lines.length > 0 ? 1 : 0,
  })
}

type Where = { readonly code: string; readonly name: string; readonly year: number; readonly append: boolean }

/** Preview and acceptance in one go, as the command line and the demo do it; refused files refuse the whole import. */
export const importForms = async (
  cli: Cli,
  uploads: readonly { name: string; bytes: Uint8Array }[],
  where: Where,
) => {
  const preview = await call(cli, budgetPreview, {
    files: uploads.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) })),
  })
  if (!preview.ok) return preview
  const { token } = preview.value
  const parsed = sumUp(preview.value.parsed.files as ParsedImport['files'])
  const refused = refusal(parsed)
  if (refused !== null) return refused
  const accepted = await call(cli, budgetAccept, {
    token,
    opd: { id: null, code: where.code, name: where.name },
    year: where.year,
    received: todayIn(Date.now()),
    mode: where.append ? 'append' : 'version',
    outputs: acceptedOutputs(parsed.files as ParsedFile[]) as InputOf<typeof budgetAccept>['outputs'],
  })
  return accepted.ok ? ok({ ...accepted.value, parsed }) : accepted
}

const doImport = async (
  cli: Cli,
  uploads: readonly { name: string; bytes: Uint8Array }[],
): Promise<Result<Answer>> => {
  const where = {
    code: required(cli, 'opd'),
    name: option(cli, 'opd-name') ?? '',
    year: yearOf(cli),
    append: cli.options['append'] === true,
  }
  const session = await login(cli)
  if (!session.ok) return session
  const done = await importForms(cli, uploads, where)
  if (!done.ok) return done
  const { commit, form, version, rows, total, opdAdded, parsed } = done.value
  return ok({
    json: {
      commit,
      form,
      version,
      rows,
      opdAdded,
      opd: where.code,
      year: where.year,
      ...importJson(parsed),
      total,
    },
    lines: [
      ...(opdAdded ? [cliTexts.opdAdded(where.code)] : []),
      ...detailLines(parsed),
      cliTexts.imported(rows, rupiah(total), where.code, version),
      cliTexts.commit(commit),
    ],
  })
}

export const budgetImport: Command = async (cli) => {
  const uploads: { name: string; bytes: Uint8Array }[] = []
  for (const file of filesOf(cli)) {
    const read = readUpload(file)
    if (!read.ok) return read
    uploads.push(read.value)
  }
  return cli.options['dry-run'] === true ? dryRun(cli, uploads) : doImport(cli, uploads)
}
