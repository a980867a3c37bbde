import type { Cell, GridRow } from '../../../shared/rules/budget/grid.ts'
import { type Guard, limits } from './limits.ts'
import { showNumber } from './number-format.ts'
import { refuse } from './refusal.ts'
import { type Attributes, readXml, type XmlHandler } from './xml.ts'
import { released } from './xstring.ts'

export type SheetContext = {
  readonly strings: readonly string[]
  readonly formats: readonly string[]
  readonly date1904: boolean
}
type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }
export type Sheet = {
  readonly rows: readonly GridRow[]
  readonly hiddenColumns: readonly number[]
  readonly hiddenLines: readonly number[]
  readonly formulas: number
  /** Texts of cells that a merge covers, which nobody sees. */
  readonly covered: readonly { readonly line: number; readonly text: string }[]
}

type OpenRow = { line: number; hidden: boolean; cells: (Cell | undefined)[] }
type OpenCell = {
  column: number
  type: string
  style: number
  value: string
  inline: string
  formula: string | null
}

/** "AB12" = column 27 (from 0), row 12; the column is -1 where the reference has none. */
const parseReference = (reference: string): { column: number; line: number } => {
  let column = 0
  let at = 0
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return { column: column - 1, line: Number.parseInt(reference.slice(at), 10) || 0 }
}

const shown = (cell: OpenCell, context: SheetContext): { text: string; number: number | null } => {
  if (cell.type === 's') return { text: context.strings[Number.parseInt(cell.value, 10)] ?? '', number: null }
  if (cell.type === 'inlineStr') return { text: released(cell.inline), number: null }
  if (cell.type === 'b')
    return { text: cell.value === '1' ? 'BENAR' : cell.value === '0' ? 'SALAH' : cell.value, number: null }
  if (cell.type !== '' && cell.type !== 'n') return { text: cell.value, number: null }
  const number = cell.value.trim() === '' ? Number.NaN : Number(cell.value)
  if (!Number.isFinite(number)) return { text: cell.value, number: null }
  return { text: showNumber(number, context.formats[cell.style] ?? 'General', context.date1904), number }
}

class SheetReader implements XmlHandler {
  readonly rows: OpenRow[] = []
  readonly merges: Merge[] = []
  readonly hiddenColumns: number[] = []
  formulas = 0
  private row: OpenRow | null = null
  private cell: OpenCell | null = null
  private line = 0
  private column = -1
  private into: 'value' | 'inline' | 'formula' | null = null
  private phonetic = 0
  private readonly context: SheetContext
  private readonly guard: Guard

  constructor(context: SheetContext, guard: Guard) {
    this.context = context
    this.guard = guard
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.openCell(attributes)
    else if (name === 'v') this.into = 'value'
    else if (name === 't') this.into = this.phonetic === 0 ? 'inline' : null
    else if (name === 'row') this.openRow(attributes)
    else if (name === 'f') this.openFormula()
    else if (name === 'rPh') this.phonetic += 1
    else if (name === 'col') this.openColumn(attributes)
    else if (name === 'mergeCell') this.openMerge(attributes)
  }

  close(name: string): void {
    if (name === 'v' || name === 't' || name === 'f') this.into = null
    else if (name === 'c') this.closeCell()
    else if (name === 'row') this.closeRow()
    else if (name === 'rPh') this.phonetic -= 1
  }

  text(text: string): void {
    const { cell } = this
    if (cell === null || this.into === null) return
    if (this.into === 'value') cell.value += text
    else if (this.into === 'inline') cell.inline += text
    else cell.formula = (cell.formula ?? '') + text
  }

  private openRow(attributes: Attributes): void {
    this.line = Number.parseInt(attributes.get('r') ?? '', 10) || this.line + 1
    this.column = -1
    this.row = {
      line: this.line,
      hidden: ['1', 'true'].includes(attributes.get('hidden') ?? ''),
      cells: [],
    }
    this.guard.check()
  }

  private openCell(attributes: Attributes): void {
    const reference = attributes.get('r')
    this.column = reference === undefined ? this.column + 1 : parseReference(reference).column
    this.cell = {
      column: this.column,
      type: attributes.get('t') ?? '',
      style: Number(attributes.get('s') ?? 0),
      value: '',
      inline: '',
      formula: null,
    }
  }

