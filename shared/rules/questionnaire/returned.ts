import type { AnyDefinition } from '../../records/define.ts'
import { questionnaireTexts } from '../../texts/questionnaire.ts'
import type { Cell, Grid, GridRow } from '../budget/grid.ts'
import { type SheetLine, unmerged } from '../records/table.ts'
import type { SheetCell } from '../records/typed.ts'
import { loose, spaced } from '../records/words.ts'
import { type AskedField, askedFields } from './asked.ts'
import { type Marker, parseMarker } from './marker.ts'

/** A register as it came back. */
export type ReturnedSheet = {
  readonly type: string
  /** As the file names it. */
  readonly name: string
  readonly lines: readonly SheetLine[]
  /** Fields whose column is there. */
  readonly keys: ReadonlySet<string>
  readonly lost: readonly string[]
  /** Headings of columns that are nobody's. */
  readonly others: readonly string[]
  readonly declared: 'lengkap' | 'nihil' | null
}
/** Who answers, as typed. */
export type Answerer = {
  readonly name: string
  readonly position: string
  readonly date: string
  readonly letter: string
}

const { sheet: words, instructions, kinds } = questionnaireTexts
const [markerRows, headRows] = [12, 20] as const
const textOf = (cell: Cell | undefined): string => spaced(cell?.text ?? '')
const texts = ({ cells }: GridRow): string[] => Array.from(cells, textOf)

/** The marker of a sheet, wherever rows or columns that were put in before it moved it. */
export const markerOf = ({ rows }: Grid): Marker | 'newer' | null => {
  for (const row of rows.filter(({ line }) => line <= markerRows))
    for (const text of texts(row)) {
      const found = parseMarker(text)
      if (found !== null) return found
    }
  return null
}

type Column = { readonly at: number; readonly key: string }
type Head = { readonly columns: readonly Column[]; readonly from: number }

const keyOf = (text: string, definition: AnyDefinition, known: ReadonlySet<string>): string | null => {
  const key = definition.keyOfEarlier[text] ?? text
  return known.has(key) ? key : null
}

const columnsIn = (
  row: GridRow,
  definition: AnyDefinition,
  known: ReadonlySet<string>,
): readonly Column[] => {
  const taken = new Set<string>()
  return texts(row).flatMap((text, at) => {
    const key = keyOf(text, definition, known)
    if (key === null || taken.has(key)) return []
    taken.add(key)
    return [{ at, key }]
  })
}

/** By the labels of their headings, where the row of keys is gone. */
const columnsByLabel = (row: GridRow, fields: readonly AskedField[]): readonly Column[] => {
  const taken = new Set<string>()
  return texts(row).flatMap((text, at) => {
    if (text === words.id) return [{ at, key: 'id' }]
    const field = fields.find(({ key, facts }) => !taken.has(key) && loose(facts.label) === loose(text))
    if (field === undefined || text === '') return []
    taken.add(field.key)
    return [{ at, key: field.key }]
  })
}

const kindWords = new Set<string>(Object.values(kinds))
const endsWithKind = (cell: Cell | undefined): boolean =>
  [...kindWords].some((kind) => textOf(cell).endsWith(kind))

/** How far below the keys their headings reach: sections, headings, hints, and a row that somebody put in between. */
const headReach = 4

type IsOf = (cell: Cell | undefined, key: string) => boolean
/** Half of the columns say so in this row: no record does. */
const isRowOf = (row: GridRow | undefined, columns: readonly Column[], isOf: IsOf): boolean => {
  const known = columns.filter(({ at, key }) => key !== 'id' && isOf(row?.cells[at], key))
  return known.length > 0 && known.length * 2 >= columns.length - 1
}

/** Where the records begin: beneath the headings, and beneath what stands under those. */
const beginOf = (rows: readonly GridRow[], at: number, columns: readonly Column[], isLabel: IsOf): number => {
  const reach = rows.slice(0, at + headReach + 1)
  const headings = reach.findLastIndex((row, place) => place >= at && isRowOf(row, columns, isLabel))
  if (headings >= 0) return headings + (isRowOf(rows[headings + 1], columns, endsWithKind) ? 2 : 1)
  return (
    Math.max(
      at,
      reach.findLastIndex((row) => isRowOf(row, columns, endsWithKind)),
    ) + 1
  )
}

