import { deletedKey, type RowChange } from '../../shared/commit/part.ts'
import { type Cells, isReadable } from '../../shared/records/cell.ts'
import { type AnyDefinition, unitOf } from '../../shared/records/define.ts'
import type { Cell } from '../../shared/records/field.ts'

/** Why this version cannot read something: it does not know the key, or the value is none of its kind or choices. */
export type Unread = { readonly key: string; readonly reason: 'field' | 'value' }
export type Reading = { readonly change: RowChange; readonly unread: readonly Unread[] }

const isPresent = (definition: AnyDefinition, key: string): boolean =>
  key === deletedKey || Object.hasOwn(definition.fields, key)

const allPresent = (definition: AnyDefinition, cells: Cells): boolean => {
  for (const key in cells) if (!isPresent(definition, key)) return false
  return true
}

/** Earlier keys as today's; the others as they are. */
const renamed = (definition: AnyDefinition, cells: Cells): Cells => {
  if (allPresent(definition, cells)) return cells
  const now: Record<string, Cell> = {}
  for (const [key, cell] of Object.entries(cells)) {
    const today = isPresent(definition, key) ? key : (definition.keyOfEarlier[key] ?? key)
    if (today === key || !Object.hasOwn(cells, today)) now[today] = cell
  }
  return now
}

const isFit = (definition: AnyDefinition, key: string, cell: Cell): boolean =>
  key === deletedKey ? cell === 0 || cell === 1 : isReadable(definition.fields[key], cell)

const unreadIn = (definition: AnyDefinition, cells: Cells): readonly Unread[] => {
  const found: Unread[] = []
  for (const key in cells) {
    const isKnown = isPresent(definition, key)
    if (isKnown && isFit(definition, key, cells[key] as Cell)) continue
    found.push({ key, reason: isKnown ? 'value' : 'field' })
  }
  return found
}

/** Without what cannot be read, and without what shares a clock with it: the values of a unit fit each other. */
const readable = (definition: AnyDefinition, cells: Cells, unread: readonly Unread[]): Cells => {
  const units = new Set(unread.map(({ key }) => unitOf(definition, key)))
  return Object.fromEntries(Object.entries(cells).filter(([key]) => !units.has(unitOf(definition, key))))
}

/**
 * A change as today's definition reads it, and what it cannot read of it: that waits in the log for a version that can.
 * `version`: that of the definitions with which the commit was made.
 */
export const readAsNow = (definition: AnyDefinition, logged: RowChange, version: number): Reading => {
  const upcast = definition.upcast === null ? logged.cells : definition.upcast(logged.cells, version)
  const cells = renamed(definition, upcast)
  const unread = unreadIn(definition, cells)
  if (unread.length > 0) return { change: { ...logged, cells: readable(definition, cells, unread) }, unread }
  return { change: cells === logged.cells ? logged : { ...logged, cells }, unread }
}

export const asNow = (definition: AnyDefinition, logged: RowChange, version: number): RowChange =>
  readAsNow(definition, logged, version).change
