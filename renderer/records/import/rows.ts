import type { OutputOf } from '../../../shared/contract/call.ts'
import type { recordRead } from '../../../shared/contract/import.ts'
import type { AnyDefinition } from '../../../shared/records/define.ts'
import type { Field } from '../../../shared/records/field.ts'
import { freshValues } from '../../../shared/rules/records/fields.ts'
import {
  isTakeable,
  type PlannedCell,
  type PlannedRow,
  valuesOf,
} from '../../../shared/rules/records/plan.ts'
import { recordsImportTexts } from '../../../shared/texts/records-import.ts'
import type { ListQuery } from '../../ui/index.ts'

const texts = recordsImportTexts.page

export type Read = OutputOf<typeof recordRead>
/** A planned row in the list of the preview. */
export type ImportRow = PlannedRow & {
  readonly id: string
  readonly record: string | null
  readonly about: string
}
export const states = ['new', 'changed', 'unread', 'same'] as const

export const labelOf = (definition: AnyDefinition, key: string): string =>
  (definition.fields[key] as Field | undefined)?.facts.label ?? key

const cellWords = (definition: AnyDefinition, { key, text, before, fault }: PlannedCell): string => {
  const label = labelOf(definition, key)
  return fault === '' ? texts.change(label, before, text) : texts.unread(label, fault)
}

/** What was not read comes first: it is what the officer must look at. Of a new record its title says enough. */
const aboutOf = (definition: AnyDefinition, { id, cells, fault }: PlannedRow): string => {
  if (fault !== '') return fault
  const unread = cells.filter((cell) => cell.fault !== '')
  const changed = id === null ? [] : cells.filter((cell) => cell.fault === '')
  const words = (some: readonly PlannedCell[]) => some.map((cell) => cellWords(definition, cell))
  return [...words(unread), words(changed).join('; ')].filter(Boolean).join(' ')
}

export const importRows = (definition: AnyDefinition, { rows }: Read): readonly ImportRow[] =>
  rows.map((row) => ({
    ...row,
    id: String(row.line),
    record: row.id,
    about: aboutOf(definition, row),
  }))

/** Whole rows at first; one of which a cell was not read is the officer's to decide. */
export const takenAtFirst = (rows: readonly ImportRow[]): ReadonlySet<string> =>
  new Set(rows.filter((row) => isTakeable(row) && row.state !== 'unread').map(({ id }) => id))

export const onlyTakeable = (rows: readonly ImportRow[], wanted: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(rows.filter((row) => wanted.has(row.id) && isTakeable(row)).map(({ id }) => id))

export const shownRows = (
  rows: readonly ImportRow[],
  { search, filters }: ListQuery,
): readonly ImportRow[] => {
  const words = search.toLowerCase()
  const { state = '' } = filters
  return rows.filter(
    (row) =>
      (state === '' || row.state === state) && `${row.title} ${row.about}`.toLowerCase().includes(words),
  )
}

/** What is written of the rows that the officer takes. */
export const writtenOf = (
  definition: AnyDefinition,
  rows: readonly ImportRow[],
  taken: ReadonlySet<string>,
): { id: string | null; values: Record<string, unknown> }[] =>
  rows
    .filter(({ id }) => taken.has(id))
    .map(({ record, cells }) => ({
      id: record,
      values: record === null ? { ...freshValues(definition), ...valuesOf(cells) } : valuesOf(cells),
    }))

export const countOf = (rows: readonly ImportRow[], state: ImportRow['state']): number =>
  rows.filter((row) => row.state === state).length
