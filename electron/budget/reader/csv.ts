import { type GridRow, plainCell } from '../../../shared/rules/budget/grid.ts'
import type { ReadFile } from '../../../shared/rules/budget/import.ts'
import { type Guard, limits } from './limits.ts'
import { refuse } from './refusal.ts'

const marks = [';', '\t', ',', '|'] as const

const countOutside = (line: string, mark: string): number => {
  let count = 0
  let quoted = false
  for (const sign of line) {
    if (sign === '"') quoted = !quoted
    else if (sign === mark && !quoted) count += 1
  }
  return count
}

/** The mark that cuts most lines into the same number of fields; `least` marks in a line: a form has three fields. */
export const delimiterOf = (text: string, least = 2): string => {
  const named = /^sep=(.)\r?\n/i.exec(text)?.[1]
  if (named !== undefined) return named
  const lines = text
    .slice(0, 50_000)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 40)
  const scores = marks.map((mark) => {
    const counts = lines.map((line) => countOutside(line, mark))
    const most = Math.max(0, ...counts)
    return {
      mark,
      score:
        counts.filter((count) => count >= least && count === most).length * 10 +
        counts.filter((count) => count >= least).length,
    }
  })
  return scores.reduce((best, one) => (one.score > best.score ? one : best), { mark: ';', score: 0 }).mark
}

type Reader = { at: number; readonly text: string; readonly mark: string }

const quotedField = (reader: Reader): string => {
  const { text } = reader
  let field = ''
  for (let at = reader.at + 1; ; ) {
    const end = text.indexOf('"', at)
    if (end === -1) {
      reader.at = text.length
      return field + text.slice(at)
    }
    field += text.slice(at, end)
    if (text[end + 1] !== '"') {
      reader.at = end + 1
      return field
    }
    field += '"'
    at = end + 2
  }
}

const plainField = (reader: Reader): string => {
  const start = reader.at
  while (reader.at < reader.text.length) {
    const sign = reader.text[reader.at]
    if (sign === reader.mark || sign === '\n' || sign === '\r') break
    reader.at += 1
  }
  return reader.text.slice(start, reader.at)
}

/** One record; a quote counts only at the start of a field, what follows its end is kept. */
const nextRecord = (reader: Reader): readonly string[] => {
  const fields: string[] = []
  for (;;) {
    const quoted = reader.text[reader.at] === '"' ? quotedField(reader) : ''
    fields.push(quoted + plainField(reader))
    if (fields.length > limits.columns) refuse('TooManyColumns')
    if (reader.text[reader.at] !== reader.mark) break
    reader.at += 1
  }
  if (reader.text[reader.at] === '\r') reader.at += 1
  if (reader.text[reader.at] === '\n') reader.at += 1
  return fields
}

/** Text with a mark between its fields: CSV of any of the usual marks, or a block pasted from a spreadsheet. */
export const readCsv = (text: string, guard: Guard, least = 2): ReadFile => {
  const rows: GridRow[] = []
  const reader: Reader = {
    at: /^sep=.\r?\n/i.exec(text)?.[0].length ?? 0,
    text,
    mark: delimiterOf(text, least),
  }
  for (let line = 1; reader.at < text.length; line += 1) {
    const fields = nextRecord(reader)
    for (const field of fields) guard.text(field.length)
    guard.check()
    if (rows.length >= limits.rows) refuse('TooManyRows')
    rows.push({
      line,
      hidden: false,
      cells: fields.map((field) => (field === '' ? undefined : plainCell(field))),
    })
  }
  return { grids: [{ sheet: null, table: null, above: [], rows, below: [], hiddenColumns: [] }], leftOut: [] }
}
