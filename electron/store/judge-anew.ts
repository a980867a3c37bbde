import { changesAuthority } from './authority.ts'
import { type Court, refusalOf } from './judge.ts'
import { signedBy } from './keys.ts'
import { everyCommit, readCommit } from './log.ts'
import { projectCommit } from './project-commit.ts'
import type { Projector } from './projection.ts'
import { forgetRefused, noteRefused } from './refused.ts'

/** Judges every commit of the log again by what is known now, and projects those that count into empty tables. */
export const judgeAnew = (projector: Projector, court: Court): void => {
  const { reader, authorities } = court
  forgetRefused(reader.statements)
  projector.reset()
  authorities.forget()
  for (const stored of everyCommit(reader.statements)) {
    const { header, changes } = readCommit(reader.statements, stored)
    const isOfficers = signedBy(stored.hash, stored.officerSignature)
    const found = refusalOf(court, { header, hash: Buffer.from(stored.hash), isOfficers, changes })
    if (found === null) projectCommit(projector, { header, changes }, stored.arrival)
    else noteRefused(reader.statements, stored.arrival, found)
    if (changesAuthority(changes)) authorities.forget()
  }
  projector.search.flush()
}
