import { knownTo } from '../../shared/clock/heads.ts'
import type { CommitHeader, Seen } from '../../shared/commit/header.ts'
import { deletedKey, type RowChange } from '../../shared/commit/part.ts'
import type { Cells } from '../../shared/records/cell.ts'
import { rowAsOf } from './as-of.ts'
import type { Court, Fault } from './judge.ts'
import { faultOf } from './lawful.ts'
import type { Reader } from './reader.ts'
import { asNow } from './upcast.ts'

/** Where the records are: what was opened, and the ordinary ones. */
export type Shelves = { readonly opened: Reader; readonly main: Reader }

/** A record of either kind as somebody knew it who had seen this much, deleted or not. */
export const foundIn = ({ opened, main }: Shelves, type: string, id: string, known: Seen): Cells | null => {
  const definition = main.catalogue.get(type)
  return definition === undefined
    ? null
    : rowAsOf(definition.sealed === null ? main : opened, type, id, known)
}

/** Why what a sealed part holds may change nothing: the same law as for ordinary changes, and of its one record alone. */
export const sealedFault = (
  { authorities, rules }: Pick<Court, 'authorities' | 'rules'>,
  shelves: Shelves,
  header: CommitHeader,
  record: string,
  changes: readonly RowChange[],
): Fault | null => {
  const known = knownTo(header)
  const grants = authorities.grantsFor(header.officer, known, header.hlc)
  let row: Cells | null = null
  for (const change of changes) {
    const { type, id, operation } = change
    const definition = shelves.main.catalogue.get(type)
    if (definition === undefined) return { reason: 'content', detail: type }
    if (definition.sealed === null || id !== record) return { reason: 'content', detail: definition.label }
    const { cells } = asNow(definition, change, header.definitions)
    const isMadeTwice = operation === 'create' && row !== null
    row ??= operation === 'create' ? null : foundIn(shelves, type, id, known)
    if (isMadeTwice || (operation === 'update' && row === null))
      return { reason: 'unknown', detail: definition.label }
    const look = (other: string, at: string): Cells | null => {
      const found = foundIn(shelves, other, at, known)
      return found?.[deletedKey] === 1 ? null : found
    }
    const fault = faultOf({ definition, row, cells, look, officer: header.officer, grants }, rules)
    if (fault !== null)
      return { reason: fault.type === 'Forbidden' ? 'forbidden' : 'ruled', detail: fault.message }
    row = { ...row, ...cells }
  }
  return null
}
