import type { Dot } from '../../shared/clock/dots.ts'
import { newestFirst, type Proposal } from '../../shared/clock/heads.ts'
import { pastOf } from './history.ts'
import type { Reader } from './reader.ts'

type Revocation = Proposal & { readonly target: string; readonly last: number }

/** By device: the last of its commits that counts. */
export type Revoked = ReadonlyMap<string, number>

const isBeyond = (revoked: Revoked, { device, seq }: Dot): boolean => seq > (revoked.get(device) ?? seq)

/** A device that says its own last word came earlier has not said it. */
const silencesItself = ({ device, seq, target, last }: Revocation): boolean => device === target && seq > last

const revocationsIn = (reader: Reader): Revocation[] =>
  reader
    .rows<{ id: string; deviceId: string }>('select id, deviceId from device where deviceId is not null')
    .flatMap(({ id, deviceId }) =>
      pastOf(reader)(id).flatMap((step) => {
        const last = step.cells['lastSeq']
        return typeof last === 'number' ? [{ ...step, target: deviceId, last }] : []
      }),
    )

/**
 * Which devices were taken out, and up to where they count. Two administrators may take each other's device out without
 * knowing: the older word counts, and what a device says that was taken out by then does not.
 */
export const revokedIn = (reader: Reader): Revoked => {
  const revoked = new Map<string, number>()
  for (const one of revocationsIn(reader).sort(newestFirst).reverse())
    if (!isBeyond(revoked, one) && !silencesItself(one))
      revoked.set(one.target, Math.min(one.last, revoked.get(one.target) ?? one.last))
  return revoked
}

/** A commit in the log that still counts although its device was taken out before it. */
export const anyBeyond = (reader: Reader, revoked: Revoked): boolean =>
  [...revoked].some(
    ([device, last]) =>
      reader.row(
        'select 1 from _log where device = ? and seq > ? and arrival not in (select arrival from _localRefused) limit 1',
        device,
        last,
      ) !== undefined,
  )
