import { gridTexts } from '../../../shared/texts/ui.ts'
import { formatWhole, parseAmount } from '../format.ts'
import type { CellValue, GridColumn, Parsed } from './types.ts'

const parseMoney = (text: string): Parsed => {
  const value = parseAmount(text)
  return value === undefined
    ? { value: text.trim(), doubt: gridTexts.unreadableAmount(text.trim()) }
    : { value }
}

const parseChoice = (text: string, { choices = [] }: GridColumn): Parsed => {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return { value: null }
  const found = choices.find(
    ({ value, label }) => value.toLowerCase() === wanted || label.toLowerCase() === wanted,
  )
  return found ? { value: found.value } : { value: text.trim(), doubt: gridTexts.unknownChoice(text.trim()) }
}

/** What a text means in a column: by the column's own `parse`, else by its kind. Nothing is refused. */
export const parseCell = (column: GridColumn, text: string): Parsed => {
  if (column.parse) return column.parse(text)
  if (column.kind === 'money') return parseMoney(text)
  if (column.kind === 'choice') return parseChoice(text, column)
  return { value: text === '' ? null : text }
}

const words = ({ kind, choices }: GridColumn, value: CellValue): string =>
  (kind === 'choice' ? choices?.find((choice) => choice.value === value)?.label : undefined) ??
  String(value ?? '')

/** What the cell shows. */
export const formatCell = (column: GridColumn, value: CellValue): string => {
  if (column.format) return column.format(value)
  return typeof value === 'number' ? formatWhole(value) : words(column, value)
}

/** What is edited and copied: the words of a choice, the bare digits of a number. */
export const editText = (column: GridColumn, value: CellValue): string => words(column, value)

export const isNumeric = (column: GridColumn): boolean => column.kind === 'money'

/** Of a long text in its cell. */
export const mostLines = 5
/** Lines over which a text runs before its cell cuts it. */
export const linesIn = ({ kind, lines }: GridColumn): number =>
  kind === 'longText' ? mostLines : (lines ?? 1)
/** Small letters of the grid are about this wide, pixels. */
const letter = 6.7

/** The whole text of a cell where the cell cuts it; undefined where it does not. */
export const cutText = (column: GridColumn, text: string): string | undefined => {
  const lines = linesIn(column)
  // Words are not broken: of several lines about one is lost to their ends.
  const room = ((column.width - 16) / letter) * (lines > 1 ? lines - 1 : 1)
  return column.kind !== 'money' && text.length > room ? text : undefined
}

/** What a cell says when the pointer rests on it: its mark, and its whole text where that is cut. */
export const hintOf = (column: GridColumn, text: string, mark: string | undefined): string | undefined =>
  [mark, cutText(column, text)].filter(Boolean).join('\n') || undefined
