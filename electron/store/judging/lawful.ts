import { deletedKey, type RowChange } from '../../../shared/commit/part.ts'
import { type Failure, fail } from '../../../shared/contract/result.ts'
import { type Cells, sameCell } from '../../../shared/records/cell.ts'
import type { AnyDefinition } from '../../../shared/records/define.ts'
import type { Field } from '../../../shared/records/field.ts'
import type { Catalogue } from '../../../shared/records/index.ts'
import { allowed, type Grant } from '../../../shared/rules/access/index.ts'
import { storeTexts } from '../../../shared/texts/store.ts'
import { namedIn } from '../sealed/sealed-named.ts'
import { asNow } from '../upcast.ts'
import type { Fault } from './refused.ts'

export type RuledChange = {
  readonly definition: AnyDefinition
  /** Null for a new record. */
  readonly id: string | null
  /** The record before; null for a new one. */
  readonly row: Cells | null
  readonly cells: Cells
  /** Another record as the author knows it; null where it is not there. */
  readonly look: (type: string, id: string) => Cells | null
  /**
   * The states of a record that knows locks: several where some stand beside each other in dispute, any of which may close it. Also
   * of one that is deleted; none where it is not there.
   */
  readonly states: (type: string, id: string) => readonly string[]
  /** Of the commit, by its HLC: milliseconds since 1970. */
  readonly time: number
  /** Who makes the change. */
  readonly officer: string
  readonly grants: readonly Grant[]
}

/**
 * A rule of a feature that every change must pass, whoever makes it, by whatever way and on whatever device: locks above all.
 * It rests on what the author knew alone, so that all devices judge a commit alike.
 */
export type Rule = (change: RuledChange) => Failure | null

const forbidden = (definition: AnyDefinition): Failure =>
  fail('Forbidden', storeTexts.forbidden(definition.label), { record: definition.type }).error

/** Whether the roles cover a record with these cells. Error: `Forbidden`. */
export const recordRightFault = (
  definition: AnyDefinition,
  cells: Cells,
  grants: readonly Grant[],
): Failure | null => {
  const opd = definition.scope === null ? null : (cells[definition.scope] ?? null)
  return allowed({ definition, opd: opd as string | null }, grants) ? null : forbidden(definition)
}

/** A record of a kind that officers make in their own name. */
export const isMadeBy = ({ own }: AnyDefinition, row: Cells, officer: string): boolean =>
  own?.makes === true && row[own.by] === officer

/** An officer's own password is the officer's matter, whatever the role; what officers make for themselves, while they have any. */
const isOwn = ({ definition, row, cells, officer, grants }: RuledChange): boolean => {
  const { own } = definition
  if (own === null || (row === null && (own.makes !== true || grants.length === 0))) return false
  const mine = own.makes === true ? [...own.fields, deletedKey] : own.fields
  return (row ?? cells)[own.by] === officer && Object.keys(cells).every((key) => mine.includes(key))
}

/** The roles must cover a record as it was and as it becomes: nobody takes one over, nobody gives one away. */
export const rightsFault = (change: RuledChange): Failure | null => {
  const { definition, row, cells, grants } = change
  if (isOwn(change)) return null
  return (
    (row === null ? null : recordRightFault(definition, row, grants)) ??
    recordRightFault(definition, { ...row, ...cells }, grants)
  )
}

/** What others are found or judged by is said once. */
const fixedFault = ({ definition, row, cells }: RuledChange): Failure | null => {
  const changed = Object.keys(cells).find(
    (key) =>
      row !== null &&
      (definition.fields[key] as Field | undefined)?.facts.isFixed &&
      !sameCell(row[key] ?? null, cells[key] ?? null),
  )
  if (changed === undefined) return null
  const { label } = (definition.fields[changed] as Field).facts
  return fail('Fixed', storeTexts.fixed(definition.label, label), { field: changed }).error
}

/** Whoever changes a sealed record is named in it, before and after: nobody writes into what is not theirs to read. */
const namedFault = ({ definition, row, cells, officer }: RuledChange): Failure | null => {
  if (definition.readers === null) return null
  const isNamed = (of: Cells): boolean => namedIn(definition, of).includes(officer)
  return (row === null || isNamed(row)) && isNamed({ ...row, ...cells })
    ? null
    : fail('NotNamed', storeTexts.notNamed(definition.label)).error
}

