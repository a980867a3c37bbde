import type { RowMark } from '../../shared/records/budget.ts'
import { type ImportFile, openGeneral } from './importModel.ts'
import { askedElsewhere } from './importTwins.ts'

/** A doubt of a row, or of the whole file: then with its place among those. */
export type RowDoubt = { readonly row: string; readonly mark: RowMark }
export type WholeDoubt = { readonly row: null; readonly at: number; readonly mark: RowMark }
export type AnyDoubt = RowDoubt | WholeDoubt

const doubtsIn = (file: ImportFile): readonly AnyDoubt[] => {
  const { sheet, general } = file
  const whole = openGeneral(file).map((at): WholeDoubt => ({ row: null, at, mark: general[at] as RowMark }))
  const asked = askedElsewhere(file)
  const rows = sheet.rows.flatMap(({ id }) =>
    (sheet.marks.get(id) ?? [])
      .filter((mark) => !(mark.type === 'Twin' && asked.has(id)))
      .map((mark) => ({ row: id, mark })),
  )
  return [...whole, ...rows]
}

const known = new WeakMap<ImportFile, readonly AnyDoubt[]>()

/** What is still to be checked in a file. The one list that every count on the screen is the length of. */
export const openDoubts = (file: ImportFile): readonly AnyDoubt[] => {
  const found = known.get(file) ?? doubtsIn(file)
  known.set(file, found)
  return found
}
