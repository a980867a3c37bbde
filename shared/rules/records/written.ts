import { longDateTime, monthNames } from '../../format/date.ts'
import { formatNip } from '../../format/nip.ts'
import { recordsSheetTexts } from '../../texts/records-sheet.ts'
import { isNip, type ShownField } from './fields.ts'

/** A value as a sheet holds it: `day` is an ISO date, null nothing. */
export type WrittenCell = string | number | { readonly day: string } | null

/** Characters of a text; a cell of Excel holds one more, which an apostrophe before it may need. */
export const longestWritten = 32_766

/** A text as long as a cell holds; a cut one ends with “…”. */
export const clipped = (text: string): string =>
  text.length <= longestWritten
    ? text
    : `${text.slice(0, longestWritten - 1).replace(/[\ud800-\udbff]$/, '')}…`

const words = recordsSheetTexts.values

/** “2019”, “Mei 2019”: as words, which no spreadsheet takes for a day. */
const monthOrYear = (when: string): string => {
  const [year, month] = when.split('-')
  return month === undefined ? when : `${monthNames[Number(month) - 1]} ${year}`
}

/** A value of a list as a sheet writes it, so that `readTyped` reads it again. `title`: of the record that a reference points at. */
export const writtenCell = ({ key, facts }: ShownField, value: unknown, title?: string): WrittenCell => {
  if (value === null || value === undefined || value === '') return null
  const text = String(value)
  switch (facts.kind) {
    case 'integer':
    case 'money':
      return Number(value)
    case 'date':
      return { day: text }
    case 'when':
      return text.length === 10 ? { day: text } : monthOrYear(text)
    case 'time':
      return longDateTime(text)
    case 'boolean':
      return value === true ? words.yes : words.no
    case 'choice':
      return facts.choices[text] ?? text
    case 'reference':
      return clipped(title ?? text)
    default:
      return clipped(isNip(key) ? formatNip(text) : text)
  }
}
