import { randomBytes } from 'node:crypto'
import { mostKeys } from '../../../shared/commit/sealed.ts'

const keptKeys = 8 * mostKeys

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const bytesOf = (text: string): Buffer => Buffer.from(text, 'hex')

/**
 * The keys of one record as far as they are known here, oldest first, each with all who may have it. A key that no lawful part
 * was sealed with opens what it opens, and seals nothing.
 */
export class RecordKeys {
  private readonly holders = new Map<string, Set<string>>()
  /** For each key those that a part sealed with it holds: whoever has the one has the others. */
  private readonly within = new Map<string, Set<string>>()
  /** Lawful parts were sealed with these. */
  private readonly sound = new Set<string>()
  /** Of lawful parts, or of one that they opened: what is handed on. Anybody may put more beside them. */
  private readonly useful = new Set<string>()

  /** Those that are most likely to open a part stand last. */
  all(): Buffer[] {
    const useless = [...this.holders.keys()].filter((key) => !this.useful.has(key))
    return [...useless, ...this.useful].map(bytesOf)
  }

  get count(): number {
    return this.holders.size
  }

  /** These may have it; what a part says of its holders can only be too little. Of keys without number most open nothing. */
  learn(key: Uint8Array, holders: readonly Uint8Array[]): void {
    const isNew = !this.holders.has(hex(key))
    if (isNew && holders.length === 0 && this.holders.size >= keptKeys) return
    const known = this.holders.get(hex(key)) ?? new Set()
    for (const holder of holders) known.add(hex(holder))
    this.holders.set(hex(key), known)
  }

  /** It opened a part that holds `others`. */
  opened(key: Uint8Array, others: readonly Uint8Array[]): void {
    const within = this.within.get(hex(key)) ?? new Set()
    for (const other of others) within.add(hex(other))
    this.within.set(hex(key), within)
    this.useful.add(hex(key))
  }

  /** A lawful part that holds `others` was sealed with it, by an author with these keys. */
  vouch(key: Uint8Array, others: readonly Uint8Array[], author: readonly Uint8Array[]): void {
    this.learn(key, author)
    for (const known of [key, ...others]) this.useful.add(hex(known))
    if (author.length > 0) this.sound.add(hex(key))
  }

  /** The newest key that nobody can have but these, else a fresh one: whoever is taken out reads nothing of what comes after. */
  keyFor(boxKeys: readonly Uint8Array[]): Buffer {
    const named = new Set(boxKeys.map(hex))
    const isFit = (havers: ReadonlySet<string>): boolean =>
      havers.size > 0 && [...havers].every((holder) => named.has(holder))
    const fit = [...this.sound].filter((key) => isFit(this.havers(key)))
    const key = bytesOf(fit.at(-1) ?? hex(randomBytes(32)))
    const others = this.others(key)
    this.opened(key, others)
    this.vouch(key, others, boxKeys)
    return key
  }

  holdersOf(key: Uint8Array): Buffer[] {
    return [...this.havers(hex(key))].map(bytesOf)
  }

  /** What a part sealed with this key carries on: first the keys that opened something. */
  others(key: Uint8Array): Buffer[] {
    const others = [...this.useful].filter((other) => other !== hex(key))
    const [opening, more] = [true, false].map((opens) =>
      others.filter((one) => this.within.has(one) === opens),
    )
    return [...(opening ?? []), ...(more ?? [])].slice(0, mostKeys).map(bytesOf)
  }

  /** To whom a key was given, by itself or within a part sealed with another that they have. */
  private havers(key: string): Set<string> {
    const ways = new Set([key])
    for (const way of ways) for (const [outer, within] of this.within) if (within.has(way)) ways.add(outer)
    return new Set([...ways].flatMap((way) => [...(this.holders.get(way) ?? [])]))
  }
}
