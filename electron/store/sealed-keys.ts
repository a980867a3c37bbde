import { randomBytes } from 'node:crypto'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const bytesOf = (text: string): Buffer => Buffer.from(text, 'hex')

/**
 * The keys of one record as far as they are known here, oldest first, each with all to whom it was given. A key of which
 * no lawful part says who holds it opens what it opens and seals nothing.
 */
export class RecordKeys {
  private readonly holders = new Map<string, Set<string>>()
  /** For each key those that a part sealed with it holds: whoever has the one has the others. */
  private readonly within = new Map<string, Set<string>>()

  all(): Buffer[] {
    return [...this.holders.keys()].map(bytesOf)
  }

  learn(key: Uint8Array, holders: readonly Uint8Array[]): void {
    const known = this.holders.get(hex(key)) ?? new Set()
    for (const holder of holders) known.add(hex(holder))
    this.holders.set(hex(key), known)
  }

  /** A part sealed with `key` holds `others`. */
  learnWithin(key: Uint8Array, others: readonly Uint8Array[]): void {
    const within = this.within.get(hex(key)) ?? new Set()
    for (const other of others) within.add(hex(other))
    this.within.set(hex(key), within)
  }

  /** The newest key that nobody can have but these, else a fresh one: whoever is taken out reads nothing of what comes after. */
  keyFor(boxKeys: readonly Uint8Array[]): Buffer {
    const named = new Set(boxKeys.map(hex))
    const fit = [...this.holders].filter(
      ([key, known]) => known.size > 0 && [...this.havers(key)].every((holder) => named.has(holder)),
    )
    const [key] = fit.at(-1) ?? [hex(randomBytes(32))]
    this.learn(bytesOf(key), boxKeys)
    this.learnWithin(bytesOf(key), this.others(bytesOf(key)))
    return bytesOf(key)
  }

  holdersOf(key: Uint8Array): Buffer[] {
    return [...this.havers(hex(key))].map(bytesOf)
  }

  others(key: Uint8Array): Buffer[] {
    return this.all().filter((other) => !other.equals(key))
  }

  /** To whom a key was given, by itself or within a part sealed with another that they have. */
  private havers(key: string): Set<string> {
    const ways = new Set([key])
    for (const way of ways) for (const [outer, within] of this.within) if (within.has(way)) ways.add(outer)
    return new Set([...ways].flatMap((way) => [...(this.holders.get(way) ?? [])]))
  }
}
