import { z } from 'zod'
import type { HistoryStepRow, RecordRow } from '../../shared/contract/records.ts'
import type { Failure } from '../../shared/contract/result.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Field } from '../../shared/records/field.ts'
import type { FormValues } from '../ui/formFields.ts'
import { cellText } from './columns.ts'

const difference = z.object({ field: z.string(), label: z.string() })
const staleDifferences = z.array(difference)

type Standing = { readonly values: RecordRow['values']; readonly titles: RecordRow['titles'] }

/** One field that two officers filled in differently. */
export type Difference = {
  readonly field: string
  readonly label: string
  /** In words; '' for empty. */
  readonly mine: string
  readonly theirs: string
  readonly by: { readonly officer: string; readonly time: string; readonly device: string } | null
}

const wordsOf = (
  definition: AnyDefinition,
  key: string,
  value: unknown,
  titles: RecordRow['titles'],
): string => {
  const field = definition.fields[key] as Field | undefined
  if (field === undefined) return String(value ?? '')
  return cellText({ key, facts: field.facts }, { values: { [key]: value }, titles })
}

const lastBy = (steps: readonly HistoryStepRow[], field: string): Difference['by'] => {
  const step = steps.find(({ fields }) => fields.some((each) => each.field === field))
  return step === undefined ? null : { officer: step.officer, time: step.time, device: step.device }
}

/**
 * The differences of a refused save in words. `present`: the record as it stands now; `steps`: its history, newest first;
 * `mineTitles`: titles of records that the officer chose, by field.
 */
export const readDifferences = (
  failure: Failure,
  definition: AnyDefinition,
  mine: FormValues,
  mineTitles: RecordRow['titles'],
  present: Standing,
  steps: readonly HistoryStepRow[],
): readonly Difference[] => {
  const parsed = staleDifferences.safeParse(failure['differences'])
  if (!parsed.success) return []
  return parsed.data.map(({ field, label }) => ({
    field,
    label,
    mine: wordsOf(definition, field, mine[field] ?? null, mineTitles),
    theirs: wordsOf(definition, field, present.values[field] ?? null, present.titles),
    by: lastBy(steps, field),
  }))
}

export type Decision = 'mine' | 'theirs'

/** What is still to be written after the officer decided field by field. */
export const resolved = (mine: FormValues, picks: Readonly<Record<string, Decision>>): FormValues =>
  Object.fromEntries(Object.entries(mine).filter(([field]) => picks[field] !== 'theirs'))
