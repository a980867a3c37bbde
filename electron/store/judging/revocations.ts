import { covers, type Dot } from '../../../shared/clock/dots.ts'
import type { Seen } from '../../../shared/commit/header.ts'
import { readLocal, writeLocal } from '../local.ts'
import type { Sqlite } from '../open.ts'
import type { Step } from '../past.ts'
import { pastOf } from '../past.ts'
import type { Reader } from '../reader.ts'
import { refusedInLog } from './refused.ts'

/** By device: the last of its commits that counts. */
export type Revoked = ReadonlyMap<string, number>

/** Somebody's word that commits of a device count up to a place alone. */
type Word = { readonly target: string; readonly last: number; readonly by: Step }

const wordsOf = (reader: Reader, device: string | null): Word[] =>
  reader
    .rows<{ id: string; deviceId: string }>(
      'select id, deviceId from device where deviceId is not null and deviceId = coalesce(?, deviceId)',
      device,
    )
    .flatMap(({ id, deviceId }) =>
      pastOf(reader)('device', id).flatMap((by) => {
        const last = by.cells['lastSeq']
        return typeof last === 'number' ? [{ target: deviceId, last, by }] : []
      }),
    )

/** Of several for one device the earliest place holds: each was said by an administrator. */
const earliest = (words: readonly Word[]): Map<string, number> => {
  const places = new Map<string, number>()
  for (const { target, last } of words) places.set(target, Math.min(last, places.get(target) ?? last))
  return places
}

/** The last commit of a device that counts, as far as somebody could know who knew this much; null where it was not taken out. */
export const lastSeqKnown = (reader: Reader, device: string, known: Seen): number | null =>
  earliest(wordsOf(reader, device).filter(({ by }) => covers(known, by))).get(device) ?? null

/**
 * Every revocation that counts now. The word of a device that was itself taken out from before it takes the other out, and nothing
 * back that its chain had seen: somebody with a stolen computer could else undo everybody's work.
 */
export const revokedIn = (reader: Reader, knownOf: (by: Step) => Seen): Revoked => {
  const words = wordsOf(reader, null)
  const places = earliest(words)
  return earliest(
    words.map((word) => {
      const isCut = word.by.seq > (places.get(word.by.device) ?? word.by.seq)
      return isCut ? { ...word, last: Math.max(word.last, knownOf(word.by)[word.target] ?? 0) } : word
    }),
  )
}

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
  refusedInLog(reader.statements).some((commit) => isBeyond(revoked, commit)) ||
  reader
    .rows<Dot>(
      'select device, max(seq) as seq from _log where arrival not in (select arrival from _localRefused) group by device',
    )
    .some((head) => isBeyond(revoked, head))
