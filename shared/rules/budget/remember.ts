/** Remembers what a pure function gave for a text; forms repeat the same few durations and sums. */
export const remember = <T>(read: (text: string) => T, most = 2_000): ((text: string) => T) => {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    if (known.size >= most) known.clear()
    if (text.length <= 200) known.set(text, value)
    return value
  }
}
