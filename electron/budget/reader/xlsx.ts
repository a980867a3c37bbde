import type { Grid } from '../../../shared/rules/budget/grid.ts'
import type { ReadFile } from '../../../shared/rules/budget/import.ts'
import type { LeftOut } from '../../../shared/rules/budget/parsed.ts'
import { importTexts } from '../../../shared/texts/import.ts'
import { type Guard, limits } from './limits.ts'
import { refuse } from './refusal.ts'
import { mainPart, type Relation, relationsOf } from './relations.ts'
import { readFormats, readSharedStrings, readWorkbook } from './xlsx-parts.ts'
import { readSheet, type Sheet, type SheetContext } from './xlsx-sheet.ts'
import type { Archive } from './zip.ts'

const { leftOut: reasons } = importTexts

const partOf = async (
  archive: Archive,
  relations: readonly Relation[],
  kind: string,
): Promise<Uint8Array | null> => {
  const relation = relations.find((one) => one.kind === kind && archive.has(one.target))
  return relation === undefined ? null : archive.read(relation.target)
}

const contextOf = async (
  archive: Archive,
  relations: readonly Relation[],
  date1904: boolean,
  guard: Guard,
): Promise<SheetContext> => {
  const strings = await partOf(archive, relations, 'sharedStrings')
  const styles = await partOf(archive, relations, 'styles')
  return {
    strings: strings === null ? [] : readSharedStrings(strings, guard),
    formats: styles === null ? [] : readFormats(styles, guard),
    date1904,
  }
}

const notesOf = (name: string, sheet: Sheet): readonly LeftOut[] => {
  const where = reasons.sheet(name)
  const notes: LeftOut[] = sheet.covered.map(({ line, text }) => ({
    where: importTexts.place({ sheet: name, table: null, line }),
    reason: reasons.covered(text),
  }))
  if (sheet.hiddenLines.length > 0)
    notes.push({ where, reason: reasons.hiddenRows(sheet.hiddenLines.slice(0, 50).join(', ')) })
  if (sheet.formulas > 0) notes.push({ where, reason: reasons.formulas(sheet.formulas) })
  return notes
}

/** The visible sheets of a workbook; hidden ones are named and not read. */
export const readXlsx = async (archive: Archive, guard: Guard): Promise<ReadFile> => {
  const part = await mainPart(archive, 'xl/workbook.xml', guard)
  const workbook = readWorkbook(await archive.read(part), guard)
  if (workbook.sheets.length > limits.sheets) refuse('TooManySheets')
  const relations = await relationsOf(archive, part, guard)
  const context = await contextOf(archive, relations, workbook.date1904, guard)
  const grids: Grid[] = []
  const leftOut: LeftOut[] = []
  for (const { name, relation, hidden } of workbook.sheets) {
    const target = relations.find(({ id, kind }) => id === relation && kind === 'worksheet')?.target
    if (hidden) leftOut.push({ where: reasons.sheet(name), reason: reasons.hiddenSheet })
    if (hidden || target === undefined) continue
    const sheet = readSheet(await archive.read(target), context, guard)
    grids.push({
      sheet: name,
      table: null,
      above: [],
      rows: sheet.rows,
      below: [],
      hiddenColumns: sheet.hiddenColumns,
    })
    leftOut.push(...notesOf(name, sheet))
  }
  return { grids, leftOut }
}
