import { thousands } from '../../format/money.ts'
import { recordsImportTexts } from '../../texts/records-import.ts'
import { isYear, type ShownField } from './fields.ts'
import type { FindNamed, NamedRecord } from './named.ts'
import type { SheetLine, SheetTable } from './table.ts'
import { readTyped, type SheetCell } from './typed.ts'
import { loose, spaced } from './words.ts'
import { type WrittenCell, writtenCell } from './written.ts'

/** A record of the register as it stands; `titles`: of what it points at. */
export type PresentRecord = NamedRecord & { readonly titles: Readonly<Record<string, string>> }
export type PlannedCell = {
  readonly key: string
  /** As the file writes it. */
  readonly text: string
  readonly before: string
  /** What would be written; null where `fault` says why it is not. */
  readonly value: unknown
  readonly fault: string
}
export type PlannedRow = {
  readonly line: number
  readonly state: 'new' | 'changed' | 'same' | 'unread'
  readonly id: string | null
  readonly title: string
  /** Cells that would change something or were not read; of a new record all. */
  readonly cells: readonly PlannedCell[]
  /** Why the row cannot be taken at all; '' where it can. */
  readonly fault: string
}
export type Known = {
  readonly fields: readonly ShownField[]
  readonly records: readonly PresentRecord[]
  readonly find: FindNamed
  readonly title: (values: Readonly<Record<string, unknown>>) => string
}

const texts = recordsImportTexts
const wordsOf = (cell: WrittenCell): string =>
  cell === null ? '' : typeof cell === 'object' ? cell.day.split('-').reverse().join('-') : String(cell)

/** What a record holds, in words; '' for nothing. */
export const shownBefore = (field: ShownField, record: PresentRecord): string => {
  const cell = writtenCell(field, record.values[field.key], record.titles[field.key])
  return typeof cell === 'number' && !isYear(field) ? thousands(cell) : wordsOf(cell)
}

/** What an export writes of a text is that text, whatever else it could mean. */
const isAsWritten = (field: ShownField, cell: SheetCell, record: PresentRecord): boolean => {
  const written = writtenCell(field, record.values[field.key], record.titles[field.key])
  return typeof written === 'string' && spaced(written) === spaced(cell.text)
}

/** What a cell would do; null where it says what the record holds. */
export const planCell = (
  field: ShownField,
  cell: SheetCell,
  record: PresentRecord | null,
  find: FindNamed,
): PlannedCell | null => {
  if (record !== null && isAsWritten(field, cell, record)) return null
  const typed = readTyped(field, cell, find)
  const before = record === null ? '' : shownBefore(field, record)
  const said = { key: field.key, text: cell.text.trim(), before }
  if ('fault' in typed) return { ...said, value: null, fault: typed.fault }
  if (record !== null && (record.values[field.key] ?? null) === typed.value) return null
  const isSaid = record !== null && field.facts.isFixed
  return { ...said, value: isSaid ? null : typed.value, fault: isSaid ? texts.cell.fixed : '' }
}

/** A cell that is empty takes nothing away. */
const planCells = (line: SheetLine, record: PresentRecord | null, { fields, find }: Known): PlannedCell[] =>
  fields.flatMap((field) => {
    const cell = line.cells[field.key]
    return cell === undefined ? [] : (planCell(field, cell, record, find) ?? [])
  })

/** What is read of the cells, by field. */
export const valuesOf = (cells: readonly PlannedCell[]): Record<string, unknown> =>
  Object.fromEntries(cells.flatMap(({ key, value, fault }) => (fault === '' ? [[key, value]] : [])))

const stateOf = (cells: readonly PlannedCell[], record: PresentRecord | null): PlannedRow['state'] => {
  if (cells.some(({ fault }) => fault !== '')) return 'unread'
  if (record === null) return 'new'
  return cells.length === 0 ? 'same' : 'changed'
}

const planned = (line: SheetLine, record: PresentRecord | null, known: Known): PlannedRow => {
  const cells = planCells(line, record, known)
  return {
    line: line.line,
    state: stateOf(cells, record),
    id: record?.id ?? null,
    title: record?.title ?? known.title(valuesOf(cells)),
    cells,
    fault: '',
  }
}

