import type { ImportFile } from './importModel.ts'
import { type Sheet, settleMark } from './sheet.ts'

const isTwin = ({ type }: { readonly type: string }): boolean => type === 'Twin'

/** What the importer read in a row: rows that are the same in it are twins of each other. */
const keyOf = ({ bases, parsed }: ImportFile, row: string): string =>
  JSON.stringify([bases.get(row)?.cells, parsed.get(row)?.extra])

/** Rows still marked as twins, by what makes them so; in the order of the file. */
const groupsOf = (file: ImportFile): ReadonlyMap<string, readonly string[]> => {
  const marked = file.sheet.rows.filter(({ id }) => file.sheet.marks.get(id)?.some(isTwin))
  const groups = Map.groupBy(marked, ({ id }) => keyOf(file, id))
  return new Map([...groups].map(([key, rows]) => [key, rows.map(({ id }) => id)]))
}

/** Twins whose mark another row of theirs already shows: one question for each group is enough. */
export const askedElsewhere = (file: ImportFile): ReadonlySet<string> =>
  new Set([...groupsOf(file).values()].flatMap(([, ...others]) => others))

/** The sheet after the officer found twins to be right: the mark leaves every row of their group. */
export const settleTwins = (file: ImportFile, row: string): Sheet =>
  (groupsOf(file).get(keyOf(file, row)) ?? [row]).reduce((sheet, id) => {
    const mark = sheet.marks.get(id)?.find(isTwin)
    return mark === undefined ? sheet : settleMark(sheet, id, mark)
  }, file.sheet)
