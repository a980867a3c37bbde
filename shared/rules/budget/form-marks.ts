import type { FormMark } from '../../records/budget.ts'
import { budgetTexts } from '../../texts/budget.ts'
import type { Doubt, ParsedFile } from './parsed.ts'

/** A doubt of a whole file on its way into a form; `settled`: the officer found it right before saving. */
export type AcceptedDoubt = Omit<FormMark, 'settledBy' | 'settledAt'> & { readonly settled: boolean }

export const isWholeDoubt = ({ row }: Pick<Doubt, 'row'>): boolean => row === 0

/** Whole rupiah of all rows of a file. */
const totalOf = ({ outputs }: Pick<ParsedFile, 'outputs'>): number =>
  outputs.reduce((sum, { total }) => sum + total, 0)

/** Doubts of whole files in the order of the files; `settled`: places among them. `alone`: the file is the whole form. */
export const acceptedDoubts = (
  files: readonly Pick<ParsedFile, 'outputs' | 'doubts'>[],
  settled: readonly number[],
  alone: boolean,
): AcceptedDoubt[] =>
  files
    .flatMap((file) =>
      file.doubts
        .filter(isWholeDoubt)
        .map(({ type, found, message, sums }) => ({ type, found, message, sums, total: totalOf(file) })),
    )
    .map(({ sums, total, ...words }, at) => ({
      ...words,
      stated: sums?.stated ?? null,
      counted: sums?.counted ?? null,
      whole: alone && sums !== undefined && sums.counted === total,
      settled: settled.includes(at),
    }))

/** A printed sum that the rows made as they were read, and make no more as they were accepted. `total`: whole rupiah of these. */
export const correctedTotal = (
  files: readonly Pick<ParsedFile, 'printed'>[],
  total: number,
  alone: boolean,
): AcceptedDoubt[] => {
  const printed = files.length === 1 ? files[0]?.printed : undefined
  if (printed === undefined || printed.stated === total) return []
  const { found, stated } = printed
  const message = budgetTexts.correctedTotal(stated, total)
  return [{ type: 'CorrectedTotal', found, message, stated, counted: total, whole: alone, settled: false }]
}

type Sums = Pick<FormMark, 'stated' | 'whole'>
/** A printed sum of the whole form that its rows make by now is in doubt no more. `total`: whole rupiah of the form. */
export const agreesNow = ({ stated, whole }: Sums, total: number): boolean => whole && stated === total

/** Still to be looked at: nobody found it right, and the rows do not make the printed sum. */
export const isOpen = (mark: Sums & Pick<FormMark, 'settledBy'>, total: number): boolean =>
  mark.settledBy === null && !agreesNow(mark, total)

/** Marks as the record keeps them; null for none. */
export const readFormMarks = (cell: string | null): readonly FormMark[] =>
  cell === null ? [] : (JSON.parse(cell) as readonly FormMark[])
