import type { Dot } from '../../shared/clock/dots.ts'
import { newestFirst, type Proposal } from '../../shared/clock/heads.ts'
import { pastOf } from './history.ts'
import { readCommit, type StoredCommit } from './log.ts'
import type { Step } from './merge.ts'
import type { Reader } from './reader.ts'

type Revocation = Proposal & { readonly target: string; readonly last: number }

/** By device: the last of its commits that counts. */
export type Revoked = ReadonlyMap<string, number>

const isBeyond = (revoked: Revoked, { device, seq }: Dot): boolean => seq > (revoked.get(device) ?? seq)

/** A device that says its own last word came earlier has not said it. */
const silencesItself = ({ device, seq, target, last }: Revocation): boolean => device === target && seq > last

type Revoking = { readonly target: string; readonly step: Step }

const toRevocation = ({ target, step }: Revoking): Revocation[] => {
  const last = step.cells['lastSeq']
  return typeof last === 'number' ? [{ ...step, target, last }] : []
}

const deviceIdOf = (reader: Reader, id: string): string | null =>
  reader.row<{ deviceId: string | null }>('select deviceId from device where id = ?', id)?.deviceId ?? null

const inForce = (reader: Reader): Revoking[] =>
  reader
    .rows<{ id: string; deviceId: string }>('select id, deviceId from device where deviceId is not null')
    .flatMap(({ id, deviceId }) => pastOf(reader)(id).map((step) => ({ target: deviceId, step })))

/** What devices said that were taken out themselves: it may count again once an older word is known. */
const silenced = (reader: Reader): Revoking[] =>
  reader
    .rows<StoredCommit>(
      `select _log.* from _log join _localRefused using (arrival) where _localRefused.reason = 'revoked'`,
    )
    .flatMap((stored) => {
      const { header, changes } = readCommit(reader.statements, stored)
      return changes.flatMap(({ type, id, cells }): Revoking[] => {
        const target = type === 'device' ? deviceIdOf(reader, id) : null
        if (target === null) return []
        const { device, seq, hlc } = stored
        return [{ target, step: { device, seq, hlc, seen: header.seen, cells } }]
      })
    })

/**
 * Which devices were taken out, and up to where they count. Two administrators may take each other's device out without
 * knowing: the older word counts, and what a device says that was taken out by then does not.
 */
export const revokedIn = (reader: Reader): Revoked => {
  const revoked = new Map<string, number>()
  const said = [...inForce(reader), ...silenced(reader)].flatMap(toRevocation)
  for (const one of said.sort(newestFirst).reverse())
    if (!isBeyond(revoked, one) && !silencesItself(one))
      revoked.set(one.target, Math.min(one.last, revoked.get(one.target) ?? one.last))
  return revoked
}

const stillApplied = `
  select 1 from _log where device = ? and seq > ? and arrival not in (select arrival from _localRefused) limit 1`
const refusedByRevocation = `
  select device, seq from _log join _localRefused using (arrival) where _localRefused.reason = 'revoked'`

/** Whether a commit counts that is beyond a revocation, or does not although none reaches it. */
export const contradicts = (reader: Reader, revoked: Revoked): boolean =>
  [...revoked].some(([device, last]) => reader.row(stillApplied, device, last) !== undefined) ||
  reader.rows<Dot>(refusedByRevocation).some((dot) => !isBeyond(revoked, dot))
