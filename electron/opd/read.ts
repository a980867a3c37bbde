import type { z } from 'zod'
import type { opdRead } from '../../shared/contract/opd.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { readOpds } from '../../shared/rules/opd/read.ts'
import { budgetTexts } from '../../shared/texts/budget.ts'
import { opdTexts } from '../../shared/texts/opd.ts'
import { pastedFile, readTablesInJob } from '../budget/index.ts'
import type { TaskContext } from '../feature.ts'

type Read = z.input<typeof opdRead.output>

/** A list of OPDs from files or a pasted table, read in a process that can be killed. Errors: `NothingToRead`, `Cancelled`. */
export const readList = async (
  { jobs, signal }: TaskContext,
  { files, paste }: z.output<typeof opdRead.input>,
): Promise<Result<Read>> => {
  const all = [...files, ...(paste === null ? [] : [pastedFile(paste)])]
  if (all.length === 0) return fail('NothingToRead', budgetTexts.refusal.nothingToRead)
  const read = await readTablesInJob(jobs, all, signal)
  if (!read.ok) return read
  const rows: Read['rows'] = []
  const refused: Read['refused'] = []
  for (const { file, grids, message } of read.value) {
    const found = readOpds(grids)
    rows.push(...found)
    if (found.length === 0) refused.push({ file, message: message ?? opdTexts.leftOut.noTable })
  }
  return ok({ rows, refused })
}
