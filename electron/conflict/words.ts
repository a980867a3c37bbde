import { deletedKey } from '../../shared/commit/part.ts'
import type { Cells } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Cell, Field } from '../../shared/records/field.ts'
import { conflictTexts } from '../../shared/texts/conflict.ts'
import { shownCell } from '../records/index.ts'
import type { Reader } from '../store/reader.ts'

type Item = Readonly<Record<string, unknown>>
const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null
const textIn = (item: Item, key: string): string => (typeof item[key] === 'string' ? item[key] : '')

/** One entry of a list that a field keeps: a part of the money, a doubt, a correction, a file. */
const itemWords = (item: unknown): string => {
  if (!isItem(item)) return String(item)
  if (typeof item['source'] === 'string' && typeof item['amount'] === 'number')
    return conflictTexts.part(item['source'], item['amount'])
  if (typeof item['before'] === 'string')
    return conflictTexts.corrected(textIn(item, 'column'), item['before'], textIn(item, 'after'))
  return textIn(item, 'message') || textIn(item, 'name') || textIn(item, 'title') || conflictTexts.items(1)
}

const mostItems = 12

/** What a field keeps as a structure, so that two officers' versions of it can be told apart. */
const structureWords = (cell: string): string => {
  const value: unknown = JSON.parse(cell)
  if (Array.isArray(value)) {
    const shown = value.slice(0, mostItems).map(itemWords)
    const rest = value.length - shown.length
    return [...shown, ...(rest > 0 ? [conflictTexts.items(rest)] : [])].join('; ')
  }
  return isItem(value) ? partsWords(value) : String(value)
}

/** Columns by their headings; a quantity with its unit. */
const partsWords = (value: Item): string => {
  const parts = Object.entries(value).filter(([, part]) => part !== null)
  return parts.every(([, part]) => typeof part === 'string')
    ? parts.map(([heading, part]) => conflictTexts.extra(heading, String(part))).join('; ')
    : parts.map(([, part]) => String(part)).join(' ')
}

const cellWords = (reader: Reader, field: Field | undefined, cell: Cell): string => {
  if (field?.facts.isConfidential || field?.facts.kind === 'bytes') return conflictTexts.hiddenValue
  if (field?.facts.kind === 'structure' && typeof cell === 'string') return structureWords(cell)
  return shownCell(reader, field, cell)
}

const fieldIn = (definition: AnyDefinition, key: string): Field | undefined =>
  key === deletedKey ? undefined : (definition.fields[key] as Field | undefined)

export const labelOf = (definition: AnyDefinition, key: string): string =>
  fieldIn(definition, key)?.facts.label ?? conflictTexts.state

export const valuesOf = (
  reader: Reader,
  definition: AnyDefinition,
  keys: readonly string[],
  cells: Cells,
): { field: string; label: string; words: string }[] =>
  keys.map((field) => ({
    field,
    label: labelOf(definition, field),
    words: cellWords(reader, fieldIn(definition, field), cells[field] ?? null),
  }))

export const isMoney = (definition: AnyDefinition, key: string): boolean =>
  fieldIn(definition, key)?.facts.kind === 'money'
