import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { conflictTexts } from '../../shared/texts/conflict.ts'
import type { CommandContext } from '../feature.ts'
import { commitsSince, packCommit } from '../store/commit-bytes.ts'
import { digestOf } from '../store/log.ts'
import { isLeftOut } from '../store/sealed/sealed-index.ts'
import { isUnread } from '../store/unread.ts'
import { computerName } from './computers.ts'

const { refusal } = conflictTexts

/**
 * Lets in what waits for its clock alone, of one computer up to a number: every device then applies it alike. What waits behind
 * it for its place in the chain is let in with it where its own number is included.
 */
export const release = (
  { store, reader, actor }: CommandContext,
  { device, until }: { readonly device: string; readonly until: number },
) => {
  const waiting = reader.rows<{ seq: number; reason: string }>(
    'select distinct seq, reason from _localHeld where isFinal = 0 and device = ? and seq <= ? order by seq',
    device,
    until,
  )
  const isAhead = waiting.some(({ reason }) => reason === 'ahead')
  const seqs = isAhead ? [...new Set(waiting.map(({ seq }) => seq))] : []
  if (seqs.length === 0) return fail('NotFound', refusal.nothingAhead)
  const done = store.commit(
    actor,
    conflictTexts.reason.released(computerName(reader, device), seqs.length),
    (tx) => {
      for (const seq of seqs) tx.create('release', { device, seq })
    },
  )
  if (!done.ok) return done
  const tried = store.receive([])
  if (!tried.ok) return tried
  const { commit, seq } = done.value
  return ok({ commit, seq, released: seqs.length, applied: tried.value.applied })
}

type Taken = { readonly bytes: Uint8Array; readonly device: string; readonly seq: number }

/** As it came: of what waits or was laid aside the very bytes; of what is in the log its signed parts, packed as they travel. */
const bytesOf = (context: CommandContext, key: string): Taken | null => {
  const { reader } = context
  const held = reader.row<Taken>(
    'select bytes, device, seq from _localHeld where hash = ?',
    Buffer.from(key, 'hex'),
  )
  if (held !== undefined) return held
  const [device = '', place = ''] = key.split('.')
  const seq = Number(place)
  const [found] = isListed(context, device, seq)
    ? commitsSince(reader, { ...allOf(reader), [device]: seq - 1 }, 1)
    : []
  return found === undefined ? null : { bytes: packCommit(found), device, seq }
}

const isListed = ({ store, reader }: CommandContext, device: string, seq: number): boolean =>
  isLeftOut(reader, { device, seq }) ||
  isUnread(reader, { device, seq }) ||
  store.refused().some((one) => one.device === device && one.seq === seq)

/** Everything of every device has been seen: `commitsSince` then speaks of one device alone. */
const allOf = (reader: CommandContext['reader']): Record<string, number> =>
  Object.fromEntries(
    reader
      .rows<{ device: string }>('select distinct device from _log')
      .map(({ device }) => [device, Number.MAX_SAFE_INTEGER]),
  )

/** Name of the internal write. */
export const takeName = 'held.takeBytes'

/** Who took what out of Selaras is an entry of the log, without rows. */
export const take = (
  context: CommandContext,
  { key }: { readonly key: string },
): Result<{ readonly name: string; readonly bytes: Uint8Array }> => {
  const { store, reader, actor } = context
  const taken = bytesOf(context, key)
  if (taken === null) return fail('NotFound', refusal.heldGone)
  const { bytes, device, seq } = taken
  const digest = digestOf(bytes).toString('hex')
  const reason = conflictTexts.reason.taken(computerName(reader, device), seq, digest)
  const told = store.commit(actor, reason, (tx) => {
    Object.assign(tx.facts, { event: 'held', digest })
  })
  return told.ok ? ok({ name: conflictTexts.fileName(device, seq), bytes }) : told
}
