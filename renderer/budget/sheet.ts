import type { BudgetRowShape } from '../../shared/contract/budget.ts'
import type { RowMark } from '../../shared/records/budget.ts'
import { joinSources } from '../../shared/rules/budget/funding.ts'
import type { Funding } from '../../shared/rules/budget/parsed.ts'
import { readDurationText, readResources } from '../../shared/rules/budget/reread.ts'
import type { CellValue, GridChange, GridRow, Patch, Rows } from '../ui/grid/types.ts'
import { durationWords } from './durationWords.ts'

/** What a row was before the officer touched it: what is typed back is read as it was then, not anew. */
export type Base = {
  readonly cells: Readonly<Record<string, CellValue>>
  readonly marks: readonly RowMark[]
  /** Cells that were corrected when the form was imported. */
  readonly corrected?: BudgetRowShape['corrected'] | undefined
  /** Columns that were filled in differently on several computers. */
  readonly disputed?: readonly string[] | undefined
}

type Money = { readonly amount: CellValue; readonly source: CellValue }
/**
 * Rows of a form in a grid. `marks`: what is still in doubt, by row. `typed`: amounts that the officer set beside a text,
 * so that undoing and redoing the text brings them back.
 */
export type Sheet = {
  readonly rows: Rows
  readonly marks: ReadonlyMap<string, readonly RowMark[]>
  readonly typed: ReadonlyMap<string, Money>
}
export type Bases = ReadonlyMap<string, Base>

export const cellText = (row: GridRow, column: string): string => {
  const value = row.cells[column]
  return value === null || value === undefined ? '' : String(value)
}
export const cellNumber = (row: GridRow, column: string): number | null => {
  const value = row.cells[column]
  return typeof value === 'number' ? value : null
}

const typedKey = (row: string, text: string): string => `${row}\u0000${text}`

type Touch = { readonly id: string; readonly columns: ReadonlySet<string> }
type Reading = { readonly cells: Readonly<Record<string, CellValue>>; readonly marks: readonly RowMark[] }

const readMoney = (row: GridRow, base: Base | undefined, typed: Money | undefined): Reading => {
  const text = cellText(row, 'resources')
  if (base && text === String(base.cells.resources ?? '')) {
    const { amount = null, source = null, other = null } = base.cells
    return {
      cells: { other, ...(typed ?? { amount, source }) },
      marks: typed ? [] : base.marks.filter(({ column }) => column === 'resources'),
    }
  }
  const { resources, amount, marks } = readResources(text)
  const read = { amount, source: joinSources(resources.funding) || null }
  return { cells: { other: resources.other || null, ...(typed ?? read) }, marks: typed ? [] : marks }
}

const readTime = (row: GridRow, base: Base | undefined): Reading => {
  const text = cellText(row, 'duration')
  if (base && text === String(base.cells.duration ?? ''))
    return {
      cells: { durationRead: base.cells.durationRead ?? null },
      marks: base.marks.filter(({ column }) => column === 'duration'),
    }
  const { durationValue, marks } = readDurationText(text)
  return { cells: { durationRead: durationWords(durationValue) || null }, marks }
}

/** Cells by row that an act touched; a row that comes back whole (undo of a removal) is not read again. */
const touched = (change: GridChange): readonly Touch[] => {
  const found = new Map<string, Set<string>>()
  const add = (row: string, columns: readonly string[]) => {
    const known = found.get(row) ?? new Set<string>()
    for (const column of columns) known.add(column)
    found.set(row, known)
  }
  const patch = (each: Patch): void => {
    if (each.type === 'set') add(each.row, [each.column])
    else if (each.type === 'insert' && change.kind !== 'undo' && change.kind !== 'redo')
      for (const row of each.rows)
        add(
          row.id,
          Object.keys(row.cells).filter((key) => row.cells[key] !== null),
        )
  }
  change.patches.forEach(patch)
  return [...found].map(([id, columns]) => ({ id, columns }))
}