/** Whose record it is: one that was given to another OPD, or names the author no more, is not had back by an old screen. */
export const ownersFault = (change: RuledChange): Failure | null => rightsFault(change) ?? namedFault(change)

/** Why a change may not be made, by the author's roles and the rules; null where it may. */
export const faultOf = (change: RuledChange, rules: readonly Rule[]): Failure | null => {
  const fault = ownersFault(change) ?? fixedFault(change)
  if (fault !== null) return fault
  for (const rule of rules) {
    const failure = rule(change)
    if (failure !== null) return failure
  }
  return null
}

export type AuthorsView = {
  /** A record as the author knew it, deleted or not; null where it was not there. Of types that this version knows. */
  readonly rowAsKnown: (type: string, id: string) => Cells | null
  readonly statesAsKnown: RuledChange['states']
  readonly time: number
  /** As `rowAsKnown`, by all that the chain knew; null where that is no more than the screen had. */
  readonly rowAsChainKnew: ((type: string, id: string) => Cells | null) | null
  readonly officer: string
  readonly grants: readonly Grant[]
  /** Version of the definitions with which the changes were made. */
  readonly definitions: number
  readonly rules: readonly Rule[]
}

/** A lock and its end are two acts: in one commit it would depend on the order of arrival whom the lock met. `said`: what the commit set of the record before. */
export const withdrawsLock = ({ lock }: AnyDefinition, said: Cells | undefined, cells: Cells): boolean =>
  lock !== null &&
  said !== undefined &&
  Object.hasOwn(said, lock.field) &&
  Object.hasOwn(cells, lock.field) &&
  lock.children.includes(String(said[lock.field])) &&
  cells[lock.field] !== said[lock.field]

/** The state that a commit itself gives a record; null where it says nothing of it. */
export const stateSaid = (
  catalogue: Catalogue,
  type: string,
  said: Cells | undefined,
): readonly string[] | null => {
  const field = catalogue.get(type)?.lock?.field
  return field !== undefined && said !== undefined && Object.hasOwn(said, field)
    ? [String(said[field])]
    : null
}

/** Why one of the changes of a commit may not be made; null where all may. Types that this version does not know are passed over. */
export const changesFault = (
  catalogue: Catalogue,
  changes: readonly RowChange[],
  { rowAsKnown, statesAsKnown, rowAsChainKnew, time, officer, grants, definitions, rules }: AuthorsView,
): Fault | null => {
  /** As the commit itself left them. */
  const made = new Map<string, { readonly type: string; readonly cells: Cells; readonly said: Cells }>()
  const rowOf = (type: string, id: string): Cells | null => {
    const here = made.get(id)
    if (here !== undefined) return here.type === type ? here.cells : null
    return catalogue.has(type) ? rowAsKnown(type, id) : null
  }
  const look = (type: string, id: string): Cells | null => {
    const found = rowOf(type, id)
    return found?.[deletedKey] === 1 ? null : found
  }
  const states = (type: string, id: string): readonly string[] =>
    stateSaid(catalogue, type, made.get(id)?.said) ?? (catalogue.has(type) ? statesAsKnown(type, id) : [])
  for (const change of changes) {
    const { type, id, operation } = change
    const definition = catalogue.get(type)
    if (definition === undefined) continue
    const { cells } = asNow(definition, change, definitions)
    const row = operation === 'create' ? null : rowOf(type, id)
    const isMadeTwice = operation === 'create' && made.has(id)
    if (isMadeTwice || (operation === 'update' && row === null))
      return { reason: 'unknown', detail: definition.label }
    if (withdrawsLock(definition, made.get(id)?.said, cells))
      return { reason: 'ruled', detail: storeTexts.lockWithdrawn(definition.label) }
    const ruled = {
      definition,
      id: operation === 'create' ? null : id,
      row,
      cells,
      look,
      states,
      time,
      officer,
      grants,
    }
    const asChainKnew = row === null || made.has(id) ? null : (rowAsChainKnew?.(type, id) ?? null)
    const fault =
      faultOf(ruled, rules) ?? (asChainKnew === null ? null : ownersFault({ ...ruled, row: asChainKnew }))
    if (fault !== null)
      return { reason: fault.type === 'Forbidden' ? 'forbidden' : 'ruled', detail: fault.message }
    made.set(id, { type, cells: { ...row, ...cells }, said: { ...made.get(id)?.said, ...cells } })
  }
  return null
}
