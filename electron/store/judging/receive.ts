import type { Dot } from '../../../shared/clock/dots.ts'
import type { CommitHeader } from '../../../shared/commit/header.ts'
import type { CommitBytes } from '../commit-bytes.ts'
import { largestBody } from '../compress.ts'
import { headerOf } from '../log.ts'
import type { Held, Waits } from './held.ts'
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

/** Bytes of a header, and of a part as it is stored: nobody writes more, and SQLite holds no more than a thousand million. */
const largestHeader = 16 * 1024 * 1024

/** What is left of bytes that are too many to keep; null where they are not. */
const trimmed = (received: CommitBytes): CommitBytes | null => {
  const { header, bodies } = received
  if (header.length <= largestHeader && bodies.every((body) => (body?.length ?? 0) <= largestBody))
    return null
  return {
    ...received,
    header: header.subarray(0, largestHeader),
    bodies: bodies.map((body) => ((body?.length ?? 0) > largestBody ? null : body)),
  }
}

/** What has no readable header, or is too large, is laid aside at once. */
const readable = (all: readonly Incoming[], malformed: (one: CommitBytes) => void): Queued[] =>
  all.flatMap((one): Queued[] => {
    const rest = trimmed(one.received)
    const header = rest === null ? headerOf(one.received) : null
    if (header === null) malformed(rest ?? one.received)
    return header === null ? [] : [{ ...one, header }]
  })

/** By device in the order of the chain. */
const queuesOf = (queued: readonly Queued[]): Map<string, Queued[]> => {
  const queues = Map.groupBy(queued, ({ header }) => header.device)
  for (const queue of queues.values()) queue.sort((a, b) => a.header.seq - b.header.seq)
  return queues
}

/** Nobody named its device, or whose key signed: it is looked at again when somebody says so, or its device is heard. */
const isAsleep = ({ reason }: Pick<Waits, 'reason'>): boolean => reason === 'device' || reason === 'officer'

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
  /** Whether keys or enrolments came since what waits for them was looked at. */
  readonly wakesAll: () => boolean
}

/**
 * Commits of other devices, in any order, together with those that waited. Each is judged when all that its author had seen
 * is here; what stays behind is kept with its reason and hinders nobody else.
 */
export const receiveAll = (
  all: readonly CommitBytes[],
  { held, court, take, fill, resign, wakesAll }: Dependencies,
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
  const settleAll = (queues: Map<string, Queued[]>): void => {
    for (let moved = true; moved; ) {
      moved = false
      for (const [device, queue] of queues) {
        const worked = workThrough(queue, settle)
        queues.set(device, worked.left)
        moved ||= worked.moved
      }
    }
  }
  const malformed = (one: CommitBytes): void =>
    held.add({ received: one, header: null, reason: 'malformed', isFinal: true, now, name: null })
  const fresh = readable(
    all.map((received) => ({ received, name: null })),
    malformed,
  )
  const waits = held.waiting()
  const before = (asleep: boolean): Queued[] =>
    readable(
      waits.filter((one) => isAsleep(one) === asleep).map(({ name, commit }) => ({ received: commit, name })),
      malformed,
    )
  let queues = queuesOf([...before(false), ...fresh])
  const heard = new Set(queues.keys())
  let asleep = before(true)
  for (let woken: Queued[] | null = null; woken === null || woken.length > 0; ) {
    settleAll(queues)
    woken = asleep.filter(({ header }) => wakesAll() || heard.has(header.device))
    asleep = asleep.filter((one) => !woken?.includes(one))
    if (woken.length > 0) queues = queuesOf([...woken, ...[...queues.values()].flat()])
  }
  // Once more, for the reason: what stood behind one that waits was not asked yet.
  for (const { received, header, name } of [...queues.values()].flat()) {
    const verdict = verdictOn(received)
    if (verdict.as !== 'wait' && verdict.as !== 'aside') continue
    held.add({ received, header, reason: verdict.reason, isFinal: verdict.as === 'aside', now, name })
  }
  return { took, waiting: held.count(false), aside: held.count(true) }
}
