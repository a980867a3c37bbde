import {
  assignColumns,
  type Column,
  columnsInFormOrder,
  guessColumn,
  knownRoles,
  scaleInHeading,
} from './columns.ts'
import { readDuration } from './duration.ts'
import { type Line, textAt } from './lines.ts'
import { sourcesIn } from './sources.ts'

/** Columns of a table and how many lines its headings take. */
export type Heading = { readonly columns: readonly Column[]; readonly lines: number }

const looksLikeData = (text: string): boolean =>
  /\d[\d.,]{3,}|\d\s*(?:juta|jt|ribu|milyar|miliar)/i.test(text) && !/\(.*\)/.test(text)
const tooLong = 90

const candidate = (line: Line): boolean =>
  line.filled.length >= 3 &&
  line.filled.every((at) => textAt(line, at).length <= tooLong && !looksLikeData(textAt(line, at)))

const columnsOf = (line: Line): readonly Column[] | null => {
  const known = line.filled.filter((at) => {
    const guess = guessColumn(textAt(line, at))
    return guess.score > 0 && (guess.cover >= 0.5 || guess.score >= 6)
  })
  if (known.length < 3 || known.length * 2 < line.filled.length) return null
  const columns = assignColumns(line.texts)
  return knownRoles(columns) >= 3 ? columns : null
}

const subHeading = (text: string): boolean =>
  text.length <= 40 &&
  (sourcesIn(text).length === 1 ||
    /^(?:jumlah|total|volume|vol|satuan|harga satuan|sumber dana|sumber|rp|anggaran|biaya|nilai|\(?(?:rp|juta|ribu).*|uraian|lain.?lain|swasta|keterangan)\.?$/i.test(
      text,
    )) &&
  !looksLikeData(text)

const spanAt = (line: Line, at: number): number | null => {
  for (let col = at; col >= 0; col -= 1) {
    const cell = line.cells[col]
    if (cell !== undefined && textAt(line, col) !== '')
      return col + Math.max(1, cell.across) > at ? col : null
  }
  return null
}

/** A second line of headings below a spanning one: "Sumber daya yang digunakan" over "APBD", "DAK", "Jumlah". */
const joined = (line: Line, next: Line | undefined): readonly (string | undefined)[] | null => {
  if (next === undefined || next.filled.length === 0) return null
  const below = next.filled.every((at) => {
    const owner = spanAt(line, at)
    const blankAbove = textAt(line, at) === ''
    return subHeading(textAt(next, at)) && (blankAbove || (owner === at && (line.cells[at]?.across ?? 1) > 1))
  })
  if (!below) return null
  const width = Math.max(line.texts.length, next.texts.length)
  return Array.from({ length: width }, (_, at) => {
    const own = textAt(next, at)
    if (own === '') return textAt(line, at) || undefined
    const scale = scaleInHeading(own) === null ? scaleInHeading(textAt(line, spanAt(line, at) ?? at)) : null
    return scale === 1_000_000 ? `${own} (juta rupiah)` : scale === 1_000 ? `${own} (ribu rupiah)` : own
  })
}

/** The headings that begin at a line; null where the line is none. */
export const headingAt = (lines: readonly Line[], at: number): Heading | null => {
  const line = lines[at]
  if (line === undefined || !candidate(line)) return null
  const columns = columnsOf(line)
  const two = joined(line, lines[at + 1])
  if (two !== null) {
    const both = assignColumns(two)
    if (knownRoles(both) >= 3 && (columns !== null || line.filled.length >= 3))
      return { columns: both, lines: 2 }
  }
  return columns === null ? null : { columns, lines: 1 }
}

export const sameColumns = (one: readonly Column[], other: readonly Column[]): boolean =>
  one.length === other.length &&
  one.every((column, at) => column.at === other[at]?.at && column.role === other[at]?.role)

const dataLike = (line: Line, first: number): boolean =>
  readDuration(textAt(line, first + 4)).value !== null ||
  /\d\s*(?:juta|jt|ribu|rb|milyar|miliar)|rp\.?\s*\d|\d{1,3}(?:\.\d{3})+/i.test(textAt(line, first + 5))

/** A table of six columns (or seven with a number in front) without headings, as pasted from a part of the form. */
export const guessedOrder = (lines: readonly Line[]): Heading | null => {
  const used = lines.filter((line) => line.filled.length > 0)
  const last = used.reduce((most, line) => Math.max(most, line.filled[line.filled.length - 1] ?? 0), 0)
  const firstCol = used.reduce((least, line) => Math.min(least, line.filled[0] ?? 0), last)
  for (const first of [firstCol, firstCol + 1]) {
    if (last - first !== 5) continue
    const numbered = first === firstCol || used.every((line) => /^\d{0,4}[.)]?$/.test(textAt(line, firstCol)))
    const rows = used.filter((line) => line.filled.length >= 3)
    if (
      numbered &&
      rows.length > 0 &&
      rows.filter((line) => dataLike(line, first)).length * 2 >= rows.length
    ) {
      return { columns: columnsInFormOrder(first), lines: 0 }
    }
  }
  return null
}
