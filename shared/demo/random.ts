/** FNV-1a: a number of 32 bits from a text. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/**
 * Chance that can be had again (mulberry32). Each register of each OPD has a stream of its own, named by what it is for, so that a row
 * more in one of them changes nothing elsewhere.
 */
export class Random {
  private state: number
  constructor(seed: number, ...names: readonly (string | number)[]) {
    this.state = hashOf([seed, ...names].join('|'))
  }

  /** From 0 to below 1. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** Whole, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<const T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)] as T
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((one) => ({ one, at: this.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one)
  }

  maybe<const T>(share: number, value: T): T | null {
    return this.chance(share) ? value : null
  }

  /** What an OPD of this care (0 to 1) recorded: what is right, what is wrong, or nothing. */
  answer<const Good, const Bad>(care: number, good: Good, bad: Bad): Good | Bad | null {
    if (!this.chance(0.2 + 0.8 * care)) return null
    return this.chance(0.4 + 0.58 * care) ? good : bad
  }

  /** Fields that are often right together: whoever wrote one of the papers wrote the others. */
  answers<const Key extends string, const Good, const Bad>(
    care: number,
    keys: readonly Key[],
    good: Good,
    bad: Bad,
  ): Record<Key, Good | Bad | null> {
    const isWhole = this.chance(care * 0.8)
    const of = (): Good | Bad | null => (isWhole ? good : this.answer(care, good, bad))
    return Object.fromEntries(keys.map((key) => [key, of()])) as Record<Key, Good | Bad | null>
  }
}
