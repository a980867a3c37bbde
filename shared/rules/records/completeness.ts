import type { AnyDefinition } from '../../records/define.ts'
import { type ShownField, shownFields } from './fields.ts'

/** What is asked of a record, and what of it nobody has filled in, both in the order of the form. */
export type Completeness = {
  readonly asked: readonly ShownField[]
  readonly missing: readonly ShownField[]
}

/** Fields that do not concern a record of such values. */
export const unconcernedIn = (
  definition: AnyDefinition,
  values: Readonly<Record<string, unknown>>,
): readonly string[] => {
  const nulls = Object.fromEntries(Object.keys(definition.fields).map((key) => [key, null]))
  return definition.unconcerned({ ...nulls, ...values })
}

/**
 * Counted are required fields and those that the city's own regulation asks for (`prefix` of its obligations, “PBM”), where they
 * concern a record of such values.
 */
export const completenessOf = (
  definition: AnyDefinition,
  values: Readonly<Record<string, unknown>>,
  prefix: string,
): Completeness => {
  const unconcerned = new Set(unconcernedIn(definition, values))
  const asked = shownFields(definition).filter(
    ({ key, facts }) =>
      (facts.isRequired || facts.articles.some((id) => id.startsWith(`${prefix}-`))) && !unconcerned.has(key),
  )
  return { asked, missing: asked.filter(({ key }) => (values[key] ?? '') === '') }
}
