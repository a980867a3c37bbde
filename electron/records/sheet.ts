import { z } from 'zod'
import { query } from '../../shared/contract/call.ts'
import { listCursor, listWanted } from '../../shared/contract/records.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { toCell } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Field } from '../../shared/records/field.ts'
import type { LogHead } from '../../shared/rules/audit/head.ts'
import { cityNameOf } from '../../shared/rules/document/letterhead.ts'
import { type ShownField, shownFields } from '../../shared/rules/records/fields.ts'
import { type WrittenCell, writtenCell } from '../../shared/rules/records/written.ts'
import { recordsSheetTexts } from '../../shared/texts/records-sheet.ts'
import type { QueryContext } from '../feature.ts'
import { shownCell } from './history-view.ts'
import { definitionFor, listRecords } from './list.ts'
import { headOf } from './own-head.ts'

/** A page of a list as cells, and what the document says of itself. */
export type SheetPage = {
  readonly plural: string
  readonly city: string
  readonly fields: readonly ShownField[]
  /** The id of the record first. */
  readonly rows: readonly (readonly WrittenCell[])[]
  readonly next: z.infer<typeof listCursor> | null
  /** Searching, filters and order in words. */
  readonly narrowed: readonly (readonly [string, string])[]
  readonly head: LogHead
}

const texts = recordsSheetTexts.about

/** Asked by the export, not by the window. */
export const recordSheet = query('record.sheet', {
  roles: 'session',
  input: listWanted.extend({ after: listCursor.nullable(), limit: z.number().int().positive() }),
  output: z.custom<SheetPage>((value) => typeof value === 'object' && value !== null && 'rows' in value),
})
type Input = z.output<typeof recordSheet.input>

/** Label and cell of a filter in words. */
const filterWords = (
  { reader }: QueryContext,
  definition: AnyDefinition,
  key: string,
  value: unknown,
): readonly [string, string] => {
  if (key === 'id') return [texts.filter(recordsSheetTexts.id), String(value)]
  const field = definition.fields[key] as Field
  return [texts.filter(field.facts.label), shownCell(reader, field, toCell(field, value)?.cell ?? null)]
}

const sortWords = (definition: AnyDefinition, { field, descending }: NonNullable<Input['sort']>): string =>
  texts.sortedBy(
    (definition.fields[field] as Field | undefined)?.facts.label ?? recordsSheetTexts.id,
    descending,
  )

const narrowedBy = (
  context: QueryContext,
  definition: AnyDefinition,
  { search, filters, sort }: Input,
): SheetPage['narrowed'] => [
  ...(search === '' ? [] : [[texts.search, search] as const]),
  ...Object.entries(filters).map(([key, value]) => filterWords(context, definition, key, value)),
  ...(sort === null ? [] : [[texts.sort, sortWords(definition, sort)] as const]),
]

/** Errors: `SealedStays`, and those of the list. What is sealed does not leave, for those who may read it either. */
export const sheetPage = (context: QueryContext, input: Input): Result<SheetPage> => {
  const { reader, session } = context
  const known = definitionFor(reader, input.type)
  const isForNamedAlone = (reader.catalogue.get(input.type)?.readers ?? null) !== null
  if (isForNamedAlone) return fail('SealedStays', recordsSheetTexts.refusal.sealed)
  if (!known.ok) return known
  const definition = known.value
  const listed = listRecords(reader, session, input)
  if (!listed.ok) return listed
  const fields = shownFields(definition)
  const [workspace] = reader.where('workspace', {})
  return ok({
    plural: definition.plural,
    city: cityNameOf(workspace ?? {}),
    fields,
    rows: listed.value.rows.map(({ id, values, titles }) => [
      id,
      ...fields.map((field) => writtenCell(field, values[field.key], titles[field.key])),
    ]),
    next: listed.value.next,
    narrowed: narrowedBy(context, definition, input),
    head: headOf(reader),
  })
}
