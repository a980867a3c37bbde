import type { CommitHeader } from '../../shared/commit/header.ts'
import type { RowChange } from '../../shared/commit/part.ts'
import type { Authorities } from './authority.ts'
import { type Court, type Fault, refusalOf } from './judge.ts'
import { signedBy } from './keys.ts'
import { type ReadCommit, readCommit } from './log.ts'
import type { Projector } from './projection.ts'
import type { Reader } from './reader.ts'
import { recoveryEvent } from './recovery.ts'
import { everyCommit } from './replay.ts'
import { hasUnknownPart, unknownPart } from './unread.ts'

/** Types that say who may do what. */
const papers: ReadonlySet<string> = new Set(['officer', 'role', 'credential', 'recoveryKey', 'device'])
export const changePapers = (changes: readonly RowChange[]): boolean =>
  changes.some(({ type }) => papers.has(type))

type Parts = {
  readonly reader: Reader
  readonly projector: Projector
  readonly authorities: Authorities
  readonly court: Court
}

/** A commit of the log as the tables show it: its changes, or the reason why they count for nothing. */
export const projectCommit = (
  { reader, projector }: Pick<Parts, 'reader' | 'projector'>,
  { header, changes }: Pick<ReadCommit, 'header' | 'changes'>,
  arrival: number,
  fault: Fault | null,
): void => {
  if (fault !== null) {
    reader.statements
      .get('insert into _localRefused (arrival, reason, detail) values (?, ?, ?)')
      .run(arrival, fault.reason, fault.detail)
    return
  }
  const { device, seq, hlc, seen, definitions } = header
  const origin = { device, seq, hlc, seen, arrival, definitions }
  if (hasUnknownPart(header)) projector.noteUnread(origin, unknownPart)
  for (const change of changes) projector.apply(change, origin)
}

/** This device's own from before a recovery carried a proof: no role vouched for it, and it stays. */
const isOwnRecovery = ({ own }: Court, { device, facts }: CommitHeader): boolean =>
  device === own && facts['event'] === recoveryEvent

/** Judges every commit of the log again by what is known now, and projects those that count into empty tables. */
export const judgeAnew = ({ reader, projector, authorities, court }: Parts): void => {
  reader.statements.get('delete from _localRefused').run()
  projector.reset()
  authorities.forget()
  for (const stored of everyCommit(reader.statements)) {
    const { header, changes } = readCommit(reader.statements, stored)
    const found = refusalOf(court, {
      header,
      hash: Buffer.from(stored.hash),
      isOfficers: signedBy(stored.hash, stored.officerSignature),
      changes,
    })
    const fault = isOwnRecovery(court, header) ? null : found
    projectCommit({ reader, projector }, { header, changes }, stored.arrival, fault)
    if (changePapers(changes)) authorities.forget()
  }
  projector.search.flush()
}
