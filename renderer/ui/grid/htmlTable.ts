import { decodeEntities } from '../../../shared/format/html-entity.ts'
import { type Block, rectangle } from './tsv.ts'

/** A cell on its way to a spreadsheet: `number` keeps the value whatever the language of that spreadsheet is. */
export type OutCell = { readonly text: string; readonly number: number | null }

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\r': '&#13;',
}
const lineBreak = '<br style="mso-data-placement:same-cell">'
/** Spaces that HTML would drop: at an end, or beside another space. */
const lostSpaces = /^ | $|(?<=[ \n]) | (?=\n)/g

const encode = (text: string) =>
  text
    .replace(/[&<>"\t\r]/g, (char) => escapes[char] ?? char)
    .replace(lostSpaces, '&nbsp;')
    .replaceAll('\n', lineBreak)

/** Text is marked as text, so that a spreadsheet neither runs it as a formula nor makes a date of it. */
const cellOut = ({ text, number }: OutCell) =>
  number === null
    ? `<td style="mso-number-format:'\\@'">${encode(text)}</td>`
    : `<td x:num="${number}" sdval="${number}">${encode(text)}</td>`

export const toHtmlTable = (cells: readonly (readonly OutCell[])[]): string =>
  `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>${cells
    .map((row) => `<tr>${row.map(cellOut).join('')}</tr>`)
    .join('')}</table></body></html>`

const breakMark = '\u0001'
const tidy = (raw: string) =>
  decodeEntities(
    raw
      .replace(/[ \t\r\n\f]+/g, ' ')
      .replace(new RegExp(` ?${breakMark} ?`, 'g'), breakMark)
      .replace(/^ | $/g, ''),
  )
    .replaceAll('\u00a0', ' ')
    .replaceAll(breakMark, '\n')

type Open = { raw: string; across: number; down: number; number: string | null }
type Reading = {
  rows: string[][]
  held: Map<string, true>
  cell: Open | null
  column: number
  depth: number
  done: boolean
}

const attribute = (text: string, name: string): string | null => {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(text)
  return found ? (found[1] ?? found[2] ?? found[3] ?? '') : null
}
const span = (text: string, name: string) =>
  Math.min(500, Math.max(1, Number.parseInt(attribute(text, name) ?? '1', 10) || 1))

const skipHeld = (state: Reading) => {
  const row = state.rows.length - 1
  while (state.held.has(`${row}:${state.column}`)) {
    state.rows[row]?.push('')
    state.column += 1
  }
}

const closeCell = (state: Reading) => {
  const { cell } = state
  if (!cell) return
  state.cell = null
  const row = state.rows.length - 1
  skipHeld(state)
  state.rows[row]?.push(cell.number ?? tidy(cell.raw), ...Array<string>(cell.across - 1).fill(''))
  for (let down = 1; down < cell.down; down += 1)
    for (let across = 0; across < cell.across; across += 1)
      state.held.set(`${row + down}:${state.column + across}`, true)
  state.column += cell.across
}

const openRow = (state: Reading) => {
  closeCell(state)
  state.rows.push([])
  state.column = 0
}

const openCell = (state: Reading, attributes: string) => {
  closeCell(state)
  if (state.rows.length === 0) openRow(state)
  const value = attribute(attributes, 'x:num') ?? attribute(attributes, 'sdval')
  const number = value !== null && /^-?\d+$/.test(value) ? value : null
  state.cell = { raw: '', across: span(attributes, 'colspan'), down: span(attributes, 'rowspan'), number }
}

const newLine = (state: Reading, always: boolean) => {
  const { cell } = state
  if (cell && (always || (cell.raw.trim() !== '' && !cell.raw.endsWith(breakMark)))) cell.raw += breakMark
}

const closeRow = (state: Reading) => {
  closeCell(state)
  skipHeld(state)
}

const ownTag = (state: Reading, name: string, closing: boolean, attributes: string) => {
  if (name === 'tr') return closing ? closeRow(state) : openRow(state)
  if (name === 'td' || name === 'th') return closing ? closeCell(state) : openCell(state, attributes)
}

const onTag = (state: Reading, name: string, closing: boolean, attributes: string) => {
  if (name === 'table') {
    state.depth += closing ? -1 : 1
    if (closing && state.depth === 0) {
      closeCell(state)
      state.done = state.rows.length > 0
    }
  } else if (state.depth === 1) ownTag(state, name, closing, attributes)
  if (name === 'br') newLine(state, true)
  if (/^(p|div|li)$/.test(name) && !closing) newLine(state, false)
}

const token =
  /<!--[\s\S]*?-->|<(style|script|title)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][a-z0-9:]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+|</gi

/**
 * The first table of a clipboard's HTML as texts; merged cells keep their text at the top left and leave the rest
 * blank. Whole numbers that the spreadsheet names (`x:num`, `sdval`) come as digits. null where there is no table.
 * A plain reader: no document is made of foreign HTML, so nothing in it can run, load or be reported.
 */
export const parseHtmlTable = (html: string): Block | null => {
  const state: Reading = { rows: [], held: new Map(), cell: null, column: 0, depth: 0, done: false }
  for (const [text, skipped, slash, name, attributes] of html.matchAll(token)) {
    if (state.done) break
    if (name) onTag(state, name.toLowerCase(), slash === '/', attributes ?? '')
    else if (!skipped && !text.startsWith('<!--') && state.cell) state.cell.raw += text
  }
  const rows = state.rows.filter(({ length }) => length > 0)
  return rows.length === 0 ? null : rectangle(rows)
}
