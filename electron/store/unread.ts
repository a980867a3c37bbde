import type { Dot } from '../../shared/clock/dots.ts'
import { type CommitHeader, rowsPart, sealedPart } from '../../shared/commit/header.ts'
import type { ToldCommit } from './log.ts'
import type { Reader } from './reader.ts'

/**
 * Why something of a commit is not shown. `part`: a part of an unknown kind; `type`: a record type; `field`: a key; `value`: a
 * value that is none of its kind, a fault of the program that wrote it or a choice that only a newer version has.
 */
export type UnreadReason = 'part' | 'type' | 'field' | 'value'

/** What this version cannot read of the commits of one device; the last of them stands for all. It shows nowhere until a version comes that can. */
export type UnreadCommits = ToldCommit & {
  readonly commits: number
  /** Values alone that are none of their kind may as well be a fault. */
  readonly isNewer: 0 | 1
}

export const unreadCommits = (reader: Reader): UnreadCommits[] =>
  reader.rows(
    `select device, seq, hlc, officer, capacity, reason as said, commits, isNewer
     from (select max(arrival) as arrival, count(distinct arrival) as commits, max(_unread.reason <> 'value') as isNewer
       from _unread join _log using (arrival) group by device) join _log using (arrival) order by arrival`,
  )

export const isUnread = (reader: Reader, { device, seq }: Dot): boolean =>
  reader.row('select 1 from _unread join _log using (arrival) where device = ? and seq = ?', device, seq) !==
  undefined

/** Parts of a kind that this version does not know are kept and verified whole. */
export const hasUnknownPart = ({ parts }: CommitHeader): boolean =>
  parts.some(({ kind }) => kind !== rowsPart && kind !== sealedPart)

export const unknownPart = { reason: 'part', type: '', record: '', key: '' } as const
