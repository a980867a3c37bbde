import type { RowMark } from '../../records/budget.ts'
import type { CellCorrection } from './corrections.ts'
import { joinSources } from './funding.ts'
import type { Doubt, ParsedFile, ParsedRow } from './parsed.ts'

export type AcceptedRow = ParsedRow & {
  readonly marks: readonly RowMark[]
  /** Doubts that the officer found right. */
  readonly settled?: readonly RowMark[] | undefined
  /** Cells that say something else than the file. */
  readonly corrected?: readonly CellCorrection[] | undefined
}
export type AcceptedOutput = { readonly title: string; readonly rows: readonly AcceptedRow[] }

const markOf = ({ column, found, message, type }: Doubt): RowMark => ({ column, found, message, type })

const sameCell = (one: ParsedRow, other: ParsedRow, column: Doubt['column']): boolean => {
  if (column === 'duration') return one.duration === other.duration
  if (column === 'resources' || column === 'total')
    return (
      one.resources.asPrinted === other.resources.asPrinted &&
      one.amount === other.amount &&
      joinSources(one.resources.funding) === joinSources(other.resources.funding)
    )
  return column === 'extra' || one[column] === other[column]
}
const isWhole = (one: ParsedRow, other: ParsedRow): boolean =>
  (['subOutput', 'stage', 'method', 'implementer', 'duration', 'resources'] as const).every((column) =>
    sameCell(one, other, column),
  )

/** Doubts of a row as it was read that are gone from the row as it was accepted, although nobody changed what they are about. */
export const settledMarks = (
  accepted: AcceptedRow,
  read: ParsedRow,
  doubts: readonly Doubt[],
): readonly RowMark[] =>
  doubts
    .filter(({ column, type }) =>
      type === 'Twin' ? isWhole(accepted, read) : sameCell(accepted, read, column),
    )
    .map(markOf)
    .filter(
      ({ column, type, found }) =>
        !accepted.marks.some((mark) => mark.column === column && mark.type === type && mark.found === found),
    )

/** What an officer accepts who corrects nothing: every row, with its doubts as marks. Doubts of a whole file become marks of the form. */
export const acceptedOutputs = (files: readonly ParsedFile[]): AcceptedOutput[] =>
  files.flatMap(({ outputs, doubts }) => {
    const byRow = Map.groupBy(doubts, ({ row }) => row)
    return outputs.map(({ title, rows }) => ({
      title,
      rows: rows.map((row) => ({ ...row, marks: (byRow.get(row.row) ?? []).map(markOf) })),
    }))
  })
