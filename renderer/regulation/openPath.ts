import type { Unit } from '../../shared/regulation/unit.ts'

/** The unit that is open, and those that it lies in. */
export type OpenPath = { readonly key: string; readonly within: ReadonlySet<string> }

const keysTo = (units: readonly Unit[], key: string): readonly string[] | null => {
  for (const unit of units) {
    if (unit.key === key) return [key]
    const below = keysTo(unit.units, key)
    if (below !== null) return [unit.key, ...below]
  }
  return null
}

export const pathTo = (units: readonly Unit[], key: string | null): OpenPath | null => {
  const keys = key === null ? null : keysTo(units, key)
  return key === null || keys === null ? null : { key, within: new Set(keys) }
}

export const onPath = (open: OpenPath | null, key: string): boolean => open?.within.has(key) ?? false
