import { covers } from '../../shared/clock/dots.ts'
import { latestForeign, millisecondsOf } from '../../shared/clock/hlc.ts'
import { MalformedBytes } from '../../shared/commit/bytes.ts'
import { type CommitHeader, decodeHeader } from '../../shared/commit/header.ts'
import type { HeldEntry } from '../../shared/contract/conflict.ts'
import { fail, ok } from '../../shared/contract/result.ts'
import { longDate } from '../../shared/format/date.ts'
import { conflictTexts } from '../../shared/texts/conflict.ts'
import { type QueryContext, type Session, sealedElsewhere } from '../feature.ts'
import { officerName, timeOf, vectorOf } from '../records/index.ts'
import { unpackCommit } from '../store/commit-bytes.ts'
import { history } from '../store/history.ts'
import type { Aside, Waiting } from '../store/judging/judge.ts'
import { type RefusedCommit, refusedCommits } from '../store/judging/refused.ts'
import type { ToldCommit } from '../store/log.ts'
import type { Reader } from '../store/reader.ts'
import { countLeftOut, leftOut } from '../store/sealed/sealed-index.ts'
import { type UnreadCommits, unreadCommits } from '../store/unread.ts'
import { computerName } from './computers.ts'

const texts = conflictTexts.why
const mostListed = 300

type HeldRow = {
  readonly hash: Uint8Array
  readonly device: string
  readonly seq: number
  readonly reason: Waiting | Aside
  readonly isFinal: number
  /** ms since 1970. */
  readonly received: number
  readonly bytes: Uint8Array
}
/** Null where the bytes are no commit of a format that this version knows. */
const headerIn = (bytes: Uint8Array): CommitHeader | null => {
  try {
    return decodeHeader(unpackCommit(bytes).header)
  } catch (error) {
    if (error instanceof MalformedBytes) return null
    throw error
  }
}

/** Which numbers of its computer are missing before it, the first stretch of them; or that what stands before it waits itself. */
const gapWords = (reader: Reader, { device, seq }: CommitHeader): string => {
  const rows = reader.rows<{ seq: number }>(
    'select seq from _localHeld where isFinal = 0 and device = ? and seq < ?',
    device,
    seq,
  )
  const held = new Set(rows.map((row) => row.seq))
  let first = (vectorOf(reader)[device] ?? 0) + 1
  while (held.has(first)) first += 1
  if (first >= seq) return texts.behind
  let last = first
  while (last + 1 < seq && !held.has(last + 1)) last += 1
  return texts.gap(computerName(reader, device), first, last)
}

const unseenWords = (reader: Reader, { seen }: CommitHeader): string => {
  const here = vectorOf(reader)
  const lacking = Object.entries(seen).filter(([device, seq]) => !covers(here, { device, seq }))
  return texts.unseen(conflictTexts.computers(lacking.map(([device]) => computerName(reader, device))))
}

const aheadWords = ({ hlc }: CommitHeader, now: number): string =>
  hlc > latestForeign(now) ? texts.ahead(millisecondsOf(hlc) - now) : texts.late

const waitingWords = (reader: Reader, reason: Waiting, header: CommitHeader, now: number): string => {
  switch (reason) {
    case 'gap':
      return gapWords(reader, header)
    case 'unseen':
      return unseenWords(reader, header)
    case 'ahead':
      return aheadWords(header, now)
    case 'device':
      return texts.device
    case 'officer':
      return texts.officerKey(claimedName(reader, header.officer))
  }
}

const asideWords = (reader: Reader, reason: Aside, header: CommitHeader | null): string => {
  if (reason === 'device-signature') return texts.deviceSignature(computerName(reader, header?.device ?? ''))
  return texts[reason]
}

const isWaiting = (row: HeldRow): row is HeldRow & { readonly reason: Waiting } => row.isFinal === 0

const whyHeld = (reader: Reader, row: HeldRow, header: CommitHeader | null, now: number): string => {
  if (!isWaiting(row)) return asideWords(reader, row.reason as Aside, header)
  return header === null ? texts.malformed : waitingWords(reader, row.reason, header, now)
}

/** Name of the officer that an entry claims; '' where nobody of that id is known here. */
const claimedName = (reader: Reader, officer: string): string => {
  const name = officerName(reader, officer)
  return name === officer ? '' : name
}

const entryOf = (reader: Reader, row: HeldRow, now: number): HeldEntry => {
  const header = headerIn(row.bytes)
  return {
    key: Buffer.from(row.hash).toString('hex'),
    state: isWaiting(row) ? 'waiting' : 'aside',
    why: whyHeld(reader, row, header, now),
    computer: computerName(reader, row.device),
    device: row.device,
    seq: row.seq,
    officer: header === null ? '' : claimedName(reader, header.officer),
    capacity: header?.capacity ?? '',
    said: header?.reason ?? conflictTexts.unreadable,
    time: header === null ? '' : timeOf(header.hlc),
    received: new Date(row.received).toISOString(),
    releasable: row.isFinal === 0 && row.reason === 'ahead',
  }
}

