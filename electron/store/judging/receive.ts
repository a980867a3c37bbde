import type { Dot } from '../../../shared/clock/dots.ts'
import type { CommitHeader } from '../../../shared/commit/header.ts'
import type { CommitBytes } from '../commit-bytes.ts'
import { largestHeader, largestPacked } from '../compress.ts'
import { headerOf } from '../log.ts'
import type { Held, Waits } from './held.ts'
import { type Court, judge, type SignedCommit, type Verdict, type Waiting } from './judge.ts'
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
type Incoming = {
  readonly received: CommitBytes
  readonly name: Uint8Array | null
  /** Why it waited so far; null where it came now, or slept. */
  readonly reason: Waits['reason'] | null
}
type Queued = Incoming & { readonly header: CommitHeader }

const incomingOf = ({ name, commit, reason }: Waits): Incoming => ({
  received: commit,
  name,
  reason: asleep.has(reason) ? null : reason,
})

/** Nobody named its device, or whose key signed: it is looked at again when somebody says so, or its device is heard. */
const asleep: ReadonlySet<Waits['reason']> = new Set(['device', 'officer'])

/** What is left of bytes that are too many to keep; null where they are not. */
const trimmed = (received: CommitBytes): CommitBytes | null => {
  const { header, bodies } = received
  if (header.length <= largestHeader && bodies.every((body) => (body?.length ?? 0) <= largestPacked))
    return null
  return {
    ...received,
    header: header.subarray(0, largestHeader),
    bodies: bodies.map((body) => ((body?.length ?? 0) > largestPacked ? null : body)),
  }
}

/** By device in the order of the chain. */
const queuesOf = (queued: readonly Queued[]): Map<string, Queued[]> => {
  const queues = Map.groupBy(queued, ({ header }) => header.device)
  for (const queue of queues.values()) queue.sort((a, b) => a.header.seq - b.header.seq)
  return queues
}

/** Of those that wait for one place of a chain: only a device that signs more than one has more. */
const triedAtOnePlace = 16

/**
 * In the order of the chain until one must wait; what comes after it waits too. Those of the same seq are tried too: one may be
 * a forgery, and none may hide the other.
 */
const workThrough = (
  queue: readonly Queued[],
  settle: (one: Queued) => boolean,
): { left: Queued[]; moved: boolean } => {
  const left: Queued[] = []
  let stuck = Number.POSITIVE_INFINITY
  let moved = false
  for (const one of queue) {
    const isFull = one.name !== null && one.header.seq === stuck && left.length >= triedAtOnePlace
    if (one.header.seq > stuck || isFull || !settle(one)) {
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
  readonly resign: (header: CommitHeader, received: CommitBytes) => void
  /** Judges the log anew where what was taken asks for it; whether it did. */
  readonly judgeAnew: () => boolean
  /** Whether keys or enrolments came since what waits for them was looked at. */
  readonly wakesAll: () => boolean
}

/** The commits of one receipt, those that came now and those that waited, until nothing more can be judged. */
class Receiving {
  readonly took: Dot[] = []
  private readonly deps: Dependencies
  /** Milliseconds since 1970. One moment for all: what waits for its clock is not let in between two looks. */
  private readonly now: number
  /** What is left of each device. */
  private queues: Map<string, Queued[]> = new Map()
  /** Of those that were tried, why they must wait. */
  private readonly reasons = new Map<Queued, Waits['reason']>()

  constructor(deps: Dependencies) {
    this.deps = deps
    this.now = deps.court().now
  }

  run(all: readonly CommitBytes[]): void {
    const waited = this.deps.held.waiting()
    const isFound = ({ reason }: Waits): boolean => !asleep.has(reason)
    const fresh = this.readable(all.map((received) => ({ received, name: null, reason: null })))
    this.queues = queuesOf([...this.readable(waited.filter(isFound).map(incomingOf)), ...fresh])
    const heard = new Set(this.queues.keys())
    let sleeping = this.readable(waited.filter((one) => !isFound(one)).map(incomingOf))
    for (;;) {
      this.settleAll()
      const isJudgedAnew = this.deps.judgeAnew()
      const wakes = ({ header }: Queued): boolean => this.deps.wakesAll() || heard.has(header.device)
      const woken = sleeping.filter(wakes)
      if (woken.length === 0 && !isJudgedAnew) break
      sleeping = sleeping.filter((one) => !woken.includes(one))
      this.queues = queuesOf([...woken, ...[...this.queues.values()].flat()])
    }
    this.keepWaiting()
  }

  private verdictOn(received: CommitBytes): Verdict {
    return judge({ ...this.deps.court(), now: this.now }, received)
  }

  /** What has no readable header, or is too large, is laid aside at once. */
  private readable(all: readonly Incoming[]): Queued[] {
    return all.flatMap((one): Queued[] => {
      const rest = trimmed(one.received)
      const header = rest === null ? headerOf(one.received) : null
      if (header !== null) return [{ ...one, header }]
      const laid = { reason: 'malformed', isFinal: true, now: this.now, name: null } as const
      this.deps.held.add({ received: rest ?? one.received, header, ...laid })
      return []
    })
  }

  private settleAll(): void {
    for (let moved = true; moved; ) {
      moved = false
      for (const [device, queue] of this.queues) {
        const worked = workThrough(queue, (one) => this.settle(one))
        this.queues.set(device, worked.left)
        moved ||= worked.moved
      }
    }
  }

  /** Whether it need not wait any longer. */
  private settle(one: Queued): boolean {
    const { received, header, name } = one
    const { held, fill, resign, take } = this.deps
    const verdict = this.verdictOn(received)
    if (verdict.as === 'wait') {
      this.reasons.set(one, verdict.reason)
      return false
    }
    if (verdict.as === 'aside')
      held.add({ received, header, reason: verdict.reason, isFinal: true, now: this.now, name })
    else held.drop(received, name)
    if (verdict.as === 'known') fill(received)
    if (verdict.as === 'resigned') resign(header, received)
    if (verdict.as === 'apply' || verdict.as === 'refuse') {
      take(verdict, received, verdict.as === 'refuse' ? verdict : null)
      this.took.push({ device: header.device, seq: header.seq })
    }
    return true
  }

  private keepWaiting(): void {
    for (const one of [...this.queues.values()].flat()) {
      const { received, header, name } = one
      const waits = this.reasons.get(one) ?? one.reason
      // What stands behind one that waits was not asked yet.
      const verdict: Verdict =
        waits === null ? this.verdictOn(received) : { as: 'wait', reason: waits as Waiting }
      if ((verdict.as !== 'wait' && verdict.as !== 'aside') || verdict.reason === one.reason) continue
      const isFinal = verdict.as === 'aside'
      this.deps.held.add({ received, header, reason: verdict.reason, isFinal, now: this.now, name })
    }
  }
}

/**
 * Commits of other devices, in any order, together with those that waited. Each is judged when all that its author had seen
 * is here; what stays behind is kept with its reason and hinders nobody else.
 */
export const receiveAll = (
  all: readonly CommitBytes[],
  deps: Dependencies,
): Pick<Receipt, 'waiting' | 'aside'> & { readonly took: readonly Dot[] } => {
  const receiving = new Receiving(deps)
  receiving.run(all)
  return { took: receiving.took, waiting: deps.held.count(false), aside: deps.held.count(true) }
}
