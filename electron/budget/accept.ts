import type { z } from 'zod'
import type { budgetAccept } from '../../shared/contract/budget.ts'
import { fail, type Result } from '../../shared/contract/result.ts'
import type { AcceptedOutput, AcceptedRow } from '../../shared/rules/budget/accepted.ts'
import { acceptedDoubts } from '../../shared/rules/budget/form-marks.ts'
import type { ParsedFile, ParsedRow, RefusedFile } from '../../shared/rules/budget/parsed.ts'
import { budgetTexts } from '../../shared/texts/budget.ts'
import type { TaskContext } from '../feature.ts'
import type { Imported, ImportInput, SourceFile } from './import-form.ts'
import type { Staged } from './preview.ts'

export const importName = 'budget.import'

const isParsed = (file: ParsedFile | RefusedFile): file is ParsedFile => 'outputs' in file

const keyOf = ({ row, stage, subOutput, implementer, resources }: ParsedRow): string =>
  JSON.stringify([row, subOutput, stage, implementer, resources.asPrinted])

type Source = { readonly file: ParsedFile; readonly source: SourceFile }

/** Files that at least one accepted row was read from, unchanged; all readable ones where the officer changed every row. */
const sourcesOf = (
  { files, parsed }: Staged,
  rows: readonly AcceptedRow[],
  chosen: readonly number[],
): Source[] => {
  const readable = parsed.files.flatMap((file, at) =>
    isParsed(file) && files[at] !== undefined ? [{ file, source: files[at], at }] : [],
  )
  if (chosen.length > 0) return readable.filter(({ at }) => chosen.includes(at))
  const accepted = new Set(rows.map(keyOf))
  const used = readable.filter(({ file }) =>
    file.outputs.some((output) => output.rows.some((row) => accepted.has(keyOf(row)))),
  )
  return used.length > 0 ? used : readable
}

const wrongSum = ({ amount, resources }: ParsedRow): boolean => {
  const sum = resources.funding.reduce((total, part) => total + part.amount, 0)
  return amount === null ? resources.funding.length > 0 : resources.funding.length === 0 || sum !== amount
}

/** Writes what the officer accepted as one commit that one click undoes. */
export const accept = async (
  context: TaskContext,
  input: z.output<typeof budgetAccept.input>,
): Promise<Result<Imported>> => {
  const staged = context.staging.get<Staged>(input.token)
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
  context.progress(0, null, budgetTexts.read.storing)
  const { token: _token, files: chosen, settled, ...rest } = input
  const sources = sourcesOf(staged, rows, chosen)
  const read = sources.map(({ file }) => file)
  return context.write<Imported>(importName, {
    ...rest,
    outputs,
    doubts: acceptedDoubts(read, settled, read.length === 1 && input.mode === 'version'),
    files: sources.map(({ source }) => source),
  } satisfies ImportInput)
}
