import type { Seen } from '../commit/header.ts'
import { covers, type Dot } from './dots.ts'

/** A change of one unit of one record, as merging needs it. */
export type Proposal = Dot & { readonly hlc: number; readonly seen: Seen }

/** Whether the officer who made `later` knew `earlier`: had seen it, or it comes before on the same device. */
export const knows = (later: Proposal, earlier: Dot): boolean =>
  covers(later.seen, earlier) || (later.device === earlier.device && later.seq >= earlier.seq)

/** Orders what did not know of each other: HLC, then device. Newest first. */
export const newestFirst = (a: Proposal, b: Proposal): number =>
  b.hlc - a.hlc || (a.device === b.device ? b.seq - a.seq : a.device < b.device ? 1 : -1)

/**
 * The changes that nobody who changed the unit after them knew, newest first: one where nothing is disputed. A function of
 * the set alone, whatever the order in which it came.
 */
export const headsOf = <P extends Proposal>(proposals: readonly P[]): P[] =>
  proposals.filter((one) => !proposals.some((other) => other !== one && knows(other, one))).sort(newestFirst)

/** The newest change that all heads knew, null where there is none: what a unit shows while its heads dispute it. */
export const agreedBefore = <P extends Proposal>(proposals: readonly P[], heads: readonly P[]): P | null => {
  const known = proposals.filter((one) => !heads.includes(one) && heads.every((head) => knows(head, one)))
  return headsOf(known)[0] ?? null
}
