import { type CommitHeader, rowsPart, sealedPart } from '../../shared/commit/header.ts'
import type { Reader } from './reader.ts'

/** What this version cannot read of a commit in the log. It shows nowhere until a version comes that can. */
export type UnreadPart = {
  readonly device: string
  readonly seq: number
  readonly hlc: number
  readonly officer: string
  readonly capacity: string
  /** What its author said it does. */
  readonly said: string
  /** `part`: a part of an unknown kind; `type`: a record type; `field`: a key; `value`: a value that is none of its kind. */
  readonly reason: 'part' | 'type' | 'field' | 'value'
  /** Empty where it is about all records of the commit. */
  readonly record: string
  readonly type: string
  readonly key: string
}

/** Oldest first. `reason` "value" is a fault of the program that wrote it, or a choice that only a newer version has. */
export const unreadParts = (reader: Reader): UnreadPart[] =>
  reader.rows<UnreadPart>(
    `select device, seq, hlc, officer, capacity, _log.reason as said, _unread.reason, record, type, key
     from _unread join _log using (arrival) order by arrival, type, record, key`,
  )

/** Parts of a kind that this version does not know are kept and verified whole. */
export const hasUnknownPart = ({ parts }: CommitHeader): boolean =>
  parts.some(({ kind }) => kind !== rowsPart && kind !== sealedPart)

export const unknownPart = { reason: 'part', type: '', record: '', key: '' } as const
