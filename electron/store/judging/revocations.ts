import { covers, type Dot } from '../../../shared/clock/dots.ts'
import type { Seen } from '../../../shared/commit/header.ts'
import { readLocal, writeLocal } from '../local.ts'
import type { Sqlite } from '../open.ts'
import type { Step } from '../past.ts'
import { pastOf } from '../past.ts'
import type { Reader } from '../reader.ts'

/** By device: the last of its commits that counts. */
export type Revoked = ReadonlyMap<string, number>

const lastIn = (steps: readonly Step[]): number | null => {
  const named = steps.flatMap(({ cells }) => (typeof cells['lastSeq'] === 'number' ? [cells['lastSeq']] : []))
  return named.length === 0 ? null : Math.min(...named)
}

const stepsOfDevices = (
  reader: Reader,
  device: string | null,
): { target: string; steps: readonly Step[] }[] =>
  reader
    .rows<{ id: string; deviceId: string }>(
      'select id, deviceId from device where deviceId is not null and deviceId = coalesce(?, deviceId)',
      device,
    )
    .map(({ id, deviceId }) => ({ target: deviceId, steps: pastOf(reader)('device', id) }))

/** The last commit of a device that counts, as far as somebody could know who knew this much; null where it was not taken out. */
export const lastSeqKnown = (reader: Reader, device: string, known: Seen): number | null =>
  lastIn(stepsOfDevices(reader, device).flatMap(({ steps }) => steps.filter((step) => covers(known, step))))

/** Every revocation that counts now. Of several for one device the earliest place holds: each was said by an administrator. */
export const revokedIn = (reader: Reader): Revoked =>
  new Map(
    stepsOfDevices(reader, null).flatMap(({ target, steps }) => {
      const last = lastIn(steps)
      return last === null ? [] : [[target, last] as const]
    }),
  )

/**
 * The revocations that hold, kept because no table may show them: where A takes out B and B, not knowing, takes out A, both hold,
 * although by each the commit that said the other is refused.
 */
export const readRevoked = (db: Sqlite): Revoked => {
  const kept = readLocal(db, 'revoked')
  return new Map(kept === null ? [] : (JSON.parse(kept.toString()) as [string, number][]))
}
export const writeRevoked = (db: Sqlite, revoked: Revoked): void => {
  const sorted = [...revoked].sort(([a], [b]) => (a < b ? -1 : 1))
  writeLocal(db, 'revoked', Buffer.from(JSON.stringify(sorted)))
}

const isBeyond = (revoked: Revoked, { device, seq }: Dot): boolean => seq > (revoked.get(device) ?? seq)

/**
 * Whether verdicts no longer follow from what each author knew: a commit counts that is beyond what is left of its device, or
 * one was refused for that, whose own words may have been lawful.
 */
export const mustJudgeAnew = (reader: Reader, revoked: Revoked): boolean =>
  reader.row(`select 1 from _localRefused where reason = 'revoked' limit 1`) !== undefined ||
  reader
    .rows<Dot>(
      'select device, max(seq) as seq from _log where arrival not in (select arrival from _localRefused) group by device',
    )
    .some((head) => isBeyond(revoked, head))
