import type { ReadCommit } from './log.ts'
import type { Projector } from './projection.ts'
import { hasUnknownPart, unknownPart } from './unread.ts'

/** Shows a commit of the log in the tables. What this version cannot read of it is noted. */
export const projectCommit = (
  projector: Projector,
  { header, changes }: Pick<ReadCommit, 'header' | 'changes'>,
  arrival: number,
): void => {
  const { device, seq, hlc, seen, definitions } = header
  const origin = { device, seq, hlc, seen, arrival, definitions }
  if (hasUnknownPart(header)) projector.noteUnread(origin, unknownPart)
  for (const change of changes) projector.apply(change, origin)
}
