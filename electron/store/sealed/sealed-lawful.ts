import { coversAll } from '../../../shared/clock/dots.ts'
import { knownTo } from '../../../shared/clock/heads.ts'
import { millisecondsOf } from '../../../shared/clock/hlc.ts'
import type { CommitHeader, Seen } from '../../../shared/commit/header.ts'
import type { RowChange } from '../../../shared/commit/part.ts'
import type { Cells } from '../../../shared/records/cell.ts'
import { rowAsOf, statesAsOf } from '../as-of.ts'
import type { Court } from '../judging/judge.ts'
import { changesFault } from '../judging/lawful.ts'
import type { Fault } from '../judging/refused.ts'
import type { Reader } from '../reader.ts'

/** Where the records are: what was opened, and the ordinary ones. */
export type Shelves = { readonly opened: Reader; readonly main: Reader }

/** A record of either kind as somebody knew it who had seen this much, deleted or not. */
export const foundIn = ({ opened, main }: Shelves, type: string, id: string, known: Seen): Cells | null => {
  const definition = main.catalogue.get(type)
  return definition === undefined ? null : rowAsOf(definition.isSealed ? opened : main, type, id, known)
}

const statesIn = ({ opened, main }: Shelves, type: string, id: string, known: Seen): readonly string[] =>
  statesAsOf(main.definition(type).isSealed ? opened : main, type, id, known)

/** Why what a sealed part holds may change nothing: the same law as for ordinary changes, and of its one record alone: what the commit says of other records is not asked. */
export const sealedFault = (
  { grantsOf, knownOf, rules }: Pick<Court, 'grantsOf' | 'knownOf' | 'rules'>,
  shelves: Shelves,
  header: CommitHeader,
  record: string,
  changes: readonly RowChange[],
): Fault | null => {
  const known = knownTo(header)
  for (const { type, id } of changes) {
    const definition = shelves.main.catalogue.get(type)
    if (definition === undefined) return { reason: 'content', detail: type }
    if (!definition.isSealed || id !== record) return { reason: 'content', detail: definition.label }
  }
  const { officer, definitions } = header
  const grants = grantsOf(header)
  const rowAsKnown = (type: string, id: string): Cells | null => foundIn(shelves, type, id, known)
  const statesAsKnown = (type: string, id: string): readonly string[] => statesIn(shelves, type, id, known)
  const time = millisecondsOf(header.hlc)
  const chainKnew = knownOf(header)
  const rowAsChainKnew = coversAll(known, chainKnew)
    ? null
    : (type: string, id: string): Cells | null => foundIn(shelves, type, id, chainKnew)
  const author = { rowAsKnown, statesAsKnown, rowAsChainKnew, time, officer, grants, definitions, rules }
  return changesFault(shelves.main.catalogue, changes, author)
}
