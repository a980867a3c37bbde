import type { z } from 'zod'
import { millisecondsOf } from '../../shared/clock/hlc.ts'
import { deletedKey } from '../../shared/commit/part.ts'
import type { LeftOut, recordRestore, recordRestorePlan } from '../../shared/contract/restore.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { longDateTime } from '../../shared/format/date.ts'
import { type Cells, fromCells, sameCell } from '../../shared/records/cell.ts'
import { type AnyDefinition, fieldsOfUnit } from '../../shared/records/define.ts'
import type { Field } from '../../shared/records/field.ts'
import { recordsTexts } from '../../shared/texts/records-core.ts'
import type { CommandContext, QueryContext, Session } from '../feature.ts'
import { disputedFields } from '../store/disputes.ts'
import { cellsAfter } from '../store/history.ts'
import { commitAt } from '../store/log.ts'
import type { Reader } from '../store/reader.ts'
import { editable, titleFor } from './editable.ts'
import { shownCell } from './history-view.ts'
import { titlesOf } from './list.ts'
import { vectorOf } from './vector.ts'
import { type Row, rowFor } from './visible.ts'

type Plan = z.input<typeof recordRestorePlan.output>
type Step = Pick<z.output<typeof recordRestorePlan.input>, 'type' | 'id' | 'commit'>
type Difference = { readonly key: string; readonly field: Field; readonly why: LeftOut | null }
type Compared = {
  readonly definition: AnyDefinition
  readonly row: Row
  readonly earlier: Cells
  readonly differences: readonly Difference[]
}

/** A register whose changes are taken back one by one. Errors: `NotEditableHere`, `NoUndo`. */
export const restorable = (reader: Reader, type: string): Result<AnyDefinition> => {
  const definition = editable(reader, type)
  if (!definition.ok) return definition
  return definition.value.undoable ? definition : fail('NoUndo', recordsTexts.restore.forbidden)
}

const isGone = (reader: Reader, { facts }: Field, cell: Cells[string]): boolean =>
  facts.kind === 'reference' && typeof cell === 'string' && reader.find(facts.target, cell) === null

const whyLeft = (reader: Reader, field: Field, cell: Cells[string], isDisputed: boolean): LeftOut | null => {
  const { isConfidential, isFixed, isHidden } = field.facts
  if (isConfidential) return 'confidential'
  if (isFixed) return 'fixed'
  if (isHidden) return 'computed'
  if (isDisputed) return 'disputed'
  return isGone(reader, field, cell ?? null) ? 'gone' : null
}

/** What shares a clock comes back together, or stays. */
const wholeUnits = (definition: AnyDefinition, differences: readonly Difference[]): Difference[] =>
  differences.map((one) => {
    const unit = fieldsOfUnit(definition, one.key)
    const stays = differences.find(({ key, why }) => why !== null && unit.includes(key))
    return { ...one, why: one.why ?? stays?.why ?? null }
  })

const compare = (reader: Reader, session: Session, { type, id, commit }: Step): Result<Compared> => {
  const found = restorable(reader, type)
  if (!found.ok) return found
  const definition = found.value
  const row = rowFor(reader, definition, id, session)
  if (row === null) return fail('NotFound', recordsTexts.notFound, { record: id })
  const earlier = cellsAfter(reader, definition, id, commit)
  if (earlier === null) return fail('CommitNotFound', recordsTexts.restore.noStep)
  if (earlier[deletedKey] !== 0) return fail('WasDeleted', recordsTexts.restore.wasDeleted)
  const disputed = new Set(disputedFields(reader, id))
  const differences = (Object.entries(definition.fields) as [string, Field][])
    .filter(([key, { facts }]) => !facts.isRetired && !sameCell(row[key] ?? null, earlier[key] ?? null))
    .map(([key, field]) => ({
      key,
      field,
      why: whyLeft(reader, field, earlier[key] ?? null, disputed.has(key)),
    }))
  return ok({ definition, row, earlier, differences: wholeUnits(definition, differences) })
}

const hasFiles = (reader: Reader, owner: string): boolean =>
  reader.catalogue.has('attachment') && reader.where('attachment', { owner }).length > 0

export const restorePlan = ({ reader, session }: QueryContext, step: Step): Result<Plan> => {
  const compared = compare(reader, session, step)
  if (!compared.ok) return compared
  const { definition, row, earlier, differences } = compared.value
  const told = ({ key, field, why }: Difference) => ({
    field: key,
    label: field.facts.label,
    now: why === 'confidential' ? '' : shownCell(reader, field, row[key] ?? null),
    earlier: why === 'confidential' ? '' : shownCell(reader, field, earlier[key] ?? null),
  })
  const back = differences.filter(({ why }) => why === null)
  const all = fromCells(definition, { ...earlier, id: step.id })
  const values = Object.fromEntries(back.map(({ key }) => [key, all[key]]))
  return ok({
    title: titleFor(reader, definition, fromCells(definition, row)),
    fields: back.map(told),
    left: differences.flatMap((one) => (one.why === null ? [] : [{ ...told(one), why: one.why }])),
    values,
    titles: titlesOf(reader, definition, values),
    hasFiles: hasFiles(reader, step.id),
    seen: vectorOf(reader),
  })
}

const momentOf = (reader: Reader, commit: string): string => {
  const [device = '', seq = ''] = commit.split('.')
  const hlc = commitAt(reader.statements, device, Number(seq))?.hlc ?? 0
  return longDateTime(new Date(millisecondsOf(hlc)).toISOString())
}

/** An ordinary change, whose reason names the step of the history. */
export const restoreRecord = (
  { store, actor, session }: CommandContext,
  input: z.output<typeof recordRestore.input>,
): Result<z.input<typeof recordRestore.output>> => {
  const reader = store.readerFor(input.type)
  const compared = compare(reader, session, input)
  if (!compared.ok) return compared
  const { definition, row, earlier, differences } = compared.value
  const wanted = differences.filter(({ key, why }) => why === null && input.fields.includes(key))
  const cells = Object.fromEntries(wanted.map(({ key }) => [key, earlier[key] ?? null]))
  const title = titleFor(reader, definition, fromCells(definition, row))
  const done = store.commit(
    actor,
    recordsTexts.restore.reason(definition.label, title, momentOf(reader, input.commit), input.commit),
    (tx) => tx.restore(input.type, input.id, cells),
    input.seen,
  )
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq }) : done
}
