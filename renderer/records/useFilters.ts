import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { recordOptions } from '../../shared/contract/records.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { listFields, type ShownField } from '../../shared/rules/records/fields.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { useClient } from '../app/client.tsx'
import type { Choice, FilterChoice } from '../ui/index.ts'

const booleans: readonly Choice[] = [
  { value: 'ya', label: recordsTexts.filterRecorded.yes },
  { value: 'tidak', label: recordsTexts.filterRecorded.no },
]

const choicesOf = ({ facts }: ShownField): readonly Choice[] =>
  facts.kind === 'boolean'
    ? booleans
    : Object.entries(facts.choices).map(([value, label]) => ({ value, label }))

const filterable = new Set(['choice', 'boolean', 'reference'])

/** Filters of a list: choices, yes and no, and references with the records that they can point at. */
export const useFilters = (definition: AnyDefinition): readonly FilterChoice[] => {
  const client = useClient()
  const fields = useMemo(
    () => listFields(definition).filter(({ facts }) => filterable.has(facts.kind)),
    [definition],
  )
  const targets = useMemo(() => fields.filter(({ facts }) => facts.kind === 'reference'), [fields])
  const answers = useQueries({
    queries: targets.map(({ facts }) => ({
      queryKey: [recordOptions.name, { type: facts.target, text: '' }],
      queryFn: async () => {
        const result = await client.call(recordOptions, { type: facts.target, text: '' })
        return result.ok ? result.value.options : []
      },
      meta: { records: [facts.target] },
    })),
  })
  return fields.map((field) => {
    const at = targets.indexOf(field)
    const options = at < 0 ? null : (answers[at]?.data ?? [])
    const choices =
      options === null ? choicesOf(field) : options.map(({ id, title }) => ({ value: id, label: title }))
    return { key: field.key, label: field.facts.label, choices }
  })
}
