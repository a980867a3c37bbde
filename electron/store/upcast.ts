import { deletedKey, type RowChange } from '../../shared/commit/part.ts'
import type { Cells } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Cell } from '../../shared/records/field.ts'

const isPresent = (definition: AnyDefinition, key: string): boolean =>
  key === deletedKey || Object.hasOwn(definition.fields, key)

const allPresent = (definition: AnyDefinition, cells: Cells): boolean => {
  for (const key in cells) if (!isPresent(definition, key)) return false
  return true
}

/** Earlier keys as today's; keys that this version does not know stay in the log alone. */
const renamed = (definition: AnyDefinition, cells: Cells): Cells => {
  if (allPresent(definition, cells)) return cells
  const now: Record<string, Cell> = {}
  for (const [key, cell] of Object.entries(cells)) {
    const present = isPresent(definition, key) ? key : definition.keyOfEarlier[key]
    if (present !== undefined && (present === key || !Object.hasOwn(cells, present))) now[present] = cell
  }
  return now
}

/** A change as today's definition reads it. `version`: that of the definitions with which the commit was made. */
export const asNow = (definition: AnyDefinition, change: RowChange, version: number): RowChange => {
  const upcast = definition.upcast === null ? change.cells : definition.upcast(change.cells, version)
  const cells = renamed(definition, upcast)
  return cells === change.cells ? change : { ...change, cells }
}
