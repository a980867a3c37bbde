/** Letters that must be put in, taken out or changed to turn one word into the other; stops counting above `most`. */
export const editDistance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      current[j] = Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1)
    }
    if (Math.min(...current) > most) return most + 1
    previous = current
  }
  return previous[b.length] ?? most + 1
}

/** A typing mistake: one letter in five to eight, two in nine or more; short words must be right. */
export const looksLike = (word: string, keyword: string): boolean => {
  const most = keyword.length >= 9 ? 2 : keyword.length >= 5 ? 1 : 0
  return most > 0 && word.length >= 5 && editDistance(word, keyword, most) <= most
}
