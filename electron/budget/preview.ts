import type { z } from 'zod'
import { type budgetJoin, budgetPreview, budgetWaiting } from '../../shared/contract/budget.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { budgetTexts } from '../../shared/texts/budget.ts'
import { type CommandContext, Encoded, type TaskContext } from '../feature.ts'
import type { SourceFile } from './import-form.ts'
import { readInJob } from './parse.ts'

/** Waits between preview and acceptance: the files as they came and what was read of each, as JSON, in the same order. */
export type Staged = { readonly files: readonly SourceFile[]; readonly parsed: readonly string[] }

/** A pasted table is kept like a file. Word and Excel put both on the clipboard; the table with its merged cells tells more. */
export const pastedFile = ({ html, text }: { readonly html: string; readonly text: string }): SourceFile => {
  const asTable = /<table/i.test(html)
  const name = asTable ? budgetTexts.read.pastedTable : budgetTexts.read.pastedText
  return { name, bytes: new TextEncoder().encode(asTable ? html : text) }
}

/** Reads files or a pasted table. Nothing is written; the files wait in the writer's thread under the token. Errors: `NothingToRead`, `Cancelled`. */
export const preview = async (
  { jobs, signal, progress, stage }: TaskContext,
  { files, paste }: z.output<typeof budgetPreview.input>,
): Promise<Result<Encoded>> => {
  const all: SourceFile[] = [...files, ...(paste === null ? [] : [pastedFile(paste)])]
  if (all.length === 0) return fail('NothingToRead', budgetTexts.refusal.nothingToRead)
  const onProgress = (done: number, total: number): void => progress(done, total, budgetTexts.read.step)
  const read = await readInJob(jobs, all, { signal, onProgress })
  if (!read.ok) return read
  const token = await stage({ files: all, parsed: read.value } satisfies Staged)
  return ok(new Encoded(budgetPreview, `{"token":"${token}","parsed":{"files":[${read.value.join()}]}}`))
}

/** What was read, once more, while the files wait. */
export const waiting = (
  { staged }: CommandContext,
  { token }: z.output<typeof budgetWaiting.input>,
): Result<Encoded | z.input<typeof budgetWaiting.output>> => {
  const found = staged<Staged>(token)
  return found === null
    ? ok({ parsed: null })
    : ok(new Encoded(budgetWaiting, `{"parsed":{"files":[${found.parsed.join()}]}}`))
}

/** Further files of an import that goes on: they wait with its own from here on, after them. Error: `PreviewGone`. */
export const join = (
  { staged, restage, unstage }: CommandContext,
  { token, more }: z.output<typeof budgetJoin.input>,
): Result<{ first: number }> => {
  const [before, added] = [staged<Staged>(token), staged<Staged>(more)]
  if (before === null || added === null || token === more)
    return fail('PreviewGone', budgetTexts.refusal.previewGone)
  restage(token, {
    files: [...before.files, ...added.files],
    parsed: [...before.parsed, ...added.parsed],
  } satisfies Staged)
  unstage(more)
  return ok({ first: before.files.length })
}
