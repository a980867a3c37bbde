import type { Seen } from '../commit/header.ts'
import { covers, type Dot } from './dots.ts'

/*
 * Who knew what. `seen` is what a screen had loaded: a save is stale by it alone (Transaction.checkSeen).
 *   covers(seen, dot)      that very commit was on the screen.
 *   knows(later, earlier)  the author of a change saw the other, or made it before on the same device: merging asks this.
 *   knownTo(header)        the same as a vector: records are judged as their author knew them (as-of.ts).
 *   restsOnIn(changes)     knew it, be it by way of others: where a lock or a deletion turns a change into a question (merge.ts).
 *   Knowledge.of(header)   all that any commit of the chain had seen: roles, keys and revocations (judging/knowledge.ts).
 */

/** What a change is ordered by: its commit, the HLC of that, and what its author's screen had seen. */
export type Stamp = Dot & { readonly hlc: number; readonly seen: Seen }

/** What the author of a commit knew: what the screen had seen, and what came before on the same device. */
export const knownTo = ({ device, seq, seen }: Omit<Stamp, 'hlc'>): Seen => ({ ...seen, [device]: seq - 1 })

/**
 * Whether the author of `later` knew `earlier`, or it is that very commit. For merging and judging; whether a value on a screen
 * was stale is asked of `seen` alone.
 */
export const knows = (later: Stamp, earlier: Dot): boolean =>
  covers(later.seen, earlier) || (later.device === earlier.device && later.seq >= earlier.seq)

/** Whether the author of one change knew another, be it by way of the others, or it is that very commit. */
export type RestsOn = (later: Stamp, earlier: Dot) => boolean

const nameOf = ({ device, seq }: Dot): string => `${device} ${seq}`

/** By halving: a record may have changed thousands of times. */
const lastUpTo = (chain: readonly Stamp[], seq: number): Stamp | null => {
  let [from, to] = [0, chain.length]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if ((chain[middle]?.seq ?? 0) <= seq) from = middle + 1
    else to = middle
  }
  return chain[from - 1] ?? null
}

/**
 * Who knew what among these changes, also by way of one another: who says to have seen a change has seen what that change rests on,
 * else two devices that hold more or less of the log would come to different ends. Each answer is reckoned once, from those of
 * the changes that it rests on.
 */
class Reach {
  private readonly chains: ReadonlyMap<string, readonly Stamp[]>
  private readonly reached = new Map<string, Seen>()

  constructor(changes: readonly Stamp[]) {
    this.chains = Map.groupBy(
      changes.toSorted((a, b) => a.seq - b.seq),
      ({ device }) => device,
    )
  }

  /** All that somebody knew who knew this much. */
  of(known: Seen): Seen {
    const last = this.lastIn(known)
    for (const change of last) this.settle(change)
    return this.joined(known, last)
  }

  ofAuthor(change: Stamp): Seen {
    this.settle(change)
    return this.reached.get(nameOf(change)) ?? {}
  }

  /** The last change of each device that was known: by way of it its author knew those before. */
  private lastIn(known: Seen): Stamp[] {
    return [...this.chains].flatMap(([device, chain]) => lastUpTo(chain, known[device] ?? 0) ?? [])
  }

  private joined(known: Seen, last: readonly Stamp[]): Seen {
    const all: Record<string, number> = {}
    for (const one of [known, ...last.map((change) => this.reached.get(nameOf(change)) ?? {})])
      for (const device of this.chains.keys()) all[device] = Math.max(all[device] ?? 0, one[device] ?? 0)
    return all
  }

  /** First what it rests on: thousands of changes that follow each other would be too deep to call one from the other. */
  private settle(first: Stamp): void {
    if (this.reached.has(nameOf(first))) return
    const open = [first]
    for (let change = open.at(-1); change !== undefined; change = open.at(-1)) {
      const last = this.lastIn(knownTo(change))
      const missing = last.filter((one) => !this.reached.has(nameOf(one)))
      if (!this.reached.has(nameOf(change)) || missing.length === 0)
        this.reached.set(nameOf(change), this.joined(knownTo(change), last))
      if (missing.length === 0) open.pop()
      open.push(...missing)
    }
  }
}

/** The changes that somebody knew, with all that their authors knew. */
export const allKnown = <C extends Stamp>(changes: readonly C[], known: Seen): C[] => {
  const reached = new Reach(changes).of(known)
  return changes.filter((change) => covers(reached, change))
}

export const restsOnIn = (changes: readonly Stamp[]): RestsOn => {
  const reach = new Reach(changes)
  return (later, earlier) => knows(later, earlier) || covers(reach.ofAuthor(later), earlier)
}

/** Orders what did not know of each other: HLC, then device. Newest first. */
export const newestFirst = (a: Stamp, b: Stamp): number =>
  b.hlc - a.hlc || (a.device === b.device ? b.seq - a.seq : a.device < b.device ? 1 : -1)

/**
 * Of all changes of one unit those that nobody who changed it after them knew, newest first: one where nothing is disputed.
 * A function of the set alone, whatever the order in which it came.
 */
export const headsOf = <C extends Stamp>(changes: readonly C[]): C[] => {
  if (changes.length < 2) return [...changes]
  const known = new Map(changes.map(({ device }) => [device, 0]))
  for (const change of changes) {
    const before = knownTo(change)
    for (const [device, most] of known) known.set(device, Math.max(most, before[device] ?? 0))
  }
  return changes.filter(({ device, seq }) => seq > (known.get(device) ?? 0)).sort(newestFirst)
}

/**
 * The newest change that all heads knew; null where there is none. A `decided` unit shows it while it is disputed; any other
 * shows its newest head.
 */
export const agreedBefore = <C extends Stamp>(changes: readonly C[], heads: readonly C[]): C | null => {
  const known = changes.filter((one) => !heads.includes(one) && heads.every((head) => knows(head, one)))
  return headsOf(known)[0] ?? null
}
