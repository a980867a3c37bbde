import type { AnyDefinition } from '../../records/define.ts'
import { isTyped, type ShownField, shownFields } from './fields.ts'

/** Fields that can say the same of many records: what tells records apart, and what is said once, cannot. */
export const fieldsForMany = (definition: AnyDefinition): ShownField[] =>
  shownFields(definition).filter((field) => isTyped(field) && !field.facts.isUnique && !field.facts.isFixed)

/** What one field of a record holds now; `text`: in words, '' for nothing. */
export type Standing = { readonly id: string; readonly value: unknown; readonly text: string }
export type ManyPreview = {
  /** Records that would change. */
  readonly changing: readonly string[]
  /** How many hold the value already. */
  readonly same: number
  /** What the changing ones hold now, the most frequent first. */
  readonly from: readonly { readonly text: string; readonly count: number }[]
}

const known = (value: unknown): unknown => (value === '' || value === undefined ? null : value)

/** What giving one value to all of these would change. */
export const previewMany = (rows: readonly Standing[], value: unknown): ManyPreview => {
  const changing = rows.filter((row) => known(row.value) !== known(value))
  const counts = new Map<string, number>()
  for (const { text } of changing) counts.set(text, (counts.get(text) ?? 0) + 1)
  return {
    changing: changing.map(({ id }) => id),
    same: rows.length - changing.length,
    from: [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count),
  }
}
