import type { InputOf } from '../../shared/contract/call.ts'
import { listCursor, type RecordRow, recordList } from '../../shared/contract/records.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Field } from '../../shared/records/field.ts'
import { listFields } from '../../shared/rules/records/fields.ts'
import type { Client } from '../app/bridge.ts'
import type { ListQuery, LoadPage, SortOrder } from '../ui/usePagedRows.ts'

type ListInput = InputOf<typeof recordList>
const pageSize = 100
const copySize = 500

const filterValue = (field: Field | undefined, value: string): string | boolean =>
  field?.facts.kind === 'boolean' ? value === 'ya' : value

/** What the list asks the core for. */
export const listInput = (definition: AnyDefinition, query: ListQuery, limit: number): ListInput => ({
  type: definition.type,
  search: query.search,
  filters: Object.fromEntries(
    Object.entries(query.filters)
      .filter(([key, value]) => value !== '' && definition.fields[key] !== undefined)
      .map(([key, value]) => [key, filterValue(definition.fields[key], value)]),
  ),
  sort: query.sort === null ? null : { field: query.sort.key, descending: query.sort.direction === 'desc' },
  limit,
})

const readCursor = (cursor: string | null) => (cursor === null ? null : listCursor.parse(JSON.parse(cursor)))

export const pageLoader =
  (client: Client, definition: AnyDefinition): LoadPage<RecordRow> =>
  async (cursor, query) => {
    const input = { ...listInput(definition, query, pageSize), after: readCursor(cursor) }
    const result = await client.call(recordList, input)
    if (!result.ok) return { error: result.error.message }
    const { rows, next, total } = result.value
    return {
      rows,
      next: next === null ? null : JSON.stringify(next),
      ...(total === null ? {} : { total }),
    }
  }

/** Every row that the query finds, for a copy or a print; null where it failed. */
export const allRows = async (
  client: Client,
  definition: AnyDefinition,
  query: ListQuery,
): Promise<RecordRow[] | null> => {
  const found: RecordRow[] = []
  let after: ListInput['after'] = null
  for (;;) {
    const input: ListInput = { ...listInput(definition, query, copySize), after }
    const result: Awaited<ReturnType<typeof client.call<typeof recordList>>> = await client.call(
      recordList,
      input,
    )
    if (!result.ok) return null
    for (const row of result.value.rows) found.push(row)
    if (result.value.next === null) return found
    after = result.value.next
  }
}

/** Registers come in the order of their first index: OPDs by code, officers by NIP. */
export const usualSort = (definition: AnyDefinition): SortOrder | null => {
  const key = definition.indexes[0]?.[0]
  const field = listFields(definition).find((each) => each.key === key)
  return field === undefined || field.facts.kind === 'reference' ? null : { key: field.key, direction: 'asc' }
}
