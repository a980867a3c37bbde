import type { RecordRow } from '../../shared/contract/records.ts'
import { formatNip } from '../../shared/format/nip.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Field, FieldFacts } from '../../shared/records/field.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { formatDay, formatMoment, formatWhole } from '../ui/format.ts'

const unlisted = new Set(['bytes', 'structure'])

/** A field as lists and forms of the window use it. */
export type ShownField = { readonly key: string; readonly facts: FieldFacts }

/** Fields that an officer sees, in the order of the definition. */
export const shownFields = (definition: AnyDefinition): ShownField[] =>
  (Object.entries(definition.fields) as [string, Field][])
    .map(([key, { facts }]) => ({ key, facts }))
    .filter(({ facts }) => !facts.isHidden && !facts.isConfidential && !unlisted.has(facts.kind))

/** Fields that can be columns of a list; long texts belong to the form. */
export const listFields = (definition: AnyDefinition): ShownField[] =>
  shownFields(definition).filter(({ facts }) => facts.kind !== 'longText')

/** A year is a number that is never grouped: 2027, not 2.027. */
export const isYear = ({ facts }: ShownField): boolean =>
  facts.kind === 'integer' && /tahun/i.test(facts.label)

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

export const isNip = (key: string): boolean => /nip$/i.test(key)

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

const codes = /^(kode|nomor|no\.)/i

export const isCode = ({ facts }: ShownField): boolean => facts.kind === 'text' && codes.test(facts.label)

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
