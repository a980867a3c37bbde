const isBlank = (text: string): boolean => /^[\s\-–—_.]*$/.test(text)
const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim()

/** Equal up to case and spaces; '' where nothing is named. */
export const looseKey = (text: string): string => (isBlank(text) ? '' : plain(text).toLowerCase())

/** Platforms in any order and spelling: "PhP, My SQL" = "MySQL; PHP". '' where none is named. */
export const methodKey = (text: string): string => {
  if (isBlank(text)) return ''
  const parts = text.toLowerCase().split(/[,;/+&\n]|\s+dan\s+/)
  return [
    ...new Set(parts.map((part) => part.replace(/[^\p{L}\p{N}#]+/gu, '')).filter((part) => part !== '')),
  ]
    .sort()
    .join('|')
}

/** The spelling that stands for a group: the one met most often, the first of them where several are met as often. */
export class Spellings {
  private readonly counts = new Map<string, number>()

  add(text: string, times = 1): void {
    const spelling = plain(text)
    this.counts.set(spelling, (this.counts.get(spelling) ?? 0) + times)
  }

  all = (): string[] => [...this.counts.keys()]

  best(): string {
    let best = ''
    let most = 0
    for (const [spelling, count] of this.counts) {
      if (count > most) [best, most] = [spelling, count]
    }
    return best
  }
}
