import { useCallback, useMemo, useState } from 'react'
import { z } from 'zod'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { listFields } from '../../shared/rules/records/fields.ts'
import { useKept } from '../app/kept.ts'
import type { ListQuery } from '../ui/index.ts'
import { usualSort } from './listing.ts'

export const keptQuery = z.object({
  sort: z.object({ key: z.string(), direction: z.enum(['asc', 'desc']) }).nullable(),
  filters: z.record(z.string(), z.string()),
})
type Kept = z.infer<typeof keptQuery>

/** Without what this version of the register does not know. */
export const knownQuery = <Q extends Pick<ListQuery, 'sort' | 'filters'>>(
  definition: AnyDefinition,
  query: Q,
): Q => {
  const keys = new Set(listFields(definition).map(({ key }) => key))
  const { sort, filters } = query
  return {
    ...query,
    sort: sort !== null && keys.has(sort.key) ? sort : null,
    filters: Object.fromEntries(Object.entries(filters).filter(([key]) => keys.has(key))),
  }
}

const readKept =
  (definition: AnyDefinition) =>
  (value: unknown): Kept | null => {
    const parsed = keptQuery.safeParse(value)
    return parsed.success ? knownQuery(definition, parsed.data) : null
  }

/** What the list shows: sorting and filters are remembered, the search begins anew with each visit. */
export const useQueryOf = (definition: AnyDefinition) => {
  const initial = useMemo((): Kept => ({ sort: usualSort(definition), filters: {} }), [definition])
  const [kept, setKept, ready] = useKept(`daftar/${definition.type}`, initial, readKept(definition))
  const [search, setSearch] = useState('')
  const query = useMemo((): ListQuery => ({ ...kept, search }), [kept, search])
  const setQuery = useCallback(
    (next: ListQuery) => {
      setSearch(next.search)
      const { sort, filters } = next
      if (sort !== kept.sort || filters !== kept.filters)
        setKept({ sort: sort === null ? null : { ...sort }, filters: { ...filters } })
    },
    [kept, setKept],
  )
  return [query, setQuery, ready] as const
}
