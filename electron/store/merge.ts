import { agreedBefore, headsOf, type Proposal } from '../../shared/clock/heads.ts'
import type { Cells } from '../../shared/records/cell.ts'
import { type AnyDefinition, unitOf } from '../../shared/records/define.ts'
import type { Cell } from '../../shared/records/field.ts'

/** What one commit did to one record, in terms of today's definition. */
export type Step = Proposal & { readonly cells: Cells }
/** All that the log holds about a record. */
export type PastOf = (id: string) => readonly Step[]

/** Cells by the unit that shares their clock. */
export const unitsIn = (definition: AnyDefinition, cells: Cells): ReadonlyMap<string, Cells> => {
  const units = new Map<string, Record<string, Cell>>()
  for (const [key, cell] of Object.entries(cells)) {
    const unit = unitOf(definition, key)
    const known = units.get(unit)
    if (known === undefined) units.set(unit, { [key]: cell })
    else known[key] = cell
  }
  return units
}

/** The steps that changed one unit, each with the cells of that unit alone. */
export const stepsOfUnit = (definition: AnyDefinition, steps: readonly Step[], unit: string): Step[] =>
  steps.flatMap((step) => {
    const cells = unitsIn(definition, step.cells).get(unit)
    return cells === undefined ? [] : [{ ...step, cells }]
  })

/** Nothing was agreed before the dispute. */
const emptyUnit = (definition: AnyDefinition, unit: string): Cells =>
  Object.fromEntries((definition.together[unit]?.fields ?? [unit]).map((key) => [key, null]))

type Merged = { readonly heads: readonly Step[]; readonly cells: Cells }

/**
 * What a unit shows after all of its steps: the newest of those that nobody knew later; of a decided unit that is disputed,
 * what everybody in the dispute had seen.
 */
export const mergeUnit = (definition: AnyDefinition, unit: string, steps: readonly Step[]): Merged => {
  const heads = headsOf(steps)
  const isDecided = definition.together[unit]?.decided === true
  const shown = heads.length > 1 && isDecided ? agreedBefore(steps, heads) : heads[0]
  return { heads, cells: shown?.cells ?? emptyUnit(definition, unit) }
}
