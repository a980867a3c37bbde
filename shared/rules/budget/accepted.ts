import type { RowMark } from '../../records/budget.ts'
import type { Doubt, ParsedFile, ParsedRow } from './parsed.ts'

export type AcceptedRow = ParsedRow & { readonly marks: readonly RowMark[] }
export type AcceptedOutput = { readonly title: string; readonly rows: readonly AcceptedRow[] }

const markOf = ({ column, found, message, type }: Doubt): RowMark => ({ column, found, message, type })

/** What an officer accepts who corrects nothing: every row, with its doubts as marks. Doubts of a whole file become marks of the form. */
export const acceptedOutputs = (files: readonly ParsedFile[]): AcceptedOutput[] =>
  files.flatMap(({ outputs, doubts }) => {
    const byRow = Map.groupBy(doubts, ({ row }) => row)
    return outputs.map(({ title, rows }) => ({
      title,
      rows: rows.map((row) => ({ ...row, marks: (byRow.get(row.row) ?? []).map(markOf) })),
    }))
  })