const headOf = (rows: readonly GridRow[], definition: AnyDefinition): Head | null => {
  const fields = askedFields(definition)
  const known = new Set(['id', ...fields.map(({ key }) => key)])
  const labels = new Map(fields.map(({ key, facts }) => [key, loose(facts.label)]))
  const first = rows.slice(0, headRows)
  const most = (all: readonly (readonly Column[])[]): number =>
    all.reduce((best, columns, at) => (columns.length > (all[best]?.length ?? 0) ? at : best), 0)
  const isLabel: IsOf = (cell, key) => labels.get(key) === loose(textOf(cell))
  const headAt = (at: number, columns: readonly Column[]): Head => ({
    columns,
    from: beginOf(first, at, columns, isLabel),
  })
  const byKeys = first.map((row) => columnsIn(row, definition, known))
  const keysAt = most(byKeys)
  const columns = byKeys[keysAt] ?? []
  if (columns.length > 1) return headAt(keysAt, columns)
  const byLabel = first.map((row) => columnsByLabel(row, fields))
  const labelsAt = most(byLabel)
  const labelled = byLabel[labelsAt] ?? []
  return labelled.length === 0 ? null : headAt(labelsAt, labelled)
}

const lineOf = (columns: readonly Column[], row: GridRow): SheetLine | null => {
  const cells: Record<string, SheetCell> = {}
  for (const { at, key } of columns) {
    const cell = row.cells[at]
    if (cell !== undefined && spaced(cell.text) !== '') cells[key] = { text: cell.text, number: cell.number }
  }
  return Object.keys(cells).length === 0 ? null : { line: row.line, cells }
}

/** Columns that hold something and are no field's, by their heading. */
const othersIn = (rows: readonly GridRow[], { columns, from }: Head): readonly string[] => {
  const own = new Set(columns.map(({ at }) => at))
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_unused, at) => at).flatMap((at) => {
    if (own.has(at) || !rows.slice(from).some(({ cells }) => textOf(cells[at]) !== '')) return []
    const heading = rows
      .slice(0, from)
      .findLast(({ cells }) => textOf(cells[at]) !== '' && !endsWithKind(cells[at]))
    return [heading === undefined ? '…' : textOf(heading.cells[at])]
  })
}

/** What stands right of a label. */
const besides = (rows: readonly GridRow[], label: string): string => {
  for (const row of rows) {
    const all = texts(row)
    const at = all.findIndex((text) => loose(text) === loose(label))
    if (at >= 0) return all.slice(at + 1).find((text) => text !== '') ?? ''
  }
  return ''
}

const declaredIn = (rows: readonly GridRow[]): ReturnedSheet['declared'] => {
  const said = loose(besides(rows, words.declare))
  if (said.startsWith('nihil')) return 'nihil'
  return said.includes('lengkap') && !said.includes('belum') ? 'lengkap' : null
}

/** Null where the sheet has no headings of its register any more. */
export const returnedSheet = (definition: AnyDefinition, grid: Grid): ReturnedSheet | null => {
  const head = headOf(grid.rows, definition)
  if (head === null) return null
  const keys = new Set(head.columns.map(({ key }) => key))
  return {
    type: definition.type,
    name: grid.sheet ?? '',
    lines: unmerged(grid.rows.slice(head.from)).flatMap((row) => lineOf(head.columns, row) ?? []),
    keys,
    lost: askedFields(definition).flatMap(({ key, facts }) => (keys.has(key) ? [] : [facts.label])),
    others: othersIn(grid.rows, head),
    declared: declaredIn(grid.rows.slice(0, head.from)),
  }
}

export const answererIn = ({ rows }: Grid): Answerer => {
  const { name, position, date, letter } = instructions.answer
  return {
    name: besides(rows, name),
    position: besides(rows, position),
    date: besides(rows, date),
    letter: besides(rows, letter),
  }
}
