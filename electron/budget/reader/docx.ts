import type { Cell, Grid, GridRow } from '../../../shared/rules/budget/grid.ts'
import type { ReadFile } from '../../../shared/rules/budget/import.ts'
import type { LeftOut } from '../../../shared/rules/budget/parsed.ts'
import { importTexts } from '../../../shared/texts/import.ts'
import { type Guard, limits } from './limits.ts'
import { refuse } from './refusal.ts'
import { mainPart, relationsOf } from './relations.ts'
import { type Attributes, attribute, readXml, type XmlHandler } from './xml.ts'
import type { Archive } from './zip.ts'

type OpenCell = { text: string[]; across: number; merge: 'restart' | 'continue' | null }
type OpenTable = {
  readonly rows: (OpenCell | undefined)[][]
  column: number
  cell: OpenCell | null
  row: (OpenCell | undefined)[] | null
}

type Reading = {
  readonly guard: Guard
  readonly tables: OpenTable[]
  readonly finished: { table: OpenTable; above: string[] }[]
  above: string[]
  /** Text of the paragraph that is open, per level of nesting (a text box lies inside a paragraph). */
  readonly paragraphs: string[]
  readonly deleted: string[]
  readonly hidden: string[]
  inText: 'text' | 'deleted' | null
  vanish: boolean
  fallback: number
  rows: number
}

const on = (attributes: Attributes): boolean =>
  !['0', 'false', 'off', 'none'].includes(attribute(attributes, 'val') ?? 'true')
const count = (attributes: Attributes): number =>
  Math.max(1, Number.parseInt(attribute(attributes, 'val') ?? '1', 10) || 1)

const write = (reading: Reading, text: string): void => {
  if (reading.vanish) return void reading.hidden.push(text)
  const at = reading.paragraphs.length - 1
  if (at >= 0) reading.paragraphs[at] += text
}

const closeParagraph = (reading: Reading): void => {
  const text = reading.paragraphs.pop() ?? ''
  const cell = reading.tables.at(-1)?.cell
  if (cell !== undefined && cell !== null) cell.text.push(text)
  else if (text.trim() !== '' && reading.tables.length === 0) reading.above.push(text.trim())
  reading.guard.text(text.length)
}

const openRow = (reading: Reading): void => {
  const table = reading.tables.at(-1)
  if (table === undefined) return
  reading.rows += 1
  if (reading.rows > limits.rows) refuse('TooManyRows')
  reading.guard.check()
  table.row = []
  table.column = 0
  table.rows.push(table.row)
}

const openCell = (reading: Reading): void => {
  const table = reading.tables.at(-1)
  if (table !== undefined) table.cell = { text: [], across: 1, merge: null }
}

const closeCell = (reading: Reading): void => {
  const table = reading.tables.at(-1)
  if (table === undefined || table.cell === null || table.row === null) return
  table.row[table.column] = table.cell
  table.column += table.cell.across
  if (table.column > limits.columns) refuse('TooManyColumns')
  table.cell = null
}

const closeTable = (reading: Reading): void => {
  const table = reading.tables.pop()
  if (table === undefined) return
  const outer = reading.tables.at(-1)?.cell
  if (outer !== undefined && outer !== null)
    outer.text.push(...table.rows.flatMap((row) => row.map((cell) => cell?.text.join('\n') ?? '')))
  reading.finished.push({ table, above: outer ? [] : reading.above })
  if (!outer) reading.above = []
}

const openersByName: Readonly<Record<string, (reading: Reading, attributes: Attributes) => void>> = {
  tbl: (reading) => void reading.tables.push({ rows: [], column: 0, cell: null, row: null }),
  tr: openRow,
  tc: openCell,
  gridBefore: (reading, attributes) => {
    const table = reading.tables.at(-1)
    if (table !== undefined) table.column = Math.min(limits.columns, count(attributes))
  },
  gridSpan: (reading, attributes) => {
    const cell = reading.tables.at(-1)?.cell
    if (cell) cell.across = count(attributes)
  },
  vMerge: (reading, attributes) => {
    const cell = reading.tables.at(-1)?.cell
    if (cell) cell.merge = attribute(attributes, 'val') === 'restart' ? 'restart' : 'continue'
  },
  p: (reading) => void reading.paragraphs.push(''),
  r: (reading) => {
    reading.vanish = false
  },
  vanish: (reading, attributes) => {
    reading.vanish = on(attributes)
  },
  t: (reading) => {
    reading.inText = 'text'
  },
  delText: (reading) => {
    reading.inText = 'deleted'
  },
  tab: (reading) => write(reading, ' '),
  br: (reading) => write(reading, '\n'),
  cr: (reading) => write(reading, '\n'),
  noBreakHyphen: (reading) => write(reading, '-'),
}
const closersByName: Readonly<Record<string, (reading: Reading) => void>> = {
  tbl: closeTable,
  tc: closeCell,
  p: closeParagraph,
  r: (reading) => {
    reading.vanish = false
  },
  t: (reading) => {
    reading.inText = null
  },
  delText: (reading) => {
    reading.inText = null
  },
}

