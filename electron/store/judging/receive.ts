import type { Dot } from '../../../shared/clock/dots.ts'
import type { CommitHeader } from '../../../shared/commit/header.ts'
import type { CommitBytes } from '../commit-bytes.ts'
import { headerOf } from '../log.ts'
import type { Held } from './held.ts'
import { type Court, judge, type SignedCommit, type Verdict } from './judge.ts'
import type { Fault } from './refused.ts'

/** What became of the commits that came now, and of those that waited and could be judged now. */
export type Receipt = {
  readonly applied: number
  readonly refused: readonly (Dot & Fault)[]
  /** Still waiting, or laid aside for good, among all that ever came. */
  readonly waiting: number
  readonly aside: number
  /** Record types that changed. */
  readonly types: readonly string[]
}

/** What the store does with a commit that was judged. */
export type Take = (judged: SignedCommit, received: CommitBytes, refused: Fault | null) => void

/** `name`: under which it waited; null where it came now. */
type Incoming = { readonly received: CommitBytes; readonly name: Uint8Array | null }
type Queued = Incoming & { readonly header: CommitHeader }

/** By device in the order of the chain; what has no readable header is laid aside at once. */
const queuesOf = (all: readonly Incoming[], malformed: (one: CommitBytes) => void): Map<string, Queued[]> => {
  const queued = all.flatMap((one): Queued[] => {
    const header = headerOf(one.received)
    if (header === null) malformed(one.received)
    return header === null ? [] : [{ ...one, header }]
  })
  const queues = Map.groupBy(queued, ({ header }) => header.device)
  for (const queue of queues.values()) queue.sort((a, b) => a.header.seq - b.header.seq)
  return queues
}

/**
 * In the order of the chain until one must wait; what comes after it waits too. Two of the same seq are both tried: one may be
 * a forgery, and neither may hide the other.
 */
const workThrough = (
  queue: readonly Queued[],
  settle: (one: Queued) => boolean,
): { left: Queued[]; moved: boolean } => {
  const left: Queued[] = []
  let stuck = Number.POSITIVE_INFINITY
  let moved = false
  for (const one of queue) {
    if (one.header.seq > stuck || !settle(one)) {
      stuck = Math.min(stuck, one.header.seq)
      left.push(one)
    } else moved = true
  }
  return { left, moved }
}

type Dependencies = {
  readonly held: Held
  /** As the log stands now; asked for before each commit. */
  readonly court: () => Court
  readonly take: Take
  /** Sealed parts of a commit that is in the log already, which whoever brought it first had left out. */
  readonly fill: (received: CommitBytes) => void
  /** The officer's signature of a commit that is in the log under a false one. */
  readonly resign: (received: CommitBytes) => void
}

/**
 * Commits of other devices, in any order, together with those that waited. Each is judged when all that its author had seen
 * is here; what stays behind is kept with its reason and hinders nobody else.
 */
export const receiveAll = (
  all: readonly CommitBytes[],
  { held, court, take, fill, resign }: Dependencies,
): Pick<Receipt, 'waiting' | 'aside'> & { readonly took: readonly Dot[] } => {
  // One moment for all: what waits for its clock is not let in between two looks.
  const { now } = court()
  const verdictOn = (received: CommitBytes): Verdict => judge({ ...court(), now }, received)
  const took: Dot[] = []
  const settle = ({ received, header, name }: Queued): boolean => {
    const verdict = verdictOn(received)
    if (verdict.as === 'wait') return false
    if (verdict.as === 'aside')
      held.add({ received, header, reason: verdict.reason, isFinal: true, now, name })
    else held.drop(received, name)
    if (verdict.as === 'known') fill(received)
    if (verdict.as === 'resigned') resign(received)
    if (verdict.as === 'apply' || verdict.as === 'refuse') {
      take(verdict, received, verdict.as === 'refuse' ? verdict : null)
      took.push({ device: header.device, seq: header.seq })
    }
    return true
  }
  const incoming = [
    ...held.waiting().map(({ name, commit }) => ({ received: commit, name })),
    ...all.map((received) => ({ received, name: null })),
  ]
  const queues = queuesOf(incoming, (one) =>
    held.add({ received: one, header: null, reason: 'malformed', isFinal: true, now, name: null }),
  )
  for (let moved = true; moved; ) {
    moved = false
    for (const [device, queue] of queues) {
      const worked = workThrough(queue, settle)
      queues.set(device, worked.left)
      moved ||= worked.moved
    }
  }
  // Once more, for the reason: what stood behind one that waits was not asked yet.
  for (const { received, header, name } of [...queues.values()].flat()) {
    const verdict = verdictOn(received)
    if (verdict.as !== 'wait' && verdict.as !== 'aside') continue
    held.add({ received, header, reason: verdict.reason, isFinal: verdict.as === 'aside', now, name })
  }
  return { took, waiting: held.count(false), aside: held.count(true) }
}
