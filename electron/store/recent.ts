/** The value under a key, made where it is not there; of more than `most` the one that was not asked for longest goes. */
export const recent = <K, T>(kept: Map<K, T>, key: K, most: number, make: () => T): T => {
  const value = kept.has(key) ? (kept.get(key) as T) : make()
  kept.delete(key)
  kept.set(key, value)
  const [oldest] = kept.keys()
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
  return value
}
