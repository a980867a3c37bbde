import type { Seen } from '../commit/header.ts'
import { covers, type Dot, sameDot } from './dots.ts'

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

/**
 * The changes that somebody knew, with all that their authors knew: who says to have seen a change has seen what that change
 * rests on, else two devices that hold more or less of the log would come to different ends.
 */
export const allKnown = <C extends Stamp>(changes: readonly C[], known: Seen): C[] => {
  const reached = changes.filter((change) => covers(known, change))
  const left = new Set(changes.filter((change) => !covers(known, change)))
  for (const change of reached)
    for (const earlier of left)
      if (knows(change, earlier)) {
        left.delete(earlier)
        reached.push(earlier)
      }
  return reached
}

/** Whether the author of one change knew another, be it by way of the others, or it is that very commit. */
export type RestsOn = (later: Stamp, earlier: Stamp) => boolean

export const restsOnIn = (changes: readonly Stamp[]): RestsOn => {
  const known = new Map<Stamp, readonly Stamp[]>()
  return (later, earlier) => {
    if (knows(later, earlier)) return true
    const all = known.get(later) ?? allKnown(changes, knownTo(later))
    known.set(later, all)
    return all.some((change) => sameDot(change, earlier))
  }
}

/** Orders what did not know of each other: HLC, then device. Newest first. */
export const newestFirst = (a: Stamp, b: Stamp): number =>
  b.hlc - a.hlc || (a.device === b.device ? b.seq - a.seq : a.device < b.device ? 1 : -1)

/**
 * Of all changes of one unit those that nobody who changed it after them knew, newest first: one where nothing is disputed.
 * A function of the set alone, whatever the order in which it came.
 */
export const headsOf = <C extends Stamp>(changes: readonly C[]): C[] =>
  changes.filter((one) => !changes.some((other) => other !== one && knows(other, one))).sort(newestFirst)

/**
 * The newest change that all heads knew; null where there is none. A `decided` unit shows it while it is disputed; any other
 * shows its newest head.
 */
export const agreedBefore = <C extends Stamp>(changes: readonly C[], heads: readonly C[]): C | null => {
  const known = changes.filter((one) => !heads.includes(one) && heads.every((head) => knows(head, one)))
  return headsOf(known)[0] ?? null
}