const refused = ({ line, cells }: SheetLine, { fields }: Known, fault: string): PlannedRow => {
  const first = fields.find(({ key }) => cells[key] !== undefined)
  const title = (first === undefined ? cells['id'] : cells[first.key])?.text.trim() ?? ''
  return { line, state: 'unread', id: null, title, cells: [], fault }
}

type Index = {
  readonly byId: ReadonlyMap<string, PresentRecord>
  readonly unique: ShownField | null
  readonly byUnique: ReadonlyMap<string, readonly PresentRecord[]>
}

const indexOf = ({ fields, records }: Known, table: SheetTable): Index => {
  const given = new Set(table.columns.map(({ key }) => key))
  const unique = fields.find(({ key, facts }) => facts.isUnique && given.has(key)) ?? null
  const named = (record: PresentRecord) =>
    loose(String(unique === null ? '' : (record.values[unique.key] ?? '')))
  return {
    byId: new Map(records.map((record) => [record.id, record])),
    unique,
    byUnique: Map.groupBy(unique === null ? [] : records, named),
  }
}

/** The record that a line is about: by its id, else by what is unique of it; null where it is a new one. */
const recordOf = (
  line: SheetLine,
  index: Index,
  known: Known,
): PresentRecord | null | { readonly fault: string } => {
  const id = line.cells['id']?.text.trim()
  if (id !== undefined) return index.byId.get(id) ?? { fault: texts.row.idUnknown(id) }
  const { unique } = index
  const cell = unique === null ? undefined : line.cells[unique.key]
  if (unique === null || cell === undefined) return null
  const typed = readTyped(unique, cell, known.find)
  if ('fault' in typed) return { fault: typed.fault }
  const found = index.byUnique.get(loose(String(typed.value))) ?? []
  if (found.length > 1) return { fault: texts.row.several(unique.facts.label, cell.text.trim()) }
  return found[0] ?? null
}

/** Everything that a line says, to find it again. */
const contentOf = ({ cells }: SheetLine): string =>
  JSON.stringify(
    Object.entries(cells)
      .map(([key, { text }]) => [key, loose(text)])
      .sort(),
  )

/** A line without an id that says of every column what a record holds there is that record, not another one like it. */
const alikeOf = (known: Known, table: SheetTable): ((line: SheetLine) => PresentRecord | null) => {
  const given = new Set(table.columns.map(({ key }) => key))
  const columns = known.fields.filter(({ key }) => given.has(key))
  const tupleOf = (values: Readonly<Record<string, unknown>>) =>
    JSON.stringify(
      columns.map(({ key }) => {
        const value = values[key] ?? null
        return typeof value === 'string' ? loose(value) : value
      }),
    )
  const byTuple = new Map(known.records.map((record) => [tupleOf(record.values), record]))
  return (line) => {
    const cells = planCells(line, null, known)
    return cells.some(({ fault }) => fault !== '') ? null : (byTuple.get(tupleOf(valuesOf(cells))) ?? null)
  }
}

/** What taking this table in would do, row by row, in its order. */
export const planRows = (table: SheetTable, known: Known): readonly PlannedRow[] => {
  const index = indexOf(known, table)
  const alike = alikeOf(known, table)
  const lineOfRecord = new Map<string, number>()
  const lineOfContent = new Map<string, number>()
  return table.lines.map((line) => {
    const found = recordOf(line, index, known)
    if (found !== null && 'fault' in found) return refused(line, known, found.fault)
    const record = found ?? alike(line)
    const place = record === null ? contentOf(line) : record.id
    const lines = record === null ? lineOfContent : lineOfRecord
    const before = lines.get(place)
    if (before !== undefined)
      return refused(line, known, record === null ? texts.row.copy(before) : texts.row.twin(before))
    lines.set(place, line.line)
    return planned(line, record, known)
  })
}

/** Whether a row can be written at all: it says something that was read. */
export const isTakeable = ({ state, cells, fault }: PlannedRow): boolean =>
  fault === '' && state !== 'same' && cells.some((cell) => cell.fault === '')
