import { randomBytes } from 'node:crypto'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const bytesOf = (text: string): Buffer => Buffer.from(text, 'hex')

/**
 * The keys of one record as far as they are known here, oldest first, each with all to whom it was given. A key of which
 * no lawful part says who holds it opens what it opens and seals nothing.
 */
export class RecordKeys {
  private readonly holders = new Map<string, Set<string>>()

  all(): Buffer[] {
    return [...this.holders.keys()].map(bytesOf)
  }

  learn(key: Uint8Array, holders: readonly Uint8Array[]): void {
    const known = this.holders.get(hex(key)) ?? new Set()
    for (const holder of holders) known.add(hex(holder))
    this.holders.set(hex(key), known)
  }

  /** The newest key that nobody holds but these, else a fresh one: whoever is taken out reads nothing of what comes after. */
  keyFor(boxKeys: readonly Uint8Array[]): Buffer {
    const named = new Set(boxKeys.map(hex))
    const fit = [...this.holders].filter(
      ([, known]) => known.size > 0 && [...known].every((holder) => named.has(holder)),
    )
    const [key] = fit.at(-1) ?? [hex(randomBytes(32))]
    this.learn(bytesOf(key), boxKeys)
    return bytesOf(key)
  }

  holdersOf(key: Uint8Array): Buffer[] {
    return [...(this.holders.get(hex(key)) ?? [])].map(bytesOf)
  }

  others(key: Uint8Array): Buffer[] {
    return this.all().filter((other) => !other.equals(key))
  }
}
