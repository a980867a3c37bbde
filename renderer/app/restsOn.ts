type Records = readonly string[]

/**
 * Which record types the answers of each call rest on. Several places ask one call and share its answer; each names
 * the types that matter to it, and the answer is asked again when any of them changes.
 */
export const restsOnRecords = () => {
  const known = new Map<string, Set<string> | 'all'>()
  return {
    /** absent `records`: the answer rests on everything. */
    add: (call: string, records: Records | undefined): void => {
      const before = known.get(call)
      if (before === 'all') return
      known.set(call, records === undefined ? 'all' : new Set([...(before ?? []), ...records]))
    },
    /** A call of which nothing is known rests on everything. */
    isTouched: (call: string, changed: Records): boolean => {
      const records = known.get(call) ?? 'all'
      return records === 'all' || changed.some((type) => records.has(type))
    },
  }
}
