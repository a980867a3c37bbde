import type { z } from 'zod'
import { type budgetAccept, readFile } from '../../shared/contract/budget.ts'
import { fail, type Result } from '../../shared/contract/result.ts'
import { type AcceptedOutput, type AcceptedRow, settledMarks } from '../../shared/rules/budget/accepted.ts'
import { acceptedDoubts } from '../../shared/rules/budget/form-marks.ts'
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

/** Each row with the doubts that its officer found right; a row that is nowhere in the files has none. */
const withSettled = (outputs: readonly AcceptedOutput[], files: readonly ParsedFile[]): AcceptedOutput[] => {
  const read = files.flatMap(({ outputs: own, doubts }) => {
    const byRow = Map.groupBy(doubts, ({ row }) => row)
    return own.flatMap(({ rows }) =>
      rows.map((row) => [keyOf(row), { row, doubts: byRow.get(row.row) ?? [] }] as const),
    )
  })
  const byKey = new Map(read)
  return outputs.map(({ title, rows }) => ({
    title,
    rows: rows.map((row) => {
      const found = byKey.get(keyOf(row))
      return found === undefined ? row : { ...row, settled: settledMarks(row, found.row, found.doubts) }
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
  return importForm(context, {
    ...rest,
    outputs: withSettled(outputs, read),
    doubts: acceptedDoubts(read, settled, read.length === 1 && input.mode === 'version'),
    files: sources.map(({ source }) => source),
  })
}
