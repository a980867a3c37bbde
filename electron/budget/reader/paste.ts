import { decodeEntities } from '../../../shared/format/html-entity.ts'
import type { Cell, Grid, GridRow } from '../../../shared/rules/budget/grid.ts'
import type { ReadFile } from '../../../shared/rules/budget/import.ts'
import { importTexts } from '../../../shared/texts/import.ts'
import { type Guard, limits } from './limits.ts'
import { refuse } from './refusal.ts'

type OpenTable = {
  readonly rows: (Cell | undefined)[][]
  readonly taken: Set<number>[]
  row: number
  column: number
  cell: { text: string; across: number; down: number } | null
}

const plain = (html: string): string => decodeEntities(html).replace(/[\s\u00a0]+/g, ' ')

const spanIn = (tag: string, name: string, most: number): number => {
  const value = Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(tag)?.[1] ?? 1)
  return Math.min(Math.max(1, value), most)
}

type Reading = {
  readonly guard: Guard
  readonly open: OpenTable[]
  readonly grids: Grid[]
  above: string[]
  loose: string
  rows: number
}

const write = (reading: Reading, text: string): void => {
  const table = reading.open.at(-1)
  if (table === undefined) reading.loose += text
  else if (table.cell !== null) table.cell.text += text
}

const endCell = (table: OpenTable): void => {
  const { cell } = table
  if (cell === null) return
  const row = table.rows[table.row]
  if (row !== undefined)
    row[table.column] = { text: cell.text, number: null, formula: null, across: cell.across, down: cell.down }
  for (let down = 0; down < cell.down; down += 1) {
    const at = table.row + down
    const taken = table.taken[at] ?? new Set<number>()
    for (let across = 0; across < cell.across; across += 1) taken.add(table.column + across)
    table.taken[at] = taken
  }
  table.cell = null
}

const startCell = (reading: Reading, table: OpenTable, tag: string): void => {
  endCell(table)
  if (table.row < 0) startRow(reading, table)
  let column = 0
  while (table.taken[table.row]?.has(column)) column += 1
  if (column >= limits.columns) refuse('TooManyColumns')
  table.column = column
  table.cell = { text: '', across: spanIn(tag, 'colspan', limits.columns), down: spanIn(tag, 'rowspan', 500) }
}

const startRow = (reading: Reading, table: OpenTable): void => {
  endCell(table)
  table.row += 1
  table.rows[table.row] = []
  reading.rows += 1
  if (reading.rows > limits.rows) refuse('TooManyRows')
  reading.guard.check()
}

const endTable = (reading: Reading): void => {
  const table = reading.open.pop()
  if (table === undefined) return
  endCell(table)
  const rows: GridRow[] = table.rows.map((cells, at) => ({ line: at + 1, hidden: false, cells }))
  if (rows.length > 0)
    reading.grids.push({
      sheet: null,
      table: reading.grids.length + 1,
      above: reading.above,
      rows,
      below: [],
      hiddenColumns: [],
    })
  reading.above = []
}

const flushLoose = (reading: Reading): void => {
  const text = reading.loose.trim()
  reading.loose = ''
  if (text !== '') reading.above.push(text)
}

const startTable = (reading: Reading): void => {
  if (reading.open.length > 20) refuse('UnsafeXml')
  flushLoose(reading)
  reading.open.push({ rows: [], taken: [], row: -1, column: 0, cell: null })
}

const onTag = (reading: Reading, name: string, closing: boolean, tag: string): void => {
  const table = reading.open.at(-1)
  if (name === 'table') {
    if (closing) endTable(reading)
    else startTable(reading)
  } else if (name === 'tr' && table !== undefined) {
    if (closing) endCell(table)
    else startRow(reading, table)
  } else if ((name === 'td' || name === 'th') && table !== undefined) {
    if (closing) endCell(table)
    else startCell(reading, table, tag)
  } else if (name === 'br' || (closing && /^(?:p|div|li|h\d)$/.test(name))) {
    if (table === undefined) flushLoose(reading)
    else write(reading, '\n')
  }
}

const tagName = /^<(\/?)([a-z][a-z0-9]*)/i
const silent = /^(?:script|style|head|title|xml)$/i

/** Where reading goes on after what nobody sees: comments, declarations, styles and scripts. */
const skipFrom = (html: string, start: number, name: string | null): number => {
  const after = (mark: string): number => {
    const at = html.indexOf(mark, start)
    return at === -1 ? html.length : at + mark.length
  }
  if (html.startsWith('<!--', start)) return after('-->')
  if (name === null || !silent.test(name)) return -1
  const close = html.indexOf(`</${name}`, start)
  return close === -1 ? html.length : close
}

/** Tables of HTML as Word and Excel put it on the clipboard; text around them stays beside them. */
export const readHtml = (html: string, guard: Guard): ReadFile => {
  const reading: Reading = { guard, open: [], grids: [], above: [], loose: '', rows: 0 }
  for (let at = 0; at < html.length; ) {
    guard.check()
    const start = html.indexOf('<', at)
    const text = html.slice(at, start === -1 ? html.length : start)
    if (text !== '') {
      guard.text(text.length)
      write(reading, plain(text))
    }
    if (start === -1) break
    const match = tagName.exec(html.slice(start, start + 24))
    const name = match?.[2] ?? null
    const skip = match?.[1] === '/' ? -1 : skipFrom(html, start, name)
    const end = skip === -1 ? html.indexOf('>', start) : skip - 1
    if (end === -1) break
    if (skip === -1 && name !== null)
      onTag(
        reading,
        name.toLowerCase(),
        match?.[1] === '/',
        html.slice(start, Math.min(end + 1, start + 4_000)),
      )
    at = end + 1
  }
  while (reading.open.length > 0) endTable(reading)
  flushLoose(reading)
  const last = reading.grids.at(-1)
  if (last !== undefined) reading.grids[reading.grids.length - 1] = { ...last, below: reading.above }
  const leftOut =
    last === undefined
      ? reading.above.map((text) => ({
          where: importTexts.leftOut.file,
          reason: importTexts.leftOut.noForm(text),
        }))
      : []
  return { grids: reading.grids, leftOut }
}
