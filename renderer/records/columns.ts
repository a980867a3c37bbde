import type { RecordRow } from '../../shared/contract/records.ts'
import { formatNip } from '../../shared/format/nip.ts'
import type { FieldFacts } from '../../shared/records/field.ts'
import { isCode, isNip, isYear, type ShownField } from '../../shared/rules/records/fields.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { formatDay, formatMoment, formatWhole } from '../ui/format.ts'

/** A value in words, as tables write it; '' where nobody has recorded it. */
export const cellText = ({ key, facts }: ShownField, row: Pick<RecordRow, 'values' | 'titles'>): string => {
  const value = row.values[key]
  if (value === null || value === undefined || value === '') return ''
  switch (facts.kind) {
    case 'boolean':
      return value === true ? recordsTexts.kinds.yes : recordsTexts.kinds.no
    case 'choice':
      return facts.choices[String(value)] ?? String(value)
    case 'reference':
      return row.titles[key] ?? String(value)
    case 'date':
    case 'when':
      return formatDay(String(value))
    case 'time':
      return formatMoment(Date.parse(String(value)))
    case 'money':
      return formatWhole(Number(value))
    case 'integer':
      return isYear({ key, facts }) ? String(value) : formatWhole(Number(value))
    default:
      return isNip(key) ? formatNip(String(value)) : String(value)
  }
}

export type ColumnShape = {
  readonly width?: number
  readonly grow?: number
  readonly align?: 'right'
  readonly lines?: 2
}

const fixed: Partial<Record<FieldFacts['kind'], ColumnShape>> = {
  money: { width: 150, align: 'right' },
  integer: { width: 110, align: 'right' },
  date: { width: 110 },
  when: { width: 110 },
  time: { width: 160 },
  boolean: { width: 110 },
  choice: { width: 150 },
}

/** How wide a column is: numbers and dates as they need, codes narrow, names wide. */
export const columnShape = ({ key, facts }: ShownField): ColumnShape => {
  if (isYear({ key, facts })) return { width: 120 }
  const known = fixed[facts.kind]
  if (known !== undefined) return known
  if (isNip(key)) return { width: 184 }
  if (isCode({ key, facts })) return { width: 140, lines: 2 }
  if (!facts.isSearchable) return { grow: 1 }
  return { grow: facts.isRequired ? 3 : 2 }
}

/** Headings of a register's own unit stand once: “Harga satuan (Rp)”. */
export const isSortable = ({ facts }: ShownField): boolean => facts.kind !== 'reference'