const openers = new Map(Object.entries(openersByName))
const closers = new Map(Object.entries(closersByName))

/** A class, so that every part of every document calls the same functions: the engine makes them fast once. */
class DocumentHandler implements XmlHandler {
  private readonly reading: Reading
  /** `tab` is also the name of a tab stop among the properties of a paragraph. */
  private properties = 0

  constructor(reading: Reading) {
    this.reading = reading
  }

  open(name: string, attributes: Attributes): void {
    const { reading } = this
    if (name === 'Fallback') reading.fallback += 1
    if (reading.fallback > 0) return
    if (name === 'pPr') this.properties += 1
    if (this.properties > 0 && name !== 'pPr') return
    openers.get(name)?.(reading, attributes)
  }

  close(name: string): void {
    const { reading } = this
    if (name === 'Fallback') reading.fallback -= 1
    if (reading.fallback > 0) return
    if (name === 'pPr') this.properties -= 1
    if (this.properties > 0) return
    closers.get(name)?.(reading)
  }

  text(text: string): void {
    const { reading } = this
    if (reading.inText === 'text' && reading.fallback === 0) write(reading, text)
    else if (reading.inText === 'deleted') reading.deleted.push(text)
  }
}

/** How many rows a cell reaches down: the rows below whose cell at the same column continues it. */
const reach = (rows: readonly (readonly (OpenCell | undefined)[])[], row: number, column: number): number => {
  let down = 1
  while (rows[row + down]?.[column]?.merge === 'continue') down += 1
  return down
}

const cellOf = (rows: OpenTable['rows'], row: number, column: number): Cell | undefined => {
  const cell = rows[row]?.[column]
  if (cell === undefined || cell.merge === 'continue') return undefined
  const down = cell.merge === 'restart' ? reach(rows, row, column) : 1
  return { text: cell.text.join('\n'), number: null, formula: null, across: cell.across, down }
}

const gridOf = ({ table, above }: { table: OpenTable; above: string[] }, at: number): Grid => {
  const rows: GridRow[] = table.rows.map((row, index) => ({
    line: index + 1,
    hidden: false,
    cells: Array.from({ length: row.length }, (_, column) => cellOf(table.rows, index, column)),
  }))
  return { sheet: null, table: at + 1, above, rows, below: [], hiddenColumns: [] }
}

const emptyReading = (guard: Guard): Reading => ({
  guard,
  tables: [],
  finished: [],
  above: [],
  paragraphs: [],
  deleted: [],
  hidden: [],
  inText: null,
  vanish: false,
  fallback: 0,
  rows: 0,
})

const { leftOut: reasons } = importTexts

const notesOf = async (archive: Archive, part: string, guard: Guard): Promise<readonly LeftOut[]> => {
  const notes = (await relationsOf(archive, part, guard)).filter(
    ({ kind, target }) => ['footnotes', 'endnotes', 'comments'].includes(kind) && archive.has(target),
  )
  const found: LeftOut[] = []
  for (const { target } of notes) {
    const reading = emptyReading(guard)
    readXml(await archive.read(target), new DocumentHandler(reading), guard)
    found.push(...reading.above.map((text) => ({ where: reasons.document, reason: reasons.footnote(text) })))
  }
  return found
}

const invisible = (reading: Reading): readonly LeftOut[] => {
  const found: LeftOut[] = []
  const deleted = reading.deleted.join('').trim()
  const hidden = reading.hidden.join('').trim()
  if (deleted !== '') found.push({ where: reasons.document, reason: reasons.deleted(deleted) })
  if (hidden !== '') found.push({ where: reasons.document, reason: reasons.hiddenText(hidden) })
  return found
}

/** Tables and paragraphs of a Word document, in the order of the document. */
export const readDocx = async (archive: Archive, guard: Guard): Promise<ReadFile> => {
  const part = await mainPart(archive, 'word/document.xml', guard)
  const reading = emptyReading(guard)
  readXml(await archive.read(part), new DocumentHandler(reading), guard)
  const grids = reading.finished.map(gridOf)
  const last = grids.at(-1)
  const below = reading.above
  if (last !== undefined) grids[grids.length - 1] = { ...last, below }
  const texts =
    last === undefined ? below.map((text) => ({ where: reasons.document, reason: reasons.noForm(text) })) : []
  return { grids, leftOut: [...invisible(reading), ...(await notesOf(archive, part, guard)), ...texts] }
}
