import type { z } from 'zod'
import type { budgetPreview } from '../../shared/contract/budget.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { ParsedImport } from '../../shared/rules/budget/parsed.ts'
import { budgetTexts } from '../../shared/texts/budget.ts'
import type { TaskContext } from '../feature.ts'
import type { SourceFile } from './import-form.ts'
import { parseInJob } from './parse.ts'

/** Waits between preview and acceptance: the files as they came and what was read of each, in the same order. */
export type Staged = { readonly files: readonly SourceFile[]; readonly parsed: ParsedImport }

/** A pasted table is kept like a file. Word and Excel put both on the clipboard; the table with its merged cells tells more. */
export const pastedFile = ({ html, text }: { readonly html: string; readonly text: string }): SourceFile => {
  const asTable = /<table/i.test(html)
  const name = asTable ? budgetTexts.read.pastedTable : budgetTexts.read.pastedText
  return { name, bytes: new TextEncoder().encode(asTable ? html : text) }
}

export type Preview = z.input<typeof budgetPreview.output>

/** Reads files or a pasted table. Nothing is written; the files wait in the core under the token. Errors: `NothingToRead`, `Cancelled`. */
export const preview = async (
  { jobs, signal, progress, staging }: TaskContext,
  { files, paste }: z.output<typeof budgetPreview.input>,
): Promise<Result<Preview>> => {
  const all: SourceFile[] = [...files, ...(paste === null ? [] : [pastedFile(paste)])]
  if (all.length === 0) return fail('NothingToRead', budgetTexts.refusal.nothingToRead)
  const onProgress = (done: number, total: number): void => progress(done, total, budgetTexts.read.step)
  const read = await parseInJob(jobs, all, { signal, onProgress })
  if (!read.ok) return read
  const token = staging.put({ files: all, parsed: read.value } satisfies Staged)
  return ok({ token, parsed: read.value as unknown as Preview['parsed'] })
}
