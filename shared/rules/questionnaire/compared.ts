import type { FindNamed } from '../records/named.ts'
import type { PlannedCell, PresentRecord } from '../records/plan.ts'
import type { AskedField } from './asked.ts'

/** `differs`: changed by the OPD and, since the file was made, in Selaras too. `emptied`: takes nothing away by itself. */
export type ComparedCell = PlannedCell & {
  readonly kind: 'changed' | 'differs' | 'emptied' | 'unread'
  /** What the file showed when it was made, where that is neither said by the file nor recorded now. */
  readonly base: string | null
}
export type ComparedRow = {
  readonly line: number | null
  readonly state: 'new' | 'changed' | 'differs' | 'same' | 'missing' | 'unread'
  readonly id: string | null
  readonly title: string
  readonly cells: readonly ComparedCell[]
  /** Why the row cannot be taken at all; '' where it can. */
  readonly fault: string
  readonly remark: string
  /** Nothing of it is taken unless the officer says so. */
  readonly isDoubted: boolean
}

export type Compared = {
  readonly fields: readonly AskedField[]
  /** Records of the OPD as they stand. */
  readonly present: readonly PresentRecord[]
  /** The same as the file showed them; null where nobody knows what it showed. */
  readonly base: ReadonlyMap<string, PresentRecord> | null
  readonly find: FindNamed
  readonly title: (values: Readonly<Record<string, unknown>>) => string
  /** What became of a record that the file showed and that is not the OPD's now; null where it never was. */
  readonly lost: (id: string) => 'gone' | 'moved' | null
  /** Whether a value that is unique stands in a record of another OPD. */
  readonly isElsewhere: (key: string, value: unknown) => boolean
}

/** Cells that are taken before the officer says anything: none of a doubted row, none that would replace what others wrote. */
export const takenAtFirst = ({ cells, state, fault, isDoubted }: ComparedRow): readonly string[] =>
  fault !== '' || isDoubted || state === 'unread'
    ? []
    : cells.filter(({ kind }) => kind === 'changed').map(({ key }) => key)

/** Cells that can be taken at all. */
export const takeable = ({ cells, fault }: ComparedRow): readonly string[] =>
  fault !== '' ? [] : cells.filter(({ kind }) => kind !== 'unread').map(({ key }) => key)

/** Cells that are taken with their row: what was emptied only by itself. */
export const takenWithRow = ({ cells, fault }: ComparedRow): readonly string[] => {
  if (fault !== '') return []
  const said = cells.filter(({ kind }) => kind === 'changed' || kind === 'differs')
  return (said.length > 0 ? said : cells.filter(({ kind }) => kind === 'emptied')).map(({ key }) => key)
}
