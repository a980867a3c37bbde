import { z } from 'zod'
import { command, query, task } from './call.ts'
import { commitName, committed, download, recordId, recordType, seen, whole } from './shapes.ts'

/** What waits for an officer of what other computers brought: for the number beside the menu. */
export const conflictCounts = query('conflict.counts', {
  roles: 'session',
  input: z.object({}),
  output: z.object({ disputes: whole, waiting: whole }),
})

const dispute = z.object({
  id: recordId,
  type: recordType,
  /** “Baris anggaran”. */
  kind: z.string(),
  title: z.string(),
  /** Name of its OPD; '' where it has none. */
  opd: z.string(),
  /** Labels of the fields that were filled in differently. */
  fields: z.array(z.string()),
  /** Values that stand beside each other, most of any of its fields. */
  values: whole,
  /** Since when more than one stands there (ISO, UTC). */
  since: z.string(),
  /** About money: the least and the greatest amount proposed, whole rupiah. */
  amounts: z.object({ least: whole, greatest: whole }).nullable(),
})
export type DisputeRow = z.infer<typeof dispute>

/** Records that were filled in differently on several computers, money first, most of it first, then the newest. `total`: of all. */
export const conflictList = query('conflict.list', {
  roles: 'session',
  input: z.object({}),
  output: z.object({ disputes: z.array(dispute), total: whole }),
})

const value = z.object({ field: z.string(), label: z.string(), words: z.string() })
const proposal = z.object({
  commit: commitName,
  officer: z.string(),
  capacity: z.string(),
  computer: z.string(),
  /** ISO, UTC. */
  time: z.string(),
  reason: z.string(),
  values: z.array(value),
  /** These values are shown while nothing is decided. */
  isShown: z.boolean(),
})
export type ProposalShape = z.infer<typeof proposal>
const disputedUnit = z.object({
  unit: z.string(),
  labels: z.array(z.string()),
  /** Nobody wins by being the last: what was agreed is shown until it is decided. */
  isDecided: z.boolean(),
  /** Newest first. */
  proposals: z.array(proposal),
  /** What all of them had seen; null where nothing was agreed. */
  agreed: proposal.nullable(),
  /** What is shown meanwhile. */
  shown: z.array(value),
})
export type DisputedUnitShape = z.infer<typeof disputedUnit>

/** `dispute` is null where nothing is to be decided any more. Error: `NotFound`. */
export const conflictOpen = query('conflict.open', {
  roles: 'session',
  input: z.object({ id: recordId }),
  output: z.object({
    dispute: dispute.extend({ units: z.array(disputedUnit) }).nullable(),
    /** The officer's roles cover a decision. */
    may: z.boolean(),
    seen,
  }),
})

/**
 * Chooses one of the values: a change like any other, of an officer who has seen them all. `choice`: the entry that proposed it.
 * Errors: `NotFound`, `Decided`, `ReasonMissing`, `Stale`, `Forbidden`, those of the rules of the record.
 */
export const conflictDecide = command('conflict.decide', {
  roles: 'session',
  input: z.object({
    id: recordId,
    unit: z.string().max(60),
    choice: commitName,
    reason: z.string().max(1000),
    seen,
  }),
  output: committed,
})

const heldEntry = z.object({
  /** Names it for `held.take`. */
  key: z.string(),
  state: z.enum(['waiting', 'aside', 'refused']),
  /** Why, in a sentence, and what lets it in. */
  why: z.string(),
  computer: z.string(),
  device: z.string(),
  seq: whole,
  /** Who signed or claims to have; '' where that cannot be read. */
  officer: z.string(),
  capacity: z.string(),
  /** What it says it does. */
  said: z.string(),
  /** By the clock of its computer; '' where it cannot be read. */
  time: z.string(),
  /** When it came here; '' where that was not noted. */
  received: z.string(),
  /** Waits for an officer alone: its clock runs ahead. */
  releasable: z.boolean(),
})
export type HeldEntry = z.infer<typeof heldEntry>

/** What came and counts nowhere, with its reason: what waits first, then the newest. `total`: of all. */
export const heldList = query('held.list', {
  roles: 'session',
  input: z.object({}),
  output: z.object({ entries: z.array(heldEntry), total: whole, waiting: whole }),
})

/** Lets entries in whose clock runs ahead: all of one computer up to `until`. Errors: `NotFound`, `Forbidden`. */
export const heldRelease = command('held.release', {
  roles: { whole: ['admin'] },
  input: z.object({ device: z.string().max(20), until: whole }),
  output: committed.extend({ released: whole, applied: whole }),
})

/** The entry as it came, byte by byte, to be looked at elsewhere. It stays here. Error: `NotFound`. */
export const heldTake = task('held.take', {
  roles: { whole: ['admin'] },
  input: z.object({ key: z.string().max(100) }),
  output: download,
})
