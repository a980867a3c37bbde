import type { z } from 'zod'
import { type budgetAccept, readFile } from '../../shared/contract/budget.ts'
import { fail, type Result } from '../../shared/contract/result.ts'
import { type AcceptedOutput, type AcceptedRow, settledMarks } from '../../shared/rules/budget/accepted.ts'
import { correctionsOf, type Matched, matchRows } from '../../shared/rules/budget/corrections.ts'
import { acceptedDoubts, correctedTotal } from '../../shared/rules/budget/form-marks.ts'
import type { ParsedFile, ParsedRow, RefusedFile } from '../../shared/rules/budget/parsed.ts'
import { budgetTexts } from '../../shared/texts/budget.ts'
import type { CommandContext } from '../feature.ts'
import { type Imported, importForm, type SourceFile } from './import-form.ts'
import type { Staged } from './preview.ts'

const isParsed = (file: ParsedFile | RefusedFile): file is ParsedFile => 'outputs' in file

const keyOf = ({ row, stage, subOutput, implementer, resources }: ParsedRow): string =>
  JSON.stringify([row, subOutput, stage, implementer, resources.asPrinted])

type Source = { readonly file: ParsedFile; readonly source: SourceFile }

/** What was read of the file at this place; null where nothing was. */
const readAt = ({ files, parsed }: Staged, at: number): Source | null => {
  const source = files[at]
  const text = parsed[at]
  if (source === undefined || text === undefined) return null
  const file = readFile.parse(JSON.parse(text)) as ParsedFile | RefusedFile
  return isParsed(file) ? { file, source } : null
}

/** The chosen files; else those that at least one accepted row was read from, unchanged, or all where every row was changed. */
const sourcesOf = (staged: Staged, rows: readonly AcceptedRow[], chosen: readonly number[]): Source[] => {
  const places = chosen.length > 0 ? chosen : [...staged.files.keys()]
  const readable = places.flatMap((at) => readAt(staged, at) ?? [])
  if (chosen.length > 0) return readable
  const accepted = new Set(rows.map(keyOf))
  const used = readable.filter(({ file }) =>
    file.outputs.some((output) => output.rows.some((row) => accepted.has(keyOf(row)))),
  )
  return used.length > 0 ? used : readable
}

/** Each row with the doubts that its officer found right and the cells that she corrected, found by what the file says. */
const withPast = (
  outputs: readonly AcceptedOutput[],
  readOf: Matched['readOf'],
  files: readonly ParsedFile[],
): AcceptedOutput[] => {
  const doubts = new Map(files.map((file) => [file, Map.groupBy(file.doubts, ({ row }) => row)]))
  return outputs.map(({ title, rows }) => ({
    title,
    rows: rows.map((row) => {
      const read = readOf.get(row)
      const own = read === undefined ? [] : (doubts.get(read.file)?.get(read.row.row) ?? [])
      return {
        ...row,
        settled: read === undefined ? [] : settledMarks(row, read.row, own),
        corrected: correctionsOf(title, row, read),
      }
    }),
  }))
}

const wrongSum = ({ amount, resources }: ParsedRow): boolean => {
  const sum = resources.funding.reduce((total, part) => total + part.amount, 0)
  return amount === null ? resources.funding.length > 0 : resources.funding.length === 0 || sum !== amount
}

/** Writes what the officer accepted as one commit that one click undoes. */
export const accept = (
  context: CommandContext,
  input: z.output<typeof budgetAccept.input>,
): Result<Imported> => {
  const staged = context.staged<Staged>(input.token)
  if (staged === null) return fail('PreviewGone', budgetTexts.refusal.previewGone)
  const outputs = input.outputs as readonly AcceptedOutput[]
  const rows = outputs.flatMap((output) => output.rows)
  if (rows.length === 0) return fail('NoRows', budgetTexts.refusal.noRows)
  const wrong = rows.find(wrongSum)
  if (wrong !== undefined)
    return fail('AmountsDiffer', budgetTexts.refusal.amountsDiffer(wrong.row), {
      row: wrong.row,
      column: 'resources',
    })
  const { token: _token, files: chosen, settled, ...rest } = input
  const sources = sourcesOf(staged, rows, chosen)
  const read = sources.map(({ file }) => file)
  const alone = read.length === 1 && input.mode === 'version'
  const { readOf, refused } = matchRows(outputs, read)
  const total = rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
  return importForm(context, {
    ...rest,
    outputs: withPast(outputs, readOf, read),
    refused,
    doubts: [...acceptedDoubts(read, settled, alone), ...correctedTotal(read, total, alone)],
    files: sources.map(({ source }) => source),
  })
}