const isMoney = (columns: ReadonlySet<string>) => columns.has('amount') || columns.has('source')

/** Marks that stay after an edit: those of other columns; “sama persis” ends with any change of its row. */
const remaining = (marks: readonly RowMark[], columns: ReadonlySet<string>): RowMark[] =>
  marks.filter(({ column, type }) => {
    if (type === 'Twin') return false
    if (columns.has(column)) return false
    return !(column === 'resources' && isMoney(columns))
  })

type Step = { rows: Map<string, GridRow>; marks: Map<string, readonly RowMark[]>; typed: Map<string, Money> }

const remember = (row: GridRow, typed: Map<string, Money>): void => {
  const { amount = null, source = null } = row.cells
  typed.set(typedKey(row.id, cellText(row, 'resources')), { amount, source })
}

const takeRow = (row: GridRow, { columns }: Touch, base: Base | undefined, step: Step): void => {
  const readings: Reading[] = []
  if (columns.has('resources') && !isMoney(columns))
    readings.push(readMoney(row, base, step.typed.get(typedKey(row.id, cellText(row, 'resources')))))
  if (columns.has('duration')) readings.push(readTime(row, base))
  if (isMoney(columns)) remember(row, step.typed)
  const cells = Object.assign({}, row.cells, ...readings.map((reading) => reading.cells))
  if (readings.length > 0) step.rows.set(row.id, { ...row, cells })
  const marks = [
    ...remaining(step.marks.get(row.id) ?? [], columns),
    ...readings.flatMap((reading) => reading.marks),
  ]
  if (marks.length === 0) step.marks.delete(row.id)
  else step.marks.set(row.id, marks)
}

/** The sheet after an act of the grid: texts of money and time are read again by the importer's own rules. */
export const takeChange = (sheet: Sheet, change: GridChange, bases: Bases): Sheet => {
  const acts = touched(change)
  if (acts.length === 0) return { ...sheet, rows: change.rows }
  const step: Step = { rows: new Map(), marks: new Map(sheet.marks), typed: new Map(sheet.typed) }
  const wanted = new Map(acts.map((act) => [act.id, act]))
  for (const row of change.rows) {
    const act = wanted.get(row.id)
    if (act) takeRow(row, act, bases.get(row.id), step)
  }
  const rows = step.rows.size === 0 ? change.rows : change.rows.map((row) => step.rows.get(row.id) ?? row)
  return { rows, marks: step.marks, typed: step.typed }
}

/** A doubt that the officer found to be right, or all of a row, leaves the sheet. */
export const settleMark = (sheet: Sheet, row: string, mark: RowMark | null): Sheet => {
  const marks = new Map(sheet.marks)
  const rest = mark === null ? [] : (marks.get(row) ?? []).filter((each) => each !== mark)
  if (rest.length === 0) marks.delete(row)
  else marks.set(row, rest)
  return { ...sheet, marks }
}

const fundingCache = new WeakMap<GridRow, readonly Funding[]>()

const fundingFrom = (row: GridRow, original: readonly Funding[] | undefined): readonly Funding[] => {
  const amount = cellNumber(row, 'amount')
  if (amount === null) return []
  const source = cellText(row, 'source')
  const fits = (funding: readonly Funding[]) =>
    funding.reduce((sum, part) => sum + part.amount, 0) === amount && (joinSources(funding) ?? '') === source
  if (original && original.length > 0 && fits(original)) return original
  const { funding } = readResources(cellText(row, 'resources')).resources
  if (funding.length > 0 && fits(funding)) return funding
  return [{ source: source.includes(';') ? '' : source, amount }]
}

/** The parts of a row's amount by source; their sum is always the amount. `original`: as the importer read it. */
export const fundingOf = (row: GridRow, original?: readonly Funding[]): readonly Funding[] => {
  const known = fundingCache.get(row)
  if (known) return known
  const funding = fundingFrom(row, original)
  fundingCache.set(row, funding)
  return funding
}