  private openFormula(): void {
    this.into = 'formula'
    if (this.cell !== null) this.cell.formula = ''
  }

  private openColumn(attributes: Attributes): void {
    if (!['1', 'true'].includes(attributes.get('hidden') ?? '')) return
    const from = Number(attributes.get('min')) - 1
    const to = Math.min(Number(attributes.get('max')), limits.columns)
    for (let at = Math.max(0, from); at < to; at += 1) this.hiddenColumns.push(at)
  }

  private openMerge(attributes: Attributes): void {
    if (this.merges.length >= limits.merges) refuse('TooMuchContent')
    const [from = '', to = from] = (attributes.get('ref') ?? '').split(':')
    const start = parseReference(from)
    const end = parseReference(to)
    if (start.column >= 0 && start.line > 0)
      this.merges.push({ top: start.line, left: start.column, bottom: end.line, right: end.column })
  }

  private closeCell(): void {
    const { cell, row } = this
    this.cell = null
    if (cell === null || row === null) return
    const { text, number } = shown(cell, this.context)
    if (text === '' && cell.formula === null) return
    if (cell.column < 0) refuse('Damaged')
    if (cell.column >= limits.columns) refuse('TooManyColumns')
    this.guard.text(text.length)
    if (cell.formula !== null) this.formulas += 1
    row.cells[cell.column] = { text, number, formula: cell.formula, across: 1, down: 1 }
  }

  private closeRow(): void {
    if (this.row !== null && this.row.cells.length > 0) this.rows.push(this.row)
    this.row = null
    if (this.rows.length > limits.rows) refuse('TooManyRows')
  }
}

/** Gives each merge to its first cell and takes the text out of the cells that it covers. */
const applyMerges = (rows: readonly OpenRow[], merges: readonly Merge[]): Sheet['covered'] => {
  const byLine = new Map(rows.map((row) => [row.line, row]))
  const covered: { line: number; text: string }[] = []
  let budget = limits.rows * 20
  for (const { top, left, bottom, right } of merges) {
    const first = byLine.get(top)
    const anchor = first?.cells[left]
    if (first !== undefined && anchor !== undefined)
      first.cells[left] = { ...anchor, across: right - left + 1, down: bottom - top + 1 }
    const area =
      (Math.min(bottom, top + limits.rows) - top + 1) * (Math.min(right, limits.columns) - left + 1)
    budget -= Math.min(area, rows.length * limits.columns)
    if (budget < 0) refuse('TooMuchContent')
    const lines =
      bottom - top < rows.length
        ? Array.from({ length: Math.max(0, bottom - top + 1) }, (_, at) => byLine.get(top + at))
        : rows
    for (const row of lines) {
      if (row === undefined || row.line < top || row.line > bottom) continue
      for (let at = left; at <= right && at < row.cells.length; at += 1) {
        if (row.line === top && at === left) continue
        const text = row.cells[at]?.text ?? ''
        if (text !== '') covered.push({ line: row.line, text })
        row.cells[at] = undefined
      }
    }
  }
  return covered
}

const contiguous = (rows: readonly OpenRow[]): readonly GridRow[] => {
  const all: GridRow[] = []
  let last = 0
  for (const row of [...rows].sort((a, b) => a.line - b.line)) {
    if (row.line > last + 1 && last > 0) all.push({ line: last + 1, hidden: false, cells: [] })
    all.push(row)
    last = row.line
  }
  return all
}

/** One sheet as a grid; a gap of empty rows is kept as one empty row. */
export const readSheet = (bytes: Uint8Array, context: SheetContext, guard: Guard): Sheet => {
  const reader = new SheetReader(context, guard)
  readXml(bytes, reader, guard)
  const covered = applyMerges(reader.rows, reader.merges)
  return {
    rows: contiguous(reader.rows),
    hiddenColumns: reader.hiddenColumns,
    hiddenLines: reader.rows.filter(({ hidden }) => hidden).map(({ line }) => line),
    formulas: reader.formulas,
    covered,
  }
}
