import { z } from 'zod'
import { query } from '../../shared/contract/call.ts'
import type { recordRead } from '../../shared/contract/import.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { recordType } from '../../shared/contract/shapes.ts'
import { fromCells } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Grid } from '../../shared/rules/budget/grid.ts'
import { markerOf } from '../../shared/rules/questionnaire/returned.ts'
import { shownFields } from '../../shared/rules/records/fields.ts'
import { type FindNamed, namesOf } from '../../shared/rules/records/named.ts'
import { type PresentRecord, planRows } from '../../shared/rules/records/plan.ts'
import { readTable } from '../../shared/rules/records/table.ts'
import { questionnaireTexts } from '../../shared/texts/questionnaire.ts'
import { recordsImportTexts } from '../../shared/texts/records-import.ts'
import { pastedFile, readTablesInJob } from '../budget/index.ts'
import { restore } from '../document/index.ts'
import type { QueryContext, TaskContext } from '../feature.ts'
import { editable, titleFor } from './editable.ts'
import { recordRowOf, visibleRows } from './list.ts'
import { vectorOf } from './vector.ts'

type Read = z.input<typeof recordRead.output>
type Planned = Omit<Read, 'file'>
const { refusal, leftOut } = recordsImportTexts

/** Asked by the task that reads a file, not by the window. */
export const recordPlan = query('record.plan', {
  roles: 'session',
  input: z.object({ type: recordType, grids: z.custom<readonly Grid[]>((value) => Array.isArray(value)) }),
  output: z.custom<Planned>((value) => typeof value === 'object' && value !== null && 'rows' in value),
})

/** What the export put before a text that would have run. */
export const asTyped = (grid: Grid): Grid => ({
  ...grid,
  rows: grid.rows.map((row) => ({
    ...row,
    cells: Array.from(row.cells, (cell) =>
      cell === undefined ? cell : { ...cell, text: restore(cell.text) },
    ),
  })),
})

/** Records of any type by what a text calls them, as far as the officer may see them. */
export const namesIn = ({ reader, session }: QueryContext): FindNamed => {
  const known = new Map<string, ReturnType<typeof namesOf>>()
  const indexOf = (definition: AnyDefinition) =>
    namesOf(
      definition,
      visibleRows(reader, session, definition).map((row) => {
        const values = fromCells(definition, row) as { id: string }
        return { id: row.id, title: reader.titleOf(definition, values), values }
      }),
    )
  return (type, text) => {
    const definition = reader.catalogue.get(type)
    if (definition === undefined || definition.internal || definition.readers !== null)
      return { ids: [], titles: [], kind: definition?.plural ?? type }
    const find = known.get(type) ?? indexOf(definition)
    known.set(type, find)
    return find(text)
  }
}

const presentIn = ({ reader, session }: QueryContext, definition: AnyDefinition): readonly PresentRecord[] =>
  visibleRows(reader, session, definition).map((row) => recordRowOf(reader, definition, row))

/** What the tables of a file would do to a register. Errors: `NotEditableHere`, `NoHeadings`, `NoRows`. */
export const planSheet = (
  context: QueryContext,
  { type, grids }: z.output<typeof recordPlan.input>,
): Result<Planned> => {
  const { reader } = context
  if ((reader.catalogue.get(type)?.readers ?? null) !== null) return fail('NotEditableHere', refusal.notHere)
  const found = editable(reader, type)
  if (!found.ok) return found
  const definition = found.value
  const fields = shownFields(definition)
  const table = readTable(fields, grids.map(asTyped))
  if (table === null) return fail('NoHeadings', refusal.noHeadings(fields.map(({ facts }) => facts.label)))
  if (table.lines.length === 0) return fail('NoRows', refusal.noRows)
  const rows = planRows(table, {
    fields,
    records: presentIn(context, definition),
    find: namesIn(context),
    title: (values) => titleFor(context.reader, definition, values),
  })
  return ok({
    columns: [...table.columns],
    rows: rows.map((row) => ({ ...row, cells: [...row.cells] })),
    leftOut: [...table.leftOut],
    seen: vectorOf(reader),
  })
}

/** Errors: `NothingToRead`, `Unreadable`, `Questionnaire`, `Cancelled`, and those of `planSheet`. */
export const readSheet = async (
  { jobs, signal, ask }: TaskContext,
  { type, files, paste }: z.output<typeof recordRead.input>,
): Promise<Result<Read>> => {
  const [first, ...others] = [...files, ...(paste === null ? [] : [pastedFile(paste)])]
  if (first === undefined) return fail('NothingToRead', refusal.nothing)
  const read = await readTablesInJob(jobs, [first], signal)
  if (!read.ok) return read
  const [{ grids = [], message = null } = {}] = read.value
  if (grids.length === 0) return fail('Unreadable', message ?? refusal.nothing)
  if (grids.some((grid) => markerOf(grid) !== null))
    return fail('Questionnaire', questionnaireTexts.refusal.isQuestionnaire)
  const planned: Result<Planned> = await ask(recordPlan, { type, grids })
  if (!planned.ok) return planned
  const file = paste === null ? first.name : ''
  const more = others.map(({ name }) => leftOut.file(name))
  return ok({ ...planned.value, file, leftOut: [...planned.value.leftOut, ...more] })
}
