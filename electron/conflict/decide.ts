import type { Seen } from '../../shared/commit/header.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { Cells } from '../../shared/records/cell.ts'
import type { Cell, Field } from '../../shared/records/field.ts'
import { conflictTexts } from '../../shared/texts/conflict.ts'
import type { CommandContext } from '../feature.ts'
import { type Dispute, type DisputedUnit, differingKeys, type Proposed } from '../store/disputes.ts'
import { titleOf, visibleDispute } from './disputes.ts'
import { labelOf, valuesOf } from './words.ts'

type Input = {
  readonly id: string
  readonly unit: string
  readonly choice: string
  readonly reason: string
  readonly seen: Seen
}
type Done = { readonly commit: string; readonly seq: number }

const { refusal } = conflictTexts

const isNamed = (choice: string, { device, seq }: Proposed): boolean => choice === `${device}.${seq}`

/**
 * What a decided unit says is the word of the officer whom it names, at the time that it names: whoever decides for a new state
 * says it anew. What was agreed before stays the word of whoever said it.
 */
const ownWord = ({ definition }: Dispute, cells: Cells, officer: string, now: number): Record<string, Cell> =>
  Object.fromEntries(
    Object.entries(cells).map(([key, cell]) => {
      const { kind, target } = (definition.fields[key] as Field).facts
      if (kind === 'reference' && target === 'officer') return [key, officer]
      return [key, kind === 'time' ? new Date(now).toISOString() : cell]
    }),
  )

const cellsToWrite = (
  dispute: Dispute,
  unit: DisputedUnit,
  chosen: Proposed,
  { session, now }: CommandContext,
): Cells =>
  unit.isDecided && chosen !== unit.agreed
    ? ownWord(dispute, chosen.cells, session.officer, now())
    : chosen.cells

const decidedWords = (
  { reader }: CommandContext,
  dispute: Dispute,
  unit: DisputedUnit,
  chosen: Proposed,
  why: string,
): string => {
  const { definition } = dispute
  const keys = differingKeys(dispute, unit)
  const words = valuesOf(reader, definition, keys, chosen.cells).map((value) => value.words)
  return conflictTexts.reason.decided(
    definition.label,
    titleOf(reader, dispute),
    keys.map((key) => labelOf(definition, key)).join(', '),
    words.filter((word) => word !== '').join(', '),
    why,
  )
}

/** One of the values, or what was agreed before, by an officer whose screen had them all. */
export const decide = (context: CommandContext, input: Input): Result<Done> => {
  const { store, reader, actor, session } = context
  const dispute = visibleDispute(reader, session, input.id)
  const unit = dispute?.units.find(({ unit: name }) => name === input.unit)
  if (dispute === null || unit === undefined) return fail('Decided', refusal.decided, { record: input.id })
  const why = input.reason.trim()
  if (why === '') return fail('ReasonMissing', refusal.reasonMissing)
  const chosen = [...unit.heads, ...(unit.agreed === null ? [] : [unit.agreed])].find((one) =>
    isNamed(input.choice, one),
  )
  if (chosen === undefined) return fail('NotFound', refusal.choiceGone)
  const cells = cellsToWrite(dispute, unit, chosen, context)
  const reason = decidedWords(context, dispute, unit, chosen, why)
  const done = store.commit(
    actor,
    reason,
    (tx) => tx.restore(dispute.definition.type, input.id, cells),
    input.seen,
  )
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq }) : done
}