/** When a computer was taken out, by the log: its day; '' where nobody wrote it. */
const revokedOn = (
  reader: Reader,
  device: string,
): { readonly last: number; readonly when: string } | null => {
  const found = reader.row<{ id: string; lastSeq: number | null }>(
    'select id, lastSeq from device where deviceId = ? and lastSeq is not null',
    device,
  )
  if (found === undefined) return null
  const step = history(reader, found.id).findLast(({ cells }) =>
    cells.some(({ field }) => field === 'lastSeq'),
  )
  return { last: found.lastSeq ?? 0, when: step === undefined ? '' : longDate(timeOf(step.hlc)) }
}

const whyRefused = (reader: Reader, { reason, detail, officer, device }: RefusedCommit): string => {
  switch (reason) {
    case 'revoked': {
      const revoked = revokedOn(reader, device)
      return revoked === null
        ? texts.revokedAgain
        : texts.revoked(computerName(reader, device), revoked.last, revoked.when)
    }
    case 'forbidden':
      return texts.forbidden(claimedName(reader, officer))
    case 'ruled':
      return texts.ruled(detail)
    case 'unknown':
      return texts.unknown(detail)
    case 'content':
      return texts.content
    case 'closed':
      return texts.closed
    case 'officer-signature':
      return texts.officerSignature(claimedName(reader, officer))
    case 'device':
      return texts.notTakenIn(computerName(reader, device))
  }
}

/** Of a commit that is in the log. */
const loggedEntry = (
  reader: Reader,
  row: ToldCommit,
  { state, why }: Pick<HeldEntry, 'state' | 'why'>,
): HeldEntry => ({
  key: `${row.device}.${row.seq}`,
  state,
  why,
  computer: computerName(reader, row.device),
  device: row.device,
  seq: row.seq,
  officer: claimedName(reader, row.officer),
  capacity: row.capacity,
  said: row.said,
  time: timeOf(row.hlc),
  received: '',
  releasable: false,
})

const countOf = (reader: Reader, sql: string): number => reader.row<{ n: number }>(sql)?.n ?? 0

export const countWaiting = (reader: Reader): number =>
  countOf(reader, 'select count(*) as n from _localHeld where isFinal = 0') + countLeftOut(reader)

/** Who and where, for those alone who see the log. */
const withoutAuthor = { computer: '', device: '', seq: 0, officer: '', capacity: '', time: '' } as const

/**
 * Changes of sealed records that were refused, to whoever can open them, the newest first; several of one commit each have a
 * key. What is only closed accuses nobody: who was taken out is told the same as who is kept from reading.
 */
const sealedEntry = (reader: Reader, row: RefusedCommit, n: number, seesAll: boolean): HeldEntry => {
  const isClosedHere = row.reason === 'closed'
  const entry = loggedEntry(reader, row, {
    state: isClosedHere ? 'waiting' : 'refused',
    why: whyRefused(reader, row),
  })
  const key = `${entry.key}.${n}`
  return isClosedHere && !seesAll ? { ...entry, ...withoutAuthor, key: String(n) } : { ...entry, key }
}

/** What this version cannot read, one entry for each computer. */
const unreadEntry = (reader: Reader, { commits, isNewer, ...last }: UnreadCommits): HeldEntry => {
  const why = isNewer === 1 ? texts.newer(commits) : texts.unknownValue(commits)
  return loggedEntry(reader, last, { state: 'waiting', why })
}

const ordinaryEntries = (reader: Reader, now: number): HeldEntry[] => {
  const held = reader.rows<HeldRow>(
    `select * from _localHeld order by isFinal, reason <> 'ahead', received desc, device, seq limit ?`,
    mostListed,
  )
  return [
    ...leftOut(reader, mostListed).map((stored) =>
      loggedEntry(reader, { ...stored, said: stored.reason }, { state: 'waiting', why: texts.leftOut }),
    ),
    ...unreadCommits(reader).map((unread) => unreadEntry(reader, unread)),
    ...held.map((row) => entryOf(reader, row, now)),
    ...refusedCommits(reader.statements, mostListed).map((row) =>
      loggedEntry(reader, row, { state: 'refused', why: whyRefused(reader, row) }),
    ),
  ]
}

const countAll = (reader: Reader): number =>
  countLeftOut(reader) +
  countOf(reader, 'select count(distinct device) as n from _unread join _log using (arrival)') +
  countOf(reader, 'select count(*) as n from _localHeld') +
  countOf(reader, 'select count(*) as n from _localRefused')

/** Only where sealed records are open is it known which changes of them were refused. */
const isClosed = ({ catalogue }: Reader): boolean => [...catalogue.values()].some(({ isSealed }) => isSealed)

/**
 * What came and counts nowhere: what waits first, for an officer above all, then the newest. Reasons name forms and amounts, as in the log: an officer of
 * some OPDs sees nothing of it but what concerns sealed records that name them.
 */
export const listHeld = ({ reader, session, now }: QueryContext) => {
  if (isClosed(reader)) return fail(sealedElsewhere, conflictTexts.unreadable)
  const { file } = reader
  const seesAll = seesHeld(session)
  const refused = reader.refusedSealed()
  const sealed = refused
    .slice(-mostListed)
    .toReversed()
    .map((row, n) => sealedEntry(file, row, n, seesAll))
  if (!seesAll) return ok({ entries: sealed, total: refused.length, waiting: 0 })
  return ok({
    entries: [...ordinaryEntries(file, now()), ...sealed],
    total: countAll(file) + refused.length,
    waiting: countWaiting(file),
  })
}

export const seesHeld = ({ opds }: Pick<Session, 'opds'>): boolean => opds === null
